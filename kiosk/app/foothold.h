// Where the keys stand after the screen changed: always somewhere, and on the way back where they stood
// before.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/hand.h"
#include "kiosk/visit/visit.h"

namespace wv::app {

class Foothold {
 public:
  // Before an action: remembers the focus for the way back.
  void leave(const visit::Visit& visit, const ui::Hand& hand);
  // After a frame: moves a focus that shows and has lost its ground. True: the hand changed, draw again.
  bool settle(const visit::Visit& visit, const ui::Tree& tree, ui::Hand& hand);
  void forget() { *this = Foothold(); }

 private:
  struct Step {
    visit::Screen screen;
    ui::NodeId focused;
  };
  std::vector<Step> way_;  // as long as the way back of the visit
  Step last_{visit::Screen::Attract, {}};
  ui::NodeId below_;  // what opened the layer that stands now
  std::string layer_;
};

}  // namespace wv::app
