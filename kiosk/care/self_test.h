// When a kiosk tries itself: at night, when nobody is there to see it.
#pragma once

#include "kiosk/care/opening_time.h"

namespace wv::care {

inline constexpr std::chrono::minutes self_test_hour{3 * 60 + 30};  // after the clock was put forward or back

// The first half past three after `after`; where the place is open then and closes within half a day, when it
// closes.
Instant next_self_test(Instant after, const Hours& hours, const WallClock& wall);

}  // namespace wv::care
