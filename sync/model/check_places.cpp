// Places with their hours, and activities: what a resident walks to must be there when they arrive.
#include <array>

#include "sync/model/findings.h"

namespace wv::model {
namespace {

constexpr std::array<std::string_view, 7> weekdays = {"ma", "di", "wo", "do", "vr", "za", "zo"};

void check_spans(Findings& findings, const At& at, const std::vector<OpeningSpan>& spans) {
  using std::chrono::minutes;
  findings.count(at, spans.size(), 0, 6);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const bool in_day = spans[i].from >= minutes{0} && spans[i].to <= minutes{24 * 60};
    findings.expect(in_day && spans[i].from < spans[i].to, at / i,
                    "must end after it starts, on the same day");
    findings.expect(i == 0 || spans[i - 1].to <= spans[i].from, at / i,
                    "starts before the one above it ends");
  }
}

void check_hours(Findings& findings, const At& at, const OpeningHours& hours) {
  for (std::size_t day = 0; day < 7; ++day)
    check_spans(findings, at / "uren" / weekdays[day], hours.week[day]);
  findings.count(at / "uitzonderingen", hours.exceptions.size(), 0, 400);
  std::set<Day> days;
  for (std::size_t i = 0; i < hours.exceptions.size(); ++i) {
    const OpeningException& exception = hours.exceptions[i];
    const At place = at / "uitzonderingen" / i;
    findings.day(place / "op", exception.on);
    findings.expect(days.insert(exception.on).second, place / "op", "this day is there twice");
    check_spans(findings, place / "uren", exception.spans);
    findings.text(place / "reden", exception.reason, 120);
  }
}

void check_when(Findings& findings, const At& at, const Event& event) {
  findings.expect(is_local_time(event.starts_local), at / "begin", "a moment is written 2026-03-02T10:00");
  findings.number(at / "duurMinuten", event.duration.count(), 5, 7 * 24 * 60);
  findings.expect(event.rrule.empty() || is_rrule(event.rrule), at / "herhaling",
                  "not a rule of RFC 5545 such as FREQ=WEEKLY;BYDAY=TU");
  findings.expect(event.exdates.empty() || !event.rrule.empty(), at / "vervalt",
                  "only for an activity that repeats");
  findings.count(at / "vervalt", event.exdates.size(), 0, 400);
  for (std::size_t i = 0; i < event.exdates.size(); ++i)
    findings.expect(is_local_time(event.exdates[i]), at / "vervalt" / i,
                    "a moment is written 2026-03-02T10:00");
}

void check_event(Findings& findings, const At& at, const Event& event, const std::set<std::string>& places) {
  findings.text(at / "titel", event.title, 160, Presence::Required);
  findings.text(at / "beschrijving", event.description, 2000);
  if (event.place)
    findings.expect(places.contains(event.place->value), at / "plek", "no plek of this file has this id");
  findings.expect(!event.place || event.place_as_written.empty(), at / "plekTekst",
                  "either plek or plekTekst");
  findings.text(at / "plekTekst", event.place_as_written, 200);
  check_when(findings, at, event);
  if (event.theme) findings.id(at / "thema", event.theme->value);
  findings.text(at / "kosten", event.cost, 80);
  findings.line(at / "organisator", event.organiser, 120);
}

}  // namespace

void check_places(Findings& findings, const At& at, const std::vector<Place>& places) {
  findings.count(at, places.size(), 0, 100);
  std::set<std::string> taken;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const Place& place = places[i];
    findings.new_id(at / i / "id", place.id.value, taken);
    findings.text(at / i / "naam", place.name, 120, Presence::Required);
    findings.line(at / i / "adres", place.address, 200, Presence::Required);
    findings.line(at / i / "telefoon", place.phone, 40);
    check_hours(findings, at / i, place.hours);
    findings.text(at / i / "toegankelijkheid", place.accessibility, 500);
  }
}

void check_events(Findings& findings, const At& at, const AreaContent& area) {
  findings.count(at, area.events.size(), 0, 2000);
  std::set<std::string> places, taken;
  for (const Place& place : area.places) places.insert(place.id.value);
  for (std::size_t i = 0; i < area.events.size(); ++i) {
    findings.new_id(at / i / "id", area.events[i].id.value, taken);
    check_event(findings, at / i, area.events[i], places);
  }
}

}  // namespace wv::model
