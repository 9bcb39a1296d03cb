// Neighbours share their borders: points are snapped to one grid, so that simplifying opens no gap between
// them.
#include "kiosk/screens/city.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "kiosk/paint/polygon.h"

namespace wv::screens {
namespace {

using paint::Mesh;
using paint::Point;
using Grid = std::pair<std::int32_t, std::int32_t>;
using Ring = std::vector<Grid>;
using Rings = std::vector<std::vector<std::pair<std::int32_t, std::int32_t>>>;

constexpr std::int32_t finest_grid = 8;  // metres: half a pixel of a map as wide as the screen
constexpr std::int32_t coarsest_grid = 1024;
constexpr std::size_t most_map_points = 6'000;  // cutting takes time with the square of an outline
constexpr float hatch_step = 420;               // metres between two slanting lines

struct Bounds {
  std::int32_t left = INT32_MAX, top = INT32_MIN, right = INT32_MIN, bottom = INT32_MAX;  // RD: y upwards
  void add(std::int32_t x, std::int32_t y) {
    left = std::min(left, x), right = std::max(right, x);
    bottom = std::min(bottom, y), top = std::max(top, y);
  }
};

Bounds bounds_of(const model::CityMap& map) {
  Bounds bounds;
  for (const auto& wijk : map.wijken) {
    for (const auto& ring : wijk.rings) {
      for (const auto& [x, y] : ring) bounds.add(x, y);
    }
  }
  return bounds;
}

// Moved to the corner, turned over and rounded to a grid; points that fall together are one.
Ring snapped(const Rings::value_type& ring, const Bounds& bounds, std::int32_t grid) {
  const auto round = [&](std::int32_t metres) { return (metres + grid / 2) / grid * grid; };
  Ring kept;
  for (const auto& [x, y] : ring) {
    const Grid point{round(x - bounds.left), round(bounds.top - y)};
    if (kept.empty() || kept.back() != point) kept.push_back(point);
  }
  while (kept.size() > 1 && kept.front() == kept.back()) kept.pop_back();
  return kept;
}

std::int32_t grid_for(const model::CityMap& map, const Bounds& bounds) {
  for (std::int32_t grid = finest_grid; grid < coarsest_grid; grid *= 2) {
    std::size_t points = 0;
    for (const auto& wijk : map.wijken) {
      for (const auto& ring : wijk.rings) points += snapped(ring, bounds, grid).size();
    }
    if (points <= most_map_points) return grid;
  }
  return coarsest_grid;
}

Point point_of(const Grid& at) {
  return {static_cast<float>(at.first), static_cast<float>(at.second)};
}

std::vector<Point> points_of(const Ring& ring) {
  std::vector<Point> points;
  for (const Grid& at : ring) points.push_back(point_of(at));
  return points;
}

// Sides that two wijken share lie inside; the rest, joined end to end, is the outline.
class Outline {
 public:
  void add(const Ring& ring) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Grid from = ring[i], to = ring[(i + 1) % ring.size()];
      const auto found = sides_.find(std::minmax(from, to));
      if (found == sides_.end()) {
        sides_.emplace(std::minmax(from, to), std::pair(from, to));
      } else {
        sides_.erase(found);
      }
    }
  }

  std::vector<std::vector<Point>> joined() {
    std::multimap<Grid, Grid> ends;
    for (const auto& [key, side] : sides_) {
      ends.emplace(side.first, side.second);
      ends.emplace(side.second, side.first);
    }
    std::vector<std::vector<Point>> outlines;
    while (!ends.empty()) outlines.push_back(walk(ends));
    return outlines;
  }

 private:
  static std::vector<Point> walk(std::multimap<Grid, Grid>& ends) {
    std::vector<Point> outline;
    for (Grid at = ends.begin()->first;;) {
      const auto next = ends.find(at);
      if (next == ends.end()) return outline;
      const Grid to = next->second;
      outline.push_back(point_of(at));
      ends.erase(next);
      const auto [first, last] = ends.equal_range(to);
      const auto back = std::find_if(first, last, [&](const auto& end) { return end.second == at; });
      if (back != last) ends.erase(back);
      at = to;
    }
  }

  std::map<std::pair<Grid, Grid>, std::pair<Grid, Grid>> sides_;
};

float doubled_area(const std::vector<Point>& ring) {
  float sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()];
    sum += a.x * b.y - b.x * a.y;
  }
  return sum;
}

