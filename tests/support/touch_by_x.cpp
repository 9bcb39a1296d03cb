// A visitor at a real X screen. A journey is played on a kiosk in memory; every touch of that journey is also
// made on the panel of the X server, where the real program has its window. Before each touch the X screen
// has to show the very pixels that the kiosk in memory shows.
//
//   DISPLAY=:N TOUCH_SOCKET=… touch_by_x --state COPY --share … --headless --journey FILE --shots DIR
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <iterator>
#include <thread>

#include "kiosk/app/journey.h"
#include "kiosk/app/player.h"
#include "kiosk/app/run.h"
#include "kiosk/paint/png_write.h"
#include "kiosk/speech/alsa.h"
#include "kiosk/speech/recorder.h"
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"
#include "sync/edge/random.h"
#include "tests/support/x_screen.h"
#include "tests/support/x_touch.h"

using namespace wv;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 60s;            // of a busy machine; a screen that differs for longer is wrong
constexpr auto glance = 5ms;              // between two looks at the screen
constexpr base::Millis short_touch{300};  // below what counts as holding a key

template <class T>
T or_throw(base::Result<T> result, const std::string& what) {
  if (!result) throw std::runtime_error(what + ": " + result.error().message);
  return std::move(*result);
}

// Where this machine has no sound, both kiosks say so.
speech::PaperOutlet outlet_of_this_machine() {
  speech::PaperOutlet outlet;
  outlet.is_present = speech::AlsaOutlet().present();
  return outlet;
}

class Follower {
 public:
  Follower(app::Wheel& wheel, paint::Presenter& memory, app::VirtualClock& clock, const base::Clock& real)
      : wheel_(wheel), memory_(memory), clock_(clock), real_(real) {
    const char* socket = std::getenv("TOUCH_SOCKET");
    if (socket == nullptr) throw std::runtime_error("TOUCH_SOCKET is not set");
    touch_.emplace(socket, screen_.size().width, screen_.size().height);
    until(patience, "a window appears", [&] {
      if (const auto window = screen_.window_of(memory_.canvas().size())) window_ = *window;
      return window_.width() > 0;
    });
  }

  void follow(paint::Event& event) {
    using paint::EventKind;
    using Moment = test::XTouch::Moment;
    if (event.kind == EventKind::FingerDown) settle();
    if (event.kind == EventKind::FingerUp && shows_the_same_within(short_touch)) ++presses_seen_;
    keep_pace();
    event.at = clock_.monotonic();
    const auto moment = event.kind == EventKind::FingerDown   ? Moment::Begin
                        : event.kind == EventKind::FingerMove ? Moment::Update
                        : event.kind == EventKind::FingerUp
                            ? Moment::End
                            : throw std::runtime_error("this journey needs more than a finger");
    touch_->touch(moment, static_cast<std::uint32_t>(event.finger), window_.x0 + double{event.where.x},
                  window_.y0 + double{event.where.y});
    if (moment == Moment::Begin) ++touches_;
  }

  // Waits until both screens show the same.
  void settle() {
    until(patience, "the X screen shows what the kiosk shows", [&] { return shows_the_same(); });
  }

  paint::Pixels whole_screen() const {
    return screen_.picture({0, 0, screen_.size().width, screen_.size().height});
  }
  paint::Pixels window() const { return screen_.picture(window_); }
  int touches() const { return touches_; }
  int presses_seen() const { return presses_seen_; }

 private:
  using Steady = std::chrono::steady_clock;

  // Virtual time never runs ahead of the real one, nor far behind: both screens show one and the same minute.
  void keep_pace() {
    const auto ahead = clock_.monotonic() - real_.monotonic();
    if (ahead > base::Millis{0}) std::this_thread::sleep_for(ahead);
    clock_.advance(std::max(real_.monotonic() - clock_.monotonic(), base::Millis{0}));
    wheel_.turn({});
  }

  bool shows_the_same() {
    keep_pace();
    auto shown = screen_.picture(window_);
    const auto got = shown.canvas(), want = memory_.canvas();
    const auto part = [](std::span<const std::uint32_t> line, const paint::Rect& where) {
      return line.subspan(static_cast<std::size_t>(where.x0), static_cast<std::size_t>(where.width()));
    };
    for (const auto& where : comparable())
      for (int y = where.y0; y < where.y1; ++y)
        if (!std::ranges::equal(part(got.line(y), where), part(want.line(y), where))) return false;
    return true;
  }

