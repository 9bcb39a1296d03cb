// Filled areas with a soft edge: the triangles end half a pixel inside the outline, a fading band goes half a
// pixel out.
#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "kiosk/paint/painter.h"
#include "kiosk/paint/pen.h"

namespace wv::paint {
namespace {

// The way out of a clockwise outline between two of its points; 0,0 when they coincide.
Point out_of(Point from, Point to) {
  const float x = to.x - from.x;
  const float y = to.y - from.y;
  const float length = std::sqrt(x * x + y * y);
  return length > 0 ? Point{y / length, -x / length} : Point{};
}

// Half a pixel outwards at a corner; at sharp ones no further than a pixel.
Point half_out(Point before, Point here, Point after) {
  const Point one = out_of(before, here);
  const Point other = out_of(here, after);
  const Point sum{(one.x + other.x) / 2, (one.y + other.y) / 2};
  const float square = sum.x * sum.x + sum.y * sum.y;
  if (square < 0.000001F) return {};
  const float by = 0.5F * std::min(1 / square, 2.0F);
  return {sum.x * by, sum.y * by};
}

// Writes each corner twice, soft outside and full inside, and the band between. `at` gives corner i of
// `count`.
template <class At>
void soft_ring(Pen& pen, int count, At at) {
  const unsigned first = pen.next();
  for (int i = 0; i < count; ++i) {
    const Point here = at(i);
    const Point way = half_out(at((i + count - 1) % count), here, at((i + 1) % count));
    pen.vertex({here.x + way.x, here.y + way.y}, 0.0F);
    pen.vertex({here.x - way.x, here.y - way.y});
  }
  for (int i = 0; i < count; ++i) {
    const unsigned here = first + 2 * static_cast<unsigned>(i);
    const unsigned next = first + 2 * static_cast<unsigned>((i + 1) % count);
    pen.quad(here, next, next + 1, here + 1);
  }
}

struct Ring {
  std::uint32_t from, to;
};

Ring ring_of(const Mesh& mesh, std::size_t ring) {
  const std::size_t end = ring + 1 < mesh.rings.size() ? mesh.rings[ring + 1] : mesh.points.size();
  return {mesh.rings[ring], static_cast<std::uint32_t>(end)};
}

Point placed(Point p, const Placement& where) {
  return {where.offset.x + p.x * where.scale, where.offset.y + p.y * where.scale};
}

}  // namespace

void Painter::fill_convex(std::span<const Point> points, Colour colour) {
  const auto count = static_cast<int>(points.size());
  if (count < 3 || colour.a == 0) return;
  float area = 0;
  for (int i = 0; i < count; ++i) {
    const Point a = points[i];
    const Point b = points[(i + 1) % count];
    area += a.x * b.y - b.x * a.y;
  }
  Pen pen(*list_, colour);
  pen.reserve(3 * count - 2, 2 * count);
  const unsigned first = pen.next();
  soft_ring(pen, count, [&](int i) { return area < 0 ? points[count - 1 - i] : points[i]; });
  for (int i = 1; i + 1 < count; ++i) {
    const unsigned here = first + 1 + 2 * static_cast<unsigned>(i);
    pen.triangle(first + 1, here, here + 2);
  }
}

void Painter::fill_mesh(const Mesh& mesh, const Placement& placement, Colour colour) {
  constexpr std::size_t kMostPoints = 30000;  // a vertex number is 16 bits and each corner needs two
  if (mesh.triangles.empty() || colour.a == 0 || mesh.points.size() > kMostPoints) return;
  Pen pen(*list_, colour);
  const auto points = static_cast<int>(mesh.points.size());
  pen.reserve(2 * points + static_cast<int>(mesh.triangles.size() / 3), 2 * points);
  const unsigned first = pen.next();
  for (std::size_t r = 0; r < mesh.rings.size(); ++r) {
    const Ring ring = ring_of(mesh, r);
    soft_ring(pen, static_cast<int>(ring.to - ring.from), [&](int i) {
      return placed(mesh.points[ring.from + static_cast<std::uint32_t>(i)], placement);
    });
  }
  const auto inner = [&](std::size_t i) { return first + 1 + 2 * mesh.triangles[i]; };
  for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3)
    pen.triangle(inner(i), inner(i + 1), inner(i + 2));
}

void Painter::stroke_mesh(const Mesh& mesh, const Placement& placement, float width, Colour colour) {
  for (std::size_t r = 0; r < mesh.rings.size(); ++r) {
    const Ring ring = ring_of(mesh, r);
    scratch_->clear();
    for (std::uint32_t i = ring.from; i < ring.to; ++i)
      scratch_->push_back(placed(mesh.points[i], placement));
    polyline(*scratch_, Path::Closed, width, colour);
  }
}

}  // namespace wv::paint
