// A clock that stands still until somebody moves it: journeys and tests live by it.
#pragma once

#include "sync/base/world.h"

namespace wv::app {

class VirtualClock final : public base::Clock {
 public:
  // `zone` knows the local time of any moment; it must outlive this clock.
  VirtualClock(base::Instant start, const base::Clock& zone) : start_(start), zone_(zone) {}

  void advance(base::Millis by) { passed_ += by; }
  base::Instant now() const override { return start_ + passed_; }
  base::Millis monotonic() const override { return passed_; }
  base::LocalTime local(base::Instant at) const override { return zone_.local(at); }

 private:
  base::Instant start_;
  base::Millis passed_{0};
  const base::Clock& zone_;
};

}  // namespace wv::app
