// What fingers and keys mean: gestures read off the tree of the last frame become actions of the visit.
#pragma once

#include <vector>

#include "kiosk/paint/gesture.h"
#include "kiosk/ui/hand.h"
#include "kiosk/ui/tree.h"

namespace wv::app {

// Appends to `out` what the visit hears; `hand` follows the finger and the keys. Anything a visitor does is
// heard: what has no meaning of its own is Touched, so that silence starts anew.
void react(const paint::Gesture& gesture, const ui::Tree& tree, ui::Hand& hand,
           std::vector<visit::Action>& out);

// What a finger holds that rests here for as long as staff do; nullptr: nothing that heeds it.
const ui::Node* held_at(const ui::Tree& tree, ui::Point finger);

// Where a finger scrolls and where it types, for the gestures of the next touch.
paint::TouchMap touch_map(const ui::Tree& tree);

}  // namespace wv::app
