// Round corners as concentric arcs: a soft edge is the band between the outlines half a pixel out and half a
// pixel in.
#include "kiosk/paint/contour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "kiosk/paint/pen.h"

namespace wv::paint {
namespace {

constexpr std::array<Corners, 4> kCorners = {Corners::TopLeft, Corners::TopRight, Corners::BottomRight,
                                             Corners::BottomLeft};
constexpr std::array<Point, 4> kSigns = {{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}};
constexpr double kQuarter = std::numbers::pi / 2;

// Sine of 0..pi/2. The library's differs in its last bits between processors with and without FMA.
double sine(double x) {
  double term = x;
  double sum = x;
  for (int k = 1; k <= 9; ++k) {
    term *= -x * x / ((2.0 * k) * (2.0 * k + 1.0));
    sum += term;
  }
  return sum;
}

Point rotated(Point p, int quarters) {
  switch (quarters & 3) {
    case 0:
      return p;
    case 1:
      return {-p.y, p.x};
    case 2:
      return {-p.x, -p.y};
    default:
      return {p.y, -p.x};
  }
}

// `turn` quarters clockwise from the right, plus `part` of the next.
Point turned(int turn, double part) {
  const double s = sine(part * kQuarter);
  const double c = sine((1 - part) * kQuarter);
  const auto x = static_cast<float>(c);
  const auto y = static_cast<float>(s);
  switch (turn & 3) {
    case 0:
      return {x, y};
    case 1:
      return {-y, x};
    case 2:
      return {-x, -y};
    default:
      return {y, -x};
  }
}

// To the rasteriser's grid, so that points that should be in line are.
Point snapped(Point p) {
  return {std::floor(p.x * 256.0F + 0.5F) / 256.0F, std::floor(p.y * 256.0F + 0.5F) / 256.0F};
}

}  // namespace

Point direction(float radians) {
  const double quarters = static_cast<double>(radians) / kQuarter;
  const double whole = std::floor(quarters);
  return turned(static_cast<int>(static_cast<std::int64_t>(whole) & 3), quarters - whole);
}

// Never more than a tenth of a pixel off the true arc.
int arc_pieces(float radius, float radians) {
  const float pieces = 1.15F * std::sqrt(std::max(radius, 0.5F)) * std::abs(radians);
  return std::clamp(static_cast<int>(std::ceil(pieces)), 2, 512);
}

Contour::Contour(const Box& box, float radius, Corners round, float outset)
    : box_(box),
      radius_(std::max(0.0F, std::min({radius, box.width() / 2, box.height() / 2}))),
      round_(radius_ > 0 ? round : Corners::None),
      pieces_(round_ == Corners::None
                  ? 0
                  : std::min(arc_pieces(radius_ + outset, static_cast<float>(kQuarter)), kMost)) {
  for (int i = 0; i <= pieces_ && pieces_ > 0; ++i) quarter_[i] = turned(0, static_cast<double>(i) / pieces_);
}

// Outlines meet in the middle, they do not cross.
float Contour::deepest() const {
  return std::min(box_.width(), box_.height()) / 2;
}

Point Contour::corner_at(int corner) const {
  const Point sign = kSigns[corner];
  return {sign.x < 0 ? box_.x0 : box_.x1, sign.y < 0 ? box_.y0 : box_.y1};
}

Point Contour::at(int index, float inset) const {
  inset = std::min(inset, deepest());
  const int corner = index / per_corner();
  const Point sign = kSigns[corner];
  const Point outer = corner_at(corner);
  const float left = radius_ - inset;
  if (!has(round_, kCorners[corner]) || left <= 0) {
    return snapped({outer.x - sign.x * inset, outer.y - sign.y * inset});
  }
  const Point middle{outer.x - sign.x * radius_, outer.y - sign.y * radius_};
  const Point way = rotated(quarter_[index % per_corner()], corner + 2);
  return snapped({middle.x + way.x * left, middle.y + way.y * left});
}

Point Contour::centre(int corner, float inset) const {
  inset = std::min(inset, deepest());
  const bool arc = has(round_, kCorners[corner]) && radius_ - inset > 0;
  const Point sign = kSigns[corner];
  const Point outer = corner_at(corner);
  const float by = arc ? radius_ : inset;
  return snapped({outer.x - sign.x * by, outer.y - sign.y * by});
}

namespace {

// Three boxes: between the upper arcs, the whole width, between the lower arcs.
void fill_boxes(Pen& pen, const Contour& contour, float inset, float share) {
  const int per = contour.per_corner();
  const Point left_top{contour.at(0, inset).x, contour.at(per - 1, inset).y};
  const Point right_bottom{contour.at(2 * per, inset).x, contour.at(3 * per - 1, inset).y};
  const std::array<Point, 4> c = {contour.centre(0, inset), contour.centre(1, inset),
                                  contour.centre(2, inset), contour.centre(3, inset)};
  const float upper = std::max(c[0].y, c[1].y);
  const float lower = std::min(c[2].y, c[3].y);
  const auto box = [&](float x0, float y0, float x1, float y1) {
    const unsigned first = pen.vertex({x0, y0}, share);
    pen.vertex({x1, y0}, share);
    pen.vertex({x1, y1}, share);
    pen.vertex({x0, y1}, share);
    pen.quad(first, first + 1, first + 2, first + 3);
  };
  box(c[0].x, left_top.y, c[1].x, upper);
  box(left_top.x, upper, right_bottom.x, lower);
  box(c[3].x, lower, c[2].x, right_bottom.y);
}

void fill_inside(Pen& pen, const Contour& contour, const Layer& layer) {
  const int per = contour.per_corner();
  pen.reserve(4 * (per - 1) + 6, contour.points() + 4 + 12);
  for (int corner = 0; corner < 4; ++corner) {
    const unsigned middle = pen.vertex(contour.centre(corner, layer.inset), layer.share);
    for (int i = 0; i < per; ++i) {
      const unsigned at = pen.vertex(contour.at(corner * per + i, layer.inset), layer.share);
      if (i > 0) pen.triangle(middle, at - 1, at);
    }
  }
  fill_boxes(pen, contour, layer.inset, layer.share);
}

void band(Pen& pen, const Contour& contour, const Layer& outer, const Layer& inner) {
  const int count = contour.points();
  pen.reserve(count * 2, count * 2);
  const unsigned first = pen.next();
  for (int i = 0; i < count; ++i) {
    pen.vertex(contour.at(i, outer.inset), outer.share);
    pen.vertex(contour.at(i, inner.inset), inner.share);
  }
  for (int i = 0; i < count; ++i) {
    const unsigned here = first + 2 * static_cast<unsigned>(i);
    const unsigned next = first + 2 * static_cast<unsigned>((i + 1) % count);
    pen.quad(here, next, next + 1, here + 1);
  }
}

}  // namespace

void paint_layers(Pen& pen, const Contour& contour, std::span<const Layer> layers, Inner inner) {
  for (std::size_t i = 0; i + 1 < layers.size(); ++i) band(pen, contour, layers[i], layers[i + 1]);
  if (inner == Inner::Filled) fill_inside(pen, contour, layers.back());
}

}  // namespace wv::paint
