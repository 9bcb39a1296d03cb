// Dates, times, numbers and lists as each language says them.
#include <set>

#include "kiosk/screens/opening_view.h"
#include "kiosk/screens/wording.h"
#include "sync/base/direction.h"
#include "tests/support/catch.h"
#include "tests/support/town.h"
#include "tests/support/visitor.h"

using namespace wv;
using namespace std::chrono_literals;
using screens::Wording;

namespace {

const screens::Strings& strings() {
  static const auto all = test::strings_of(WV_BINARY_DIR);
  return all;
}

std::string plain(const std::string& text) {
  return base::spoken_form(text);
}

const base::Day a_monday = test::day(2026, 11, 23);

}  // namespace

TEST_CASE("a date is bent as the language bends it") {
  const auto date = [](const char* lang) { return plain(Wording(strings(), lang).date(a_monday)); };
  CHECK(date("nl") == "maandag 23 november");
  CHECK(date("tr") == "23 Kasım Pazartesi");
  CHECK(date("pl") == "poniedziałek 23 listopada");
  CHECK(date("uk") == "понеділок, 23 листопада");
  CHECK(date("ar") == "الاثنين 23 نوفمبر");
  CHECK(date("pap") == "djaluna 23 di novèmber");
  CHECK(date("ti") == "ሰኑይ 23 ሕዳር");
}

TEST_CASE("an Arabic date inside an Arabic sentence still begins with its weekday") {
  const Wording say(strings(), "ar");
  CHECK(say.date(a_monday) == "الاثنين 23 نوفمبر");  // nothing isolated in it, so its first letter decides
  CHECK(say("activities.today", {{"date", say.date(a_monday)}}).text ==
        "اليوم، \u2068الاثنين 23 نوفمبر\u2069");
}

TEST_CASE("a month without a day stands in the nominative") {
  const auto month = [](const char* lang) { return plain(Wording(strings(), lang).month(a_monday)); };
  CHECK(month("nl") == "november 2026");
  CHECK(month("pl") == "listopad 2026");
  CHECK(month("uk") == "листопад 2026");
  CHECK(plain(Wording(strings(), "pl").full_date(a_monday)) == "23 listopada 2026");
}

TEST_CASE("every month and weekday has its own name in every language") {
  for (const std::string lang : {"nl", "en", "tr", "pl", "uk", "ar", "pap", "ti"}) {
    INFO(lang);
    const Wording say(strings(), lang);
    std::set<std::string> months, alone, weekdays;
    for (unsigned m = 1; m <= 12; ++m) {
      months.insert(say.full_date(test::day(2026, m, 1)));
      alone.insert(say.month(test::day(2026, m, 1)));
    }
    for (unsigned d = 23; d <= 29; ++d) weekdays.insert(say.weekday(test::day(2026, 11, d)));
    CHECK(months.size() == 12);
    CHECK(alone.size() == 12);
    CHECK(weekdays.size() == 7);
  }
}

TEST_CASE("thousands are parted as the language parts them, in the digits of the Netherlands") {
  CHECK(Wording(strings(), "nl").number(23000) == "23.000");
  CHECK(Wording(strings(), "en").number(23000) == "23,000");
  CHECK(Wording(strings(), "pl").number(1234567) == "1\u00A0234\u00A0567");
  CHECK(Wording(strings(), "uk").number(23000) == "23\u00A0000");
  CHECK(Wording(strings(), "ar").number(23000) == "23.000");
}

TEST_CASE("a list ends as the language ends it, and Latin names keep together in Arabic") {
  const std::vector<std::string> items = {"A", "B", "C"};
  CHECK(Wording(strings(), "nl").list(items) == "A, B en C");
  CHECK(Wording(strings(), "tr").list(items) == "A, B ve C");
  CHECK(plain(Wording(strings(), "ar").list(items)) == "A، B وC");
  CHECK(Wording(strings(), "ar").list({"A"}) == "\u2068A\u2069");
}

TEST_CASE("the first letter becomes a capital in every script that has them") {
  CHECK(screens::capital("maandag") == "Maandag");
  CHECK(screens::capital("środa") == "Środa");
  CHECK(screens::capital("понеділок") == "Понеділок");
  CHECK(screens::capital("الاثنين") == "الاثنين");
  CHECK(screens::capital("ሰኑይ") == "ሰኑይ");
  CHECK(screens::capital("") == "");
}

TEST_CASE("a phone number in Arabic is not turned around") {
  const auto name = Wording(strings(), "ar").name("14 013");
  CHECK(name.text == "\u206814 013\u2069");
  CHECK(Wording(strings(), "tr").name("14 013").text == "14 013");
}

TEST_CASE("opening hours are said in Ukrainian and Arabic") {
  const auto hours = test::area_noord().places[0].hours;
  const auto at = [&](const char* lang, int hour) {
    const base::LocalTime now{a_monday, std::chrono::hours(hour), std::chrono::minutes(60)};
    return plain(screens::opening_now(hours, now, Wording(strings(), lang)).text.text);
  };
  CHECK(at("uk", 10) == "Відчинено до 17:00");
  CHECK(at("uk", 18) == "Зачинено. Завтра: відчинено з 9:00");
  CHECK(at("ar", 10) == "مفتوح حتى الساعة 17:00");
  CHECK(at("pl", 18) == "Zamknięte. Jutro: otwarte od godz. 9:00");
}
