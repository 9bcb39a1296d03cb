// A region for more than fits: dragging works, and two big buttons do the same for who cannot drag.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct ScrollLook {
  ScrollUse::Slot slot = ScrollUse::Slot::Main;
  float offset = 0;  // px, as the visit remembers it; clamped here
  Copy up, down;     // labels of the buttons
  float pad_left = 0, pad_right = 0;
  float pad_top = 0, pad_bottom = 0;
};

// Draws into any rect: everything shows when it fits, else both buttons stand in a strip at the foot, or
// where height is short on a rail beside the content. `content` may be drawn higher than it is: a column with
// room to spare stays at the top.
// The width that the rail takes from the content.
float scroll_rail_width(const Ui& ui);
Part scroll_region(std::string name, ScrollLook look, Part content);

}  // namespace wv::ui