// Where horizontal and slanting sweeps cross the sides of all rings; `slope` shifts x by so much for each y.
std::vector<float> crossings(const std::vector<Mesh>& meshes, float line, bool slanting) {
  std::vector<float> found;
  const auto height = [&](Point p) { return slanting ? p.x + p.y : p.y; };
  for (const Mesh& mesh : meshes) {
    for (std::size_t r = 0; r < mesh.rings.size(); ++r) {
      const std::size_t from = mesh.rings[r];
      const std::size_t to = r + 1 < mesh.rings.size() ? mesh.rings[r + 1] : mesh.points.size();
      for (std::size_t i = from; i < to; ++i) {
        const Point a = mesh.points[i], b = mesh.points[i + 1 < to ? i + 1 : from];
        if ((height(a) > line) == (height(b) > line)) continue;
        found.push_back(std::lerp(a.x, b.x, (line - height(a)) / (height(b) - height(a))));
      }
    }
  }
  std::ranges::sort(found);
  return found;
}

std::vector<std::pair<Point, Point>> hatching(const std::vector<Mesh>& meshes, ui::Size size) {
  std::vector<std::pair<Point, Point>> lines;
  for (float line = hatch_step / 2; line < size.width + size.height; line += hatch_step) {
    const auto ends = crossings(meshes, line, true);
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
      // The inner border of two wijken is crossed twice at the same spot: the line goes on.
      if (!lines.empty() && std::abs(lines.back().second.x - ends[i]) < 1 &&
          std::abs(lines.back().second.x + lines.back().second.y - line) < 1) {
        lines.back().second = {ends[i + 1], line - ends[i + 1]};
        continue;
      }
      lines.push_back({{ends[i], line - ends[i]}, {ends[i + 1], line - ends[i + 1]}});
    }
  }
  return lines;
}

// In the middle of the widest place of the largest wijk, at the height of its centre.
Point label_in(const std::vector<Mesh>& wijken) {
  const Mesh* largest = nullptr;
  float most = -1;
  for (const Mesh& mesh : wijken) {
    const float area = std::abs(doubled_area(mesh.points));
    if (area > most) most = area, largest = &mesh;
  }
  if (!largest || largest->points.empty()) return {};
  float top = largest->points.front().y, bottom = top;
  for (const Point p : largest->points) top = std::min(top, p.y), bottom = std::max(bottom, p.y);
  const float middle = (top + bottom) / 2 + 0.25F;
  const auto ends = crossings({*largest}, middle, false);
  Point label{largest->points.front().x, middle};
  float widest = 0;
  for (std::size_t i = 0; i + 1 < ends.size(); i += 2) {
    if (ends[i + 1] - ends[i] <= widest) continue;
    widest = ends[i + 1] - ends[i];
    label.x = (ends[i] + ends[i + 1]) / 2;
  }
  return label;
}

class Survey {
 public:
  explicit Survey(const store::Content& content)
      : content_(content), bounds_(bounds_of(*content.map)), grid_(grid_for(*content.map, bounds_)) {
    city_.size = {static_cast<float>(bounds_.right - bounds_.left),
                  static_cast<float>(bounds_.top - bounds_.bottom)};
    for (const auto& area : content.municipality->areas) city_.areas.push_back({area.id, {}, {}, {}, {}});
    outlines_.resize(city_.areas.size());
  }

  City take() {
    for (const auto& wijk : content_.map->wijken) add(wijk);
    for (std::size_t i = 0; i < city_.areas.size(); ++i) {
      City::Area& area = city_.areas[i];
      area.outlines = outlines_[i].joined();
      area.label = label_in(area.wijken);
      if (content_.alliances.contains(area.id)) area.hatching = hatching(area.wijken, city_.size);
    }
    return std::move(city_);
  }

 private:
  std::size_t area_of(const model::WijkCode& code) const {
    const auto& areas = content_.municipality->areas;
    const auto found = std::ranges::find_if(
        areas, [&](const auto& area) { return std::ranges::find(area.wijken, code) != area.wijken.end(); });
    return static_cast<std::size_t>(found - areas.begin());
  }

  void add(const model::WijkOutline& wijk) {
    const std::size_t area = area_of(wijk.code);
    for (const auto& ring : wijk.rings) {
      const Ring snapped_ring = snapped(ring, bounds_, grid_);
      if (snapped_ring.size() < 3) continue;
      const std::vector<std::vector<Point>> rings = {points_of(snapped_ring)};
      (area < city_.areas.size() ? city_.areas[area].wijken : city_.others)
          .push_back(paint::triangulate(rings));
      if (area < city_.areas.size()) outlines_[area].add(snapped_ring);
    }
  }

  const store::Content& content_;
  Bounds bounds_;
  std::int32_t grid_;
  City city_;
  std::vector<Outline> outlines_;
};

}  // namespace

std::shared_ptr<const City> city_of(const store::Content& content) {
  if (!content.map || !content.municipality || content.map->wijken.empty()) return nullptr;
  City city = Survey(content).take();
  if (!(city.size.width > 0) || !(city.size.height > 0)) return nullptr;
  return std::make_shared<const City>(std::move(city));
}

bool contains(const City::Area& area, paint::Point point) {
  return std::ranges::any_of(area.wijken, [&](const Mesh& mesh) { return paint::contains(mesh, point); });
}

}  // namespace wv::screens
