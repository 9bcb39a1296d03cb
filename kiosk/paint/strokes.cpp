// Lines, arcs and dashes: a band along a path with a soft edge on both sides and at its ends.
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "kiosk/paint/contour.h"
#include "kiosk/paint/painter.h"
#include "kiosk/paint/pen.h"

namespace wv::paint {
namespace {

Point minus(Point a, Point b) {
  return {a.x - b.x, a.y - b.y};
}
Point moved(Point p, Point way, float by) {
  return {p.x + way.x * by, p.y + way.y * by};
}
Point left_of(Point way) {
  return {way.y, -way.x};
}

// 0,0 when there is no way to go.
Point unit(Point v) {
  const float length = std::sqrt(v.x * v.x + v.y * v.y);
  return length > 0 ? Point{v.x / length, v.y / length} : Point{};
}

// Sideways at a bend: as long as keeps both arms equally wide, but no spike at sharp ones.
Point mitre(Point one, Point other) {
  const Point sum{(one.x + other.x) / 2, (one.y + other.y) / 2};
  const float square = sum.x * sum.x + sum.y * sum.y;
  if (square < 0.000001F) return one;
  const float by = std::min(1 / square, 4.0F);
  return {sum.x * by, sum.y * by};
}

// Distances from the path's middle to where the colour is full and to where it is gone.
struct Profile {
  float full, gone, share;
  explicit Profile(float width)
      : full(std::max(0.0F, width / 2 - 0.5F)), gone(width / 2 + 0.5F), share(std::min(width, 1.0F)) {}
};

class Band {
 public:
  Band(Pen& pen, const Profile& profile) : pen_(pen), profile_(profile) {}

  // Four points across; joined to the ones before.
  void across(Point middle, Point side, float share) {
    const unsigned now = pen_.vertex(moved(middle, side, profile_.gone), 0.0F);
    pen_.vertex(moved(middle, side, profile_.full), share);
    pen_.vertex(moved(middle, side, -profile_.full), share);
    pen_.vertex(moved(middle, side, -profile_.gone), 0.0F);
    if (begun_) join(now - 4, now);
    begun_ = true;
  }
  void join(unsigned before, unsigned now) {
    for (unsigned k = 0; k < 3; ++k) pen_.quad(before + k, now + k, now + k + 1, before + k + 1);
  }
  float share() const { return profile_.share; }

