// A page with a keyboard: what is being typed stays in sight, at every size of letters and in both
// orientations.
#pragma once

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {

struct TypingPage {
  Part head;   // title and what it is about
  Part field;  // what is typed
  Part rest;   // choices, explanation; may be null
  Part buttons;
  Part keyboard;
  float share = 0.56F;  // of the left column in landscape
};

// Everything at once when it fits; else the head and the rest scroll, and field and buttons stand still.
void draw_typing_page(ui::Ui& ui, const PageFrame& frame, TypingPage parts);

}  // namespace wv::screens
