// Somebody changes the settings of a kiosk that runs: what counts, when, and what staff read about it.
#include <fstream>

#include "kiosk/app/backstage.h"
#include "kiosk/speech/recorder.h"
#include "sync/edge/disk.h"
#include "tests/support/state.h"

using namespace wv;
using namespace std::chrono_literals;

namespace {

class RunningKiosk {
 public:
  RunningKiosk() {
    state_.release(test::Release{});
    options.state = state_.path();
    options.config = state_.path() / "instellingen.toml";
    options.share = WV_BINARY_DIR "/share/wijkvenster";
    write("[plek]\ngebied = \"noord\"\nnaam = \"Wijkpunt Oud\"\n");
  }
  void write(std::string_view toml) { std::ofstream(options.config) << toml; }
  void start() {
    auto opened = app::Backstage::open(options, disk_, clock_, random_, {voice_, outlet_});
    if (!opened) FAIL(opened.error().message);
    backstage_ = std::move(*opened);
    presenter_ = paint::open_memory({480, 800});
    wheel_.reset(new app::Wheel(backstage_->wheel_for(*presenter_)));  // it does not move
    wheel_->turn({});
  }
  // As the event loop does: sleeps as long as the wheel wants, and not longer than `time` in all.
  void wait(base::Millis time) {
    for (const auto end = clock_.monotonic() + time; clock_.monotonic() < end;) {
      const auto patience = wheel_->turn({}).value_or(end - clock_.monotonic());
      clock_.advance(std::clamp(patience, base::Millis{1}, end - clock_.monotonic()));
    }
    wheel_->turn({});
  }
  void visitor_comes() { act(visit::BeginVisit{}); }
  void visitor_goes() { act(visit::EndVisit{}); }
  void act(const visit::Action& action) {
    wheel_->act(action);
    wheel_->turn({});
  }
  const app::Settings& settings() { return backstage_->house().settings(); }
  store::SettingsReport report() { return backstage_->house().report().settings; }
  const app::Wheel& wheel() const { return *wheel_; }
  app::Options options;

 private:
  test::State state_;
  edge::Disk disk_;
  test::VirtualClock clock_{test::at("2026-11-23T13:30:00Z")};
  speech::Recorder voice_{clock_};
  speech::PaperOutlet outlet_;
  test::SeededRandom random_{7};
  std::unique_ptr<app::Backstage> backstage_;
  std::unique_ptr<paint::Presenter> presenter_;
  std::unique_ptr<app::Wheel> wheel_;
};

}  // namespace

TEST_CASE("a changed file counts within two minutes while nobody visits") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.write("rust_na_s = 90\n[plek]\ngebied = \"noord\"\nnaam = \"Wijkpunt Nieuw\"\n");
  kiosk.wait(2min);
  CHECK(kiosk.settings().place.name == "Wijkpunt Nieuw");
  CHECK(kiosk.settings().idle == 90s);
  CHECK(kiosk.wheel().tree().to_json().find("Wijkpunt Nieuw") != std::string::npos);
  CHECK(kiosk.report().mistakes.empty());
}

TEST_CASE("nothing changes under the hands of a visitor; it does when the visit ends") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.visitor_comes();
  kiosk.wait(61s);
  kiosk.write("rust_na_s = 60\n[plek]\ngebied = \"noord\"\nnaam = \"Wijkpunt Nieuw\"\n");
  kiosk.wait(10s);
  CHECK(kiosk.settings().place.name == "Wijkpunt Oud");
  kiosk.visitor_goes();
  CHECK(kiosk.settings().place.name == "Wijkpunt Nieuw");
  // The new time of silence counts for the next visit: 60 seconds, and 30 to answer.
  kiosk.visitor_comes();
  kiosk.wait(61s);
  CHECK(kiosk.wheel().visit().asked_at);
}

TEST_CASE("the files are looked at once a minute at most, however many visitors come and go") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.visitor_comes();
  kiosk.wait(61s);
  kiosk.visitor_goes();
  kiosk.write("[plek]\nnaam = \"Wijkpunt Nieuw\"\n");
  for (int visits = 0; visits < 5; ++visits) {
    kiosk.visitor_comes();
    kiosk.wait(5s);
    kiosk.visitor_goes();
  }
  CHECK(kiosk.settings().place.name == "Wijkpunt Oud");
  kiosk.wait(2min);
  CHECK(kiosk.settings().place.name == "Wijkpunt Nieuw");
}

TEST_CASE("a mistake leaves everything as it is and is told, until it is mended") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.write("rust_na_s = 5\n[plek]\nnaam = \"Wijkpunt Nieuw\"\n");
  kiosk.wait(2min);
  CHECK(kiosk.settings().place.name == "Wijkpunt Oud");
  CHECK(kiosk.report().mistakes ==
        std::vector<std::string>{"instellingen.toml:1: rust_na_s: must be from 60 to 300 seconds"});
  CHECK(kiosk.report().last_good_counts);
  kiosk.write("[plek]\ngebied = \"noord\"\nnaam = \"Wijkpunt Nieuw\"\n");
  kiosk.wait(2min);
  CHECK(kiosk.settings().place.name == "Wijkpunt Nieuw");
  CHECK(kiosk.report().mistakes.empty());
}

TEST_CASE("another area waits for a restart and says so; putting it back takes the word away") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.write("[plek]\ngebied = \"west\"\nnaam = \"Wijkpunt West\"\n");
  kiosk.wait(2min);
  CHECK(kiosk.settings().place.name == "Wijkpunt West");
  CHECK(kiosk.settings().place.area == model::AreaId{"noord"});
  CHECK(kiosk.report().wait_for_restart == std::vector<std::string>{"plek.gebied"});
  kiosk.write("[plek]\ngebied = \"noord\"\n");
  kiosk.wait(2min);
  CHECK(kiosk.report().wait_for_restart.empty());
  CHECK(kiosk.settings().place.name == "Wijkpunt");
}

TEST_CASE("a size of the panel from the command line stands over the file, also when that changes") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.write("[scherm]\nbreedte_mm = 300\nhoogte_mm = 500\n");
  kiosk.wait(2min);
  CHECK(kiosk.wheel().panel().mm.width == 300);
  RunningKiosk other;
  other.options.panel_mm = paint::Size{345, 600};
  other.start();
  other.write("[plek]\nnaam = \"Wijkpunt Nieuw\"\n[scherm]\nbreedte_mm = 300\nhoogte_mm = 500\n");
  other.wait(2min);
  CHECK(other.settings().place.name == "Wijkpunt Nieuw");
  CHECK(other.wheel().panel().mm.width == 345);
}
