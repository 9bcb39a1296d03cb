// The numbers of this room for `wijkvenster --bench`.
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "kiosk/text/engine.h"

namespace wv::text {

struct Measurement {
  std::string name;  // "text_size_change_80_lines"
  double value = 0;
  std::string unit;  // "ms", "us", "bytes"
};

// Opens an engine of its own and plays the screen of the budgets (80 lines, 1080 px wide). `now` never goes
// back.
base::Result<std::vector<Measurement>> bench(const Settings& settings,
                                             const std::function<std::chrono::nanoseconds()>& now);

}  // namespace wv::text
