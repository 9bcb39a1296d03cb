// Says in the log who was refused what, in so few lines that a flood of requests is no flood of lines.
#pragma once

#include <atomic>

#include "sync/base/log.h"
#include "sync/base/world.h"
#include "sync/central/throttle.h"

namespace wv::central {

// Thread-safe. Nothing that a client chose is written.
class Refusals {
 public:
  Refusals(const base::Log& log, const base::Clock& clock) : log_(log), clock_(clock), lines_({50, 1}) {}

  // `at`: which part of the interface, one of its own names. `from`: the other side, empty when unknown.
  void note(int status, std::string_view at, std::string_view from);

 private:
  const base::Log& log_;
  const base::Clock& clock_;
  Throttle lines_;
  std::atomic<std::int64_t> untold_{0};
};

}  // namespace wv::central
