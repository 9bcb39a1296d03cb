// The slope of a value over a triangle, rounded the same way everywhere.
#include "kiosk/paint/fixed.h"

namespace wv::paint {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t kSteepest = std::int64_t{1} << 40;

Wide round_div(Wide above, Wide below) {
  const Wide half = (below < 0 ? -below : below) / 2;
  return above < 0 ? -((-above + half) / below) : (above + half) / below;
}

}  // namespace

Plane plane_through(const FixedPoint (&p)[3], const std::int64_t (&v)[3], std::int64_t area) {
  const Wide v1 = v[1] - v[0];
  const Wide v2 = v[2] - v[0];
  const Wide across = v1 * (p[2].y - p[0].y) - v2 * (p[1].y - p[0].y);
  const Wide down = v2 * (p[1].x - p[0].x) - v1 * (p[2].x - p[0].x);
  const Wide dx = round_div(across * kSubpixel, area);
  const Wide dy = round_div(down * kSubpixel, area);
  if (dx > kSteepest || dx < -kSteepest || dy > kSteepest || dy < -kSteepest) return {v[0], 0, 0};
  Plane plane{0, static_cast<std::int64_t>(dx), static_cast<std::int64_t>(dy)};
  // From the first corner to the centre of its own pixel, then to pixel 0,0.
  const int x = p[0].x >> 8;
  const int y = p[0].y >> 8;
  const std::int64_t to_centre = plane.dx * (centre_of(x) - p[0].x) + plane.dy * (centre_of(y) - p[0].y);
  plane.base = v[0] + (to_centre >> 8) - plane.dx * x - plane.dy * y;
  return plane;
}

}  // namespace wv::paint
