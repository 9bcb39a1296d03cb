// Cuts an outline with holes into triangles by clipping ears, after tying each hole to the outside with a
// seam.
#include "kiosk/paint/polygon.h"

#include <algorithm>
#include <cmath>

namespace wv::paint {
namespace {

double doubled_area(std::span<const Point> ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i];
    const Point b = ring[(i + 1) % ring.size()];
    sum += double{a.x} * b.y - double{b.x} * a.y;
  }
  return sum;
}

double turn(Point a, Point b, Point c) {
  return (double{b.x} - a.x) * (double{c.y} - a.y) - (double{c.x} - a.x) * (double{b.y} - a.y);
}

bool within(Point p, Point a, Point b, Point c) {
  return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

std::vector<Point> tidied(std::span<const Point> ring, float tolerance) {
  std::vector<Point> kept;
  const auto close = [&](Point a, Point b) {
    return a == b || (std::abs(a.x - b.x) <= tolerance && std::abs(a.y - b.y) <= tolerance);
  };
  for (Point p : ring) {
    const bool number = std::isfinite(p.x) && std::isfinite(p.y);
    if (number && (kept.empty() || !close(kept.back(), p))) kept.push_back(p);
  }
  while (kept.size() > 1 && close(kept.front(), kept.back())) kept.pop_back();
  return kept;
}

using Loop = std::vector<std::uint32_t>;  // indices into the mesh's points, clockwise on the screen

class Cutter {
 public:
  explicit Cutter(Mesh& mesh) : mesh_(mesh) {}

  void add_ring(std::span<const Point> ring, bool hole) {
    std::vector<Point> points(ring.begin(), ring.end());
    if ((doubled_area(points) < 0) != hole) std::ranges::reverse(points);
    mesh_.rings.push_back(static_cast<std::uint32_t>(mesh_.points.size()));
    Loop loop;
    for (Point p : points) {
      loop.push_back(static_cast<std::uint32_t>(mesh_.points.size()));
      mesh_.points.push_back(p);
    }
    if (hole) {
      holes_.push_back(std::move(loop));
    } else {
      outside_ = std::move(loop);
    }
  }

  void cut() {
    std::ranges::sort(holes_, {}, [&](const Loop& hole) { return -at(hole[rightmost(hole)]).x; });
    for (const Loop& hole : holes_) tie(hole);
    clip_ears();
  }

 private:
  Point at(std::uint32_t index) const { return mesh_.points[index]; }

  std::size_t rightmost(const Loop& loop) const {
    const auto further = [&](std::uint32_t a, std::uint32_t b) { return at(a).x < at(b).x; };
    return static_cast<std::size_t>(std::ranges::max_element(loop, further) - loop.begin());
  }

  // Whether the straight way between two points crosses a side of a loop.
  bool crosses(const Loop& loop, Point from, Point to) const {
    for (std::size_t i = 0; i < loop.size(); ++i) {
      const Point a = at(loop[i]);
      const Point b = at(loop[(i + 1) % loop.size()]);
      if (a == to || b == to || a == from || b == from) continue;
      if ((turn(from, to, a) > 0) != (turn(from, to, b) > 0) &&
          (turn(a, b, from) > 0) != (turn(a, b, to) > 0)) {
        return true;
      }
    }
    return false;
  }

  bool sees(Point from, Point to) const {
    const auto blocks = [&](const Loop& loop) { return crosses(loop, from, to); };
    return !blocks(outside_) && std::ranges::none_of(holes_, blocks);
  }

  // Whether the way to `to` leaves corner `i` of the outside inwards.
  bool opens_to(std::size_t i, Point to) const {
    const std::size_t n = outside_.size();
    const Point before = at(outside_[(i + n - 1) % n]);
    const Point here = at(outside_[i]);
    const Point after = at(outside_[(i + 1) % n]);
    const bool from_in = turn(before, here, to) > 0;
    const bool to_out = turn(here, after, to) > 0;
    return turn(before, here, after) > 0 ? from_in && to_out : from_in || to_out;
  }

  void tie(const Loop& hole) {
    const std::size_t start = rightmost(hole);
    const Point from = at(hole[start]);
    std::size_t best = 0;
    double nearest = -1;
    for (std::size_t i = 0; i < outside_.size(); ++i) {
      const Point to = at(outside_[i]);
      const double distance = std::hypot(double{to.x} - from.x, double{to.y} - from.y);
      if ((nearest < 0 || distance < nearest) && opens_to(i, from) && sees(from, to)) {
        nearest = distance;
        best = i;
      }
    }
    Loop joined(outside_.begin(), outside_.begin() + static_cast<std::ptrdiff_t>(best) + 1);
    for (std::size_t k = 0; k <= hole.size(); ++k) joined.push_back(hole[(start + k) % hole.size()]);
    joined.insert(joined.end(), outside_.begin() + static_cast<std::ptrdiff_t>(best), outside_.end());
    outside_ = std::move(joined);
  }

  bool is_ear(std::size_t i) const {
    const std::size_t n = outside_.size();
    const std::uint32_t ia = outside_[(i + n - 1) % n], ib = outside_[i], ic = outside_[(i + 1) % n];
    const Point a = at(ia), b = at(ib), c = at(ic);
    if (turn(a, b, c) <= 0) return false;
    return std::ranges::none_of(outside_, [&](std::uint32_t k) {
      const Point p = at(k);
      return p != a && p != b && p != c && within(p, a, b, c);
    });
  }

  // When nothing is an ear the outline crosses itself: the flattest or any corner goes, so that this ends.
  void clip_ears() {
    std::size_t i = 0;
    std::size_t looked = 0;
    while (outside_.size() > 3) {
      const std::size_t n = outside_.size();
      i %= n;
      const Point a = at(outside_[(i + n - 1) % n]), b = at(outside_[i]), c = at(outside_[(i + 1) % n]);
      const bool flat = turn(a, b, c) == 0;
      if (!flat && looked < n && !is_ear(i)) {
        ++i, ++looked;
        continue;
      }
      if (!flat) emit(i);
      outside_.erase(outside_.begin() + static_cast<std::ptrdiff_t>(i));
      looked = 0;
    }
    if (outside_.size() == 3) emit(1);
  }

  void emit(std::size_t i) {
    const std::size_t n = outside_.size();
    for (std::size_t k : {(i + n - 1) % n, i, (i + 1) % n}) mesh_.triangles.push_back(outside_[k]);
  }

  Mesh& mesh_;
  Loop outside_;
  std::vector<Loop> holes_;
};

std::span<const Point> ring_of(const Mesh& mesh, std::size_t ring) {
  const std::size_t from = mesh.rings[ring];
  const std::size_t to = ring + 1 < mesh.rings.size() ? mesh.rings[ring + 1] : mesh.points.size();
  return std::span(mesh.points).subspan(from, to - from);
}

}  // namespace

Mesh triangulate(std::span<const std::vector<Point>> rings, float tolerance) {
  Mesh mesh;
  Cutter cutter(mesh);
  bool hole = false;
  for (const std::vector<Point>& ring : rings) {
    const std::vector<Point> tidy = tidied(ring, tolerance);
    if (tidy.size() >= 3) {
      cutter.add_ring(tidy, hole);
    } else if (!hole) {
      return mesh;
    }
    hole = true;
  }
  if (!mesh.rings.empty()) cutter.cut();
  return mesh;
}

bool contains(const Mesh& mesh, Point point) {
  bool inside = false;
  for (std::size_t r = 0; r < mesh.rings.size(); ++r) {
    const std::span<const Point> ring = ring_of(mesh, r);
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point a = ring[i];
      const Point b = ring[(i + 1) % ring.size()];
      if ((a.y > point.y) == (b.y > point.y)) continue;
      if (double{point.x} < a.x + (double{b.x} - a.x) * (double{point.y} - a.y) / (double{b.y} - a.y))
        inside = !inside;
    }
  }
  return inside;
}

}  // namespace wv::paint
