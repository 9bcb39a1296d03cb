// Medians over frames of one scene: everything, one button, half the screen, nothing; and SDL doing
// everything.
#include "kiosk/paint/bench.h"

#include <imgui.h>

#include <algorithm>

#include "kiosk/paint/bench_peer.h"
#include "kiosk/paint/bench_scene.h"
#include "kiosk/paint/frame.h"

namespace wv::paint {
namespace {

constexpr Colour kBackground = Colour::rgb(0xF6F4EF);

BenchRow row_of(std::string name, std::vector<double> times, double share) {
  std::ranges::sort(times);
  const std::size_t count = times.size();
  return {std::move(name), times[count / 2], times[count * 99 / 100], share};
}

class Bench {
 public:
  Bench(const Nanoseconds& now, int frames)
      : now_(now), frames_(std::max(frames, 5)), frame_(scene_.textures) {}

  // `state` gives the scene of frame i; `forgets` repaints everything each time.
  template <class State>
  BenchRow run(std::string name, State state, bool forgets) {
    std::vector<double> times;
    std::int64_t pixels = 0;
    show(state(0));
    for (int i = 1; i <= frames_; ++i) {
      Painter painter = frame_.begin(kSceneSize, kBackground);
      draw_scene(painter, scene_, state(i));
      if (forgets) frame_.forget();
      const std::int64_t start = now_();
      const FrameReport report = frame_.end(pixels_.canvas());
      times.push_back(static_cast<double>(now_() - start) / 1e6);
      pixels += report.pixels;
    }
    const double all = double{1} * kSceneSize.width * kSceneSize.height * frames_;
    return row_of(std::move(name), std::move(times), static_cast<double>(pixels) / all);
  }

  BenchRow run_draw_list() {
    std::vector<double> times;
    for (int i = 0; i < frames_; ++i) {
      const std::int64_t start = now_();
      Painter painter = frame_.begin(kSceneSize, kBackground);
      draw_scene(painter, scene_, {});
      times.push_back(static_cast<double>(now_() - start) / 1e6);
      frame_.end(pixels_.canvas());
    }
    return row_of("draw_list", std::move(times), 0);
  }

  void run_peer(std::vector<BenchRow>& rows) {
    SdlPeer peer(kSceneSize, {1024, 1024});
    if (!peer.works()) return;
    show({});
    peer.load(*ImGui::GetDrawData());
    std::vector<double> times;
    for (int i = 0; i < std::min(frames_, 20); ++i) {
      const std::int64_t start = now_();
      peer.draw();
      times.push_back(static_cast<double>(now_() - start) / 1e6);
    }
    rows.push_back(row_of("sdl_software_full_frame", std::move(times), 1));
  }

 private:
  void show(const SceneState& state) {
    Painter painter = frame_.begin(kSceneSize, kBackground);
    draw_scene(painter, scene_, state);
    frame_.end(pixels_.canvas());
  }

  const Nanoseconds& now_;
  int frames_;
  SceneTextures scene_;
  Frame frame_;
  Pixels pixels_{kSceneSize};
};

}  // namespace

std::vector<BenchRow> bench(const Nanoseconds& now, int frames) {
  Bench bench(now, frames);
  std::vector<BenchRow> rows;
  const auto still = [](int) { return SceneState{}; };
  rows.push_back(bench.run("full_frame", still, true));
  rows.push_back(bench.run("button_press", [](int i) { return SceneState{i % 20, 0, 0}; }, false));
  rows.push_back(bench.run("scroll_half", [](int i) { return SceneState{-1, i * 7 % 200, 0}; }, false));
  rows.push_back(bench.run("idle_hash", still, false));
  rows.push_back(bench.run_draw_list());
  bench.run_peer(rows);
  return rows;
}

}  // namespace wv::paint
