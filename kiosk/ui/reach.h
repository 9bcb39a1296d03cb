// Reach mode: the part of a hanging panel that somebody in a wheelchair, or small, can touch.
#pragma once

#include <string_view>
#include <vector>

#include "kiosk/ui/audit.h"
#include "kiosk/ui/metrics.h"

namespace wv::ui {

// Heights above the floor between which every control stands (product.md; EN 301 549 clause 8.3.2).
constexpr float kLowestReachMm = 380, kHighestReachMm = 1220;
// A band lower than this holds no keyboard, bar and text at once.
constexpr float kLeastBandMm = 200;

struct Band {
  Panel panel;    // as if only the reachable part were there
  float top = 0;  // px of the real panel above it
};
Band reachable(const Panel& panel);

using visit::ReachHelp;
ReachHelp reach_help(const Panel& panel);

// Every control of the frame that stands outside those heights: "reach", in mm above the floor.
std::vector<Violation> audit_reach(const Tree& tree, const Panel& panel, std::string_view screen);

}  // namespace wv::ui
