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
  Words about;    // "Hoort bij: Meer groen …", may be empty
  Button unlink;  // takes that away; only with `about`
  Field field;
  std::optional<Button> similar;  // "Hier is al een idee over: …"; quiet, under the field
  Words themes_label;
  std::vector<Chip> themes;  // the likely ones, and a way to all of them
  Button link;               // only without `about`, and when there is something to link to
  Button to_phone;
  Button stop, next;
  Keyboard keyboard;
};
struct IdeaWhereView {
  Steps steps;
  Words title, text;
  Words near_title;
  std::vector<Chip> near;  // the area as a whole, then its wijken
  Words far_title;
  std::vector<Chip> far;  // other areas, and everywhere
  Button previous, next;
};
struct IdeaContactView {
  Steps steps;
  Words title;                 // with "(niet verplicht)"
  Words purpose, retention;    // said before anything can be typed
  Button privacy;              // the whole of it
  std::vector<Chip> channels;  // geen, e-mail, telefoon
  std::optional<Field> field;  // once a channel is chosen
  std::optional<Keyboard> keyboard;
  Button previous, next;
};
struct PersonalHint {  // never a reason to refuse
  Words text;
  Button change, leave;
};
struct Toggle {
  Words label;
  Action action;
  bool on = false;
};
struct IdeaCheckView {
  Steps steps;
  Words title;
  std::optional<PersonalHint> hint;
  Words hand_over;  // when somebody else typed: who reads and presses send
  Words preview_label;
  Field preview;  // read only
  Button change, to_phone;
  std::vector<Fact> facts;         // waar, opgave, thema, contact
  std::optional<Toggle> assisted;  // not when staff type over a paper slip
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
