// No decoder and no library stands between this picture and the panel: the rows lie as the framebuffer wants
// them.
#include "kiosk/app/safe_screen.h"

#include <charconv>
#include <cstring>

#include "kiosk/app/studio.h"
#include "kiosk/screens/make_view.h"
#include "sync/base/direction.h"
#include "sync/base/files.h"

namespace wv::app {
namespace {

struct Shape {
  paint::Size size;
  int stride = 0;     // bytes
  std::string words;  // as the script reads them: "1920,1080 32 7680"
};

std::string line_of(const base::Files& files, const std::filesystem::path& file) {
  const auto bytes = files.read(file);
  if (!bytes) return {};
  const auto text = base::as_text(*bytes);
  return std::string(text.substr(0, text.find('\n')));
}

std::optional<Shape> shape_of(const base::Files& files, const std::filesystem::path& folder) {
  const auto size = line_of(files, folder / "virtual_size"), bits = line_of(files, folder / "bits_per_pixel"),
             stride = line_of(files, folder / "stride");
  Shape shape;
  shape.words = size + ' ' + bits + ' ' + stride;
  const char* end = size.data() + size.size();
  const auto [comma, first] = std::from_chars(size.data(), end, shape.size.width);
  if (first != std::errc{} || comma == end) return std::nullopt;
  const auto [rest, second] = std::from_chars(comma + 1, end, shape.size.height);
  std::from_chars(stride.data(), stride.data() + stride.size(), shape.stride);
  constexpr int most = 16'384;
  const bool sound = second == std::errc{} && rest == end && shape.size.width > 0 && shape.size.height > 0 &&
                     shape.size.width <= most && shape.size.height <= most &&
                     shape.stride >= shape.size.width * 4 && shape.stride <= most * 8;
  return sound && bits == "32" ? std::optional(shape) : std::nullopt;
}

base::Bytes rows_for(const Shape& shape, const paint::Canvas& drawn) {
  const bool turned = drawn.size() != shape.size;
  base::Bytes rows(static_cast<std::size_t>(shape.stride) * static_cast<std::size_t>(shape.size.height));
  for (int y = 0; y < shape.size.height; ++y) {
    auto* out = rows.data() + static_cast<std::ptrdiff_t>(y) * shape.stride;
    for (int x = 0; x < shape.size.width; ++x, out += 4) {
      const auto pixel = turned ? drawn.at(y, drawn.height() - 1 - x) : drawn.at(x, y);
      std::memcpy(out, &pixel, 4);
    }
  }
  return rows;
}

screens::View safe_view(Backstage& backstage) {
  const auto& settings = backstage.house().settings();
  screens::Surroundings around;
  around.place_name = settings.place.name;
  around.help_phone = settings.help_phone;
  around.languages = settings.languages;
  return screens::make_safe_view(backstage.strings(), around);
}

base::Result<> keep_pixels(Backstage& backstage, base::Files& files, const base::Clock& clock,
                           const SafePlace& place, const screens::View& view, const Shape& shape) {
  const auto& mm = backstage.house().settings().panel;
  Form form;
  form.panel.mm = {static_cast<float>(mm.width_mm), static_cast<float>(mm.height_mm)};
  auto size = shape.size;
  if ((mm.width_mm > mm.height_mm) != (size.width > size.height)) std::swap(size.width, size.height);
  form.panel.pixels = {static_cast<float>(size.width), static_cast<float>(size.height)};
  const store::Content no_content;
  Studio studio(backstage, no_content, clock);
  studio.draw(view, form);
  WV_CHECK(base::write_if_different(files, place.state / "noodscherm.raw", rows_for(shape, studio.canvas())));
  return base::write_if_different(files, place.state / "noodscherm.shape", base::as_bytes(shape.words));
}

}  // namespace

base::Result<> leave_safe_screen(Backstage& backstage, base::Files& files, const base::Clock& clock,
                                 const SafePlace& place) {
  const auto view = safe_view(backstage);
  const auto& said = std::get<screens::AttractView>(view.body);
  const auto words = said.place.text + "\n\n" + said.invitation.text + "\n" + said.subtitle.text + "\n\n" +
                     said.touch.text + "\n";
  const auto spoken = base::spoken_form(words);
  WV_CHECK(base::write_if_different(files, place.state / "noodscherm.txt", base::as_bytes(spoken)));
  const auto shape = shape_of(files, place.framebuffer);
  return shape ? keep_pixels(backstage, files, clock, place, view, *shape) : base::Result<>();
}

}  // namespace wv::app
