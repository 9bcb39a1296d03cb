// What the screens behind the PIN say, as values: for the people who keep a kiosk going.
#pragma once

#include <array>

#include "kiosk/screens/view_parts.h"

namespace wv::screens {

struct PinView {
  Words title, subtitle;
  int typed = 0;  // dots
  Words message;  // wrong, locked; may be empty
  Keyboard keypad;
  Button open, cancel;
};

enum class Severity { Ok, Attention, Fault };
struct Check {
  std::string icon;
  Words title, value, hint;  // hint: what to do; may be empty
  Severity severity = Severity::Ok;
  Words severity_word;  // "in orde", "let op", "fout": never colour alone
};
struct ReadinessView {
  Words title, subtitle;
  std::vector<Check> checks;
  Button sync, close;
  bool busy = false;
};

// Where staff come in: one row for each thing they can do.
struct StaffHomeView {
  Words title, subtitle;
  std::vector<ListRow> rows;
};

// One thing on a page for staff: what it is, how it stands, and what can be done about it.
struct StaffCard {
  std::string icon;
  Tint tint = Tint::Brand;
  Words title;
  Words text = {};  // may be empty
  std::vector<Fact> facts = {};
  std::optional<Badge> badge = {};
  std::optional<Dial> dial = {};
  std::vector<Button> buttons = {};
};
// Every page for staff but the first two: from above to below. Empty parts are left out.
struct StaffPageView {
  Words title, subtitle;
  std::optional<Notice> notice = {};  // what matters most now
  std::vector<StaffCard> cards = {};
  Words rows_title = {};
  std::vector<ListRow> rows = {};  // each leads on
  Words steps_title = {};
  std::vector<TimelineStep> steps = {};  // what is being done
  Words lines_title = {};
  std::vector<Fact> lines = {};  // many of them: a log, a list
  Button main = {};              // the thing to do here; no label: nothing
  Button close;                  // beside `main`; no label: the bar has the way back
};

// Squares all over the panel, to be touched one by one, around a card that says so. Without the frame.
struct TouchTestView {
  Words title, text;
  struct Square {
    Words label;
    bool hit = false;
  };
  std::vector<Square> squares;  // visit::touch_squares of them, from left to right and from above to below
  Button close;
};
// The whole panel in one colour; a touch leads to the next. Without the frame and without a word on it.
struct ColourTestView {
  Words title;  // which colour, and that a touch leads on: only spoken
  std::array<std::uint8_t, 3> colour{};
  Action next;
};

}  // namespace wv::screens
