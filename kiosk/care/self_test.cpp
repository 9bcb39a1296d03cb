// A moment a night, whatever the hours are.
#include "kiosk/care/self_test.h"

namespace wv::care {

Instant next_self_test(Instant after, const Hours& hours, const WallClock& wall) {
  constexpr std::chrono::hours half_a_day{12};
  auto day = std::chrono::sys_days(wall(after).day);
  Instant at = first_shown(base::Day(day), self_test_hour, wall);
  while (at <= after) {
    day += std::chrono::days(1);
    at = first_shown(base::Day(day), self_test_hour, wall);
  }
  const auto [open, until] = opening_time(at, hours, wall);
  return open && until <= at + half_a_day ? until : at;
}

}  // namespace wv::care
