// The way to a screen and back: memory always, a real X server when there is one (the test script brings
// Xvfb).
#include <chrono>
#include <cstdlib>
#include <thread>

#include "kiosk/paint/bench_scene.h"
#include "kiosk/paint/frame.h"
#include "kiosk/paint/presenter.h"
#include "tests/support/catch.h"

using namespace wv::paint;
using namespace std::chrono_literals;
using wv::base::Millis;

namespace {

// The real monotonic clock: what is tested here is waiting itself.
class WallClock final : public wv::base::Clock {
 public:
  wv::base::Instant now() const override { return {}; }
  Millis monotonic() const override {
    return std::chrono::duration_cast<Millis>(std::chrono::steady_clock::now().time_since_epoch());
  }
  wv::base::LocalTime local(wv::base::Instant) const override { return {}; }
};

// Everything that arrives until nothing more does.
std::vector<Event> drain(Presenter& presenter) {
  std::vector<Event> all;
  for (;;) {
    const auto some = presenter.wait(Millis{50});
    if (some.empty()) return all;
    all.insert(all.end(), some.begin(), some.end());
  }
}

std::unique_ptr<Presenter> a_window(const WallClock& clock, Size size) {
  auto window = open_window({size, WindowMode::Window, "test"}, clock);
  if (!window) FAIL(window.error().message);
  drain(**window);
  return *std::move(window);
}

bool have_display() {
  return std::getenv("DISPLAY") != nullptr;
}

}  // namespace

TEST_CASE("The memory screen returns what was injected and never blocks") {
  const auto memory = open_memory({100, 50});
  CHECK(memory->wait(std::nullopt).empty());
  memory->inject(finger_down(3, {4, 5}, Millis{6}));
  memory->wake();
  const auto events = memory->wait(std::nullopt);
  REQUIRE(events.size() == 2);
  CHECK(events[0].where == Point{4, 5});
  CHECK(events[1].kind == EventKind::Woken);
  CHECK(memory->wait(std::nullopt).empty());
}

TEST_CASE("The memory screen takes another size when told") {
  const auto memory = open_memory({100, 50});
  Event event{EventKind::Resized};
  event.size = {30, 40};
  memory->inject(event);
  memory->wait(std::nullopt);
  CHECK(memory->canvas().size() == Size{30, 40});
}

TEST_CASE("Without a display a window is an error that says so") {
  if (have_display() || std::getenv("WAYLAND_DISPLAY") != nullptr) return;
  const char* driver = std::getenv("SDL_VIDEODRIVER");
  if (driver != nullptr) return;
  const WallClock clock;
  const auto window = open_window({}, clock);
  REQUIRE_FALSE(window);
  CHECK(window.error().code == wv::base::ErrorCode::Unavailable);
  CHECK_FALSE(window.error().message.empty());
}

TEST_CASE("A window's pixels are those of the memory screen, and fingers arrive where they touched") {
  if (!have_display()) return;
  const WallClock clock;
  const auto window = a_window(clock, {400, 300});
  CHECK(window->describe() == "x11, window surface");
  REQUIRE(window->canvas().size() == Size{400, 300});
  SceneTextures scene;
  Frame frame(scene.textures), same(scene.textures);
  Pixels pixels({400, 300});
  for (int i = 0; i < 3; ++i) {
    Painter p = frame.begin({400, 300}, {});
    draw_scene(p, scene, {i, i, i});
    p.fill_round({20, 20, 120, 90}, 9, Colour::rgb(0x123456u << i));
    CHECK(frame.end(*window).pixels > 0);
    Painter q = same.begin({400, 300}, {});
    draw_scene(q, scene, {i, i, i});
    q.fill_round({20, 20, 120, 90}, 9, Colour::rgb(0x123456u << i));
    same.end(pixels.canvas());
  }
  int wrong = 0;
  for (int y = 0; y < 300; ++y) {
    for (int x = 0; x < 400; ++x) {
      wrong += ((window->canvas().at(x, y) ^ pixels.canvas().at(x, y)) & 0xFFFFFF) != 0 ? 1 : 0;
    }
  }
  CHECK(wrong == 0);

  window->inject(finger_down(7, {100, 150}, {}));
  window->inject(finger_up(7, {200, 75}, {}));
  window->inject(finger_down(kMouse, {10, 20}, {}));
  window->inject(key_press(Key::Help, {}));
  window->inject(typed("een lange zin met ë en ĳ erin, langer dan SDL in één keer kan", {}));
  const auto events = drain(*window);
  REQUIRE(events.size() >= 6);
  CHECK(events[0].kind == EventKind::FingerDown);
  CHECK(events[0].where == Point{100, 150});
  CHECK(events[1].kind == EventKind::FingerUp);
  CHECK(events[1].where == Point{200, 75});
  CHECK(events[2].finger == kMouse);
  CHECK(events[3].key == Key::Help);
  std::string text;
  for (const Event& e : events) text += e.text;
  CHECK(text == "een lange zin met ë en ĳ erin, langer dan SDL in één keer kan");
}

TEST_CASE("Waiting for a window's events lasts as long as asked, unless another thread wakes it") {
  if (!have_display()) return;
  const WallClock clock;
  const auto window = a_window(clock, {200, 100});
  const Millis start = clock.monotonic();
  CHECK(window->wait(Millis{60}).empty());
  CHECK(clock.monotonic() - start >= Millis{59});
  std::thread other([&] { window->wake(); });
  const auto events = window->wait(std::nullopt);
  other.join();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == EventKind::Woken);
}

TEST_CASE("On a driver that can only be polled, waiting, waking and fingers work the same") {
  if (std::getenv("SDL_VIDEODRIVER") != nullptr) return;
  setenv("SDL_VIDEODRIVER", "dummy", 1);
  const WallClock clock;
  auto window = open_window({{200, 100}, WindowMode::Window, "test"}, clock);
  unsetenv("SDL_VIDEODRIVER");
  REQUIRE(window);
  drain(**window);
  const Millis start = clock.monotonic();
  CHECK((*window)->wait(Millis{40}).empty());
  CHECK(clock.monotonic() - start >= Millis{39});
  std::thread other([&] { (*window)->wake(); });
  const auto woken = (*window)->wait(std::nullopt);
  other.join();
  REQUIRE(woken.size() == 1);
  CHECK(woken[0].kind == EventKind::Woken);
  (*window)->inject(finger_down(7, {100, 50}, {}));
  const auto touched = (*window)->wait(Millis{1000});
  REQUIRE(touched.size() == 1);
  CHECK(touched[0].where == Point{100, 50});
}
