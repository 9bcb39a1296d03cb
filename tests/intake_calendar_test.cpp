// Calendars of others: what takes place when, on a Dutch clock, and what no calendar may do to the central.
#include "sync/intake/calendar_file.h"
#include "tests/support/intake.h"

using namespace wv;
using namespace wv::test;
using base::Json;

namespace {

std::string calendar(const std::string& inside) {
  return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//NL\r\n" + inside + "END:VCALENDAR\r\n";
}
std::string event(const std::string& lines, const std::string& uid = "een@buurthuis") {
  return "BEGIN:VEVENT\r\nUID:" + uid + "\r\nSUMMARY:Koffie\r\n" + lines + "END:VEVENT\r\n";
}

struct CalendarIntake : Intake {
  CalendarIntake() : Intake(intake::Kind::Calendar) { order.area = "noord"; }
  intake::Report take(const std::string& events) { return Intake::take("buurthuis.ics", calendar(events)); }
  Json activities() const { return kept("ics-buurthuis", "activiteiten"); }
  Json first() const { return activities().items()->empty() ? Json() : activities().items()->front(); }
  std::vector<std::string> begins() const {
    std::vector<std::string> all;
    const auto list = activities();
    for (const auto& each : *list.items()) all.emplace_back(each.text_or("begin", ""));
    return all;
  }
};

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("an activity of a calendar stands in the agenda with title, place, theme and time") {
  CalendarIntake intake;
  const auto report = intake.take(
      event("DTSTART;TZID=Europe/Amsterdam:20260303T100000\r\nDTEND;TZID=Europe/Amsterdam:20260303T113000\r\n"
            "LOCATION:De Poort\\, zaal 2\r\nCATEGORIES:Onbekend,groen\r\nDESCRIPTION:Kom\\nbinnen\r\n"
            "ORGANIZER;CN=Wijkraad:mailto:a@b.example\r\n"));
  CHECK(report.understood == 1);
  CHECK(report.fresh == 1);
  CHECK(report.written);
  CHECK(report.left_out.empty());
  auto found = intake.first();
  CHECK(found.text_or("id", "").starts_with("ics-"));
  found.set("id", "");
  CHECK(found == Json::object({{"id", ""},
                               {"titel", "Koffie"},
                               {"begin", "2026-03-03T10:00"},
                               {"duurMinuten", 90},
                               {"beschrijving", "Kom\nbinnen"},
                               {"plekTekst", "De Poort, zaal 2"},
                               {"thema", "groen"},
                               {"organisator", "Wijkraad"}}));
}

TEST_CASE("the clock of an activity is the Dutch one, whatever clock its calendar has") {
  CalendarIntake intake;
  const auto begins = [&](const std::string& starts) {
    intake.take(event(starts + "\r\nDURATION:PT1H\r\n"));
    return intake.begins();
  };
  CHECK(begins("DTSTART:20260710T100000") == Strings{"2026-07-10T10:00"});   // floats
  CHECK(begins("DTSTART:20260710T100000Z") == Strings{"2026-07-10T12:00"});  // summer
  CHECK(begins("DTSTART:20261110T100000Z") == Strings{"2026-11-10T11:00"});  // winter
  CHECK(begins("DTSTART;TZID=America/New_York:20260710T100000") == Strings{"2026-07-10T16:00"});
  CHECK(begins("DTSTART;VALUE=DATE:20260710") == Strings{"2026-07-10T00:00"});
  const std::string outlook =
      "BEGIN:VTIMEZONE\r\nTZID:Eigen "
      "tijd\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0300\r\n"
      "TZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
  intake.take(outlook + event("DTSTART;TZID=Eigen tijd:20261110T100000\r\nDURATION:PT1H\r\n"));
  CHECK(intake.begins() == Strings{"2026-11-10T08:00"});
  const auto report = intake.take(event("DTSTART;TZID=Marsduin:20261110T100000\r\nDURATION:PT1H\r\n"));
  CHECK(intake.begins() == Strings{"2026-11-10T10:00"});
  CHECK(contains(all_of(report.warnings), "\"Marsduin\" is not known"));
}

TEST_CASE("a weekly activity stays a weekly activity, without the weeks that fall out") {
  CalendarIntake intake;
  intake.take(event(
      "DTSTART;TZID=Europe/Amsterdam:20260303T100000\r\nDURATION:PT90M\r\n"
      "RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T080000Z\r\n"
      "EXDATE;TZID=Europe/Amsterdam:20260310T100000,20260317T100000\r\nEXDATE;VALUE=DATE:20260324\r\n"));
  CHECK(intake.first().text_or("herhaling", "") == "FREQ=WEEKLY;UNTIL=20260630T100000;BYDAY=TU");
  CHECK(*intake.first().find("vervalt") ==
        Json(Json::Array{"2026-03-10T10:00", "2026-03-17T10:00", "2026-03-24T10:00"}));
}

TEST_CASE("the last day of a repetition that ends on a day without a time counts") {
  CalendarIntake intake;
  intake.take(event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;UNTIL=20260310\r\n"));
  CHECK(intake.first().text_or("herhaling", "") == "FREQ=WEEKLY;UNTIL=20260310T235959");
}

TEST_CASE("a repetition on the clock of a neighbour stays one, on another clock its dates are written out") {
  CalendarIntake intake;
  intake.take(event("DTSTART;TZID=Europe/Paris:20260303T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n"));
  CHECK(intake.first().text_or("herhaling", "") == "FREQ=WEEKLY");
  const auto report =
      intake.take(event("DTSTART:20260324T190000Z\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\nEXDATE:"
                        "20260331T190000Z\r\n"));
  CHECK(intake.begins() == Strings{"2026-03-24T20:00", "2026-04-07T21:00"});
  CHECK(contains(all_of(report.warnings), "does not follow the Dutch clock"));
}

TEST_CASE("one date of a series that is moved, and one that is cancelled, are told as such") {
  CalendarIntake intake;
  intake.take(event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY\r\n") +
              event("RECURRENCE-ID:20260310T100000\r\nDTSTART:20260310T140000\r\nDURATION:PT1H\r\n") +
              event("RECURRENCE-ID:20260317T100000\r\nDTSTART:20260317T100000\r\nDURATION:PT1H\r\nSTATUS:"
                    "CANCELLED\r\n"));
  CHECK(intake.begins() == Strings{"2026-03-03T10:00", "2026-03-10T14:00", "2026-03-17T10:00"});
  CHECK(*intake.first().find("vervalt") == Json(Json::Array{"2026-03-10T10:00", "2026-03-17T10:00"}));
  CHECK(intake.activities().items()->at(2).find("afgelast"));
}

TEST_CASE("dates beside the rule come as activities of their own") {
  CalendarIntake intake;
  intake.take(
      event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\nRDATE:20260305T100000,20260309T100000\r\n"
            "RDATE;VALUE=PERIOD:20260312T100000/PT1H\r\n"));
  CHECK(intake.begins() ==
        Strings{"2026-03-03T10:00", "2026-03-05T10:00", "2026-03-09T10:00", "2026-03-12T10:00"});
}

TEST_CASE("of two versions of an activity the newest counts") {
  CalendarIntake intake;
  const auto version = [](int sequence, const std::string& hour) {
    return event("SEQUENCE:" + std::to_string(sequence) + "\r\nDTSTART:20260303T" + hour +
                 "0000\r\nDURATION:PT1H\r\n");
  };
  intake.take(version(3, "11") + version(2, "10"));
  CHECK(intake.begins() == Strings{"2026-03-03T11:00"});
}

TEST_CASE("what is over, private or no activity stays out and the report says so") {
  CalendarIntake intake;
  const auto report = intake.take(
      event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n", "goed") +
      event("DTSTART:20250303T100000\r\nDURATION:PT1H\r\n", "voorbij") +
      event("DTSTART:20200303T100000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=9\r\n", "reeks-voorbij") +
      event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\nCLASS:PRIVATE\r\n", "prive") +
      event("DURATION:PT1H\r\n", "zonder-begin") +
      event("DTSTART:20260303T100000\r\nDTEND:20260302T100000\r\n", "eindigt-eerder") +
      "BEGIN:VTODO\r\nUID:taak\r\nEND:VTODO\r\n");
  CHECK(report.understood == 1);
  CHECK(contains(all_of(report.warnings), "2 activities are over"));
  CHECK(contains(all_of(report.warnings), "VTODO: 1 passed over"));
  CHECK(contains(all_of(report.left_out), "UID prive: it is marked as private"));
  CHECK(contains(all_of(report.left_out), "UID zonder-begin: it does not say when it begins"));
  CHECK(contains(all_of(report.left_out), "UID eindigt-eerder: the kiosk cannot show it: duurMinuten"));
}

TEST_CASE("importing again replaces and doubles nothing") {
  CalendarIntake intake;
  const auto one = event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n", "een");
  const auto two = event("DTSTART:20260304T100000\r\nDURATION:PT1H\r\n", "twee");
  const auto later = event("DTSTART:20260303T110000\r\nDURATION:PT1H\r\n", "een");
  intake.take(one + two);
  const std::string ids(intake.first().text_or("id", ""));
  const auto again = intake.take(later);
  CHECK(again.fresh == 0);
  CHECK(again.gone == 1);
  CHECK(intake.begins() == Strings{"2026-03-03T11:00"});
  CHECK(intake.first().text_or("id", "") == ids);
}

TEST_CASE("an empty calendar does not take away what was there") {
  CalendarIntake intake;
  intake.take(event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n"));
  const auto before = intake.text("invoer/ics-buurthuis.toml");
  CHECK(contains(intake.refusal("buurthuis.ics", calendar("")), "stays as it was"));
  CHECK(intake.text("invoer/ics-buurthuis.toml") == before);
}

TEST_CASE("a file that somebody changed by hand is not replaced behind their back") {
  CalendarIntake intake;
  const auto one = event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n");
  intake.take(one);
  intake.write("invoer/ics-buurthuis.toml", intake.text("invoer/ics-buurthuis.toml") + "# mijn opmerking\n");
  CHECK(contains(intake.refusal("buurthuis.ics", calendar(one)), "changed by hand"));
  CHECK(contains(intake.text("invoer/ics-buurthuis.toml"), "mijn opmerking"));
  intake.order.edited = intake::Keeping::Edited::MayBeReplaced;
  CHECK(intake.take(one).written);
}

TEST_CASE("an activity that another import brought already is not doubled") {
  CalendarIntake intake;
  intake.take(event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n"));
  intake.order.name = "ander";
  CHECK(contains(intake.refusal("x.ics", calendar(event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n"))),
                 "it stands in invoer/ics-buurthuis.toml already"));
}

TEST_CASE("a rehearsal writes nothing") {
  CalendarIntake intake;
  intake.order.mode = intake::Keeping::Mode::DryRun;
  const auto report = intake.take(event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n"));
  CHECK(report.understood == 1);
  CHECK_FALSE(report.written);
  CHECK_FALSE(std::filesystem::exists(intake.path / "invoer"));
}

TEST_CASE("nothing is imported into content that has mistakes of its own there") {
  CalendarIntake intake;
  const auto one = event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n");
  intake.write("gebieden/noord.toml", intake.text("gebieden/noord.toml") + "\nonzin = 1\n");
  CHECK(contains(intake.refusal("buurthuis.ics", calendar(one)), "gebieden/noord.toml"));
  CHECK_FALSE(std::filesystem::exists(intake.path / "invoer"));
}

TEST_CASE("a mistake elsewhere in the content is told and stops no import") {
  CalendarIntake intake;
  std::filesystem::remove(intake.path / "kaart/wijken.rd.geojson");
  const auto report = intake.take(event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n"));
  CHECK(report.written);
  CHECK(contains(all_of(report.warnings), "cannot be published yet"));
}

TEST_CASE("hostile calendars are refused with a reason and change nothing") {
  CalendarIntake intake;
  const auto why = [&](const std::string& source) { return intake.refusal("buurthuis.ics", source); };
  std::string nested;
  for (int i = 0; i < 200'000; ++i) nested += "BEGIN:VEVENT\r\n";
  CHECK(contains(why(nested), "parts lie deeper in each other"));
  std::string folded_nested;
  for (int i = 0; i < 20'000; ++i) folded_nested += "BEG\r\n IN:VEVENT\r\n";
  CHECK(contains(why(folded_nested), "parts lie deeper in each other"));
  CHECK(contains(why("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"), "stops in the middle"));
  CHECK(contains(why("hallo"), "no iCalendar file"));
  CHECK(contains(why("BEGIN:VCALENDAR\r\nX:\xff\xfe\r\nEND:VCALENDAR\r\n"), "is not UTF-8"));
  CHECK(contains(why(calendar("").insert(20, std::string(1, '\0'))), "no text"));
  CHECK(contains(why(""), "is empty"));
  CHECK(contains(why(calendar(event("DTSTART:20260303T100000\r\nRRULE:FREQ=SECONDLY\r\n"))),
                 "it repeats in a way"));
  CHECK_FALSE(std::filesystem::exists(intake.path / "invoer"));
}

TEST_CASE("a file of a gigabyte, a folder and a pipe are never opened") {
  CalendarIntake intake;
  intake.write("x/groot.ics", "B");
  std::filesystem::resize_file(intake.path / "x/groot.ics", std::uintmax_t{1} << 30);
  intake.order.folder = intake.path;
  const auto why = [&](const std::string& file) {
    intake.order.source = file;
    const auto report = intake::import_into({intake.files, {}}, intake.order);
    return report ? std::string("taken") : report.error().message;
  };
  CHECK(contains(why(intake.path / "x/groot.ics"), "is 1024 MiB; no more than 8 MiB is read"));
  CHECK(contains(why(intake.path), "not an ordinary file"));
  CHECK(contains(why("/dev/zero"), "not an ordinary file"));
  CHECK(contains(why("/bestaat/niet"), "no such file"));
}

TEST_CASE("time zones and rules without an end keep nobody busy") {
  CalendarIntake intake;
  const auto zone = [](const std::string& rule) {
    return "BEGIN:VTIMEZONE\r\nTZID:Traag\r\nBEGIN:STANDARD\r\nDTSTART:19000101T000000\r\nTZOFFSETFROM:+"
           "0300\r\n"
           "TZOFFSETTO:+0400\r\nRRULE:" +
           rule + "\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n";
  };
  const auto one = event("DTSTART;TZID=Traag:20261110T100000\r\nDURATION:PT1H\r\n");
  for (const std::string rule : {"FREQ=SECONDLY", "FREQ=YEARLY;BYSECOND=1,2,3;BYHOUR=1", "FREQ=DAILY"}) {
    const auto report = intake.take(zone(rule) + one);
    CHECK(contains(all_of(report.warnings), "impossible rules"));
  }
  for (const std::string rule :
       {"FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300", "FREQ=DAILY;INTERVAL=999"})
    CHECK(!intake
               .refusal("x.ics",
                        calendar(event("DTSTART:00010101T100000\r\nDURATION:PT1H\r\nRRULE:" + rule + "\r\n")))
               .empty());
  const auto far = intake.take(event("DTSTART:20260303T100000\r\nDURATION:PT1H\r\n") +
                               event("DTSTART:99991231T100000Z\r\nDURATION:P9999W\r\n", "ver") +
                               event("DTSTART:20260303T100000\r\nDURATION:P3W\r\n", "lang"));
  CHECK(far.understood >= 2);
  CHECK(contains(all_of(far.warnings), "longer than seven days"));
}

TEST_CASE("a line of megabytes and a hundred thousand empty activities are read in a moment") {
  const base::Day today{std::chrono::year(2026), std::chrono::month(3), std::chrono::day(1)};
  const auto longest = intake::read_calendar(
      calendar(event("DTSTART:20260303T100000\r\nDESCRIPTION:" + std::string(6 << 20, 'x') +
                     "\r\n en verder\r\n") +
               event("DTSTART:20260304T100000\r\n")),
      today);
  REQUIRE(longest);
  CHECK(longest->entries.front().description.size() > 100'000);
  CHECK(longest->entries.back().starts == "2026-03-04T10:00");
  CHECK(longest->entries.back().line == 11);
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "BEGIN:VEVENT\r\nEND:VEVENT\r\n";
  const auto all = intake::read_calendar(calendar(many), today);
  REQUIRE(all);
  CHECK(all->entries.size() == 100'000);
}
