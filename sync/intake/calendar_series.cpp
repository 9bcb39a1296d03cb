// The content's rules run on the Dutch wall clock. A rule of another clock is kept when both clocks move
// together, and written out as single dates when they do not.
#include "sync/intake/calendar_series.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "sync/model/check.h"

namespace wv::intake {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

constexpr const char* dutch_zone = "Europe/Amsterdam";
constexpr int days_ahead = 366;
constexpr std::size_t most_looked_at = 400;   // a date for every day that lies ahead
constexpr std::size_t most_written_out = 60;  // as many as the kiosk shows of one activity
constexpr std::size_t most_exdates = 400;
constexpr int most_steps = 20'000;

struct FreeIterator {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};
struct FreeText {
  void operator()(char* text) const { icalmemory_free_buffer(text); }
};

icaltimezone* dutch() {
  return icaltimezone_get_builtin_timezone(dutch_zone);
}

icaltimetype floating(icaltimetype at) {
  at.zone = nullptr;
  return at;
}

icaltimetype in_dutch_time(const icaltimetype& at) {
  if (at.is_date || !at.zone) return floating(at);
  return floating(icaltime_convert_to_zone(at, dutch()));
}

std::string as_local(const icaltimetype& at) {
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d", at.year, at.month, at.day,
                at.is_date ? 0 : at.hour, at.is_date ? 0 : at.minute);
  return text;
}

sys_days day_of(const icaltimetype& at) {
  return sys_days(base::Day{std::chrono::year(at.year), std::chrono::month(static_cast<unsigned>(at.month)),
                            std::chrono::day(static_cast<unsigned>(at.day))});
}

minutes since_midnight(const icaltimetype& at) {
  return at.is_date ? minutes(0) : minutes(at.hour * 60 + at.minute);
}

icaltimetype midnight(sys_days day) {
  const base::Day date(day);
  icaltimetype at = icaltime_null_time();
  at.year = static_cast<int>(date.year());
  at.month = static_cast<int>(static_cast<unsigned>(date.month()));
  at.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return at;
}

std::string rule_text(icalrecurrencetype rule) {
  const std::unique_ptr<char, FreeText> text(icalrecurrencetype_as_string_r(&rule));
  return text ? std::string(text.get()) : std::string();
}

class Times {
 public:
  Times(icalcomponent* event, base::Day today, CalendarEntry& entry, std::vector<Note>& warnings)
      : event_(event), today_(today), entry_(entry), warnings_(warnings) {}

  void read() {
    auto* starts = first(ICAL_DTSTART_PROPERTY);
    if (!starts) return refuse("it does not say when it begins (DTSTART)");
    start_ = moment(starts);
    if (icaltime_is_null_time(start_) || !icaltime_is_valid_time(start_))
      return refuse("its begin (DTSTART) is no date");
    local_ = in_dutch_time(start_);
    entry_.starts = as_local(local_);
    read_duration();
    each(ICAL_RECURRENCEID_PROPERTY, [&](auto* p) { entry_.replaces = date_of_rule(moment(p)); });
    each(ICAL_EXDATE_PROPERTY, [&](auto* p) { entry_.exdates.push_back(date_of_rule(moment(p))); });
    read_more_dates();
    read_rules();
    tidy_dates();
    entry_.over = entry_.refused.empty() && !rule_goes_on_ && entry_.dates.empty() && is_over(local_);
  }

 private:
  void refuse(std::string why) { entry_.refused = std::move(why); }
  void warn(std::string why, std::string what_to_do = "") {
    warnings_.push_back({where(entry_), std::move(why), std::move(what_to_do)});
  }
  icalproperty* first(icalproperty_kind kind) { return icalcomponent_get_first_property(event_, kind); }
  template <class Take>
  void each(icalproperty_kind kind, Take take) {
    for (auto* p = first(kind); p; p = icalcomponent_get_next_property(event_, kind)) take(p);
  }

