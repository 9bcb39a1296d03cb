// What the finger and the keys are on right now: drawn as pressed and focused, and nothing else.
#pragma once

#include "kiosk/ui/tree.h"

namespace wv::ui {

struct Hand {
  NodeId pressed;            // under a finger that went down on it and is still there
  NodeId focused;            // where the keys are
  bool focus_shows = false;  // keys were used last; a touch hides the ring
};

}  // namespace wv::ui
