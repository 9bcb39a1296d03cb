// Dates are reckoned on the wall clock of the place, so they float; only what leaves the kiosk gets a time
// zone.
#include "kiosk/store/calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>

#include "sync/base/utf8.h"

namespace wv::store {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

constexpr int most_steps =
    20'000;  // of one rule that cannot be wound forward; bounds one that repeats every second
constexpr std::size_t longest_text = 60;  // characters of a title or place in a QR code
constexpr const char* house_zone = "Europe/Amsterdam";

// "2026-03-02T10:00" as libical writes it: "20260302T100000".
std::string compact(std::string_view local) {
  std::string out;
  for (char c : local) {
    if (c != '-' && c != ':') out += c;
  }
  if (out.size() == 13) out += "00";
  return out;
}

base::Day day_of(const icaltimetype& at) {
  return base::Day{std::chrono::year(at.year), std::chrono::month(static_cast<unsigned>(at.month)),
                   std::chrono::day(static_cast<unsigned>(at.day))};
}

icaltimetype midnight(base::Day day) {
  icaltimetype at = icaltime_null_time();
  at.year = static_cast<int>(day.year());
  at.month = static_cast<int>(static_cast<unsigned>(day.month()));
  at.day = static_cast<int>(static_cast<unsigned>(day.day()));
  return at;
}

base::Day plus(base::Day day, int count) {
  return base::Day(sys_days(day) + days(count));
}

struct Freed {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { std::free(text); }
};

class Expansion {
 public:
  explicit Expansion(base::Day today) : today_(today), last_(plus(today, Almanac::days_ahead)) {}

  // False: the rule gives no date at all.
  bool add(const model::Event& event) {
    const icaltimetype start = icaltime_from_string(compact(event.starts_local).c_str());
    if (icaltime_is_null_time(start)) return false;
    if (event.rrule.empty()) return take(event, start), true;
    const icalrecurrencetype rule = icalrecurrencetype_from_string(event.rrule.c_str());
    if (rule.freq == ICAL_NO_RECURRENCE) return false;
    const std::unique_ptr<icalrecur_iterator, Freed> iterator(icalrecur_iterator_new(rule, start));
    if (!iterator) return false;
    wind_forward(*iterator, rule, start, event.duration);
    return walk(event, *iterator);
  }

  std::vector<Occurrence> finish() && {
    std::ranges::stable_sort(found_, [](const Occurrence& a, const Occurrence& b) {
      return std::pair(a.day, a.starts) < std::pair(b.day, b.starts);
    });
    return std::move(found_);
  }

 private:
  // Years of past dates need not be walked through. A rule that counts its dates has to be.
  void wind_forward(icalrecur_iterator& iterator, const icalrecurrencetype& rule, const icaltimetype& start,
                    std::chrono::minutes duration) const {
    icaltimetype from = midnight(plus(today_, -1 - static_cast<int>(duration / days(1))));
    const bool ended = !icaltime_is_null_time(rule.until) && icaltime_compare(rule.until, from) <= 0;
    if (rule.count == 0 && !ended && icaltime_compare(from, start) > 0)
      icalrecur_iterator_set_start(&iterator, from);
  }

  bool walk(const model::Event& event, icalrecur_iterator& iterator) {
    const std::size_t most = found_.size() + Almanac::most_dates;
    bool any = false;
    for (int step = 0; step < most_steps; ++step) {
      const icaltimetype at = icalrecur_iterator_next(&iterator);
      if (icaltime_is_null_time(at)) return any;
      any = true;
      if (day_of(at) > last_ || found_.size() == most) return true;
      if (!is_left_out(event, at)) take(event, at);
    }
    return false;
  }

  void take(const model::Event& event, const icaltimetype& at) {
    const base::Day day = day_of(at);
    const std::chrono::minutes starts(at.hour * 60 + at.minute);
    if (day > last_ || sys_days(day) + starts + event.duration <= sys_days(today_)) return;
    found_.push_back({&event, day, starts});
  }

  static bool is_left_out(const model::Event& event, const icaltimetype& at) {
    return std::ranges::any_of(event.exdates, [&](const std::string& exdate) {
      return icaltime_compare(icaltime_from_string(compact(exdate).c_str()), at) == 0;
    });
  }

