// Blocks of a longer text as elements. Private to the drawing.
#pragma once

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {

// Null when there is nothing to read.
Part draw_prose(ui::Ui& ui, const char* name, const std::vector<ProseBlock>& blocks);

}  // namespace wv::screens
