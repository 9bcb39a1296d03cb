// Rows between three sides, followed downwards exactly; colour, alpha and texture as planes over them.
#include "kiosk/paint/triangle.h"

#include <imgui.h>

#include <algorithm>
#include <limits>
#include <optional>

#include "kiosk/paint/blend.h"
#include "kiosk/paint/fixed.h"
#include "kiosk/paint/sample.h"

namespace wv::paint {
namespace {

// The bound that one side of a clockwise triangle sets on a row: floor(distance / slope), stepped without
// division.
class Side {
 public:
  Side(FixedPoint from, FixedPoint to, int row) {
    const std::int64_t dx = to.x - from.x;
    const std::int64_t dy = to.y - from.y;
    left_ = dy < 0;
    level_ = dy == 0;
    if (level_) return;  // top and bottom are bounded by the rows of the primitive's box
    const std::int64_t on_side_counts = left_ ? 0 : 1;
    below_ = kSubpixel * (left_ ? -dy : dy);
    const std::int64_t distance =
        dx * (centre_of(row) - from.y) - dy * (kSubpixel / 2 - from.x) - on_side_counts;
    whole_ = floor_div(distance, below_);
    part_ = distance - whole_ * below_;
    whole_step_ = floor_div(kSubpixel * dx, below_);
    part_step_ = kSubpixel * dx - whole_step_ * below_;
  }

  void bound(std::int64_t& from, std::int64_t& to) const {
    if (level_) return;
    if (left_) {
      from = std::max(from, -whole_);
    } else {
      to = std::min(to, whole_ + 1);
    }
  }

  void next_row() {
    whole_ += whole_step_;
    part_ += part_step_;
    if (part_ < below_) return;
    part_ -= below_;
    ++whole_;
  }

 private:
  bool left_ = false, level_ = false;
  std::int64_t below_ = 1, whole_ = 0, part_ = 0, whole_step_ = 0, part_step_ = 0;
};

struct Corners {
  FixedPoint at[3];
  const ImDrawVert* vertex[3];
  std::int64_t area = 0;
};

Corners clockwise(const Primitive& p) {
  Corners c;
  for (int k = 0; k < 3; ++k) {
    c.vertex[k] = &p.vertices[p.corner[k]];
    c.at[k] = {to_fixed(c.vertex[k]->pos.x), to_fixed(c.vertex[k]->pos.y)};
  }
  c.area = cross(c.at[0], c.at[1], c.at[2]);
  if (c.area < 0) {
    std::swap(c.at[1], c.at[2]);
    std::swap(c.vertex[1], c.vertex[2]);
    c.area = -c.area;
  }
  return c;
}

// Calls paint(y, from, to) for each row with something in it.
template <class Paint>
void each_row(const Corners& c, const Rect& inside, Paint&& paint) {
  Side sides[3] = {
      {c.at[0], c.at[1], inside.y0}, {c.at[1], c.at[2], inside.y0}, {c.at[2], c.at[0], inside.y0}};
  for (int y = inside.y0; y < inside.y1; ++y) {
    std::int64_t from = inside.x0;
    std::int64_t to = inside.x1;
    for (Side& side : sides) {
      side.bound(from, to);
      side.next_row();
    }
    if (from < to) paint(y, static_cast<int>(from), static_cast<int>(to));
  }
}

std::uint32_t channel(const ImDrawVert& v, int shift) {
  return v.col >> shift & 255;
}

Plane channel_plane(const Corners& c, int shift) {
  const auto value = [&](int k) { return std::int64_t{channel(*c.vertex[k], shift)} << 16; };
  return plane_through(c.at, {value(0), value(1), value(2)}, c.area);
}

// Texels with 16 bits of fraction, snapped to 1/256 so that k/size finds texel k whatever the size.
std::int64_t texel(float part, int size) {
  return std::int64_t{to_fixed(part * static_cast<float>(size))} << 8;
}

std::uint32_t level(std::int64_t value) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>((value + 32768) >> 16, 0, 255));
}

Ink ink_of(const ImDrawVert& v) {
  return {channel(v, IM_COL32_R_SHIFT), channel(v, IM_COL32_G_SHIFT), channel(v, IM_COL32_B_SHIFT),
          channel(v, IM_COL32_A_SHIFT)};
}

