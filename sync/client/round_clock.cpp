// Counted in monotonic time from one look at the wall clock.
#include "sync/client/round_clock.h"

#include <algorithm>

namespace wv::client {

RoundClock::RoundClock(const base::Clock& clock, base::Instant floor, base::Millis offset)
    : clock_(clock),
      started_(clock.monotonic()),
      system_start_(clock.now()),
      start_(std::max(system_start_, floor)),
      offset_(offset),
      behind_floor_(system_start_ < floor) {}

base::Instant RoundClock::elapsed_from(base::Instant start) const {
  return start + (clock_.monotonic() - started_);
}

base::Instant RoundClock::now() const {
  return elapsed_from(start_);
}

base::Instant RoundClock::central_now() const {
  return elapsed_from(system_start_) + offset_;
}

void RoundClock::learn(base::Instant central_time) {
  offset_ = central_time - elapsed_from(system_start_);
}

}  // namespace wv::client
