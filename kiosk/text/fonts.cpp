// Which font writes which letter.
#include "kiosk/text/fonts.h"

#include <charconv>
#include <fstream>
#include <optional>
#include <utility>

#include <ft2build.h>
#include FT_FREETYPE_H

namespace wv::text {

namespace {

constexpr std::array<const char*, 4> family_names = {"NotoSans", "NotoSansArabic", "NotoSansEthiopic",
                                                     "NotoSansSymbols"};
constexpr std::size_t letter_families = family_names.size();
constexpr std::size_t icon_family = letter_families;
constexpr std::array<const char*, 3> weight_names = {"Regular", "SemiBold", "Bold"};

// A family that lacks a weight lends its nearest: the heavier first.
constexpr std::array<std::array<Weight, 3>, 3> nearest = {{
    {Weight::Regular, Weight::SemiBold, Weight::Bold},
    {Weight::SemiBold, Weight::Bold, Weight::Regular},
    {Weight::Bold, Weight::SemiBold, Weight::Regular},
}};

struct Icon {
  std::string name;
  char32_t point = 0;
};

// `name = 0xF336  # …`; nothing for an empty line or a comment. The build wrote the font from the same lines.
std::optional<Icon> read_icon(std::string_view line) {
  const auto equals = line.find('=');
  if (equals == std::string_view::npos || line.starts_with('#')) return std::nullopt;
  const auto name = line.substr(0, line.find_first_of(" ="));
  const auto number = line.find("0x", equals);
  if (number == std::string_view::npos) return std::nullopt;
  std::uint32_t point = 0;
  const auto digits = line.substr(number + 2);
  std::from_chars(digits.data(), digits.data() + digits.size(), point, 16);
  return Icon{std::string(name), static_cast<char32_t>(point)};
}

}  // namespace

base::Result<std::unique_ptr<Fonts>> Fonts::open(const std::filesystem::path& share) {
  std::unique_ptr<Fonts> fonts(new Fonts);
  fonts->folder_ = share / "fonts";
  if (FT_Init_FreeType(&fonts->library_) != 0)
    return base::fail(base::ErrorCode::Io, "FreeType does not start");
  const auto open_now = [&](const char* file, std::size_t slot) -> base::Result<void> {
    WV_TRY(fonts->faces_[slot], Face::open(fonts->library_, fonts->folder_ / file));
    fonts->tried_[slot] = true;
    return {};
  };
  WV_CHECK(open_now("NotoSans-Regular.ttf", 0));
  WV_CHECK(open_now("icons.ttf", icon_family * weights));
  WV_CHECK(fonts->read_icons(share / "icons.toml"));
  return fonts;
}

base::Result<void> Fonts::read_icons(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in)
    return base::fail(base::ErrorCode::NotFound, file.string() + ": the list of pictograms cannot be read");
  for (std::string line; std::getline(in, line);) {
    if (const auto icon = read_icon(line)) icons_[icon->name] = at(icon_face()).glyph_of(icon->point);
  }
  return {};
}

Fonts::~Fonts() {
  for (auto& face : faces_) face.reset();
  if (library_) FT_Done_FreeType(library_);
}

Face* Fonts::face_of(std::size_t family, Weight weight) {
  const auto slot = family * weights + static_cast<std::size_t>(weight);
  if (!std::exchange(tried_[slot], true)) {
    const auto name =
        std::string(family_names[family]) + "-" + weight_names[static_cast<std::size_t>(weight)] + ".ttf";
    if (auto opened = Face::open(library_, folder_ / name)) faces_[slot] = std::move(*opened);
  }
  return faces_[slot].get();
}

FaceId Fonts::id_of(std::size_t family, Weight weight) {
  for (const auto candidate : nearest[static_cast<std::size_t>(weight)]) {
    if (face_of(family, candidate))
      return static_cast<FaceId>(family * weights + static_cast<std::size_t>(candidate));
  }
  return 0;
}

FaceId Fonts::primary(Weight weight) {
  return id_of(0, weight);
}

bool Fonts::covers(FaceId face, char32_t point) {
  return at(face).glyph_of(point) != 0;
}

FaceId Fonts::face_for(char32_t point, Weight weight) {
  for (std::size_t family = 0; family < letter_families; ++family) {
    const auto face = id_of(family, weight);
    if (covers(face, point)) return face;
  }
  return primary(weight);
}

FaceId Fonts::icon_face() const {
  return static_cast<FaceId>(icon_family * weights);
}

std::uint16_t Fonts::icon_glyph(std::string_view name) const {
  const auto found = icons_.find(name);
  return found == icons_.end() ? std::uint16_t{0} : found->second;
}

}  // namespace wv::text
