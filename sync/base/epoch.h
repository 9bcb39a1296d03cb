// Moments as whole numbers, the way databases keep them: milliseconds since 1970 in UTC.
#pragma once

#include <cstdint>

#include "sync/base/time.h"

namespace wv::base {

constexpr std::int64_t millis(Instant at) {
  return at.time_since_epoch().count();
}
constexpr Instant instant(std::int64_t ms_since_1970) {
  return Instant(Millis(ms_since_1970));
}

}  // namespace wv::base
