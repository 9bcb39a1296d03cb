// Whether the place is open at a moment of real time, and until when: hours are written for the wall clock,
// which is put forward and back twice a year.
#pragma once

#include <functional>

#include "sync/base/time.h"
#include "sync/model/opening.h"

namespace wv::care {

using base::Instant;

// The wall clock of the place where the kiosk stands. A zone moves by whole minutes, and by less than a day.
using WallClock = std::function<base::LocalTime(Instant)>;

// Whose hours count; `place` may be null and is only read during the call.
struct Hours {
  const model::Schedule& own;
  const model::OpeningHours* place = nullptr;
};

struct OpeningTime {
  bool open = true;
  Instant
      until{};  // later than asked for; not a change when nothing changes within `horizon`: then ask again
};

inline constexpr std::chrono::days horizon{32};

// The first moment of that day at which the wall clock shows this time; if it never does, when it is put
// past.
Instant first_shown(base::Day day, std::chrono::minutes since_midnight, const WallClock& wall);

// A span of a day lasts from the first moment at which the wall clock stands in it to the last. So in the
// hour that comes twice it begins the first time and ends the second; one that begins in the hour that does
// not come begins when the clock is put forward, and one that lies in it altogether does not take place.
// Spans that touch are one: "24:00" and "00:00" of the next day are no closing.
OpeningTime opening_time(Instant now, const Hours& hours, const WallClock& wall);

}  // namespace wv::care
