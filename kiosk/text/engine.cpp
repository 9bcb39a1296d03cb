// The three steps and the images behind one door; the only file of the engine that knows ImGui.
#include "kiosk/text/engine.h"

#include <imgui.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>

#include "kiosk/text/compose.h"
#include "kiosk/text/glyphs.h"
#include "kiosk/text/hyphenator.h"
#include "kiosk/text/shape.h"
#include "kiosk/text/text_cache.h"
#include "kiosk/text/wrap.h"

namespace wv::text {

// What TextCache asks of its values.
static std::size_t bytes_of(const Shaped& value) {
  return value.glyphs.capacity() * sizeof(ShapedGlyph) + value.clusters.capacity() * sizeof(ShapedCluster) +
         value.parts.capacity() * sizeof(ShapedPart);
}
static void wipe(Shaped&) {}  // its vectors do
static std::size_t bytes_of(const Paragraph& value) {
  return value.lines.capacity() * sizeof(Line) + value.glyphs.capacity() * sizeof(Glyph) +
         value.clusters.capacity() * sizeof(Cluster);
}
static void wipe(Paragraph& value) {
  const auto overwrite = [](auto& list) {
    base::wipe({reinterpret_cast<std::uint8_t*>(list.data()), list.size() * sizeof(list[0])});
  };
  overwrite(value.glyphs);
  overwrite(value.clusters);
}

namespace {

constexpr int most_lines = 16'384;          // with lines of at most 1,200 px every height fits 32 bits
constexpr float widest_box = 16'384.0F;     // px; wider counts as unlimited
constexpr Fixed widest_cluster = 512 * 64;  // see most_bytes

float within(float value, float least, float most) {
  return value >= least ? std::min(value, most) : least;
}  // no NaN

Fixed fixed_size(const Style& style) {
  return static_cast<Fixed>(std::lround(within(style.size_px, 4, 400) * 64));
}

float row_height(const Style& style) {
  return std::max(1.0F, std::round(within(style.size_px, 4, 400) * within(style.line_height, 0.5F, 3)));
}

CacheKey base_key(const Style& style, const Box& box) {
  CacheKey key;
  std::copy_n(box.lang.begin(), std::min(box.lang.size(), sizeof key.lang - 1), key.lang);
  key.weight = static_cast<std::uint8_t>(style.weight);
  key.direction = static_cast<std::uint8_t>(box.direction);
  return key;
}

CacheKey layout_key(const Style& style, const Box& box) {
  CacheKey key = base_key(style, box);
  const bool limited = !(box.max_width > widest_box);
  key.size = fixed_size(style);
  key.max_width =
      limited ? static_cast<Fixed>(std::floor(within(box.max_width, 0, widest_box) * 64)) : no_limit;
  key.max_lines = std::clamp(box.max_lines, 0, most_lines);
  key.line_height = static_cast<Fixed>(row_height(style));
  key.align = static_cast<std::uint8_t>(box.align);
  return key;
}

// Where a glyph image goes: whole pixels and quarters. Large letters need fewer steps, their images are
// costly.
struct Place {
  Fixed pixel = 0;
  std::uint8_t quarter = 0;
};

Place place_of(Fixed x, Fixed size) {
  if (size < 48 * 64) return {(x + 8) >> 6, static_cast<std::uint8_t>(((x + 8) >> 4) & 3)};
  if (size < 96 * 64) return {(x + 16) >> 6, static_cast<std::uint8_t>((((x + 16) >> 5) & 1) * 2)};
  return {(x + 32) >> 6, 0};
}

ImTextureID texture() {
  return std::bit_cast<ImTextureID>(atlas_texture);
}

// Quads of the atlas on a draw list.
class Quads {
 public:
  Quads(ImDrawList& list, std::uint32_t colour, int most)
      : list_(list), colour_(colour), spare_(most), other_(list._CmdHeader.TextureId != texture()) {
    if (other_) list_.PushTextureID(texture());
    list_.PrimReserve(6 * most, 4 * most);
  }
  ~Quads() {
    list_.PrimUnreserve(6 * spare_, 4 * spare_);
    if (other_) list_.PopTextureID();
  }
  Quads(const Quads&) = delete;
  Quads& operator=(const Quads&) = delete;