// The colour over the triangle: often flat, or flat but for alpha (the soft edge).
struct Shade {
  enum class Kind { Flat, Fading, Varied } kind = Kind::Flat;
  Ink ink;
  Plane r, g, b, a;

  Ink at(int x, int y) const {
    if (kind == Kind::Flat) return ink;
    Ink here = ink;
    here.a = level(a.at(x, y));
    if (kind == Kind::Varied)
      here.r = level(r.at(x, y)), here.g = level(g.at(x, y)), here.b = level(b.at(x, y));
    return here;
  }
};

Shade shade_of(const Corners& c) {
  constexpr std::uint32_t kColour = ~(255u << IM_COL32_A_SHIFT);
  const std::uint32_t first = c.vertex[0]->col, second = c.vertex[1]->col, third = c.vertex[2]->col;
  Shade shade;
  shade.ink = ink_of(*c.vertex[0]);
  if (first == second && second == third) return shade;
  shade.a = channel_plane(c, IM_COL32_A_SHIFT);
  shade.kind = Shade::Kind::Fading;
  if ((first & kColour) == (second & kColour) && (second & kColour) == (third & kColour)) return shade;
  shade.r = channel_plane(c, IM_COL32_R_SHIFT);
  shade.g = channel_plane(c, IM_COL32_G_SHIFT);
  shade.b = channel_plane(c, IM_COL32_B_SHIFT);
  shade.kind = Shade::Kind::Varied;
  return shade;
}

void paint_plain(const Corners& c, const Rect& inside, const Canvas& canvas) {
  const Shade shade = shade_of(c);
  each_row(c, inside, [&](int y, int from, int to) {
    std::uint32_t* row = canvas.row(y);
    if (shade.kind == Shade::Kind::Flat) {
      blend_row(row + from, to - from, shade.ink);
      return;
    }
    for (int x = from; x < to; ++x) {
      const Ink ink = shade.at(x, y);
      row[x] = over(ink, ink.a, row[x]);
    }
  });
}

struct TexturePlanes {
  Plane u, v;
  TexturePlanes(const Corners& c, int width, int height) {
    const auto across = [&](int k) { return texel(c.vertex[k]->uv.x, width); };
    const auto down = [&](int k) { return texel(c.vertex[k]->uv.y, height); };
    u = plane_through(c.at, {across(0), across(1), across(2)}, c.area);
    v = plane_through(c.at, {down(0), down(1), down(2)}, c.area);
  }
};

void paint_coverage(const Corners& c, const AlphaView& atlas, const Rect& inside, const Canvas& canvas) {
  const Shade shade = shade_of(c);
  const TexturePlanes planes(c, atlas.width, atlas.height);
  each_row(c, inside, [&](int y, int from, int to) {
    std::uint32_t* row = canvas.row(y);
    for (int x = from; x < to; ++x) {
      const Ink ink = shade.at(x, y);
      row[x] = over(ink, scale(sample(atlas, planes.u.at(x, y), planes.v.at(x, y)), ink.a), row[x]);
    }
  });
}

void paint_picture(const Corners& c, const Image& image, const Rect& inside, const Canvas& canvas) {
  const Shade shade = shade_of(c);
  const TexturePlanes planes(c, image.size.width, image.size.height);
  each_row(c, inside, [&](int y, int from, int to) {
    std::uint32_t* row = canvas.row(y);
    for (int x = from; x < to; ++x) {
      row[x] = over_multiplied(tinted(sample(image, planes.u.at(x, y), planes.v.at(x, y)), shade.at(x, y)),
                               row[x]);
    }
  });
}

}  // namespace

void paint_triangle(const Primitive& p, const Textures& textures, const Rect& inside, const Canvas& canvas) {
  const Corners c = clockwise(p);
  if (c.area == 0) return;
  if (p.texture == TextureId::None) return paint_plain(c, inside, canvas);
  if (p.texture == TextureId::Glyphs) {
    if (textures.glyphs().pixels != nullptr) paint_coverage(c, textures.glyphs(), inside, canvas);
    return;
  }
  const Image* image = textures.find(p.texture);
  if (image != nullptr && !image->pixels.empty()) paint_picture(c, *image, inside, canvas);
}

}  // namespace wv::paint
