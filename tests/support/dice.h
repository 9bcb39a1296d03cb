// Numbers from a seed, the same with every compiler, for tests that try many cases.
#pragma once

#include <cstdint>
#include <random>

namespace wv::test {

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : engine_(seed) {}
  // Both ends included.
  int whole(int from, int to) {
    return from + static_cast<int>(engine_() % (static_cast<std::uint32_t>(to - from) + 1));
  }
  // Steps of 1/64, so that every case can be written down.
  float real(float from, float to) {
    const auto steps = static_cast<int>((to - from) * 64);
    return from + static_cast<float>(whole(0, steps)) / 64;
  }
  bool one_in(int chances) { return whole(1, chances) == 1; }
  std::uint8_t byte() { return static_cast<std::uint8_t>(engine_() >> 13); }

 private:
  std::mt19937 engine_;
};

}  // namespace wv::test
