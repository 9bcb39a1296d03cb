// A kiosk through the day and the night: its screen is lit when somebody may come and when somebody is there.
#include <fstream>

#include "kiosk/app/backstage.h"
#include "kiosk/speech/recorder.h"
#include "sync/edge/disk.h"
#include "sync/wire/self_test.h"
#include "tests/support/state.h"

using namespace wv;
using namespace std::chrono_literals;

namespace {

// A panel with a lamp of its own, or one that leaves everything to the picture.
class Panel final : public care::Display {
 public:
  int shine(int percent) override {
    asked.push_back(percent);
    return has_lamp && percent > 0 ? 100 : percent;
  }
  std::optional<bool> is_on() override { return !stays_off && asked.back() > 0; }
  std::optional<bool> has_touch() override { return touch; }
  Means means() const override { return {.backlight = has_lamp, .power = has_lamp}; }

  bool has_lamp = false;
  std::optional<bool> touch = true;
  bool stays_off = false;
  std::vector<int> asked;
};

constexpr std::string_view hours = "[openingstijden]\ndo = [\"09:00-17:00\"]\nvr = [\"09:00-17:00\"]\n";

class Kiosk {
 public:
  // On a Thursday.
  explicit Kiosk(std::string_view after_hours, std::string_view at = "2026-11-26T09:00:00Z")
      : clock{test::at(at)} {
    state_.release(test::Release{});
    options_.state = state_.path();
    options_.config = state_.path() / "instellingen.toml";
    options_.share = WV_BINARY_DIR "/share/wijkvenster";
    settings("[scherm]\nhelderheid = 100\nhelderheid_gedimd = 20\nbuiten_openingstijd = \"" +
             std::string(after_hours) + "\"\n" + std::string(hours));
    auto opened = app::Backstage::open(options_, disk_, clock, random_, {voice_, outlet_});
    if (!opened) FAIL(opened.error().message);
    backstage_ = std::move(*opened);
  }
  void settings(const std::string& toml) {
    std::ofstream(options_.config) << "[plek]\ngebied = \"noord\"\n" << toml;
  }
  void starts() { starts_on(*presenter_); }
  void starts_on(paint::Presenter& presenter) {
    wheel.reset(new app::Wheel(backstage_->wheel_for(presenter, panel)));  // it does not move
    wheel->turn({});
  }
  // What the courier finds in the morning.
  std::optional<model::SelfTest> self_test() const {
    const auto bytes = disk_.read(state_.path() / "zelftest.json");
    if (!bytes) return std::nullopt;
    auto test = wire::read_self_test(*bytes);
    if (!test) FAIL(test.error().message);
    return *test;
  }
  void leaves_behind(std::string_view text) { std::ofstream(state_.path() / "zelftest.json") << text; }
  store::Report report() { return backstage_->house().report(); }
  // As the event loop does, but for most of the slides of Attract, which are many in a night. How often it
  // woke up.
  int wait(base::Millis time) {
    int turns = 0;
    for (const auto end = clock.monotonic() + time; clock.monotonic() < end; ++turns) {
      const base::Millis left = end - clock.monotonic();
      const auto patience = wheel->turn({}).value_or(left);
      clock.advance(std::min(std::max<base::Millis>(patience, 5min), left));
    }
    wheel->turn({});
    return turns;
  }
  void touch(paint::Point where) {
    const auto down = paint::finger_down(1, where, clock.monotonic());
    wheel->turn({&down, 1});
    wait(100ms);
    const auto up = paint::finger_up(1, where, clock.monotonic());
    wheel->turn({&up, 1});
  }
  std::uint32_t brightest() {
    const auto canvas = presenter_->canvas();
    std::uint32_t most = 0;
    for (int y = 0; y < canvas.height(); ++y)
      for (int x = 0; x < canvas.width(); ++x) most = std::max(most, canvas.row(y)[x] & 0xFFU);
    return most;
  }
  visit::Screen at() const { return wheel->visit().at.screen; }

  test::VirtualClock clock;
  Panel panel;
  std::unique_ptr<app::Wheel> wheel;

