// Whole-number geometry of the rasteriser: 1/256 pixel positions, and which pixel centres lie on which side.
#pragma once

#include <cstdint>

namespace wv::paint {

// 24.8 fixed point. Positions are cut off far outside any screen, so that no product below can overflow 64
// bits.
inline constexpr int kSubpixel = 256;
inline constexpr float kFarthest = 131072.0F;

// To the nearest; `x` must be a number. Made positive first, where cutting off is rounding down: without a
// call to floor(), for which old processors have no instruction.
constexpr std::int32_t to_fixed(float x) {
  constexpr double kPositive = 1 << 26;
  const float near = x < -kFarthest ? -kFarthest : x > kFarthest ? kFarthest : x;
  return static_cast<std::int32_t>(double{near} * kSubpixel + (kPositive + 0.5)) -
         static_cast<std::int32_t>(kPositive);
}

// The first pixel whose centre is not left of (above) a position; as an end it is just outside.
constexpr int pixel_from(std::int32_t position) {
  return (position + kSubpixel / 2 - 1) >> 8;
}
constexpr std::int32_t centre_of(int pixel) {
  return pixel * kSubpixel + kSubpixel / 2;
}

// `below` is positive.
constexpr std::int64_t floor_div(std::int64_t above, std::int64_t below) {
  const std::int64_t quotient = above / below;
  return quotient - (above % below < 0 ? 1 : 0);
}

// A value that changes evenly over the screen, known at every pixel centre as base + x*dx + y*dy: independent
// of where painting starts, so a partial repaint gives the same bits as a full one. 16 bits of fraction.
struct Plane {
  std::int64_t base = 0, dx = 0, dy = 0;
  std::int64_t at(int x, int y) const { return base + dx * x + dy * y; }
};

struct FixedPoint {
  std::int32_t x = 0, y = 0;
};

// Twice the area; positive when a, b, c run clockwise on the screen.
constexpr std::int64_t cross(FixedPoint a, FixedPoint b, FixedPoint c) {
  return std::int64_t{b.x - a.x} * (c.y - a.y) - std::int64_t{c.x - a.x} * (b.y - a.y);
}

// The plane through three values (with 16 bits of fraction) at three points whose cross() is `area`, not 0. A
// sliver so thin that the slope makes no sense is given its first value everywhere.
Plane plane_through(const FixedPoint (&points)[3], const std::int64_t (&values)[3], std::int64_t area);

}  // namespace wv::paint
