// The only place that asks FreeType for pixels.
#include "kiosk/text/glyphs.h"

#include <ft2build.h>
#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <new>

#include FT_FREETYPE_H
#include FT_OUTLINE_H

namespace wv::text {

namespace {

constexpr std::size_t first_slots = 2048;
constexpr std::size_t atlas_bytes = std::size_t{Atlas::stride} * Atlas::height;

std::size_t hash(std::uint64_t key) {
  key ^= key >> 29;
  key *= 0xBF58476D1CE4E5B9U;
  return key ^ (key >> 32);
}

// Light hinting: lines snap in height and keep their width, so that advances stay those of the font.
FT_GlyphSlot load(FT_Face face, std::uint16_t index) {
  if (FT_Load_Glyph(face, index, FT_LOAD_TARGET_LIGHT | FT_LOAD_NO_BITMAP) != 0) return nullptr;
  return face->glyph->format == FT_GLYPH_FORMAT_OUTLINE ? face->glyph : nullptr;
}

FT_BBox pixels_of(FT_Outline& outline) {
  FT_BBox box;
  FT_Outline_Get_CBox(&outline, &box);
  return {box.xMin >> 6, box.yMin >> 6, (box.xMax + 63) >> 6, (box.yMax + 63) >> 6};
}

}  // namespace

Glyphs::Glyphs(Fonts& fonts, int rows)
    : fonts_(fonts),
      rows_(std::clamp(rows, 8, Atlas::height)),
      shelves_(Atlas::width, rows_),
      slots_(first_slots) {
  // Pages that no glyph touched cost nothing, and a cleared atlas gives them back.
  void* mapped = ::mmap(nullptr, atlas_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (mapped == MAP_FAILED) throw std::bad_alloc();
  pixels_ = static_cast<std::uint8_t*>(mapped);
  atlas_.pixels = pixels_;
  clear();
}

Glyphs::~Glyphs() {
  ::munmap(pixels_, atlas_bytes);
}

void Glyphs::clear() {
  ::madvise(pixels_, atlas_bytes, MADV_DONTNEED);  // zeroes an anonymous mapping
  shelves_.clear();
  std::ranges::fill(slots_, Slot{});
  images_ = 0;
  ++atlas_.generation;
  shelves_.place(7, 7);
  for (int y = 0; y < 4; ++y) std::memset(pixel_at(0, y), 0xFF, 4);
  atlas_.used_rows = shelves_.used();
}

Glyphs::Slot& Glyphs::slot_of(std::uint64_t key) {
  const auto mask = slots_.size() - 1;
  auto at = hash(key) & mask;
  while (slots_[at].key != 0 && slots_[at].key != key) at = (at + 1) & mask;
  return slots_[at];
}

void Glyphs::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const auto& slot : old)
    if (slot.key != 0) slot_of(slot.key) = slot;
}

const GlyphImage* Glyphs::find(GlyphKey key) {
  const auto packed = key.packed();
  Slot* slot = &slot_of(packed);
  if (slot->key == packed) return &slot->image;
  GlyphImage image;
  if (full_ || !render(key, image)) {
    full_ = true;
    return nullptr;
  }
  if ((images_ + 1) * 2 > slots_.size()) {
    grow();
    slot = &slot_of(packed);
  }
  *slot = {packed, image};
  ++images_;
  return &slot->image;
}

// False: no room. A glyph that cannot be drawn at all is an empty image.
bool Glyphs::render(GlyphKey key, GlyphImage& out) {
  const FT_GlyphSlot glyph = load(fonts_.at(key.face).drawing(key.size), key.index);
  ++rendered_;
  if (!glyph) return true;
  if (key.turned) {
    constexpr FT_Fixed one = 0x10000;
    const FT_Matrix turn{-one, 0, 0, one};
    FT_Outline_Transform(&glyph->outline, &turn);
    FT_Outline_Translate(&glyph->outline, key.size, 0);
  }
  FT_Outline_Translate(&glyph->outline, FT_Pos{key.shift} * 16, 0);
  const FT_BBox box = pixels_of(glyph->outline);
  const int width = static_cast<int>(box.xMax - box.xMin);
  const int height = static_cast<int>(box.yMax - box.yMin);
  if (width <= 0 || height <= 0 || width >= Atlas::width || height >= rows_ - 8) return true;
  const auto place = shelves_.place(width, height);
  if (!place) return false;
  atlas_.used_rows = shelves_.used();

  FT_Outline_Translate(&glyph->outline, -box.xMin * 64, -box.yMin * 64);
  FT_Bitmap target{};
  target.rows = static_cast<unsigned>(height);
  target.width = static_cast<unsigned>(width);
  target.pitch = Atlas::stride;
  target.buffer = pixel_at(place->x, place->y);
  target.num_grays = 256;
  target.pixel_mode = FT_PIXEL_MODE_GRAY;
  FT_Outline_Get_Bitmap(glyph->library, &glyph->outline, &target);
  out = {static_cast<std::uint16_t>(place->x), static_cast<std::uint16_t>(place->y),
         static_cast<std::uint16_t>(width),    static_cast<std::uint16_t>(height),
         static_cast<std::int16_t>(box.xMin),  static_cast<std::int16_t>(-box.yMax)};
  return true;
}

// Only now: what was drawn in the frame before is painted after its end.
void Glyphs::begin_frame() {
  if (full_) clear();
  full_ = false;
}

bool Glyphs::end_frame() {
  const bool again = full_ && !fresh_;
  fresh_ = again;
  return again;
}

}  // namespace wv::text