  void add(const GlyphImage& image, int pen_x, int pen_y) {
    const auto at = [](int value) { return static_cast<float>(value); };
    const ImVec2 from{at(pen_x + image.left), at(pen_y + image.top)};
    const ImVec2 to{from.x + at(image.width), from.y + at(image.height)};
    const ImVec2 uv_from{at(image.x) / Atlas::width, at(image.y) / Atlas::height};
    const ImVec2 uv_to{at(image.x + image.width) / Atlas::width, at(image.y + image.height) / Atlas::height};
    list_.PrimRectUV(from, to, uv_from, uv_to, colour_);
    --spare_;
  }

 private:
  ImDrawList& list_;
  std::uint32_t colour_;
  int spare_;
  bool other_;
};

}  // namespace

struct Engine::Parts {
  Parts(std::unique_ptr<Fonts> opened, const Settings& settings)
      : fonts(std::move(opened)),
        hyphenator(settings.hyphenation),
        shaper(*fonts),
        wrapper(hyphenator),
        glyphs(*fonts, settings.atlas_rows),
        most_bytes(settings.cache_bytes) {}

  const Shaped& shaped(std::string_view text, const Style& style, const Box& box);
  Paragraph make(std::string_view text, const Style& style, const Box& box, const CacheKey& key);
  void draw_line(ImDrawList& list, const Paragraph& paragraph, const Line& line, int x, int y,
                 std::uint32_t colour);