 private:
  test::State state_;
  app::Options options_;
  edge::Disk disk_;
  speech::Recorder voice_{clock};
  speech::PaperOutlet outlet_;
  test::SeededRandom random_{7};
  std::unique_ptr<app::Backstage> backstage_;
  std::unique_ptr<paint::Presenter> presenter_ = paint::open_memory({480, 800});
};

constexpr paint::Point middle{240, 400};

// A screen on which nothing ever appears.
class Stuck final : public paint::Presenter {
 public:
  paint::Canvas canvas() override {
    pixels_ = paint::Pixels({480, 800});
    return pixels_.canvas();
  }
  void present(std::span<const paint::Rect>) override {}
  std::span<const paint::Event> wait(std::optional<base::Millis>) override { return {}; }
  void wake() override {}
  void inject(const paint::Event&) override {}
  std::string describe() const override { return "stuck"; }

 private:
  paint::Pixels pixels_{{480, 800}};
};

}  // namespace

TEST_CASE("at closing time the picture is dimmed, and in the morning it is as before") {
  Kiosk kiosk("gedimd");
  kiosk.starts();
  const auto bright = kiosk.brightest();
  kiosk.wait(7h);  // 17:00
  CHECK(kiosk.panel.asked == std::vector{100, 20});
  // A fifth of the light is 48 % of the number of a pixel.
  CHECK(kiosk.brightest() < bright * 50 / 100);
  CHECK(kiosk.brightest() > bright * 46 / 100);
  kiosk.wait(16h);  // 09:00, and at half past three it tried itself
  CHECK(kiosk.panel.asked == std::vector{100, 20, 100, 20, 100});
  CHECK(kiosk.brightest() == bright);
}

TEST_CASE("a panel with a lamp of its own is dimmed, and its picture is not") {
  Kiosk kiosk("gedimd");
  kiosk.panel.has_lamp = true;
  kiosk.starts();
  const auto bright = kiosk.brightest();
  kiosk.wait(8h);
  CHECK(kiosk.panel.asked == std::vector{100, 20});
  CHECK(kiosk.brightest() == bright);
}

TEST_CASE("a screen that is off is black and asleep until it opens") {
  Kiosk kiosk("uit");
  kiosk.starts();
  kiosk.wait(7h + 1min);
  CHECK(kiosk.panel.asked == std::vector{100, 0});
  CHECK(kiosk.brightest() == 0);
  const auto frames = kiosk.wheel->frames();
  CHECK(kiosk.wait(15h) < 120);  // only to see whether settings or content changed
  CHECK(kiosk.panel.asked.back() == 0);
  CHECK(kiosk.wheel->frames() < frames + 120);
  kiosk.wait(59min);
  CHECK(kiosk.panel.asked == std::vector{100, 0, 100, 0, 100});  // with the test of the night
  CHECK(kiosk.brightest() > 0);
}

TEST_CASE("the touch that wakes the screen presses nothing, and the screen sleeps again after the visit") {
  Kiosk kiosk("uit", "2026-11-26T20:00:00Z");
  kiosk.starts();
  CHECK(kiosk.panel.asked == std::vector{0});
  kiosk.touch(middle);
  CHECK(kiosk.at() == visit::Screen::Home);  // where every visit begins: not a tile further
  CHECK(kiosk.panel.asked == std::vector{0, 100});
  CHECK(kiosk.brightest() > 0);
  kiosk.wait(10min);  // nobody answers "Bent u er nog?"
  CHECK(kiosk.at() == visit::Screen::Attract);
  CHECK(kiosk.panel.asked == std::vector{0, 100, 0});
  CHECK(kiosk.brightest() == 0);
}

TEST_CASE("who is at the screen at closing time keeps it lit until they go") {
  Kiosk kiosk("uit", "2026-11-26T15:59:00Z");
  kiosk.starts();
  kiosk.touch(middle);
  kiosk.wait(90s);
  CHECK(kiosk.panel.asked == std::vector{100});
  kiosk.wheel->act(visit::EndVisit{});
  kiosk.wheel->turn({});
  CHECK(kiosk.panel.asked == std::vector{100, 0});
}

TEST_CASE("a clock that stands in 2019 keeps the screen lit, and one that is put right does not") {
  Kiosk kiosk("uit", "2019-01-01T00:00:00Z");
  kiosk.starts();
  kiosk.wait(24h);
  CHECK(kiosk.panel.asked == std::vector{100});
  kiosk.clock.set_wall_clock(test::at("2026-11-26T20:00:00Z"));
  kiosk.wait(1min);
  CHECK(kiosk.panel.asked == std::vector{100, 0});
}

TEST_CASE("a clock that is older than the content on show is wrong") {
  Kiosk kiosk("uit", "2026-11-20T22:00:00Z");  // the release is of the 22nd
  kiosk.starts();
  CHECK(kiosk.panel.asked == std::vector{100});
}

