// The map of the municipality, cut for drawing once for each release: what a frame does with it is only
// placing.
#pragma once

#include <utility>
#include <vector>

#include "kiosk/paint/painter.h"
#include "kiosk/store/content.h"
#include "kiosk/ui/geometry.h"

namespace wv::screens {

// Lengths are metres from the left top corner, y downwards.
struct City {
  struct Area {
    model::AreaId id;
    std::vector<paint::Mesh> wijken;
    std::vector<std::vector<paint::Point>> outlines;  // of all its wijken together
    std::vector<std::pair<paint::Point, paint::Point>>
        hatching;        // slanting lines inside; only of an alliance
    paint::Point label;  // inside its largest wijk
  };
  ui::Size size;
  std::vector<Area> areas;          // in the order of the municipality; those without an outline are empty
  std::vector<paint::Mesh> others;  // wijken of no area
};

// Null without a map. Details smaller than can be seen are left out, and more so when there are very many.
std::shared_ptr<const City> city_of(const store::Content& content);

// Whether a point in metres lies in the area.
bool contains(const City::Area& area, paint::Point point);

}  // namespace wv::screens
