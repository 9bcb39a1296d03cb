// Token buckets: full ones are the same as forgotten ones, so memory stays bounded.
#include "sync/central/throttle.h"

#include <algorithm>
#include <cmath>

namespace wv::central {

double Throttle::tokens_of(const std::string& name, base::Millis now) const {
  const auto found = buckets_.find(name);
  if (found == buckets_.end()) return rate_.at_once;
  const double earned = std::chrono::duration<double>(now - found->second.at).count() * rate_.per_second;
  return std::min(rate_.at_once, found->second.tokens + std::max(0.0, earned));
}

// How long until one is earned, when there is none.
std::optional<std::chrono::seconds> Throttle::missing(double tokens) const {
  if (tokens >= 1) return std::nullopt;
  return std::chrono::seconds(std::lround(std::ceil((1 - tokens) / rate_.per_second)));
}

std::optional<std::chrono::seconds> Throttle::wait_for(const std::string& name, base::Millis now) const {
  const std::lock_guard lock(mutex_);
  return missing(tokens_of(name, now));
}

std::optional<std::chrono::seconds> Throttle::take(const std::string& name, base::Millis now) {
  const std::lock_guard lock(mutex_);
  const double tokens = tokens_of(name, now);
  if (const auto wait = missing(tokens)) return wait;
  if (buckets_.size() >= most_names_) forget_the_full(now);
  buckets_[name] = {tokens - 1, now};
  return std::nullopt;
}

void Throttle::forget_the_full(base::Millis now) {
  std::erase_if(buckets_, [&](const auto& entry) { return tokens_of(entry.first, now) >= rate_.at_once; });
  // Nobody has earned it back: an attack from many addresses. Starting again favours the honest, who ask
  // once.
  if (buckets_.size() >= most_names_) buckets_.clear();
}

}  // namespace wv::central