 private:
  Pen& pen_;
  Profile profile_;
  bool begun_ = false;
};

// Half a disc at the end of a path; `side` is the band's, `way` points outwards.
void round_end(Pen& pen, Point middle, Point side, Point way, const Profile& profile) {
  const int pieces = arc_pieces(profile.gone, std::numbers::pi_v<float>);
  pen.reserve(pieces * 3, 1 + 2 * (pieces + 1));
  const unsigned hub = pen.vertex(middle, profile.share);
  for (int i = 0; i <= pieces; ++i) {
    const Point d = direction(std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(pieces));
    const Point out{side.x * d.x + way.x * d.y, side.y * d.x + way.y * d.y};
    const unsigned full = pen.vertex(moved(middle, out, profile.full), profile.share);
    pen.vertex(moved(middle, out, profile.gone), 0.0F);
    if (i == 0) continue;
    pen.triangle(hub, full - 2, full);
    pen.quad(full - 2, full - 1, full + 1, full);
  }
}

// Points and the sideways direction at each.
template <class SideAt>
void open_band(Pen& pen, std::span<const Point> points, SideAt side_at, float width, Ends ends) {
  const Profile profile(width);
  const auto count = static_cast<int>(points.size());
  const bool flat = ends == Ends::Flat;
  const int rows = count + (flat ? 2 : 0);
  const Point first_side = side_at(0);
  const Point last_side = side_at(count - 1);
  const Point back{first_side.y, -first_side.x};
  const Point ahead{-last_side.y, last_side.x};
  pen.reserve((rows - 1) * 6, rows * 4);
  Band band(pen, profile);
  if (flat) band.across(moved(points[0], back, 0.5F), first_side, 0);
  for (int i = 0; i < count; ++i) {
    Point at = points[i];
    if (flat && i == 0) at = moved(at, back, -0.5F);
    if (flat && i == count - 1) at = moved(at, ahead, -0.5F);
    band.across(at, side_at(i), profile.share);
  }
  if (flat) return band.across(moved(points[count - 1], ahead, 0.5F), last_side, 0);
  round_end(pen, points[0], first_side, back, profile);
  round_end(pen, points[count - 1], last_side, ahead, profile);
}

template <class SideAt>
void closed_band(Pen& pen, std::span<const Point> points, SideAt side_at, float width) {
  const Profile profile(width);
  const auto count = static_cast<int>(points.size());
  pen.reserve(count * 6, count * 4);
  const unsigned first = pen.next();
  Band band(pen, profile);
  for (int i = 0; i < count; ++i) band.across(points[i], side_at(i), profile.share);
  band.join(pen.next() - 4, first);
}

// Sideways at point `i` of a path, from its neighbours that lie elsewhere.
Point side_of(std::span<const Point> points, int i, Path path) {
  const auto count = static_cast<int>(points.size());
  const auto neighbour = [&](int step) {
    for (int k = 1; k < count; ++k) {
      const int at = i + step * k;
      if (path == Path::Open && (at < 0 || at >= count)) return points[i];
      const Point& p = points[((at % count) + count) % count];
      if (p != points[i]) return p;
    }
    return points[i];
  };
  const Point in = unit(minus(points[i], neighbour(-1)));
  const Point out = unit(minus(neighbour(1), points[i]));
  if (in == Point{}) return left_of(out);
  if (out == Point{}) return left_of(in);
  return mitre(left_of(in), left_of(out));
}

// Appends the part of a closed path between two distances along it.
void cut_out(std::span<const Point> path, float from, float to, std::vector<Point>& out) {
  float walked = 0;
  for (std::size_t i = 0; i < path.size() && walked < to; ++i) {
    const Point a = path[i];
    const Point b = path[(i + 1) % path.size()];
    const Point step = minus(b, a);
    const float length = std::sqrt(step.x * step.x + step.y * step.y);
    if (walked + length > from && length > 0) {
      if (walked <= from) out.push_back(moved(a, step, (from - walked) / length));
      out.push_back(walked + length < to ? b : moved(a, step, (to - walked) / length));
    }
    walked += length;
  }
}

float length_of(std::span<const Point> path) {
  float sum = 0;
  for (std::size_t i = 0; i < path.size(); ++i) {
    const Point step = minus(path[(i + 1) % path.size()], path[i]);
    sum += std::sqrt(step.x * step.x + step.y * step.y);
  }
  return sum;
}

}  // namespace

void Painter::line(Point from, Point to, float width, Colour colour, Ends ends) {
  const std::array<Point, 2> both = {from, to};
  polyline(both, Path::Open, width, colour, ends);
}

void Painter::polyline(std::span<const Point> points, Path path, float width, Colour colour, Ends ends) {
  if (points.size() < 2 || !(width > 0) || colour.a == 0) return;
  if (std::ranges::all_of(points, [&](Point p) { return p == points.front(); })) return;
  Pen pen(*list_, colour);
  const auto side = [&](int i) { return side_of(points, i, path); };
  if (path == Path::Open) return open_band(pen, points, side, width, ends);
  closed_band(pen, points, side, width);
}

void Painter::arc(Point centre, float radius, float from, float to, float width, Colour colour, Ends ends) {
  if (!(radius > 0) || !(width > 0) || !(from < to) || colour.a == 0) return;
  if (to - from >= 2 * std::numbers::pi_v<float>)
    return stroke_circle(centre, radius + width / 2, width, colour);
  const int pieces = arc_pieces(radius + width / 2, to - from);
  scratch_->clear();
  for (int i = 0; i <= pieces; ++i) {
    const float share = static_cast<float>(i) / static_cast<float>(pieces);
    scratch_->push_back(moved(centre, direction(from + (to - from) * share), radius));
  }
  Pen pen(*list_, colour);
  const auto outwards = [&](int i) { return unit(minus((*scratch_)[i], centre)); };
  open_band(pen, *scratch_, outwards, width, ends);
}

void Painter::dash_round(const Box& box, float radius, float width, Dash dash, Colour colour) {
  const bool nothing = !(box.width() > width) || !(box.height() > width) || !(width > 0) || !(dash.on > 0);
  if (nothing || !(dash.off >= 0) || colour.a == 0) return;
  const Contour contour(box.inset(width / 2), radius - width / 2, Corners::All, 0);
  std::vector<Point>& points = *scratch_;
  points.clear();
  for (int i = 0; i < contour.points(); ++i) points.push_back(contour.at(i, 0));
  const std::size_t corners = points.size();
  const float around = length_of(points);
  const float pieces = std::clamp(std::floor(around / (dash.on + dash.off) + 0.5F), 1.0F, 10000.0F);
  const float period = around / pieces;
  const float on = period * dash.on / (dash.on + dash.off);
  for (float k = 0; k < pieces; ++k) {
    points.resize(corners);
    points.reserve(2 * corners + 2);
    cut_out(std::span(points).first(corners), k * period, k * period + on, points);
    polyline(std::span(points).subspan(corners), Path::Open, width, colour);
  }
}

}  // namespace wv::paint
