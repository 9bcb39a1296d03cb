// Ten places for the letters of a code, in two groups of five.
#pragma once

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {

// `typed`: 0 to 10 letters, ASCII. The tree gets the field's label and what was typed.
Part code_slots(std::string name, const Field& field, std::string_view typed);

}  // namespace wv::screens
