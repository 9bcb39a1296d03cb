// The kernel's cryptographic randomness.
#pragma once

#include "sync/base/world.h"

namespace wv::edge {

class SystemRandom final : public base::Random {
 public:
  // A kernel without randomness is a broken machine: the process ends.
  void fill(std::span<std::uint8_t> out) override;
};

}  // namespace wv::edge
