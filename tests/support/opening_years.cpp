// Says when a place opens and closes in two years, for a judge who reckons it in another way:
// opening_years FILE NUMBER. Each line is a moment and what it is from then on.
#include <iostream>

#include "kiosk/care/opening_time.h"
#include "sync/base/json.h"
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"

namespace {

using namespace wv;
using std::chrono::minutes;

const auto start_of_years = *base::parse_rfc3339("2026-01-01T12:00:00Z");
const auto end_of_years = *base::parse_rfc3339("2028-01-01T12:00:00Z");

std::vector<model::OpeningSpan> spans_of(const base::Json& list) {
  std::vector<model::OpeningSpan> spans;
  for (const auto& one : *list.items()) spans.push_back(model::read_span(*one.text()).value());
  return spans;
}

model::Schedule own_hours(const base::Json& schedule) {
  model::Schedule own;
  for (const auto& [weekday, spans] : *schedule.find("own")->members())
    own.week[static_cast<std::size_t>(std::stoi(weekday))] = spans_of(spans);
  for (const auto& closure : *schedule.find("closures")->items()) {
    const auto& days = *closure.items();
    own.closures.push_back(
        {*base::parse_iso_day(*days[0].text()), *base::parse_iso_day(*days[1].text()), ""});
  }
  return own;
}

std::optional<model::OpeningHours> place_hours(const base::Json& place) {
  if (place.is_null()) return std::nullopt;
  model::OpeningHours hours;
  const auto& week = *place.find("week")->items();
  for (std::size_t day = 0; day < 7; ++day) hours.week[day] = spans_of(week[day]);
  for (const auto& [day, spans] : *place.find("exceptions")->members())
    hours.exceptions.push_back({*base::parse_iso_day(day), spans_of(spans), {}});
  return hours;
}

// What is said of a moment between two changes must agree with the changes, wherever one asks.
int contradictions(const care::Hours& hours, const care::WallClock& wall, base::Instant from,
                   base::Instant change, bool open) {
  int wrong = 0;
  const auto ask = [&](base::Instant at) {
    const auto said = care::opening_time(at, hours, wall);
    const bool too_late = change < end_of_years && said.until > change, no_step = said.until <= at;
    if (said.open != open || too_late || no_step) {
      std::cerr << base::to_rfc3339(at) << ": another answer than on the way\n";
      ++wrong;
    }
  };
  for (auto at = from; at < std::min(change, end_of_years); at += minutes(47)) ask(at);
  if (change < end_of_years) ask(change - base::Millis(1));
  return wrong;
}

int tell(const base::Json& schedule) {
  const auto clock = edge::system_clock(*schedule.find("zone")->text()).value();
  const care::WallClock wall = [&](base::Instant at) { return clock->local(at); };
  const auto own = own_hours(schedule);
  const auto place = place_hours(*schedule.find("place"));
  const care::Hours hours{own, place ? &*place : nullptr};
  int wrong = 0;
  for (auto at = start_of_years; at < end_of_years;) {
    const bool open = care::opening_time(at, hours, wall).open;
    std::cout << base::to_rfc3339(at) << (open ? " open\n" : " closed\n");
    auto change = care::opening_time(at, hours, wall).until;
    while (change < end_of_years && care::opening_time(change, hours, wall).open == open)
      change = care::opening_time(change, hours, wall).until;
    wrong += contradictions(hours, wall, at, change, open);
    at = change;
  }
  return wrong == 0 ? 0 : 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const auto bytes = edge::Disk().read(arguments[1]).value();
  const auto schedules = base::parse_json(bytes).value();
  return tell(schedules.items()->at(static_cast<std::size_t>(std::stoi(arguments[2]))));
}
