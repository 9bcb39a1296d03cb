// Where typed text stands while it is typed: always with the caret in sight, unreadable once it was left
// alone.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct FieldLook {
  std::string_view label;  // its name in the tree
  std::string_view text;   // what was typed
  std::string_view lang = "nl";
  std::size_t caret_byte = 0;
  visit::Stretch selection = {};
  bool veiled = false;  // drawn as bars; the tree gets `veil_hint` instead of the text
  Copy veil_hint;
  Copy placeholder;
  Copy remaining;
  Copy problem;
  bool writable = true;  // false: no caret, quiet border
  int least_lines = 2;
  bool grows = true;  // takes all the height it is given; false: one line stays one line
};

// Writable: asks for `least_lines`, takes what it gets, and shows the lines around the caret. Else: as high
// as its text.
Part field(Ui& ui, std::string name, const FieldLook& look);

}  // namespace wv::ui
