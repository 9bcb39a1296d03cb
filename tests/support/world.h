// A world for tests: a clock that is told the time, randomness from a seed, a folder that goes away, a silent
// log.
#pragma once

#include <filesystem>
#include <random>
#include <string>

#include "sync/base/log.h"
#include "sync/base/world.h"

namespace wv::test {

// Monotonic time follows the wall clock, except where a test sets the wall clock alone. Local time is UTC +
// `offset`.
class VirtualClock final : public base::Clock {
 public:
  explicit VirtualClock(base::Instant start) : now_(start) {}
  base::Instant now() const override { return now_; }
  base::Millis monotonic() const override { return monotonic_; }
  base::LocalTime local(base::Instant at) const override {
    const base::Instant there = at + offset;
    const auto midnight = std::chrono::floor<std::chrono::days>(there);
    return {base::Day{midnight}, std::chrono::floor<std::chrono::minutes>(there - midnight), offset};
  }
  void advance(base::Millis by) {
    now_ += by;
    monotonic_ += by;
  }
  void set_wall_clock(base::Instant at) { now_ = at; }

  std::chrono::minutes offset{60};

 private:
  base::Instant now_;
  base::Millis monotonic_{std::chrono::hours{5}};
};

class SeededRandom final : public base::Random {
 public:
  explicit SeededRandom(std::uint32_t seed) : engine_(seed) {}
  void fill(std::span<std::uint8_t> out) override {
    for (auto& byte : out) byte = static_cast<std::uint8_t>(engine_());
  }

 private:
  std::mt19937 engine_;
};

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "wijkvenster-test.XXXXXX").string();
    path_ = ::mkdtemp(name.data());
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline base::Log silent_log() {
  return base::Log([](std::string_view) {});
}

inline base::Instant at(std::string_view rfc3339) {
  return base::parse_rfc3339(rfc3339).value();
}

}  // namespace wv::test