  // Everything, but on the screen with the code only its title and buttons: two kiosks give two codes.
  std::vector<paint::Rect> comparable() const {
    if (wheel_.view().name != "idea-thanks") return {memory_.canvas().bounds()};
    std::vector<paint::Rect> same;
    for (const auto& node : wheel_.tree().nodes()) {
      const bool title = node.role == ui::Role::Heading && same.empty();
      const auto seen = node.visible();
      if ((!title && node.role != ui::Role::Button) || seen.width <= 0) continue;
      same.push_back({static_cast<int>(seen.x), static_cast<int>(seen.y),
                      static_cast<int>(seen.x + seen.width), static_cast<int>(seen.y + seen.height)});
    }
    return same;
  }

  bool shows_the_same_within(base::Millis time) {
    const auto end = Steady::now() + time;
    while (!shows_the_same()) {
      if (Steady::now() >= end) return false;
      std::this_thread::sleep_for(glance);
    }
    return true;
  }

  template <class Holds>
  void until(std::chrono::seconds time, const std::string& what, Holds holds) {
    const auto end = Steady::now() + time;
    while (!holds()) {
      if (Steady::now() >= end) throw std::runtime_error("it does not come true that " + what);
      std::this_thread::sleep_for(glance);
    }
  }

  app::Wheel& wheel_;
  paint::Presenter& memory_;
  app::VirtualClock& clock_;
  const base::Clock& real_;
  test::XScreen screen_;
  std::optional<test::XTouch> touch_;
  paint::Rect window_;
  int touches_ = 0, presses_seen_ = 0;
};

class Visit {
 public:
  Visit(const app::Options& options, base::Files& files, app::VirtualClock& clock, const base::Clock& real,
        base::Random& random)
      : options_(options),
        files_(files),
        voice_(clock),
        backstage_(
            or_throw(app::Backstage::open(options, files, clock, random, {voice_, outlet_}), "the kiosk")),
        memory_(paint::open_memory(options.size)),
        wheel_(backstage_->wheel_for(*memory_)),
        player_({wheel_, *memory_, clock, files, voice_, outlet_, options.shots,
                 [] { return base::Result<>{}; },
                 [this](paint::Event& event) { follower_->follow(event); }}) {
    wheel_.turn({});
    follower_.emplace(wheel_, *memory_, clock, real);
  }

  base::Result<> play(const std::vector<app::JourneyStep>& steps) {
    for (const auto& step : steps) {
      WV_CHECK(player_.play(step));
      if (const auto* shot = std::get_if<app::Shot>(&step.doing)) {
        follower_->settle();
        keep(shot->name + "-on-x", follower_->whole_screen());
      }
    }
    follower_->settle();
    std::cout << follower_->touches() << " touches through the X server; " << follower_->presses_seen()
              << " seen pressed before the finger left; every screen the same, pixel for pixel\n";
    return {};
  }

  // For whoever has to find out what went wrong.
  void keep_difference() {
    keep("wanted", memory_->canvas());
    if (follower_) keep("on-x", follower_->window());
  }

 private:
  void keep(const std::string& name, paint::Pixels pixels) { keep(name, pixels.canvas()); }
  void keep(const std::string& name, const paint::Canvas& canvas) {
    if (options_.shots.empty()) return;
    const auto png = or_throw(paint::encode_png(canvas), name);
    if (!files_.write(options_.shots / (name + ".png"), png))
      throw std::runtime_error("cannot write " + name);
  }

  const app::Options& options_;
  base::Files& files_;
  speech::Recorder voice_;
  speech::PaperOutlet outlet_ = outlet_of_this_machine();
  std::unique_ptr<app::Backstage> backstage_;
  std::unique_ptr<paint::Presenter> memory_;
  app::Wheel wheel_;
  app::Player player_;
  std::optional<Follower> follower_;
};

int play(const app::Options& options) {
  const auto zone = or_throw(edge::system_clock(), "the clock");
  edge::Disk disk(edge::Disk::Access::OwnerOnly);
  edge::SystemRandom random;
  // What the invitation says in which language follows from the monotonic clock, so that has to agree too.
  app::VirtualClock clock(zone->now() - zone->monotonic(), *zone);
  clock.advance(zone->monotonic());
  const auto script = or_throw(disk.read(options.journey), "the journey");
  const auto steps = or_throw(app::read_journey(std::string(base::as_text(script)), options.journey.string()),
                              "the journey");
  Visit visit(options, disk, clock, *zone, random);
  try {
    const auto played = visit.play(steps);
    if (played) return 0;
    visit.keep_difference();
    return app::report(played.error());
  } catch (const std::runtime_error&) {
    visit.keep_difference();
    throw;
  }
}

}  // namespace

int main(int count, char** arguments) {
  const auto options = app::read_options(count, arguments);
  if (!options) return options.error();
  try {
    return play(*options);
  } catch (const std::runtime_error& wrong) {
    std::cerr << "touch_by_x: " << wrong.what() << "\n";
    return 1;
  }
}