  base::Day today_, last_;
  std::vector<Occurrence> found_;
};

// libical counts Sunday as 1.
std::chrono::weekday weekday_of(short coded) {
  return std::chrono::weekday(static_cast<unsigned>(icalrecurrencetype_day_day_of_week(coded)) - 1);
}

// What a sentence such as "elke eerste zondag van de maand" leaves out.
bool says_more(const icalrecurrencetype& rule) {
  const auto given = [](const short* list) { return list[0] != ICAL_RECURRENCE_ARRAY_MAX; };
  return given(rule.by_second) || given(rule.by_minute) || given(rule.by_hour) || given(rule.by_year_day) ||
         given(rule.by_week_no) || given(rule.by_month) || given(rule.by_set_pos);
}

Repetition repetition_of(const model::Event& event) {
  using Every = Repetition::Every;
  Repetition found;
  const icaltimetype start = icaltime_from_string(compact(event.starts_local).c_str());
  const icalrecurrencetype rule = icalrecurrencetype_from_string(event.rrule.c_str());
  if (!icaltime_is_null_time(rule.until)) found.until = day_of(rule.until);
  found.interval = rule.interval;
  for (const short* day = rule.by_day; *day != ICAL_RECURRENCE_ARRAY_MAX; ++day)
    found.days.push_back({weekday_of(*day), icalrecurrencetype_day_position(*day)});
  const bool one_month_day =
      rule.by_month_day[0] != ICAL_RECURRENCE_ARRAY_MAX && rule.by_month_day[1] == ICAL_RECURRENCE_ARRAY_MAX;
  const bool month_days = rule.by_month_day[0] != ICAL_RECURRENCE_ARRAY_MAX;
  if (says_more(rule)) return found;
  if (rule.freq == ICAL_DAILY_RECURRENCE && found.days.empty() && !month_days) found.every = Every::Day;
  if (rule.freq == ICAL_WEEKLY_RECURRENCE && !month_days) {
    found.every = Every::Week;
    if (found.days.empty())
      found.days.push_back({std::chrono::weekday(static_cast<unsigned>(icaltime_day_of_week(start)) - 1)});
  }
  if (rule.freq == ICAL_MONTHLY_RECURRENCE && found.days.size() == 1 && found.days.front().nth != 0 &&
      !month_days)
    found.every = Every::Month;
  if (rule.freq == ICAL_MONTHLY_RECURRENCE && found.days.empty() && (one_month_day || !month_days)) {
    found.month_day = one_month_day ? rule.by_month_day[0] : start.day;
    if (found.month_day > 0) found.every = Every::Month;
  }
  if (rule.freq == ICAL_YEARLY_RECURRENCE && found.days.empty() && !month_days) found.every = Every::Year;
  return found;
}

std::string cut(std::string_view text) {
  if (base::count_code_points(text) <= longest_text) return std::string(text);
  return std::string(base::first_code_points(text, longest_text - 1)) + "…";
}

// A moment of the house's wall clock in UTC. Without time zone data it floats, which phones take as local.
icaltimetype in_utc(base::Day day, std::chrono::minutes since_midnight) {
  icaltimetype at = midnight(day);
  at.hour = static_cast<int>(since_midnight.count() / 60);
  at.minute = static_cast<int>(since_midnight.count() % 60);
  icaltimezone* zone = icaltimezone_get_builtin_timezone(house_zone);
  if (!zone) return at;
  at.zone = zone;
  return icaltime_convert_to_zone(at, icaltimezone_get_utc_timezone());
}

}  // namespace

Almanac almanac_of(std::shared_ptr<const model::AreaContent> area, base::Day today) {
  Almanac almanac;
  almanac.today = today;
  almanac.area = std::move(area);
  if (!almanac.area) return almanac;
  Expansion expansion(today);
  for (const auto& event : almanac.area->events) {
    if (!expansion.add(event)) almanac.unusable.push_back(event.id);
    if (!event.rrule.empty()) almanac.repetitions[event.id] = repetition_of(event);
  }
  almanac.coming = std::move(expansion).finish();
  return almanac;
}

std::string as_icalendar(const CalendarEntry& entry) {
  const icaltimetype starts = in_utc(entry.day, entry.starts);
  const auto seconds = std::chrono::seconds(entry.duration).count();
  const icaltimetype ends = icaltime_add(starts, icaldurationtype_from_int(static_cast<int>(seconds)));
  const auto made = std::chrono::floor<std::chrono::seconds>(entry.made_at).time_since_epoch().count();
  const icaltimetype stamp = icaltime_from_timet_with_zone(made, 0, icaltimezone_get_utc_timezone());
  icalcomponent* event = icalcomponent_new(ICAL_VEVENT_COMPONENT);
  icalcomponent_add_property(event, icalproperty_new_uid(entry.uid.c_str()));
  icalcomponent_add_property(event, icalproperty_new_dtstamp(stamp));
  icalcomponent_add_property(event, icalproperty_new_dtstart(starts));
  icalcomponent_add_property(event, icalproperty_new_dtend(ends));
  icalcomponent_add_property(event, icalproperty_new_summary(cut(entry.summary).c_str()));
  if (!entry.location.empty())
    icalcomponent_add_property(event, icalproperty_new_location(cut(entry.location).c_str()));
  const std::unique_ptr<icalcomponent, Freed> calendar(icalcomponent_new(ICAL_VCALENDAR_COMPONENT));
  icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
  icalcomponent_add_property(calendar.get(), icalproperty_new_prodid("-//Wijkvenster//NL"));
  icalcomponent_add_component(calendar.get(), event);
  const std::unique_ptr<char, Freed> text(icalcomponent_as_ical_string_r(calendar.get()));
  return text ? std::string(text.get()) : std::string();
}

}  // namespace wv::store
