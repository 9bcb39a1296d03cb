// Moments and calendar days as the wire and the screen write them.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "sync/base/result.h"

namespace wv::base {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;  // UTC
using Millis = std::chrono::milliseconds;
using Day = std::chrono::year_month_day;

// Wall-clock time at the kiosk. `utc_offset` in minutes; Europe/Amsterdam is +60 or +120.
struct LocalTime {
  Day day;
  std::chrono::minutes since_midnight{};
  std::chrono::minutes utc_offset{};
  bool operator==(const LocalTime&) const = default;
};

// RFC 3339 in UTC with whole seconds, as TUF and the wire want it: "2026-03-01T10:00:00Z".
std::string to_rfc3339(Instant at);
// Accepts "…Z" or an offset, with optional fraction. Invalid otherwise.
Result<Instant> parse_rfc3339(std::string_view text);
// "2026-03-01"; refuses days that do not exist.
std::string to_iso_day(Day day);
Result<Day> parse_iso_day(std::string_view text);

}  // namespace wv::base
