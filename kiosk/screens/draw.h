// From a view to pixels and a tree, for every screen: the one door through which the app draws.
#pragma once

#include "kiosk/paint/painter.h"
#include "kiosk/screens/views.h"
#include "kiosk/text/engine.h"
#include "kiosk/ui/hand.h"
#include "kiosk/ui/metrics.h"
#include "kiosk/ui/pictures.h"
#include "kiosk/ui/themes.h"
#include "kiosk/ui/tree.h"

namespace wv::screens {

// What drawing needs besides the view.
struct Stage {
  const ui::Themes& themes;
  text::Engine& engine;
  ui::Panel panel;
  ui::Pictures* pictures = nullptr;  // null: the screens do without
  float risen = 1;                   // how far a menu has come to its place, 0 to 1; a test looks at it there
};

// Fills `tree` (cleared first) and draws with `painter`. Changes nothing else: what a touch means stands in
// the tree. Call between engine.begin_frame() and engine.end_frame().
void draw(const View& view, const Stage& stage, const ui::Hand& hand, paint::Painter& painter,
          ui::Tree& tree);

// The sizes draw() uses for this view, for the audit. Attract belongs to no visit, so nobody chose its size.
ui::Metrics metrics_of(const View& view, const ui::Panel& panel);

}  // namespace wv::screens
