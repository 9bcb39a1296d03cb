// Slots for pictures, with a number for every change that anyone could see.
#include "kiosk/paint/textures.h"

#include <utility>

namespace wv::paint {
namespace {

constexpr std::uint32_t kFirstPicture = 2;

}  // namespace

const Textures::Slot* Textures::slot(TextureId id) const {
  const auto number = static_cast<std::uint32_t>(id);
  if (number < kFirstPicture || number - kFirstPicture >= slots_.size()) return nullptr;
  const Slot& found = slots_[number - kFirstPicture];
  return found.used ? &found : nullptr;
}

Textures::Slot* Textures::slot(TextureId id) {
  return const_cast<Slot*>(std::as_const(*this).slot(id));
}

TextureId Textures::add(Image image) {
  std::size_t at = 0;
  while (at < slots_.size() && slots_[at].used) ++at;
  if (at == slots_.size()) slots_.emplace_back();
  slots_[at] = {std::move(image), ++changes_, true};
  return static_cast<TextureId>(at + kFirstPicture);
}

void Textures::replace(TextureId id, Image image) {
  Slot* found = slot(id);
  if (found == nullptr) return;
  found->image = std::move(image);
  found->generation = ++changes_;
}

void Textures::remove(TextureId id) {
  if (Slot* found = slot(id)) *found = {};
}

const Image* Textures::find(TextureId id) const {
  const Slot* found = slot(id);
  return found == nullptr ? nullptr : &found->image;
}

Size Textures::size(TextureId id) const {
  const Image* image = find(id);
  return image == nullptr ? Size{} : image->size;
}

std::size_t Textures::bytes() const {
  std::size_t sum = 0;
  for (const Slot& each : slots_) sum += each.image.pixels.capacity() * sizeof(std::uint32_t);
  return sum;
}

std::uint64_t Textures::generation(TextureId id) const {
  if (id == TextureId::Glyphs) return glyphs_.generation;
  const Slot* found = slot(id);
  return found == nullptr ? 0 : found->generation;
}

}  // namespace wv::paint
