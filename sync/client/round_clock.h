// The time of one sync: fixed at its start, so that a clock that jumps half-way changes nothing.
#pragma once

#include "sync/base/world.h"

namespace wv::client {

class RoundClock {
 public:
  // `floor` is a moment that has certainly passed; `offset` is what the central's clock was ahead of ours
  // last time.
  RoundClock(const base::Clock& clock, base::Instant floor, base::Millis offset);

  // For expiry of metadata and for rows: our own clock, but never before the floor.
  base::Instant now() const;
  // For tokens: the central's clock as far as we know it.
  base::Instant central_now() const;
  base::Millis offset() const { return offset_; }
  bool is_behind_floor() const { return behind_floor_; }
  // The central said what time it is: "Date" of an answer or "tijd" of a heartbeat.
  void learn(base::Instant central_time);

 private:
  base::Instant elapsed_from(base::Instant start) const;

  const base::Clock& clock_;
  base::Millis started_;
  base::Instant system_start_, start_;
  base::Millis offset_;
  bool behind_floor_;
};

}  // namespace wv::client
