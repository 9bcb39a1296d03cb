// What the views of many screens are made of: words, buttons, chips, badges, the field and the keyboard.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/visit/action.h"

namespace wv::screens {

using visit::Action;

// A finished text. `lang` is what it is written in (for speech and shaping); `fallback` says that Dutch
// stands in for a language that lacks it: drawing marks it with a small "NL".
struct Words {
  std::string text;
  model::Lang lang = "nl";
  bool fallback = false;
  bool empty() const { return text.empty(); }
  bool operator==(const Words&) const = default;
};

enum class Tint { Brand, Sun, Sky, Brick, Neutral };

struct Button {
  Words label;
  Action action;
  bool enabled = true;
  Words why_not;     // the friendly reason when disabled; shown beside or under the button
  std::string icon;  // pictogram name, may be empty
};
struct Chip {
  Words label;
  Action action;
  bool chosen = false;
};
struct Badge {
  Words text;
  Tint tint = Tint::Neutral;
  std::string icon;  // may be empty
};
struct Fact {  // "Trekker" – "gemeente Tilburg"
  Words label, value;
  bool is_typed = false;  // the value was typed by the visitor
};
struct Opening {
  Words text;  // "Open tot 17.00 uur"; empty when unknown
  bool is_open = false;
};
struct ListRow {
  std::string icon;
  Tint tint = Tint::Neutral;
  Words title, subtitle;
  std::optional<Badge> badge;
  Action action;
};
struct Dial {  // a setting of the voice: where it stands and the two ways
  Words label, value;
  int level = 0, of = 0;  // drawn as so many bars; of 0: only the words
  Button less, more;
};
struct Notice {
  Words text;
  Tint tint = Tint::Sky;
  std::string icon;
};

struct Steps {              // the bars above a form
  int current = 0, of = 0;  // of none: no bars
  Words spoken;             // "stap 1 van 3"
};
struct Field {
  Words label;       // name for the tree
  std::string text;  // what was typed: never log, never store
  std::size_t caret_byte = 0;
  visit::Stretch selection;  // empty: nothing is selected
  bool veiled = false;       // draw unreadable and say veil_hint instead
  Words veil_hint;
  Words placeholder;  // when empty
  Words remaining;    // "nog 926 tekens"
  Words problem;      // may be empty
};
struct Key {
  std::string cap;  // what stands on it
  Words spoken;     // "spatie", "hoofdletter e"
  Action action;
  double width = 1.0;  // in letter keys; of a tool: a share of its row
  enum class Kind { Letter, Function, Space, Go } kind = Kind::Letter;
  bool on = false;  // the layer it leads to is showing
  bool enabled = true;
  std::optional<Action> hold = {};  // after half a second
  bool repeats = false;             // `hold` again and again, ever faster
  std::string icon = {};            // where the cap does not fit
};
// Some more keys over the others, to choose one of; until then all other keys go on working.
struct KeyOffer {
  Words title;
  std::size_t row = 0, key = 0;  // which key they belong to
  bool of_tool = false;          // …then `key` counts in the tools
  std::vector<Key> keys;
};
struct Keyboard {
  std::vector<std::vector<Key>> rows;
  std::vector<Key> tools;  // caret, undo and the like: above the letters or beside them
  std::optional<KeyOffer> offer;
};
struct TimelineStep {
  Words title, text;  // text may be empty
  bool done = false;
};

}  // namespace wv::screens
