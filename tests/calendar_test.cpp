// Dates of activities: every one that takes place, none that does not, and never without end.
#include "kiosk/store/calendar.h"

#include <libical/ical.h>

#include "tests/support/catch.h"
#include "tests/support/town.h"

using namespace std::chrono_literals;
using namespace wv;
using store::Repetition;

namespace {

model::Event an_event(std::string id, std::string starts, std::string rrule = "") {
  model::Event event;
  event.id = model::EventId{std::move(id)};
  event.title = test::dutch("Iets doen");
  event.starts_local = std::move(starts);
  event.rrule = std::move(rrule);
  return event;
}

store::Almanac almanac(std::vector<model::Event> events, base::Day today = test::day(2026, 11, 23)) {
  auto area = test::area_noord();
  area.events = std::move(events);
  return store::almanac_of(std::make_shared<const model::AreaContent>(area), today);
}

std::vector<std::string> dates(const store::Almanac& almanac, std::size_t most = 4) {
  std::vector<std::string> found;
  for (const auto& one : almanac.coming) {
    if (found.size() == most) break;
    found.push_back(base::to_iso_day(one.day) + " " + std::to_string(one.starts.count() / 60));
  }
  return found;
}

using Dates = std::vector<std::string>;

// The way an event of this zone should come out in UTC, from libical's own reading of the text.
icaltimetype start_in(const std::string& text) {
  icalcomponent* calendar = icalparser_parse_string(text.c_str());
  REQUIRE(calendar);
  REQUIRE(icalcomponent_count_errors(calendar) == 0);
  const icaltimetype start =
      icalcomponent_get_dtstart(icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT));
  icalcomponent_free(calendar);
  return start;
}

store::CalendarEntry an_entry(base::Day day) {
  return {.uid = "koffie-2026@tilburg",
          .summary = "Koffie, thee; en ideeën",
          .location = "Wijkhuis, Voorbeeldstraat 1",
          .day = day,
          .starts = 10h,
          .duration = 90min,
          .made_at = base::Instant(std::chrono::sys_days(test::day(2026, 11, 20)))};
}

}  // namespace

TEST_CASE("a weekly activity keeps its hour when the clock goes back and forth") {
  CHECK(dates(almanac({an_event("koor", "2026-01-06T19:00", "FREQ=WEEKLY;BYDAY=TU")},
                      test::day(2026, 10, 20))) ==
        Dates{"2026-10-20 19", "2026-10-27 19", "2026-11-03 19", "2026-11-10 19"});
  CHECK(dates(almanac({an_event("koor", "2026-01-06T19:00", "FREQ=WEEKLY;BYDAY=TU")}, test::day(2027, 3, 23)),
              2) == Dates{"2027-03-23 19", "2027-03-30 19"});
}

TEST_CASE("an activity every other week stays in step however long it has been going on") {
  const auto event = an_event("soep", "2019-01-01T12:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU");
  // 1 January 2019 and 2026-11-24 lie 2884 days apart: 206 times a fortnight.
  CHECK(dates(almanac({event}), 2) == Dates{"2026-11-24 12", "2026-12-08 12"});
  CHECK(dates(almanac({event}, test::day(2026, 11, 25)), 1) == Dates{"2026-12-08 12"});
}

TEST_CASE("the first Sunday and the last Monday of a month are found") {
  CHECK(dates(almanac({an_event("a", "2026-01-04T14:00", "FREQ=MONTHLY;BYDAY=1SU")}), 2) ==
        Dates{"2026-12-06 14", "2027-01-03 14"});
  CHECK(dates(almanac({an_event("a", "2026-01-26T14:00", "FREQ=MONTHLY;BYDAY=-1MO")}), 2) ==
        Dates{"2026-11-30 14", "2026-12-28 14"});
}

TEST_CASE("a course of ten evenings ends after ten, also years later") {
  const auto course = an_event("cursus", "2026-10-05T19:00", "FREQ=WEEKLY;COUNT=10");
  CHECK(almanac({course}).coming.size() == 3);
  CHECK(almanac({course}, test::day(2029, 1, 1)).coming.empty());
  CHECK(almanac({course}, test::day(2029, 1, 1)).unusable.empty());  // over is not wrong
}

