// What comes over a screen: a menu above the bar, or a dialog over everything.
#pragma once

#include <string>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct LayerLook {
  Layer layer = Layer::Overlay;  // Overlay leaves the bar free; Dialog covers all
  std::string_view title;        // spoken
  visit::Action outside;         // a touch beside the panel
  float most_width = 0;          // px; 0: the width of the page
  float offset = 0;              // px scrolled, where a small panel and large letters need it
  Copy scroll_up, scroll_down;
  float risen = 1;  // of its way from where it was called to its place: 0 to 1
};

// Dims what is below and stands the panel at the foot (Overlay) or in the middle (Dialog) of `room`.
void draw_layer(Ui& ui, Rect room, const LayerLook& look, Part content);

}  // namespace wv::ui
