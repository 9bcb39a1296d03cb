// From heights above the floor to pixels from the top, and back.
#include "kiosk/ui/reach.h"

#include <algorithm>
#include <cmath>

namespace wv::ui {
namespace {

float px_per_mm_upright(const Panel& panel) {
  return panel.pixels.height / panel.mm.height;
}

}  // namespace

Band reachable(const Panel& panel) {
  const float scale = px_per_mm_upright(panel);
  const float above = std::max(0.0F, panel.above_floor_mm + panel.mm.height - kHighestReachMm);
  const float below = std::max(0.0F, kLowestReachMm - panel.above_floor_mm);
  const float top = std::ceil(above * scale);
  const float high = std::max(1.0F, panel.pixels.height - top - std::ceil(below * scale));
  Band band{panel, top};
  band.panel.pixels.height = high;
  band.panel.mm.height = high / scale;
  return band;
}

ReachHelp reach_help(const Panel& panel) {
  const Band band = reachable(panel);
  if (band.panel.pixels.height >= panel.pixels.height) return ReachHelp::NotNeeded;
  return band.panel.mm.height < kLeastBandMm ? ReachHelp::Impossible : ReachHelp::Helps;
}

std::vector<Violation> audit_reach(const Tree& tree, const Panel& panel, std::string_view screen) {
  constexpr float kSlackMm = 0.3F;  // a pixel
  const float scale = px_per_mm_upright(panel);
  const auto above_floor = [&](float y) { return panel.above_floor_mm + (panel.pixels.height - y) / scale; };
  std::vector<Violation> found;
  for (const Node& node : tree.nodes()) {
    if (!node.focusable() || !tree.answers(node.layer) || node.visible().empty()) continue;
    const float high = above_floor(node.visible().y);
    const float low = above_floor(node.visible().bottom());
    if (high > kHighestReachMm + kSlackMm)
      found.push_back({std::string(screen), node.id, "reach", high, kHighestReachMm, node.label});
    if (low < kLowestReachMm - kSlackMm)
      found.push_back({std::string(screen), node.id, "reach", low, kLowestReachMm, node.label});
  }
  return found;
}

}  // namespace wv::ui
