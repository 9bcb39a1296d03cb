// A screen that nobody looks at: for tests, journeys and screenshots.
#include <atomic>
#include <utility>

#include "kiosk/paint/presenter.h"

namespace wv::paint {
namespace {

class MemoryPresenter final : public Presenter {
 public:
  explicit MemoryPresenter(Size size) : pixels_(size) {}

  Canvas canvas() override { return pixels_.canvas(); }
  void present(std::span<const Rect>) override {}

  std::span<const Event> wait(std::optional<base::Millis>) override {
    taken_.clear();
    std::swap(taken_, waiting_);
    if (woken_.exchange(false)) taken_.push_back({});
    for (const Event& event : taken_) {
      if (event.kind == EventKind::Resized) pixels_ = Pixels(event.size);
    }
    return taken_;
  }

  void wake() override { woken_ = true; }
  void inject(const Event& event) override { waiting_.push_back(event); }
  std::string describe() const override { return "memory"; }

 private:
  Pixels pixels_;
  std::vector<Event> waiting_, taken_;
  std::atomic<bool> woken_ = false;
};

}  // namespace

std::unique_ptr<Presenter> open_memory(Size size) {
  return std::make_unique<MemoryPresenter>(size);
}

}  // namespace wv::paint
