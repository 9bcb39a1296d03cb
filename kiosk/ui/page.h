// What stands around every screen: the header above, the bar below, and the room between them.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct HeaderLook {
  Copy place, area, opening;
  bool is_open = false;
  std::optional<visit::Action> staff_door;  // after holding the place's name
};
float header_height(Ui& ui, Rect screen, const HeaderLook& look);
// Draws from the top of the screen; returns what is left below it.
Rect draw_header(Ui& ui, Rect screen, const HeaderLook& look);

struct BarLook {
  std::string name;  // "restart": part of the id
  std::string icon;
  Copy label;               // short, under the pictogram
  std::string_view spoken;  // the whole name
  visit::Action action;
  bool enabled = true;
  bool on = false;
};
// The bar takes two rows of four, or one of eight where that is wide enough. The same place on every screen.
float bar_height(const Metrics& metrics);
void draw_bar(Ui& ui, Rect screen, const std::vector<BarLook>& items);

// The room between header and bar.
struct PageLook {
  Part main;                // scrolls when it has to
  Part aside;               // landscape: the other column; portrait: goes on below main
  Part foot;                // stays at the foot: the buttons of a form; landscape: of the right column
  Part keyboard;            // full width, above the bar
  float main_share = 0.5F;  // of the width, in landscape
  enum class Order { MainFirst, AsideFirst } order = Order::MainFirst;
  float main_offset = 0, aside_offset = 0;  // px scrolled
  // Portrait: which of both takes the height that is left over.
  enum class Fills { Main, Aside } fills = Fills::Aside;
  Copy scroll_up, scroll_down;
};
void draw_page(Ui& ui, Rect room, PageLook page);

// For who decides between arrangements before drawing: white space between two columns, above and below the
// content of a page in a room this high, and around its foot.
float gutter(const Ui& ui);
float page_pads(const Ui& ui, float room_height);
float foot_pads(const Ui& ui, float room_height);

}  // namespace wv::ui
