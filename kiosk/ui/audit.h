// Measures a finished frame against the promises about sizes, contrast and names (product.md "Accessibility,
// in numbers"). Reads only the tree: what is not in the tree is not on the screen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/paint/canvas.h"
#include "kiosk/ui/metrics.h"
#include "kiosk/ui/tree.h"

namespace wv::ui {

inline constexpr double kTextContrast = 4.5;     // WCAG 2.2, 1.4.3
inline constexpr double kControlContrast = 3.0;  // 1.4.11; also for what is dimmed because it does nothing

struct Violation {
  std::string screen;
  std::string node;     // id
  std::string rule;     // "target-size", "target-gap", "capital-height", "text-contrast", "control-contrast",
                        // "text-cut", "word-broken", "off-screen", "behind-bar", "targets-overlap",
                        // "texts-overlap", "no-label", "unspoken-text", "duplicate-id", "reading-order",
                        // "no-way-to-scroll", "no-focus-order", "pixel-contrast"
  double measured = 0;  // mm, ratio or px, as the rule wants
  double wanted = 0;
  std::string detail;  // for a person: what stands there
};

// Every violation in the frame; empty when all is well.
std::vector<Violation> audit(const Tree& tree, const Metrics& metrics, std::string_view screen);

// The contrast of every line of text as it came out in `canvas`, the picture that was drawn with `tree`.
std::vector<Violation> audit_pixels(const Tree& tree, const paint::Canvas& canvas, std::string_view screen);

}  // namespace wv::ui
