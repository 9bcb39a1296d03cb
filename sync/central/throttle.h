// Counting who asks too often, in memory that cannot be made to grow.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "sync/base/time.h"

namespace wv::central {

// A token bucket for each name. `now` is monotonic. Thread-safe.
class Throttle {
 public:
  struct Rate {
    double at_once = 1;
    double per_second = 1;
  };
  explicit Throttle(Rate rate, std::size_t most_names = 20'000) : rate_(rate), most_names_(most_names) {}

  // Takes one; or says how long to wait for it, taking nothing.
  std::optional<std::chrono::seconds> take(const std::string& name, base::Millis now);
  // As take, without taking.
  std::optional<std::chrono::seconds> wait_for(const std::string& name, base::Millis now) const;

 private:
  struct Bucket {
    double tokens = 0;
    base::Millis at{};
  };
  double tokens_of(const std::string& name, base::Millis now) const;
  std::optional<std::chrono::seconds> missing(double tokens) const;
  void forget_the_full(base::Millis now);

  Rate rate_;
  std::size_t most_names_;
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace wv::central