TEST_CASE("what began before today and goes on is still there; what ended at midnight is not") {
  auto market = an_event("markt", "2026-11-22T18:00");
  market.duration = 8h;
  CHECK(dates(almanac({market})) == Dates{"2026-11-22 18"});
  market.duration = 6h;
  CHECK(almanac({market}).coming.empty());
}

TEST_CASE("an activity that repeats for ever, every second or with nonsense stays within bounds") {
  const auto found = almanac({an_event("eeuwig", "2001-01-01T10:00", "FREQ=DAILY"),
                              an_event("seconde", "2026-01-01T10:00", "FREQ=SECONDLY"),
                              an_event("nooit", "2026-01-01T10:00", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"),
                              an_event("onzin", "2026-01-01T10:00", "VAAK=JA"),
                              an_event("voorbij", "2026-01-05T10:00", "FREQ=DAILY;UNTIL=20260101T000000")});
  CHECK(found.coming.size() <= 2 * store::Almanac::most_dates);
  CHECK(std::ranges::count_if(found.coming, [](const auto& one) {
          return one.event->id.value == "eeuwig";
        }) == store::Almanac::most_dates);
  std::vector<std::string> unusable;
  for (const auto& id : found.unusable) unusable.push_back(id.value);
  CHECK(unusable == std::vector<std::string>{"seconde", "nooit", "onzin", "voorbij"});
}

TEST_CASE("repetitions are understood as far as a sentence can say them") {
  const auto repetition = [](const std::string& rule) {
    return almanac({an_event("a", "2026-01-06T19:00", rule)}).repetitions.at(model::EventId{"a"});
  };
  const auto weekly = repetition("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270331T215959Z");
  CHECK(weekly.every == Repetition::Every::Week);
  CHECK(weekly.interval == 2);
  REQUIRE(weekly.days.size() == 2);
  CHECK(weekly.days[0].day == std::chrono::Tuesday);
  CHECK(weekly.days[1].day == std::chrono::Thursday);
  CHECK(weekly.until == test::day(2027, 3, 31));
  CHECK(repetition("FREQ=WEEKLY").days.front().day == std::chrono::Tuesday);  // the day it began on
  CHECK(repetition("FREQ=WEEKLY;BYDAY=SU").days.front().day == std::chrono::Sunday);
  const auto monthly = repetition("FREQ=MONTHLY;BYDAY=-1WE");
  CHECK(monthly.every == Repetition::Every::Month);
  CHECK(monthly.days.front().nth == -1);
  CHECK(repetition("FREQ=MONTHLY").month_day == 6);
  CHECK(repetition("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1").every == Repetition::Every::Other);
  CHECK(repetition("FREQ=WEEKLY;BYDAY=TU;BYMONTH=7").every == Repetition::Every::Other);
}

TEST_CASE("what goes to a phone is in UTC, an hour apart on both sides of summer time") {
  const auto winter = store::as_icalendar(an_entry(test::day(2026, 3, 28)));
  const auto summer = store::as_icalendar(an_entry(test::day(2026, 3, 29)));
  CHECK(icaltime_is_utc(start_in(winter)));
  CHECK(start_in(winter).hour == 9);
  CHECK(start_in(summer).hour == 8);
  CHECK(start_in(summer).day == 29);
}

TEST_CASE("what goes to a phone has the line ends and the marks of RFC 5545") {
  const auto text = store::as_icalendar(an_entry(test::day(2026, 11, 24)));
  CHECK(text.starts_with("BEGIN:VCALENDAR\r\n"));
  CHECK(text.ends_with("END:VCALENDAR\r\n"));
  for (std::size_t i = 0; i < text.size(); ++i)
    if (text[i] == '\n') CHECK(text[i - 1] == '\r');
  CHECK(text.find("SUMMARY:Koffie\\, thee\\; en ideeën\r\n") != std::string::npos);
  CHECK(text.find("DTEND:20261124T103000Z\r\n") != std::string::npos);
  CHECK(text.find("DTSTAMP:20261120T000000Z\r\n") != std::string::npos);
}

TEST_CASE("a title of four hundred characters still fits a code that a phone can read") {
  auto entry = an_entry(test::day(2026, 11, 24));
  entry.summary = std::string(400, 'w');
  entry.location = std::string(400, 'm');
  const auto text = store::as_icalendar(entry);
  CHECK(text.size() < 420);
  CHECK(text.find("…") != std::string::npos);
}
