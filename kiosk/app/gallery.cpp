// One print for each picture and size; the print nobody looked at longest makes room for a new one.
#include "kiosk/app/gallery.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/paint/image_decode.h"

namespace wv::app {

namespace {

constexpr float slack = 2;  // px: scaled sizes are rounded down, and a print must fill its box

// The whole picture, as small as still fills the box, and never larger than it was drawn.
paint::Size size_filling(paint::Size picture, ui::Size box) {
  const auto width = static_cast<float>(picture.width), height = static_cast<float>(picture.height);
  const float scale = std::max(box.width / width, box.height / height);
  if (scale >= 1) return picture;
  return {static_cast<int>(std::ceil(width * scale + slack)),
          static_cast<int>(std::ceil(height * scale + slack))};
}

std::size_t bytes_of(const ui::Picture& picture) {
  return static_cast<std::size_t>(picture.width * picture.height) * sizeof(std::uint32_t);
}

}  // namespace

bool Gallery::has(std::string_view name) {
  return std::ranges::find(broken_, name) == broken_.end();
}

Gallery::Print* Gallery::print_of(std::string_view name, ui::Size box) {
  Print* other = nullptr;
  for (Print& print : prints_) {
    if (print.name != name) continue;
    if (print.box == box) return &print;
    if (!other || print.picture.width > other->picture.width) other = &print;
  }
  return other;
}

ui::Picture Gallery::find(std::string_view name, ui::Size box) {
  box = {std::round(box.width), std::round(box.height)};
  Print* print = print_of(name, box);
  const bool fits = print && print->box == box;
  if (!fits && has(name) && box.width > 0 && box.height > 0) wish_ = Wish{std::string(name), box};
  if (!print) return {};
  print->last_used = frame_;
  return print->picture;
}

void Gallery::begin_frame() {
  ++frame_;
  wish_.reset();
  if (version_ == house_.content().version) return;
  version_ = house_.content().version;
  clear();
}

bool Gallery::fetch() {
  if (!wish_) return false;
  const Wish wish = *std::exchange(wish_, std::nullopt);
  auto image = develop(wish);
  if (!image) {
    house_.note_content(wish.name + ": " + image.error().message);
    broken_.push_back(wish.name);
    return true;  // the room that was kept for it closes
  }
  const ui::Picture picture{paint::TextureId::None, static_cast<float>(image->size.width),
                            static_cast<float>(image->size.height), image->opaque};
  make_room(bytes_of(picture));
  prints_.push_back({wish.name, wish.box, picture, frame_});
  prints_.back().picture.id = textures_.add(*std::move(image));
  return true;
}

base::Result<paint::Image> Gallery::develop(const Wish& wish) {
  WV_TRY(const auto bytes, house_.picture(wish.name));
  WV_TRY(const auto size, paint::image_size(bytes));
  return paint::decode_image_to_fit(bytes, size_filling(size, wish.box));
}

void Gallery::make_room(std::size_t bytes) {
  const auto held = [&] {
    std::size_t sum = bytes;
    for (const Print& print : prints_) sum += bytes_of(print.picture);
    return sum;
  };
  while (!prints_.empty() && held() > most_bytes) {
    const auto oldest = std::ranges::min_element(prints_, {}, &Print::last_used);
    // What the present screen shows stays, or two large pictures would drive each other out for ever.
    if (oldest->last_used == frame_) return;
    textures_.remove(oldest->picture.id);
    prints_.erase(oldest);
  }
}

void Gallery::forget() {
  for (const Print& print : prints_) textures_.remove(print.picture.id);
  prints_.clear();
}

void Gallery::clear() {
  forget();
  broken_.clear();
}

}  // namespace wv::app
