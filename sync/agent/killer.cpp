// SIGKILL and not exit(): nothing may be flushed, unlocked or tidied on the way out.
#include "sync/agent/killer.h"

#ifdef WV_TEST_HOOKS
#include <signal.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#endif

namespace wv::agent {

#ifdef WV_TEST_HOOKS
namespace {

class Killer final : public client::Steps {
 public:
  Killer(std::string name, int times) : name_(std::move(name)), left_(times) {}
  void reached(std::string_view step) override {
    if (step == name_ && --left_ == 0) ::raise(SIGKILL);
  }

 private:
  std::string name_;
  int left_;
};

}  // namespace
#endif

base::Result<std::unique_ptr<client::Steps>> make_steps() {
#ifdef WV_TEST_HOOKS
  const char* wish = std::getenv("WIJKVENSTER_STERF_BIJ");
  if (wish != nullptr && *wish != 0) {
    const std::string text = wish;
    const auto colon = text.find(':');
    const std::string name = text.substr(0, colon);
    const int times = colon == std::string::npos ? 1 : std::atoi(text.c_str() + colon + 1);
    if (std::ranges::find(client::step::all, name) == std::end(client::step::all) || times < 1) {
      return base::fail(base::ErrorCode::Invalid, "WIJKVENSTER_STERF_BIJ: no step is called '" + text + "'");
    }
    return std::make_unique<Killer>(name, times);
  }
#endif
  return std::make_unique<client::Steps>();
}

}  // namespace wv::agent
