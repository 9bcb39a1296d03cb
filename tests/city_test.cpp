// The map cut for drawing: nothing lost, nothing doubled, no gap between neighbours.
#include "kiosk/screens/city.h"

#include <cmath>

#include "kiosk/paint/polygon.h"
#include "tests/support/catch.h"
#include "tests/support/city.h"

using namespace wv;
using paint::Point;

namespace {

double area_of(const paint::Mesh& mesh) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
    const Point a = mesh.points[mesh.triangles[i]], b = mesh.points[mesh.triangles[i + 1]],
                c = mesh.points[mesh.triangles[i + 2]];
    sum +=
        std::abs((double{b.x} - a.x) * (double{c.y} - a.y) - (double{c.x} - a.x) * (double{b.y} - a.y)) / 2;
  }
  return sum;
}

double area_of(const std::vector<paint::Mesh>& meshes) {
  double sum = 0;
  for (const auto& mesh : meshes) sum += area_of(mesh);
  return sum;
}

double length_of(const std::vector<std::vector<Point>>& outlines) {
  double sum = 0;
  for (const auto& ring : outlines) {
    for (std::size_t i = 0; i < ring.size(); ++i) {
      const Point a = ring[i], b = ring[(i + 1) % ring.size()];
      sum += std::hypot(double{b.x} - a.x, double{b.y} - a.y);
    }
  }
  return sum;
}

}  // namespace

TEST_CASE("areas keep their size on the map, also one that bends around another") {
  const auto city = screens::city_of(test::a_town_with_a_map());
  REQUIRE(city);
  CHECK(city->size == ui::Size{6000, 4000});
  REQUIRE(city->areas.size() == 2);
  CHECK(area_of(city->areas[0].wijken) == Approx(4e6));
  CHECK(area_of(city->areas[1].wijken) == Approx(12e6));
  CHECK(area_of(city->areas[0].wijken) + area_of(city->areas[1].wijken) + area_of(city->others) ==
        Approx(24e6));
}

TEST_CASE("the border between two wijken of one area is no border of the area") {
  const auto city = screens::city_of(test::a_town_with_a_map());
  REQUIRE(city->areas[1].outlines.size() == 1);
  CHECK(length_of(city->areas[0].outlines) == Approx(8000));
  CHECK(length_of(city->areas[1].outlines) == Approx(16000));
}

TEST_CASE("a point belongs to one area at most, and a label to its own") {
  const auto city = screens::city_of(test::a_town_with_a_map());
  CHECK(screens::contains(city->areas[0], {500, 500}));
  CHECK_FALSE(screens::contains(city->areas[1], {500, 500}));
  CHECK(screens::contains(city->areas[1], {500, 2700}));
  CHECK(screens::contains(city->areas[1], {3000, 500}));
  for (const auto& area : city->areas) {
    CHECK(screens::contains(area, area.label));
    CHECK_FALSE(screens::contains(area, {5000, 2000}));
  }
}

TEST_CASE("only an alliance is hatched, and only inside") {
  const auto city = screens::city_of(test::a_town_with_a_map());
  CHECK(city->areas[0].hatching.empty());
  REQUIRE(city->areas[1].hatching.size() > 5);
  for (const auto& [from, to] : city->areas[1].hatching) {
    CHECK(from.x <= to.x);
    CHECK(screens::contains(city->areas[1], {(from.x + to.x) / 2, (from.y + to.y) / 2}));
  }
}

TEST_CASE("a map drawn to the metre becomes one of thousands of points, not of hundreds of thousands") {
  auto content = test::a_town_with_a_map();
  auto map = test::a_city_map();
  for (int i = 0; i < 20; ++i) {
    std::vector<std::pair<std::int32_t, std::int32_t>> coast;
    for (int k = 0; k < 10'000; ++k) {
      const double angle = 6.283185307 * k / 10'000;
      const double reach = 900 + (k % 7) * 9;
      coast.push_back({140'000 + i * 2000 + static_cast<int>(reach * std::cos(angle)),
                       400'000 + static_cast<int>(reach * std::sin(angle))});
    }
    coast.push_back(coast.front());
    map.wijken.push_back({model::WijkCode{"WK0002" + std::to_string(10 + i)}, "Kust", {coast}});
  }
  content.map = std::make_shared<const model::CityMap>(map);
  const auto city = screens::city_of(content);
  REQUIRE(city);
  std::size_t points = 0;
  for (const auto& mesh : city->others) points += mesh.points.size();
  CHECK(points <= 6'000);
  CHECK(city->others.size() == 21);
}

TEST_CASE("a municipality without a map has none, and a line is no map") {
  CHECK(screens::city_of(test::a_town()) == nullptr);
  auto content = test::a_town_with_a_map();
  auto map = test::a_city_map();
  for (auto& wijk : map.wijken) wijk.rings = {test::ring({{0, 0}, {1000, 0}, {500, 0}})};
  content.map = std::make_shared<const model::CityMap>(map);
  CHECK(screens::city_of(content) == nullptr);
}
