// The keyboard on the screen: large keys in rows, sized in millimetres.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct KeyCap {
  std::string cap;  // what stands on it; not shown when there is an icon
  std::string icon = {};
  std::string_view spoken;  // its name in the tree
  visit::Action action;
  float width = 1;  // in letter keys
  enum class Kind { Letter, Function, Go } kind = Kind::Letter;
  bool on = false;
  bool enabled = true;
};
using KeyRows = std::vector<std::vector<KeyCap>>;

// How wide one letter key may become; the rest of the width stays empty on both sides.
struct KeyboardLook {
  float most_key = 0;  // px; 0: no limit
  bool panel = true;   // on its own ground over the whole width; false: a keypad inside a page
};
Part keyboard(Ui& ui, KeyRows rows, KeyboardLook look);

}  // namespace wv::ui
