// Whose word counts about a day: closure, exception, own week, week of the place.
#include "sync/model/opening.h"

#include <algorithm>
#include <cstdio>

#include "sync/model/ascii.h"

namespace wv::model {
namespace {

using std::chrono::minutes;
using std::chrono::sys_days;

constexpr minutes whole_day{24 * 60};

std::size_t weekday_index(Day day) {
  return std::chrono::weekday(sys_days(day)).iso_encoding() - 1;
}

const OpeningException* exception_on(const OpeningHours& hours, Day day) {
  const auto found = std::ranges::find(hours.exceptions, day, &OpeningException::on);
  return found == hours.exceptions.end() ? nullptr : &*found;
}

std::optional<minutes> read_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  for (const std::size_t at : {0, 1, 3, 4})
    if (!is_digit(text[at])) return std::nullopt;
  const int hour = (text[0] - '0') * 10 + (text[1] - '0'), minute = (text[3] - '0') * 10 + (text[4] - '0');
  const minutes since_midnight{hour * 60 + minute};
  if (minute > 59 || since_midnight > whole_day) return std::nullopt;
  return since_midnight;
}

}  // namespace

const Closure* closure_on(const std::vector<Closure>& closures, Day day) {
  const auto found = std::ranges::find_if(
      closures, [&](const Closure& closure) { return closure.from <= day && day <= closure.until; });
  return found == closures.end() ? nullptr : &*found;
}

const std::vector<OpeningSpan>& spans_on(const OpeningHours& hours, Day day) {
  const auto* exception = exception_on(hours, day);
  return exception ? exception->spans : hours.week[weekday_index(day)];
}

std::vector<OpeningSpan> spans_on(const Schedule& schedule, const OpeningHours* place, Day day) {
  if (closure_on(schedule.closures, day)) return {};
  if (const auto* exception = place ? exception_on(*place, day) : nullptr) return exception->spans;
  if (const auto& own = schedule.week[weekday_index(day)]) return *own;
  if (place) return place->week[weekday_index(day)];
  return {{minutes{0}, whole_day}};
}

std::optional<OpeningSpan> read_span(std::string_view text) {
  if (text.size() != 11 || text[5] != '-') return std::nullopt;
  const auto from = read_clock(text.substr(0, 5)), to = read_clock(text.substr(6));
  if (!from || !to) return std::nullopt;
  return OpeningSpan{*from, *to};
}

std::string to_text(const OpeningSpan& span) {
  const auto from = static_cast<int>(span.from.count()), to = static_cast<int>(span.to.count());
  char text[32];
  std::snprintf(text, sizeof text, "%02d:%02d-%02d:%02d", from / 60, from % 60, to / 60, to % 60);
  return text;
}

}  // namespace wv::model
