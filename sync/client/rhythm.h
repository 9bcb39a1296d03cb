// When to sync: at night in a slot of one's own, soon after an idea, and less and less eagerly after
// failures.
#pragma once

#include <optional>
#include <string_view>

#include "sync/base/world.h"

namespace wv::client {

inline constexpr std::chrono::minutes slots_begin{60}, slots_end{300};  // 01:00–05:00 local
inline constexpr base::Millis longest_backoff = std::chrono::minutes{30};

// Spreads the kiosks of a country over the night, always the same for one kiosk. Millis since local midnight.
base::Millis nightly_slot(std::string_view kiosk_id);
// The next moment of the slot after `now`. In the nights that the clock changes it may be off by that hour.
base::Instant next_night(const base::Clock& clock, base::Instant now, base::Millis slot);
// Full jitter: anything between zero and 30 s × 2^failures, at most half an hour.
base::Millis backoff(std::int64_t failures, base::Random& random);
// After a new idea: seconds, so that the resident's neighbour at the desk sees it, but not all kiosks at one
// instant.
base::Millis soon(base::Random& random);

struct Situation {
  base::Instant now;
  std::optional<base::Instant> last_ended;  // of the last round
  std::int64_t failures = 0;                // rounds that failed since the last good one
  base::Instant not_before;                 // the central's Retry-After
  bool hopeless = false;  // the last round failed in a way that trying again by day does not mend
  bool has_content = false;
  std::optional<base::Instant> idea_due;  // when the first waiting idea may be offered
  bool has_news = false;                  // a command of the central was carried out and it does not know
  bool asked = false;                     // by the screen
  std::optional<base::Instant> last_asked_round;
};
// When the next round should begin; `now` or earlier: at once.
base::Instant next_round(const base::Clock& clock, base::Random& random, base::Millis slot,
                         const Situation& situation);

}  // namespace wv::client
