// When to publish answers: within `apart` of a change, and never twice within it.
#pragma once

#include <algorithm>
#include <optional>

#include "sync/base/time.h"

namespace wv::central {

// Moments are monotonic. With 0 apart everything is published at once: for a process that ends after it.
class Pace {
 public:
  explicit Pace(base::Millis apart) : apart_(apart) {}

  bool allows(base::Millis now) const { return !published_ || now - *published_ >= apart_; }
  // A change may not go out yet: it does as soon as it may, and not a whole round later.
  void hold_back() { something_waits_ = true; }
  bool holds_back() const { return something_waits_; }
  // Somebody looked whether there is something to publish.
  void looked(base::Millis now, bool published) {
    looked_ = now;
    if (published) published_ = now;
    something_waits_ = false;
  }
  base::Millis until_next_look(base::Millis now) const {
    const auto since = something_waits_ ? published_ : looked_;
    return since ? std::max(base::Millis{0}, *since + apart_ - now) : base::Millis{0};
  }

 private:
  const base::Millis apart_;
  std::optional<base::Millis> looked_, published_;
  bool something_waits_ = false;
};

}  // namespace wv::central
