// From the wall clock to real time, by asking what the wall clock shows.
#include "kiosk/care/opening_time.h"

#include <algorithm>
#include <optional>

namespace wv::care {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

struct Stretch {
  Instant begin, end;
};

// What the wall clock shows as if it stood in UTC: comparable, and no moment of real time.
Instant shown_at(Instant at, const WallClock& wall) {
  const auto local = wall(at);
  return sys_days(local.day) + local.since_midnight;
}

// When the wall clock shows `shown`: once, twice, or never; then both are the moment at which it is put past.
struct Occasions {
  Instant first, last;
  bool any = true;
};

// The first minute after `before` at which the wall clock stands past `shown`, which it does at `after`.
Instant put_forward(Instant before, Instant after, Instant shown, const WallClock& wall) {
  while (after - before > minutes(1)) {
    const Instant middle = before + std::chrono::floor<minutes>((after - before) / 2);
    (shown_at(middle, wall) > shown ? after : before) = middle;
  }
  return after;
}

Occasions occasions_of(Instant shown, const WallClock& wall) {
  const auto earlier = wall(shown - days(1)).utc_offset, later = wall(shown + days(1)).utc_offset;
  const Instant first = shown - std::max(earlier, later), last = shown - std::min(earlier, later);
  const bool is_first = shown_at(first, wall) == shown, is_last = shown_at(last, wall) == shown;
  if (is_first || is_last) return {is_first ? first : last, is_last ? last : first};
  const Instant moved = put_forward(first, last, shown, wall);
  return {moved, moved, false};
}

// Nothing when the wall clock never stands in the span.
std::optional<Stretch> stretch_of(base::Day day, const model::OpeningSpan& span, const WallClock& wall) {
  const Instant midnight = sys_days(day);
  const Instant begin = first_shown(day, span.from, wall);
  const auto last_minute = occasions_of(midnight + span.to - minutes(1), wall);
  const Instant end = last_minute.any ? last_minute.last + minutes(1) : last_minute.last;
  if (begin >= end) return std::nullopt;
  return Stretch{begin, end};
}

}  // namespace

Instant first_shown(base::Day day, minutes since_midnight, const WallClock& wall) {
  return occasions_of(sys_days(day) + since_midnight, wall).first;
}

OpeningTime opening_time(Instant now, const Hours& hours, const WallClock& wall) {
  const auto today = sys_days(wall(now).day);
  OpeningTime found{.open = false, .until = std::max<Instant>(now, today) + horizon};
  // Yesterday counts too: where midnight itself comes twice, its last hour lies behind the first midnight.
  for (auto day = today - days(1); day <= today + horizon; day += days(1)) {
    for (const auto& span : model::spans_on(hours.own, hours.place, base::Day(day))) {
      const auto stretch = stretch_of(base::Day(day), span, wall);
      if (!stretch || stretch->end <= now) continue;
      if (!found.open && stretch->begin > now) return {false, stretch->begin};
      if (found.open && stretch->begin > found.until) return found;
      found = {true, found.open ? std::max(found.until, stretch->end) : stretch->end};
    }
  }
  return found;
}

}  // namespace wv::care
