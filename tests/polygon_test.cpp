// Areas of the map: triangles that cover what the outline encloses, whatever the outline.
#include <cmath>
#include <fstream>
#include <numbers>

#include "kiosk/paint/polygon.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"

using namespace wv::paint;
using wv::test::Dice;

namespace {

double area_of(const Mesh& mesh) {
  double sum = 0;
  for (std::size_t i = 0; i + 2 < mesh.triangles.size(); i += 3) {
    const Point a = mesh.points[mesh.triangles[i]];
    const Point b = mesh.points[mesh.triangles[i + 1]];
    const Point c = mesh.points[mesh.triangles[i + 2]];
    sum +=
        std::abs((double{b.x} - a.x) * (double{c.y} - a.y) - (double{c.x} - a.x) * (double{b.y} - a.y)) / 2;
  }
  return sum;
}

double area_of(const std::vector<Point>& ring) {
  double sum = 0;
  for (std::size_t i = 0; i < ring.size(); ++i) {
    const Point a = ring[i], b = ring[(i + 1) % ring.size()];
    sum += double{a.x} * b.y - double{b.x} * a.y;
  }
  return std::abs(sum) / 2;
}

// A star around a middle: never crosses itself, often far from convex.
std::vector<Point> a_star(Dice& dice, Point middle, float least, float most) {
  std::vector<Point> ring;
  const int corners = dice.whole(3, 60);
  for (int i = 0; i < corners; ++i) {
    const float angle = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / static_cast<float>(corners);
    const float reach = dice.real(least, most);
    ring.push_back({middle.x + reach * std::cos(angle), middle.y + reach * std::sin(angle)});
  }
  if (dice.one_in(2)) std::reverse(ring.begin(), ring.end());
  return ring;
}

}  // namespace

TEST_CASE("Triangles of an outline with a hole cover exactly what lies between") {
  Dice dice(21);
  for (int round = 0; round < 500; ++round) {
    const std::vector<std::vector<Point>> rings = {a_star(dice, {0, 0}, 60, 200), a_star(dice, {1, 1}, 1, 4)};
    const Mesh mesh = triangulate(rings);
    CHECK(area_of(mesh) == Approx(area_of(rings[0]) - area_of(rings[1])).epsilon(0.0001));
    CHECK_FALSE(contains(mesh, {1, 1}));
    CHECK_FALSE(contains(mesh, {300, 0}));
  }
}

TEST_CASE("Two holes and a notch between them stay open") {
  const std::vector<std::vector<Point>> rings = {
      {{0, 0}, {100, 0}, {100, 60}, {55, 60}, {50, 20}, {45, 60}, {0, 60}},
      {{10, 10}, {30, 10}, {30, 30}, {10, 30}},
      {{70, 10}, {90, 10}, {90, 30}, {70, 30}}};
  const Mesh mesh = triangulate(rings);
  CHECK(area_of(mesh) == Approx(6000 - 200 - 400 - 400));
  CHECK(contains(mesh, {5, 5}));
  CHECK_FALSE(contains(mesh, {20, 20}));
  CHECK_FALSE(contains(mesh, {50, 50}));
}

TEST_CASE("Outlines that cross themselves, fold back or hold no numbers end without a crash") {
  Dice dice(22);
  const float odd[] = {std::numeric_limits<float>::quiet_NaN(), 1e30F, -1e30F, 0, 0, 1, 1, 2, 3, 5};
  for (int round = 0; round < 2000; ++round) {
    std::vector<std::vector<Point>> rings(static_cast<std::size_t>(dice.whole(0, 3)));
    for (auto& ring : rings) {
      for (int i = dice.whole(0, 12); i > 0; --i)
        ring.push_back({odd[dice.whole(0, 9)], odd[dice.whole(0, 9)]});
    }
    const Mesh mesh = triangulate(rings);
    for (const std::uint32_t index : mesh.triangles) CHECK(index < mesh.points.size());
  }
}

TEST_CASE("Points closer than the tolerance are joined") {
  const std::vector<std::vector<Point>> rings = {
      {{0, 0}, {0.2F, 0.1F}, {50, 0}, {50, 50}, {50, 50.3F}, {0, 50}, {0, 0.4F}}};
  CHECK(triangulate(rings, 1).points.size() == 4);
  CHECK(triangulate(rings).points.size() == 7);
}
