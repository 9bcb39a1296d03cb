// A made-up city for tests of the map: two areas of three wijken, one of them bent around the other, and a
// wood.
#pragma once

#include "kiosk/screens/city.h"
#include "tests/support/town.h"

namespace wv::test {

// Metres east and north of a corner in the Netherlands.
inline std::vector<std::pair<std::int32_t, std::int32_t>> ring(
    std::initializer_list<std::pair<std::int32_t, std::int32_t>> points) {
  std::vector<std::pair<std::int32_t, std::int32_t>> placed;
  for (const auto& [x, y] : points) placed.push_back({130'000 + x, 395'000 + y});
  placed.push_back(placed.front());
  return placed;
}

// Noord (WK000101) is a square of 2 by 2 km in the left top; West bends around it: right of it and below.
inline model::CityMap a_city_map() {
  model::CityMap map;
  map.year = 2025;
  map.source = "CBS en Kadaster";
  map.wijken = {
      {model::WijkCode{"WK000101"}, "Heide", {ring({{0, 2000}, {2000, 2000}, {2000, 4000}, {0, 4000}})}},
      {model::WijkCode{"WK000102"},
       "Bocht",
       {ring({{2000, 4000}, {2000, 2000}, {0, 2000}, {0, 800}, {4000, 800}, {4000, 4000}})}},
      {model::WijkCode{"WK000103"}, "Zoom", {ring({{0, 0}, {4000, 0}, {4000, 800}, {0, 800}})}},
      {model::WijkCode{"WK000199"}, "Bos", {ring({{4000, 0}, {6000, 0}, {6000, 4000}, {4000, 4000}})}}};
  return map;
}

inline store::Content a_town_with_a_map() {
  store::Content content = a_town();
  content.map = std::make_shared<const model::CityMap>(a_city_map());
  content.alliances = {model::AreaId{"west"}};
  return content;
}

}  // namespace wv::test