  icaltimetype moment(icalproperty* property) {
    const auto at = icalproperty_get_datetime_with_component(property, event_);
    note_strange_zone(property, at);
    return at;
  }
  void note_strange_zone(icalproperty* property, const icaltimetype& at) {
    const auto* zone = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    if (!zone || at.zone || at.is_date || strange_zone_) return;
    strange_zone_ = true;
    warn("its time zone \"" + std::string(icalparameter_get_tzid(zone)).substr(0, 80) +
         "\" is not known; its times are taken as Dutch time");
  }

  void read_duration() {
    if (auto* ends = first(ICAL_DTEND_PROPERTY)) {
      const auto until = in_dutch_time(moment(ends));
      entry_.duration = day_of(until) - day_of(local_) + since_midnight(until) - since_midnight(local_);
    } else if (auto* lasts = first(ICAL_DURATION_PROPERTY)) {
      entry_.duration = minutes(icaldurationtype_as_int(icalproperty_get_duration(lasts)) / 60);
    } else if (local_.is_date) {
      entry_.duration = days(1);
    }
  }

  // A date without a time means the date of the rule on that day.
  std::string date_of_rule(const icaltimetype& at) {
    auto local = in_dutch_time(at);
    if (local.is_date && !local_.is_date) {
      local.is_date = 0;
      local.hour = local_.hour;
      local.minute = local_.minute;
    }
    return as_local(local);
  }

  void read_more_dates() {
    each(ICAL_RDATE_PROPERTY, [&](auto* p) {
      auto at = icalproperty_get_rdate(p);
      const bool is_period = icaltime_is_null_time(at.time);
      const auto start = is_period ? at.period.start : moment(p);
      if (const auto local = in_dutch_time(start); !is_over(local))
        entry_.dates.push_back(date_of_rule(start));
    });
  }

  void read_rules() {
    if (first(ICAL_EXRULE_PROPERTY)) warn("EXRULE is out of use and is passed over", "Use EXDATE");
    std::vector<icalrecurrencetype> rules;
    each(ICAL_RRULE_PROPERTY, [&](auto* p) { rules.push_back(icalproperty_get_rrule(p)); });
    for (auto& rule : rules) {
      fit_until(rule);
      if (!model::is_rrule(rule_text(rule)))
        return refuse("it repeats in a way that the kiosk does not show: " + rule_text(rule).substr(0, 120));
    }
    if (rules.size() == 1 && on_dutch_clock(rules.front())) return keep_rule(rules.front());
    for (auto& rule : rules) write_out(rule);
    if (rules.empty()) return;
    warn("its repetition does not follow the Dutch clock or has several rules, so its next " +
             std::to_string(entry_.dates.size()) + " dates are written out one by one",
         "Import again within a year");
  }

  // UNTIL becomes a moment on the clock of the rule. A day without a time counts as a whole.
  void fit_until(icalrecurrencetype& rule) const {
    if (icaltime_is_null_time(rule.until)) return;
    if (rule.until.is_date && !start_.is_date) {
      rule.until.is_date = 0;
      rule.until.hour = 23;
      rule.until.minute = rule.until.second = 59;
    } else if (rule.until.zone && start_.zone) {
      rule.until = icaltime_convert_to_zone(rule.until, const_cast<icaltimezone*>(start_.zone));
    } else if (rule.until.zone) {
      rule.until = icaltime_convert_to_zone(rule.until, dutch());
    }
    rule.until = floating(rule.until);
  }

