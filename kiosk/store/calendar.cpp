// The wall clock of the place is all that counts here, so times float: no time zone is asked for.
#include "kiosk/store/calendar.h"

#include <libical/ical.h>

#include <algorithm>
#include <memory>
#include <string>

namespace wv::store {
namespace {

constexpr int most_steps =
    20'000;  // a daily activity for fifty years; bounds a rule that repeats every second

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

struct Freed {
  void operator()(icalrecur_iterator* iterator) const { icalrecur_iterator_free(iterator); }
};

class Expansion {
 public:
  Expansion(base::Day from, base::Day to) : from_(from), to_(to) {}

  void add(const model::Event& event) {
    const icaltimetype start = icaltime_from_string(compact(event.starts_local).c_str());
    if (icaltime_is_null_time(start)) return;
    if (event.rrule.empty()) return take(event, start);
    icalrecurrencetype rule = icalrecurrencetype_from_string(event.rrule.c_str());
    if (rule.freq == ICAL_NO_RECURRENCE) return;
    const std::unique_ptr<icalrecur_iterator, Freed> iterator(icalrecur_iterator_new(rule, start));
    if (!iterator) return;
    for (int step = 0; step < most_steps; ++step) {
      const icaltimetype at = icalrecur_iterator_next(iterator.get());
      if (icaltime_is_null_time(at) || day_of(at) > to_) return;
      if (!is_left_out(event, at)) take(event, at);
    }
  }

  std::vector<Occurrence> finish() && {
    std::ranges::stable_sort(found_, [](const Occurrence& a, const Occurrence& b) {
      return std::pair(a.day, a.starts) < std::pair(b.day, b.starts);
    });
    return std::move(found_);
  }

 private:
  void take(const model::Event& event, const icaltimetype& at) {
    const base::Day day = day_of(at);
    if (day < from_ || day > to_) return;
    found_.push_back({&event, day, std::chrono::minutes(at.hour * 60 + at.minute)});
  }

  static bool is_left_out(const model::Event& event, const icaltimetype& at) {
    return std::ranges::any_of(event.exdates, [&](const std::string& exdate) {
      return icaltime_compare(icaltime_from_string(compact(exdate).c_str()), at) == 0;
    });
  }

  base::Day from_, to_;
  std::vector<Occurrence> found_;
};

}  // namespace

std::vector<Occurrence> occurrences(const std::vector<model::Event>& events, base::Day from, base::Day to) {
  Expansion expansion(from, to);
  for (const auto& event : events) expansion.add(event);
  return std::move(expansion).finish();
}

}  // namespace wv::store
