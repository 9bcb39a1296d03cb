// Dying on purpose: a test names a step, and the process is killed there as a power cut would do it.
#pragma once

#include <atomic>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "sync/base/result.h"

namespace wv::edge {

// Thread-safe. In programs that are installed (without WV_TEST_HOOKS) it never kills.
class Killer {
 public:
  // WIJKVENSTER_STERF_BIJ=<step> or <step>:<n> (the n-th time). Invalid for a step that is not one of
  // `steps`, so that a test cannot pass by a spelling mistake.
  static base::Result<std::unique_ptr<Killer>> from_environment(std::span<const std::string_view> steps);

  void reached(std::string_view step);

 private:
  Killer(std::string step, int times) : step_(std::move(step)), left_(times) {}

  const std::string step_;  // empty: none
  std::atomic<int> left_;
};

}  // namespace wv::edge