  // The dates of a rule from today on, on its own clock.
  std::vector<icaltimetype> walk(const icalrecurrencetype& rule) const {
    std::vector<icaltimetype> found;
    const auto start = floating(start_);
    const std::unique_ptr<icalrecur_iterator, FreeIterator> iterator(icalrecur_iterator_new(rule, start));
    if (!iterator) return found;
    const auto lasts = entry_.duration.value_or(minutes(0));
    const auto from = midnight(sys_days(today_) - days(2) -
                               std::chrono::floor<days>(std::clamp(lasts, minutes(0), minutes(days(30)))));
    const bool ended = !icaltime_is_null_time(rule.until) && icaltime_compare(rule.until, from) <= 0;
    if (ended) return found;
    if (rule.count == 0 && icaltime_compare(from, start) > 0)
      icalrecur_iterator_set_start(iterator.get(), from);
    const auto last = sys_days(today_) + days(days_ahead);
    for (int step = 0; step < most_steps && found.size() < most_looked_at; ++step) {
      auto at = icalrecur_iterator_next(iterator.get());
      if (icaltime_is_null_time(at) || (day_of(at) > last && !found.empty())) break;
      at.zone = start_.zone;
      if (!is_over(in_dutch_time(at))) found.push_back(at);
    }
    return found;
  }

  bool is_over(const icaltimetype& local) const {
    return day_of(local) + since_midnight(local) + entry_.duration.value_or(minutes(60)) <= sys_days(today_);
  }

  bool on_dutch_clock(const icalrecurrencetype& rule) const {
    if (!start_.zone || start_.is_date) return true;
    const auto same = [&](const icaltimetype& at) {
      const auto local = in_dutch_time(at);
      return day_of(local) - day_of(at) == day_of(local_) - day_of(start_) &&
             since_midnight(local) == since_midnight(local_);
    };
    return day_of(local_) == day_of(start_) && std::ranges::all_of(walk(rule), same);
  }

  void keep_rule(icalrecurrencetype& rule) {
    rule_goes_on_ = !walk(rule).empty();
    if (!icaltime_is_null_time(rule.until) && start_.zone) {
      rule.until.zone = start_.zone;
      rule.until = in_dutch_time(rule.until);
    }
    entry_.rrule = rule_text(rule);
  }

  void write_out(const icalrecurrencetype& rule) {
    const auto dates = walk(rule);
    for (std::size_t i = 0; i < dates.size() && i < most_written_out; ++i)
      entry_.dates.push_back(as_local(in_dutch_time(dates[i])));
  }

  void tidy_dates() {
    auto& out = entry_.exdates;
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    // The oldest lie in the past and no longer matter.
    if (out.size() > most_exdates) out.erase(out.begin(), out.end() - most_exdates);
    auto& in = entry_.dates;
    std::ranges::sort(in);
    in.erase(std::ranges::unique(in).begin(), in.end());
    std::erase_if(
        in, [&](const auto& date) { return date == entry_.starts || std::ranges::binary_search(out, date); });
  }

  icalcomponent* event_;
  const base::Day today_;
  CalendarEntry& entry_;
  std::vector<Note>& warnings_;
  icaltimetype start_{}, local_{};
  bool strange_zone_ = false, rule_goes_on_ = false;
};

}  // namespace

void read_times(icalcomponent* event, base::Day today, CalendarEntry& entry, std::vector<Note>& warnings) {
  Times(event, today, entry, warnings).read();
}

bool is_sensible_zone(icalcomponent* zone) {
  for (auto* part = icalcomponent_get_first_component(zone, ICAL_ANY_COMPONENT); part;
       part = icalcomponent_get_next_component(zone, ICAL_ANY_COMPONENT))
    for (auto* rule = icalcomponent_get_first_property(part, ICAL_RRULE_PROPERTY); rule;
         rule = icalcomponent_get_next_property(part, ICAL_RRULE_PROPERTY)) {
      const auto read = icalproperty_get_rrule(rule);
      const bool by_the_clock = read.by_hour[0] != ICAL_RECURRENCE_ARRAY_MAX ||
                                read.by_minute[0] != ICAL_RECURRENCE_ARRAY_MAX ||
                                read.by_second[0] != ICAL_RECURRENCE_ARRAY_MAX;
      if (read.freq != ICAL_YEARLY_RECURRENCE || by_the_clock) return false;
    }
  return true;
}

}  // namespace wv::intake
