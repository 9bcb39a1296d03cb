// How fast painting is here, on a scene like a real screen, for `wijkvenster --bench`.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace wv::paint {

using Nanoseconds = std::function<std::int64_t()>;  // a clock that never goes back

struct BenchRow {
  std::string name;  // "full_frame", "button_press", "scroll_half", "idle_hash", "sdl_software_full_frame"
  double median_ms = 0, p99_ms = 0;
  double screen_share = 0;  // of the pixels repainted, 0..1
};

// About a second. 1080x1920, 80 lines of glyphs, 20 rounded buttons, 2 pictures.
std::vector<BenchRow> bench(const Nanoseconds& now, int frames = 120);

}  // namespace wv::paint
