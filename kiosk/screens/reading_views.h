// What the screens that are only read say: vision, plan, search, news, house rules and privacy.
#pragma once

#include "kiosk/screens/view_parts.h"

namespace wv::screens {

// A longer text in blocks: what drawing needs to give it steps and white space.
struct ProseBlock {
  enum class Kind { Heading, Paragraph, Item };
  Kind kind = Kind::Paragraph;
  bool opens = true;  // the first of a paragraph or list: white space above it
  std::string mark;   // of an item: "1."; empty: a dot
  Words words;
};
struct TextPageView {  // house rules, privacy
  Words title, subtitle;
  std::string icon;
  Tint tint = Tint::Brand;
  std::vector<ProseBlock> blocks;
  Button other;  // the page that people look for next
};

// From one year to another, with this year between them.
struct Horizon {
  int from = 0, to = 0, now = 0;
  Words words;  // "Van 2025 tot 2035. Nu is het 2026."
};
struct VisionView {
  Words title, subtitle;
  std::vector<Chip> agendas;  // empty unless the area has several
  std::optional<Horizon> horizon;
  std::vector<ProseBlock> summary;
  Words ambitions_title;
  std::vector<Words> ambitions;
  Button plan;  // what is done about it
  Words source_title, source_hint;
  std::string source_url;  // in a QR; may be empty
  Words nothing;           // said when there is no vision
  std::string picture;
};

// A stretch of quarters on the line that all actions of a plan share.
struct Stretch {
  int from = 0, to = 0;  // quarters since the begin of the line, both included
};
struct PlanItem {
  Words title;
  Badge status;
  Words when;       // "van april tot en met juni 2026"; may be empty
  Words challenge;  // what it is part of
  std::optional<Stretch> stretch;
  Action action;
};
struct PlanPeriod {
  Words title;          // "januari tot en met maart", "heel 2026"
  bool is_now = false;  // today lies in it
  std::vector<PlanItem> items;
};
struct PlanYear {
  Words title;  // "2026", "Nog geen datum"
  std::vector<PlanPeriod> periods;
};
struct PlanView {
  Words title, subtitle;
  std::vector<Chip> agendas;  // empty unless the area has several
  std::vector<Chip> plans;    // empty unless the agenda has several
  std::vector<Chip> statuses;
  std::vector<PlanYear> years;
  int quarters = 0;        // length of the line; 0: nothing has a date
  std::optional<int> now;  // the quarter of today on it
  Words now_word;          // "Nu"
  Words nothing;
};

struct NewsRow {
  std::string icon;
  Tint tint = Tint::Sky;
  Words title, date;
  Badge kind;                     // "Nieuws", "Besluit"
  std::optional<Badge> reaction;  // of a decision
  Action action;
};
struct NewsView {
  Words title, subtitle;
  std::vector<NewsRow> rows;  // newest first
  Words nothing;
};
struct NewsItemView {
  Words title, date;
  std::string icon;
  Tint tint = Tint::Sky;
  Badge kind;
  std::optional<Notice> reaction;  // whether and until when one can react
  std::vector<ProseBlock> body;
  Words decision_title;
  std::vector<Fact> decision;  // who decides, when, number
  Words react_title, react;    // how to react; empty when one cannot
  Button team, all;
  Words nothing;  // when the item is gone
};

// A text in which some stretches of bytes are marked.
struct Marked {
  Words words;
  std::vector<visit::Mark> marks;
};
struct FoundRow {
  std::string icon;
  Tint tint = Tint::Neutral;
  Words kind;  // "Actie · Noord"
  Marked title, snippet;
  Action action;
};
struct SearchView {
  Words title;
  Field field;
  std::vector<Chip> tips;  // words to begin with, as long as nothing is typed
  Words tips_title;
  Words count;  // "3 resultaten", "Niets gevonden"
  Words help;   // what to do when nothing, or too much, was found
  std::vector<FoundRow> rows;
  std::optional<Keyboard> keyboard;  // absent while the results are read
  Button type_on;                    // brings it back
  Button clear;                      // empties the field; does nothing when it is empty
};

}  // namespace wv::screens
