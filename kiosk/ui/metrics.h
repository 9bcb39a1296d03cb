// Physical sizes: every length on the screen comes from the panel in millimetres and the chosen text size.
// Numbers: product.md "Accessibility, in numbers" (EN 301 549 clause 5.1.4; 0.7 degrees at 600 mm = 7.3 mm).
#pragma once

#include <array>

#include "kiosk/ui/geometry.h"
#include "kiosk/visit/action.h"

namespace wv::ui {

using visit::TextSize;

// Height of a capital letter, in mm, that every visible text has at least.
constexpr std::array<float, 4> kCapitalMm = {5.0F, 7.3F, 9.0F, 11.0F};
constexpr float kBarCapitalMm = 7.3F;    // the bar below never changes
constexpr float kTargetMm = 15.0F;       // smallest side of anything that can be touched
constexpr float kPrimaryMm = 20.0F;      // smallest side of the main action of a screen
constexpr float kTargetGapMm = 3.0F;     // white space between two targets
constexpr float kCapitalShare = 0.714F;  // Noto Sans: height of a capital / em

// Steps of the type scale. Nothing is smaller than Body: its capitals have the chosen height.
enum class Type { Body, Strong, Card, Section, Step, Title, Display };

struct Panel {
  Size pixels{1080, 1920};
  Size mm{268, 476};
  float above_floor_mm = 800;  // the lower edge of the picture, as it hangs
};

class Metrics {
 public:
  Metrics(Panel panel, TextSize text_size) : panel_(panel), text_size_(text_size) {}

  const Panel& panel() const { return panel_; }
  TextSize text_size() const { return text_size_; }
  Size screen() const { return panel_.pixels; }
  bool landscape() const { return panel_.pixels.width > panel_.pixels.height; }

  // The smaller of both directions, so that a stretched panel never makes anything too small.
  float px_per_mm() const;
  float px(float mm) const { return mm * px_per_mm(); }
  float mm(float pixels) const { return pixels / px_per_mm(); }

  // Em size in px of one step of the type scale.
  float em(Type type) const;
  float bar_em() const;
  float capital_mm(float em_px) const { return mm(em_px * kCapitalShare); }
  float wanted_capital_mm() const { return kCapitalMm[static_cast<std::size_t>(text_size_)]; }

  // Rhythm of the look, which was drawn at 1080 px wide: shrinks on smaller panels, never below what fingers
  // need.
  float unit(float look_px) const;
  float margin() const { return unit(landscape() ? 64 : 56); }
  float gap() const { return std::max(unit(28), px(kTargetGapMm)); }  // between cards and targets
  float wide_gap() const { return unit(36); }                         // between parts of a screen
  float corner() const { return unit(28); }
  float small_corner() const { return unit(24); }
  float stroke() const { return std::max(2.0F, unit(3)); }  // borders of cards and controls
  float focus_stroke() const { return std::max(4.0F, unit(7)); }
  float target() const { return std::ceil(px(kTargetMm)); }
  float primary() const { return std::ceil(px(kPrimaryMm)); }
  float target_gap() const { return std::ceil(px(kTargetGapMm)); }

 private:
  Panel panel_;
  TextSize text_size_;
};

}  // namespace wv::ui
