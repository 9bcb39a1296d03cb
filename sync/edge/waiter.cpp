// poll() over a signal, a folder watch and a time-out: no wake-up without a reason.
#include "sync/edge/waiter.h"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>

#include <algorithm>

#include "sync/edge/descriptor.h"

namespace wv::edge {
namespace {

class PollWaiter final : public Waiter {
 public:
  PollWaiter(Descriptor signals, Descriptor changes, std::vector<std::string> watched)
      : signals_(std::move(signals)), changes_(std::move(changes)), watched_(std::move(watched)) {}

  Woke wait(base::Millis at_most) override {
    using namespace std::chrono;
    const auto until = steady_clock::now() + std::max(at_most, base::Millis{0});
    while (!stopped_) {
      pollfd watched[] = {{signals_.get(), POLLIN, 0}, {changes_.get(), POLLIN, 0}};
      const auto left = ceil<milliseconds>(until - steady_clock::now()).count();
      const int ready = ::poll(watched, 2, static_cast<int>(std::clamp<std::int64_t>(left, 0, 86'400'000)));
      if (watched[0].revents != 0) stopped_ = true;
      if (ready > 0 && watched[1].revents != 0 && drain_changes()) return Woke::Change;
      if (steady_clock::now() >= until) return stopped_ ? Woke::Stop : Woke::Time;
    }
    return Woke::Stop;
  }

  bool stop_asked() override {
    pollfd watched{signals_.get(), POLLIN, 0};
    if (::poll(&watched, 1, 0) > 0) stopped_ = true;
    return stopped_;
  }

 private:
  // Reads what is there; true when the watched file was among it.
  bool drain_changes() {
    alignas(inotify_event) char buffer[4096];
    bool ours = false;
    for (auto got = ::read(changes_.get(), buffer, sizeof buffer); got > 0;
         got = ::read(changes_.get(), buffer, sizeof buffer)) {
      for (const char* at = buffer; at < buffer + got;) {
        const auto* event = reinterpret_cast<const inotify_event*>(at);
        if (event->len > 0 && std::ranges::find(watched_, event->name) != watched_.end()) ours = true;
        at += sizeof(inotify_event) + event->len;
      }
    }
    return ours;
  }

  Descriptor signals_, changes_;
  std::vector<std::string> watched_;
  bool stopped_ = false;
};

}  // namespace

base::Result<std::unique_ptr<Waiter>> Waiter::make(const std::filesystem::path& folder,
                                                   std::vector<std::string> names) {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGTERM);
  sigaddset(&set, SIGINT);
  if (::pthread_sigmask(SIG_BLOCK, &set, nullptr) != 0) return system_failure("block signals", "");
  Descriptor signals(::signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK));
  if (!signals) return system_failure("signalfd", "");
  Descriptor changes(::inotify_init1(IN_CLOEXEC | IN_NONBLOCK));
  if (!changes) return system_failure("inotify", "");
  if (::inotify_add_watch(changes.get(), folder.c_str(), IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO) < 0) {
    return system_failure("watch", folder.string());
  }
  return std::make_unique<PollWaiter>(std::move(signals), std::move(changes), std::move(names));
}

}  // namespace wv::edge
