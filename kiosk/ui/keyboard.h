// The keyboard on the screen: large keys in rows, sized in millimetres.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct KeyCap {
  std::string cap;  // what stands on it; not shown when there is an icon
  std::string icon = {};
  std::string tight_icon = {};  // shown where the cap does not fit
  std::string_view spoken;      // its name in the tree
  visit::Action action;
  std::optional<visit::Action> hold = {};
  bool repeats = false;
  float width = 1;  // in letter keys; of a tool: a share of the row of tools
  enum class Kind { Letter, Function, Go } kind = Kind::Letter;
  bool on = false;
  bool enabled = true;
};
// Some keys that stand over the others for a while, above the one they belong to.
struct KeysOver {
  std::string_view title;
  std::size_t row = 0, key = 0;
  bool of_tool = false;  // `key` counts in the tools
  std::vector<KeyCap> keys;
};
struct Keys {
  std::vector<std::vector<KeyCap>> rows;
  std::vector<KeyCap> tools;  // a row above; where the panel lies: beside the letters, half on each side
  std::optional<KeysOver> offer;
};

// How wide one letter key may become; the rest of the width stays empty on both sides.
struct KeyboardLook {
  float most_key = 0;  // px; 0: no limit
  bool panel = true;   // on its own ground over the whole width; false: a keypad inside a page
};
Part keyboard(Ui& ui, Keys keys, KeyboardLook look);

// One key by itself. `name` is the part of its id.
void draw_key(Ui& ui, const KeyCap& key, std::string name, Rect rect);
// The width of what stands on a key, in px.
float cap_width(Ui& ui, const KeyCap& key);

}  // namespace wv::ui
