// SIGKILL and not exit(): nothing may be flushed, unlocked or tidied on the way out.
#include "sync/edge/killer.h"

#include <signal.h>

#include <algorithm>
#include <cstdlib>

namespace wv::edge {

base::Result<std::unique_ptr<Killer>> Killer::from_environment(
    [[maybe_unused]] std::span<const std::string_view> steps) {
#ifdef WV_TEST_HOOKS
  const char* wish = std::getenv("WIJKVENSTER_STERF_BIJ");
  if (wish != nullptr && *wish != 0) {
    const std::string text = wish;
    const auto colon = text.find(':');
    const std::string step = text.substr(0, colon);
    const int times = colon == std::string::npos ? 1 : std::atoi(text.c_str() + colon + 1);
    if (std::ranges::find(steps, step) == steps.end() || times < 1)
      return base::fail(base::ErrorCode::Invalid, "WIJKVENSTER_STERF_BIJ: no step is called '" + text + "'");
    return std::unique_ptr<Killer>(new Killer(step, times));
  }
#endif
  return std::unique_ptr<Killer>(new Killer("", 0));
}

void Killer::reached(std::string_view step) {
  if (!step_.empty() && step == step_ && --left_ == 0) ::raise(SIGKILL);
}

}  // namespace wv::edge
