// Somebody behind the PIN, for tests: opens pages, and reads all that stands on them.
#pragma once

#include "kiosk/store/report.h"
#include "tests/support/catch.h"
#include "tests/support/town.h"
#include "tests/support/visitor.h"
#include "tests/support/world.h"

namespace wv::test {

struct Keeper : Visitor {
  Keeper() { begins().does(visit::OpenStaffDoor{}).does(visit::PinAccepted{}); }
  screens::View view(const model::Lang& lang = "nl") {
    auto around = a_monday_afternoon();
    around.monotonic = now;
    around.rules = rules;
    around.can_read_aloud = true;
    around.report = facts;
    auto seen = visit;
    seen.lang = lang;
    return make_view(seen, a_town(), strings_of(WV_BINARY_DIR), around);
  }
  screens::StaffPageView page(visit::Screen room) {
    does(visit::Open{room});
    return std::get<screens::StaffPageView>(view().body);
  }
  store::Report facts;
};

inline std::string all_words(const screens::StaffPageView& page) {
  std::string all = page.title.text + "\n" + page.subtitle.text + "\n";
  if (page.notice) all += page.notice->text.text + "\n";
  for (const auto& card : page.cards) {
    all += card.title.text + "\n" + card.text.text + "\n";
    for (const auto& fact : card.facts) all += fact.label.text + ": " + fact.value.text + "\n";
    if (card.badge) all += card.badge->text.text + "\n";
    for (const auto& button : card.buttons) all += button.label.text + "\n";
  }
  for (const auto& row : page.rows) all += row.title.text + "\n";
  for (const auto& step : page.steps) all += step.title.text + "\n";
  for (const auto& line : page.lines) all += line.label.text + ": " + line.value.text + "\n";
  return all;
}

inline bool says(const screens::StaffPageView& page, std::string_view words) {
  INFO(all_words(page));
  return all_words(page).find(words) != std::string::npos;
}

}  // namespace wv::test
