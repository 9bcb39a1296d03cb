// From millimetres and the look's pixels to the pixels of this panel.
#include "kiosk/ui/metrics.h"

#include <cmath>

namespace wv::ui {
namespace {

// Share of the body size at the smallest and at the largest text: headings need less lead when everything is
// large.
struct Step {
  float at_small, at_largest;
};
constexpr std::array<Step, 7> kScale = {{
    {1.00F, 1.00F},  // Body
    {1.00F, 1.00F},  // Strong
    {1.10F, 1.06F},  // Card
    {1.28F, 1.14F},  // Section
    {1.62F, 1.32F},  // Step
    {1.90F, 1.42F},  // Title
    {3.00F, 2.30F},  // Display
}};

}  // namespace

float Metrics::px_per_mm() const {
  return std::min(panel_.pixels.width / panel_.mm.width, panel_.pixels.height / panel_.mm.height);
}

float Metrics::em(Type type) const {
  const float body = std::ceil(px(wanted_capital_mm()) / kCapitalShare * 4) / 4;
  // Look sizes belong to the default text; in between the scale bends evenly.
  constexpr float kSmallest = kCapitalMm[1];
  constexpr float kMost = kCapitalMm[3];
  const float bend = std::clamp((wanted_capital_mm() - kSmallest) / (kMost - kSmallest), 0.0F, 1.0F);
  const Step step = kScale[static_cast<std::size_t>(type)];
  return body * std::lerp(step.at_small, step.at_largest, bend);
}

float Metrics::bar_em() const {
  return std::ceil(px(kBarCapitalMm) / kCapitalShare * 4) / 4;
}

float Metrics::unit(float look_px) const {
  const float short_side = std::min(panel_.pixels.width, panel_.pixels.height);
  return std::round(look_px * short_side / 1080.0F);
}

}  // namespace wv::ui
