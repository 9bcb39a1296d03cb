// What every screen says, as values: finished, localised text and the action behind each control.
// make_view (make_view.h) fills these purely; *_draw draws them and enters every part in the tree.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/screens/idea_views.h"
#include "kiosk/screens/place_views.h"
#include "kiosk/screens/reading_views.h"
#include "kiosk/screens/staff_screens.h"
#include "kiosk/screens/view_parts.h"
#include "kiosk/speech/utterance.h"

namespace wv::screens {

// The frame: the same on every screen except Attract.
enum class BarItem { Restart, Back, Language, TextSize, Contrast, ReadAloud, Reach, Help };
struct BarButton {
  BarItem item;
  std::string icon;
  Words label;   // short, under the pictogram
  Words spoken;  // the whole name, for the tree
  Action action;
  bool enabled = true;
  bool on = false;  // its overlay or mode is active
};
struct Frame {
  Words place;  // hold 3 s → OpenStaffDoor
  Words area;
  Opening opening;
  std::vector<Notice> notices;   // voorbeeldinhoud, old content; on top of the body
  std::vector<BarButton> bar;    // always these eight, in this order
  Words scroll_up, scroll_down;  // labels of the big scroll buttons
  Words fallback_mark;           // "alleen in het Nederlands", spoken where Words::fallback
  // Another area is on the screen: which one, and the way back to one's own.
  struct Elsewhere {
    Words text;
    Button own;
  };
  std::optional<Elsewhere> elsewhere;
};

struct AttractView {
  Words place, invitation, subtitle;
  std::string icon = "touch";       // beside it
  Words touch;                      // in the language of this slide
  std::vector<Words> touch_others;  // the other languages
  Words notice;                     // of the municipality; may be empty
  Words today, next, highlight;     // each may be empty
  // Target names, each may be empty: the own area, and the town in lines on a clear ground.
  std::string picture, skyline;
  int drift = 0;  // 0…11, moves every slide: shift the picture by so many small steps against burn-in
  Action begin;
};

struct Tile {
  std::string icon;
  Tint tint;
  Words title, subtitle;
  Action action;
};
struct HomeView {
  Words greeting, question;
  Tile primary;             // Geef uw idee
  std::vector<Tile> tiles;  // 1 to 9; only what works
  std::string picture;      // target name of the area's picture, may be empty
};

struct Card {
  std::string icon;
  Tint tint;
  Words title;
  Badge badge;              // who brought it in
  int done = 0, total = 0;  // progress bar; total 0: none
  Words progress;           // "3 van 5 acties klaar"
  Action action;
  bool chosen = false;  // landscape: the one shown beside the list
};
struct AgendaView {
  Words title, subtitle;
  Words profile;
  std::vector<Fact> facts;    // inwoners, wethouder, vastgesteld
  std::vector<Chip> agendas;  // empty unless the area has several
  Words themes_label;
  std::vector<Chip> themes;  // first is "Alles"
  std::vector<Card> cards;
  Words nothing;  // said when no card matches
  Button vision, plan, search, other_areas;
  std::string picture;  // target name of the area's picture, may be empty
};

struct AreasView {
  Words title, subtitle;
  std::vector<ListRow> rows;
};

struct UpdateLine {
  Words date, text;
};
struct SubAction {
  Words title;
  Badge status;
};
struct ActionCard {
  Words title, description;  // description may be empty
  Badge status;
  std::vector<Fact> facts;  // trekker, samen met, wanneer, zo staat het in de agenda
  Words sub_label;
  std::vector<SubAction> sub_actions;
  Words updates_label;
  std::vector<UpdateLine> updates;  // newest first
};
struct ChallengeView {
  Words title;
  std::string icon;
  Tint tint = Tint::Brand;
  std::vector<Badge> badges;  // origin, themes
  Words description;
  int done = 0, total = 0;
  Words progress;
  Button give_idea;  // primary
  Words actions_title;
  std::vector<ActionCard> actions;
  Words nothing;    // when there are no actions, or the challenge is gone
  AgendaView list;  // landscape: the agenda it stands in, beside it (scrolls with aside_px)
};

struct CodeEntryView {
  Words title, subtitle;
  std::vector<Chip> modes;  // code, woorden
  bool by_words = false;
  std::string slots;  // by code: what was typed so far, 0 to 10 characters, drawn as XXXXX-XXXXX
  Field field;        // by words; for by code only label, problem and remaining count
  Keyboard keyboard;  // own keypad by code, letters by words
  Button look_up;
};
struct CodeResultView {
  Words title, intro;
  std::string icon;
  Tint tint = Tint::Brand;
  std::vector<TimelineStep> steps;  // oldest first
  Words answer_title, answer;       // the newest public words; may be empty
  std::optional<Button> goes_on;    // the idea it was merged with
  Button again, home;
};

struct HelpSection {
  std::string icon;
  Words title, text;
  std::optional<Action> opens = {};  // a page of its own
};
struct HelpView {
  Words title;
  std::vector<HelpSection> sections;
  Words phone_label, phone;  // phone may be empty
};

// Ideeën uit de buurt. The list may be of any length: `rows` is the part that is in memory.
struct IdeasView {
  struct Row {
    std::string icon;
    Tint tint = Tint::Neutral;
    Words text;  // whole; drawing shows its beginning
    Badge status;
    Words supports;  // may be empty
    Action action;
  };
  Words title, subtitle;
  Button area;                         // which area is shown; opens the choice. No label: no content
  std::vector<Chip> statuses, themes;  // first is "all"; empty where there is nothing to choose
  std::int64_t first = 0, total = 0;
  std::vector<Row> rows;
  std::vector<Row> samples;  // no row is higher than the highest of these
  Words nothing, nothing_text;
  Button give_idea;
};
struct PublicIdeaView {
  Words title, from;
  Words text;  // without anything else when the idea is gone
  std::vector<Badge> badges;
  Words supports;
  Button support;      // no label: none to give
  Words support_note;  // said before giving
  Words problem;
  Words answer_title, answer, answered_on;
  Words history_title;
  std::vector<TimelineStep> history;
  Words challenge_title;
  std::optional<ListRow> challenge;
};

using Body =
    std::variant<AttractView, HomeView, AgendaView, AreasView, ChallengeView, IdeaWriteView, IdeaWhereView,
                 IdeaContactView, IdeaCheckView, IdeaThanksView, CodeEntryView, CodeResultView, HelpView,
                 ActivitiesView, ActivityView, MapView, TeamView, TextPageView, VisionView, PlanView,
                 NewsView, NewsItemView, SearchView, PinView, ReadinessView, IdeasView, PublicIdeaView,
                 StaffHomeView, StaffPageView, TouchTestView, ColourTestView>;

// Layers over the body: while one shows, only it can be touched.
struct Option {
  Words label;
  bool chosen = false;
  Action action;
  visit::TextSize sample = visit::TextSize::Normal;  // TextSize menu: draw the label at this size
};
struct MenuLayer {
  Words title;
  std::vector<Option> options;
  Button close;
  Words text = {};  // may be empty
};
struct ConfirmLayer {
  Words title, text;
  Button save;     // takes the text along; may have no label
  Button yes, no;  // `no` keeps things as they are and is the primary
};
struct StillThereLayer {
  Words title, text;
  int seconds_left = 0;
  Words countdown;  // "nog 18 seconden"
  Button stay;      // and any touch or key at all: Touched
};
// What "Lees voor" opens once reading is on.
struct ReadAloudLayer {
  Words title;
  Button again, stop;
  Dial volume, pace;
  Button off, close;
  Words no_voice;  // when this language cannot be read aloud; then nothing but `close` is there
};
struct DraftLayer {  // the text itself, for a phone's camera
  Words title, text;
  std::string qr;  // what was typed, or one part of it: never log, never store
  Words qr_label;
  bool veiled = false;  // show veil_hint instead
  Words veil_hint;
  Words part;             // "code 1 van 2"; empty: one is enough
  Button previous, next;  // only with `part`
  Button close;
};
using Layer = std::variant<MenuLayer, ConfirmLayer, StillThereLayer, ReadAloudLayer, DraftLayer>;

struct View {
  visit::Screen screen = visit::Screen::Attract;
  std::string name;  // stable English name: "attract", "idea-write" (journeys: expect-screen)
  Words spoken_title;
  speech::SpokenWords spoken;  // what reading aloud says beside what is drawn
  model::Lang lang = "nl";
  bool right_to_left = false;
  visit::TextSize size = visit::TextSize::Normal;
  visit::Contrast contrast = visit::Contrast::Light;
  bool reach = false;
  int scroll_px = 0, aside_px = 0;
  std::optional<Frame> frame;  // absent on Attract and on the tests of the panel
  Body body;
  std::optional<Layer> layer;
  std::optional<base::Millis>
      changes_at;  // monotonic: the view differs from then on by itself (clock, rotation)
};

}  // namespace wv::screens