TEST_CASE("hours that staff change count within minutes, also in the dark") {
  Kiosk kiosk("uit", "2026-11-26T18:00:00Z");
  kiosk.starts();
  CHECK(kiosk.panel.asked == std::vector{0});
  kiosk.settings("[scherm]\nbuiten_openingstijd = \"uit\"\n[openingstijden]\ndo = [\"09:00-23:00\"]\n");
  kiosk.wait(12min);
  CHECK(kiosk.panel.asked == std::vector{0, 100});
  kiosk.wait(4h);
  CHECK(kiosk.panel.asked == std::vector{0, 100, 0});
}

TEST_CASE("a kiosk that is told to stay on stays on") {
  Kiosk kiosk("aan", "2026-11-26T20:00:00Z");
  kiosk.starts();
  kiosk.wait(48h);
  CHECK(kiosk.panel.asked == std::vector{100});
}

TEST_CASE("at half past three the kiosk taps itself, sees that it works, and nothing of that visit stays") {
  Kiosk kiosk("uit", "2026-11-26T20:00:00Z");
  kiosk.starts();
  kiosk.wait(6h + 29min);
  CHECK_FALSE(kiosk.self_test());
  CHECK(kiosk.panel.asked == std::vector{0});
  kiosk.wait(1min);
  CHECK(kiosk.self_test() == model::SelfTest{test::at("2026-11-27T02:30:00Z"), {}});
  CHECK(kiosk.panel.asked == std::vector{0, 100, 0});
  CHECK(kiosk.at() == visit::Screen::Attract);
  CHECK(kiosk.wheel->visit() == visit::Visit{.last_active = kiosk.wheel->visit().last_active});
  CHECK(kiosk.brightest() == 0);
  REQUIRE(kiosk.report().self_test);
  CHECK(kiosk.report().self_test->faults.empty());
  kiosk.wait(24h);
  CHECK(kiosk.self_test()->at == test::at("2026-11-28T02:30:00Z"));
}

TEST_CASE("what does not work at night is known in the morning") {
  Kiosk kiosk("gedimd", "2026-11-26T20:00:00Z");
  kiosk.panel.touch = false;
  kiosk.panel.stays_off = true;
  kiosk.starts();
  kiosk.wait(8h);
  CHECK(kiosk.self_test()->faults == std::vector<std::string>{"scherm-donker", "aanraakscherm-weg"});
  kiosk.panel.touch = true;
  kiosk.panel.stays_off = false;
  kiosk.wait(24h);
  CHECK(kiosk.self_test()->faults.empty());
}

TEST_CASE("a machine that does not say whether it has a touch panel is not blamed for it") {
  Kiosk kiosk("gedimd", "2026-11-26T20:00:00Z");
  kiosk.panel.touch = std::nullopt;
  kiosk.starts();
  kiosk.wait(8h);
  CHECK(kiosk.self_test()->faults.empty());
}

TEST_CASE("a tap that changes no pixel is a fault") {
  Kiosk kiosk("gedimd", "2026-11-26T20:00:00Z");
  Stuck stuck;
  kiosk.starts_on(stuck);
  kiosk.wait(8h);
  CHECK(kiosk.self_test()->faults == std::vector<std::string>{"tik-zonder-beeld"});
}

TEST_CASE("who is at the screen at night is not tested away; the test comes when they have gone") {
  Kiosk kiosk("uit", "2026-11-27T02:29:00Z");
  kiosk.starts();
  kiosk.touch(middle);
  kiosk.wait(2min);
  CHECK_FALSE(kiosk.self_test());
  CHECK(kiosk.at() == visit::Screen::Home);
  kiosk.wait(10min);
  CHECK(kiosk.self_test());
}

TEST_CASE("a clock that is wrong knows no night") {
  Kiosk kiosk("uit", "2019-01-01T00:00:00Z");
  kiosk.starts();
  kiosk.wait(48h);
  CHECK_FALSE(kiosk.self_test());
}

TEST_CASE("a self-test that somebody scribbled in is none, and the next night writes another") {
  Kiosk kiosk("uit", "2026-11-26T20:00:00Z");
  kiosk.leaves_behind("{\"op\":\"gisteren\"}");
  kiosk.starts();
  CHECK_FALSE(kiosk.report().self_test);
  kiosk.wait(8h);
  CHECK(kiosk.report().self_test);
}
