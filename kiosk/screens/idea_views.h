// What the screens of Geef uw idee say: write, contact, check, thanks.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/view_parts.h"

namespace wv::screens {

struct IdeaWriteView {
  Steps steps;
  Words title;
  Words about;  // "Bij: Meer groen …", may be empty
  Field field;
  std::optional<Button> similar;  // "Hier is al een idee over: …"; quiet, under the field
  Words themes_label;
  std::vector<Chip> themes;
  Button stop, next;
  Keyboard keyboard;
};
struct IdeaContactView {
  Steps steps;
  Words title;                 // with "(niet verplicht)"
  Words purpose, retention;    // said before anything can be typed
  std::vector<Chip> channels;  // geen, e-mail, telefoon
  std::optional<Field> field;  // once a channel is chosen
  std::optional<Keyboard> keyboard;
  Button previous, next;
};
struct IdeaCheckView {
  Steps steps;
  Words title;
  Words preview_label;
  Field preview;            // read only
  std::vector<Fact> facts;  // onderwerp, opgave, contact
  Words rules_title, rules;
  Button previous, send;
  Words problem;  // after IdeaNotKept; may be empty
  bool busy = false;
};
struct IdeaThanksView {
  Words title;
  Words code_label;
  std::string code;   // XXXXX-XXXXX
  Words code_spoken;  // letter by letter
  Words words_label;
  std::vector<std::string> words;  // four
  std::string qr;                  // payload: plain text
  Words qr_label;                  // name for the tree
  Words hint;
  Words next_title;
  std::vector<TimelineStep> next;
  Button another, done;
};

}  // namespace wv::screens
