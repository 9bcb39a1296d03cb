// Who watches a program from outside, and starts it again when it is silent for too long.
#pragma once

#include <optional>

#include "sync/base/time.h"

namespace wv::base {

class Supervisor {
 public:
  virtual ~Supervisor() = default;
  // From now on the program does its work: called once, when it really does.
  virtual void ready() = 0;
  // To be called from the place that would be stuck if the program were; as often as one likes.
  virtual void alive() = 0;
  // No longer than this may pass between two calls of alive(). Nothing: nobody is watching.
  virtual std::optional<Millis> patience() const = 0;
};

// The shorter of two waits, of which either may be for ever.
inline std::optional<Millis> shorter(std::optional<Millis> one, std::optional<Millis> other) {
  if (!one || !other) return one ? one : other;
  return *one < *other ? one : other;
}

}  // namespace wv::base
