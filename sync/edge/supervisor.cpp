// The one file that includes libsystemd's header.
#include "sync/edge/supervisor.h"

#include <systemd/sd-daemon.h>

namespace wv::edge {
namespace {

class Systemd final : public base::Supervisor {
 public:
  explicit Systemd(const base::Clock& clock) : clock_(clock) {
    std::uint64_t microseconds = 0;
    if (sd_watchdog_enabled(0, &microseconds) > 0)
      patience_ = std::chrono::floor<base::Millis>(std::chrono::microseconds(microseconds)) / 2;
  }

  // What systemd does not hear, it acts upon: a message that failed needs no handling here.
  void ready() override { (void)sd_notify(0, "READY=1"); }

  void alive() override {
    if (!patience_) return;
    const auto now = clock_.monotonic();
    // A finger that moves makes sixty turns a second; one message in a quarter of the time is plenty.
    if (now < next_) return;
    next_ = now + *patience_ / 4;
    (void)sd_notify(0, "WATCHDOG=1");
  }

  std::optional<base::Millis> patience() const override { return patience_; }

 private:
  const base::Clock& clock_;
  std::optional<base::Millis> patience_;
  base::Millis next_ = base::Millis::min();
};

}  // namespace

std::unique_ptr<base::Supervisor> systemd_supervisor(const base::Clock& clock) {
  return std::make_unique<Systemd>(clock);
}

}  // namespace wv::edge