  std::unique_ptr<Fonts> fonts;
  Hyphenator hyphenator;
  Shaper shaper;
  Wrapper wrapper;
  Glyphs glyphs;
  std::size_t most_bytes;
  TextCache<Shaped> shapes;
  TextCache<Paragraph> paragraphs;
  std::vector<Fixed> widths;  // of the clusters that are being laid out
  std::uint64_t frame = 1;
  std::uint64_t laid_out = 0;
  std::size_t missing = 0;
};

Engine::Engine(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Engine::~Engine() = default;

base::Result<std::unique_ptr<Engine>> Engine::open(const Settings& settings) {
  WV_TRY(auto fonts, Fonts::open(settings.share));
  return std::unique_ptr<Engine>(new Engine(std::make_unique<Parts>(std::move(fonts), settings)));
}

void Engine::prepare() {
  parts_->hyphenator.prepare("nl");
}

void Engine::begin_frame() {
  ++parts_->frame;
  parts_->glyphs.begin_frame();
  parts_->paragraphs.trim(parts_->most_bytes / 2, parts_->frame);
}

bool Engine::end_frame() {
  return parts_->glyphs.end_frame();
}

const Shaped& Engine::Parts::shaped(std::string_view text, const Style& style, const Box& box) {
  const auto key = base_key(style, box);
  if (const auto* found = shapes.find(text, key, frame)) return *found;
  shapes.trim(most_bytes / 2, frame + 1);  // nobody else holds one
  const auto& made =
      shapes.insert(text, key, frame, shaper.shape(text, style.weight, key.lang, box.direction));
  missing += made.missing;
  return made;
}

Paragraph Engine::Parts::make(std::string_view text, const Style& style, const Box& box,
                              const CacheKey& key) {
  const Shaped& shape = shaped(text, style, box);
  widths.clear();
  for (const auto& cluster : shape.clusters)
    widths.push_back(std::min(scaled(cluster.advance, key.size), widest_cluster));
  const int lines = key.max_lines > 0 ? key.max_lines : most_lines;
  const auto wrapped = wrapper.wrap({shape,
                                     text.substr(0, shape.bytes),
                                     widths,
                                     scaled(shape.hyphen.advance, key.size),
                                     scaled(shape.ellipsis.advance, key.size),
                                     {key.max_width, lines},
                                     key.lang});
  Paragraph paragraph;
  paragraph.style = style;
  std::ranges::copy(key.lang, paragraph.lang);
  paragraph.style.size_px = to_px(key.size);
  const auto& font = fonts->at(0).metrics();
  const float above = font.ascent * paragraph.style.size_px;
  const float below = font.descent * paragraph.style.size_px;
  const auto rows = static_cast<float>(key.line_height);
  const auto baseline = static_cast<Fixed>(std::lround((rows - above - below) / 2 + above));
  compose({shape, wrapped, widths, key.size, key.max_width, box.align, {key.line_height * 64, baseline * 64}},
          paragraph);
  return paragraph;
}

const Paragraph& Engine::lay_out(std::string_view text, const Style& style, const Box& box) {
  auto& parts = *parts_;
  const auto key = layout_key(style, box);
  if (const auto* found = parts.paragraphs.find(text, key, parts.frame)) return *found;
  ++parts.laid_out;
  auto made = parts.make(text, style, box, key);
  parts.paragraphs.trim(parts.most_bytes / 2, parts.frame);
  return parts.paragraphs.insert(text, key, parts.frame, std::move(made));
}

void Engine::draw(ImDrawList& list, const Paragraph& paragraph, float x, float y, std::uint32_t colour) {
  const int left = static_cast<int>(std::lround(x));
  const int top = static_cast<int>(std::lround(y));
  const ImVec4 clip = list._CmdHeader.ClipRect;
  const Fixed reach = paragraph.lines.front().height / 2;  // accents and deep letters may leave their line
  for (const auto& line : paragraph.lines) {
    const bool above = static_cast<float>(top) + to_px(line.top + line.height + reach) < clip.y;
    const bool below = static_cast<float>(top) + to_px(line.top - reach) > clip.w;
    if (!above && !below) parts_->draw_line(list, paragraph, line, left, top, colour);
  }
}

void Engine::Parts::draw_line(ImDrawList& list, const Paragraph& paragraph, const Line& line, int x, int y,
                              std::uint32_t colour) {
  const auto size = fixed_size(paragraph.style);
  Quads quads(list, colour, static_cast<int>(line.glyphs));
  for (auto i = line.first_glyph; i < line.first_glyph + line.glyphs; ++i) {
    const auto& glyph = paragraph.glyphs[i];
    const auto place = place_of(glyph.x, size);
    const auto* image = glyphs.find({size, glyph.index, glyph.face, place.quarter, false});
    if (!image || image->width == 0) continue;
    quads.add(*image, x + place.pixel, y + ((line.baseline + glyph.y + 32) >> 6));
  }
}

void Engine::draw_icon(ImDrawList& list, std::string_view name, float x, float y, float size_px,
                       std::uint32_t colour, Facing facing) {
  auto& parts = *parts_;
  const auto index = parts.fonts->icon_glyph(name);
  const auto face = index != 0 ? parts.fonts->icon_face() : FaceId{0};  // glyph 0 of Noto Sans is a box
  if (index == 0) ++parts.missing;
  const Fixed size = fixed_size({.size_px = size_px});
  const auto* image = parts.glyphs.find({size, index, face, 0, facing == Facing::Turned});
  if (!image || image->width == 0) return;
  // Centred by the em square, not by the ink: pictograms of a row keep their common ground line.
  const float baseline = y + parts.fonts->at(face).metrics().ascent * size_px;
  Quads(list, colour, 1)
      .add(*image, static_cast<int>(std::lround(x)), static_cast<int>(std::lround(baseline)));
}

bool Engine::has_icon(std::string_view name) const {
  return parts_->fonts->icon_glyph(name) != 0;
}

Metrics Engine::metrics(const Style& style) const {
  const auto& font = parts_->fonts->at(0).metrics();
  const float size = to_px(fixed_size(style));
  const float height = row_height(style);
  const float above = std::round((height - (font.ascent + font.descent) * size) / 2 + font.ascent * size);
  return {font.cap_height * size, font.x_height * size, above, height - above, height};
}

const Atlas& Engine::atlas() const {
  return parts_->glyphs.atlas();
}

std::size_t Engine::missing_glyphs() const {
  return parts_->missing;
}

Usage Engine::usage() const {
  const auto& parts = *parts_;
  return {parts.paragraphs.size(), parts.paragraphs.bytes() + parts.shapes.bytes(),
          parts.glyphs.images(),   parts.glyphs.atlas().used_rows,
          parts.laid_out,          parts.glyphs.rendered()};
}

void Engine::forget() {
  parts_->paragraphs.clear();
  parts_->shapes.clear();
  parts_->shaper.forget();
  parts_->wrapper.forget();
}

}  // namespace wv::text
