// Decides for each primitive which way to paint it: boxes are rows, everything else is a triangle.
#include "kiosk/paint/raster.h"

#include <imgui.h>

#include <algorithm>
#include <optional>

#include "kiosk/paint/blend.h"
#include "kiosk/paint/fixed.h"
#include "kiosk/paint/primitives.h"
#include "kiosk/paint/sample.h"
#include "kiosk/paint/triangle.h"

namespace wv::paint {
namespace {

// Where a box's texels lie when they fall on its pixels one to one: texel = pixel + shift.
struct Shift {
  int x = 0, y = 0;
};

std::optional<Shift> one_to_one(const Primitive& p, Size texture) {
  const ImDrawVert& first = p.vertices[p.corner[0]];
  const ImDrawVert& last = p.vertices[p.corner[2]];
  const auto texel = [](float part, int size) { return to_fixed(part * static_cast<float>(size)); };
  const std::int32_t x = texel(first.uv.x, texture.width) - to_fixed(first.pos.x);
  const std::int32_t y = texel(first.uv.y, texture.height) - to_fixed(first.pos.y);
  const bool whole = x % kSubpixel == 0 && y % kSubpixel == 0;
  const bool same_scale = texel(last.uv.x, texture.width) - to_fixed(last.pos.x) == x &&
                          texel(last.uv.y, texture.height) - to_fixed(last.pos.y) == y;
  const Shift shift{x / kSubpixel, y / kSubpixel};
  const bool within = p.x0 + shift.x >= 0 && p.y0 + shift.y >= 0 && p.x1 + shift.x <= texture.width &&
                      p.y1 + shift.y <= texture.height;
  if (!whole || !same_scale || !within) return std::nullopt;
  return shift;
}

Ink ink_of(const Primitive& p) {
  const ImU32 c = p.vertices[p.corner[0]].col;
  return {c >> IM_COL32_R_SHIFT & 255, c >> IM_COL32_G_SHIFT & 255, c >> IM_COL32_B_SHIFT & 255,
          c >> IM_COL32_A_SHIFT & 255};
}

void both_triangles(const Primitive& p, const Textures& textures, const Rect& inside, const Canvas& canvas) {
  paint_triangle(p, textures, inside, canvas);
  Primitive second = p;
  second.corner[1] = p.corner[2];
  second.corner[2] = p.corner[3];
  paint_triangle(second, textures, inside, canvas);
}

void paint_box(const Primitive& p, const Rect& inside, const Canvas& canvas) {
  const Ink ink = ink_of(p);
  if (ink.a == 0) return;
  for (int y = inside.y0; y < inside.y1; ++y) blend_row(canvas.row(y) + inside.x0, inside.width(), ink);
}

void paint_glyph(const Primitive& p, const Textures& textures, const Rect& inside, const Canvas& canvas) {
  const AlphaView& atlas = textures.glyphs();
  if (atlas.pixels == nullptr) return;
  const auto shift = one_to_one(p, {atlas.width, atlas.height});
  if (!shift) return both_triangles(p, textures, inside, canvas);
  const Ink ink = ink_of(p);
  for (int y = inside.y0; y < inside.y1; ++y) {
    const std::uint8_t* line = atlas.pixels + std::ptrdiff_t{y + shift->y} * atlas.stride;
    cover_row(canvas.row(y) + inside.x0, line + inside.x0 + shift->x, inside.width(), ink);
  }
}

void paint_picture(const Primitive& p, const Textures& textures, const Rect& inside, const Canvas& canvas) {
  const Image* image = textures.find(p.texture);
  if (image == nullptr || image->pixels.empty()) return;
  const auto shift = one_to_one(p, image->size);
  if (!shift || !untinted(ink_of(p))) return both_triangles(p, textures, inside, canvas);
  for (int y = inside.y0; y < inside.y1; ++y) {
    const std::uint32_t* line = image->pixels.data() + std::ptrdiff_t{y + shift->y} * image->size.width;
    const std::uint32_t* from = line + inside.x0 + shift->x;
    if (image->opaque) {
      std::copy_n(from, inside.width(), canvas.row(y) + inside.x0);
    } else {
      picture_row(canvas.row(y) + inside.x0, from, inside.width());
    }
  }
}

void paint(const Primitive& p, const Textures& textures, const Rect& inside, const Canvas& canvas) {
  if (p.kind == PrimitiveKind::Triangle) return paint_triangle(p, textures, inside, canvas);
  if (p.texture == TextureId::None) return paint_box(p, inside, canvas);
  if (p.texture == TextureId::Glyphs) return paint_glyph(p, textures, inside, canvas);
  paint_picture(p, textures, inside, canvas);
}

Rect around(std::span<const Rect> rects) {
  Rect all = rects.front();
  for (const Rect& r : rects) {
    all = {std::min(all.x0, r.x0), std::min(all.y0, r.y0), std::max(all.x1, r.x1), std::max(all.y1, r.y1)};
  }
  return all;
}

}  // namespace

void rasterise(const Primitives& primitives, const Textures& textures, std::span<const Rect> inside,
               Colour background, const Canvas& canvas) {
  if (inside.empty()) return;
  const Rect all = around(inside);
  for (const Rect& r : inside) {
    for (int y = r.y0; y < r.y1; ++y) std::fill_n(canvas.row(y) + r.x0, r.width(), pixel_of(background));
  }
  for (const Primitive& p : primitives.all()) {
    if (p.box().cut(all).empty()) continue;
    for (const Rect& r : inside) {
      const Rect both = p.box().cut(r);
      if (!both.empty()) paint(p, textures, both, canvas);
    }
  }
}

void rasterise(const ImDrawData& data, const Textures& textures, Colour background, const Canvas& canvas) {
  Primitives primitives;
  primitives.build(data, textures, canvas.size());
  const Rect all = canvas.bounds();
  rasterise(primitives, textures, {&all, 1}, background, canvas);
}

}  // namespace wv::paint
