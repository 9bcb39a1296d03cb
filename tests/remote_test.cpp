// Commands from afar at the screen: when nobody visits, once, and never anything of a visit in what goes out.
#include "kiosk/app/remote.h"

#include <fstream>
#include <set>

#include "kiosk/app/backstage.h"
#include "kiosk/app/run.h"
#include "kiosk/paint/image_decode.h"
#include "kiosk/speech/recorder.h"
#include "sync/edge/disk.h"
#include "tests/support/state.h"

using namespace wv;
using namespace std::chrono_literals;
using wire::CommandOutcome;

namespace {

class Panel final : public care::Display {
 public:
  int shine(int percent) override {
    asked.push_back(percent);
    return percent;
  }
  std::optional<bool> is_on() override { return true; }
  std::optional<bool> has_touch() override { return true; }
  Means means() const override { return {}; }
  std::vector<int> asked;
};

class Kiosk {
 public:
  explicit Kiosk(std::string_view at = "2026-11-26T09:00:00Z") : clock{test::at(at)} {
    state.release(test::Release{});
    REQUIRE(state.sync().run(test::read_source("sync/client/sync_commands.sql")));
    options_.state = state.path();
    options_.config = state.path() / "instellingen.toml";
    options_.share = WV_BINARY_DIR "/share/wijkvenster";
    std::ofstream(options_.config)
        << "[plek]\ngebied = \"noord\"\n[scherm]\nhelderheid = 100\nbuiten_openingstijd = \"aan\"\n";
    starts();
  }
  // As after a restart: what is in memory is gone.
  void starts() {
    wheel.reset();
    backstage_.reset();
    auto opened = app::Backstage::open(options_, disk, clock, random_, {voice_, outlet_});
    if (!opened) FAIL(opened.error().message);
    backstage_ = std::move(*opened);
    wheel.reset(new app::Wheel(backstage_->wheel_for(*presenter, panel)));
    wheel->turn({});
  }
  void wait(base::Millis time) {
    for (const auto end = clock.monotonic() + time; clock.monotonic() < end && !wheel->quit();) {
      const base::Millis left = end - clock.monotonic();
      const auto patience = wheel->turn({}).value_or(left);
      clock.advance(std::min(std::max<base::Millis>(patience, 5min), left));
    }
    wheel->turn({});
  }
  void touch() {
    const paint::Point middle{240, 400};
    const auto down = paint::finger_down(1, middle, clock.monotonic());
    wheel->turn({&down, 1});
    clock.advance(100ms);
    const auto up = paint::finger_up(1, middle, clock.monotonic());
    wheel->turn({&up, 1});
  }
  // What the courier took up. Answers its id.
  std::string command(std::string_view word, std::string_view text = {}, std::string_view last_day = {},
                      std::optional<base::Instant> until = {}, base::Millis life = 72h) {
    const std::string id = "019a5e3c-7d10-4c3a-9f0e-00000000000" + std::to_string(++number_);
    const auto ms = [](base::Instant at) { return at.time_since_epoch().count(); };
    REQUIRE(
        state.sync().run("INSERT INTO opdracht(id,opdracht,tekst,laatste_dag,donker_tot,ontvangen,verloopt)"
                         " VALUES(?,?,?,?,?,?,?)",
                         id, word, text, last_day, until ? std::optional(ms(*until)) : std::nullopt,
                         ms(clock.now()), ms(clock.now() + life)));
    return id;
  }
  wire::ScreenCommands kept() {
    const auto bytes = disk.read(state.path() / "opdrachten-scherm.json");
    if (!bytes) return {};
    const auto read = wire::read_screen_commands(*bytes);
    REQUIRE(read);
    return *read;
  }
  bool is_done(const std::string& id) {
    const auto all = kept().finished;
    return std::ranges::find(all, wire::ScreenCommands::Finished{id, CommandOutcome::Done}) != all.end();
  }
  bool says(std::string_view words) const {
    return std::ranges::any_of(wheel->tree().nodes(), [&](const ui::Node& node) {
      return node.label.find(words) != std::string::npos;
    });
  }
  bool troubles_with(std::string_view file) {
    return std::ranges::any_of(report().trouble,
                               [&](const std::string& line) { return line.find(file) != std::string::npos; });
  }
  visit::Screen at() const { return wheel->visit().at.screen; }
  store::Report report() { return backstage_->house().report(); }

  test::VirtualClock clock;
  test::State state;
  Panel panel;
  edge::Disk disk;
  std::unique_ptr<paint::Presenter> presenter = paint::open_memory({480, 800});
  std::unique_ptr<app::Wheel> wheel;

 private:
  app::Options options_;
  speech::Recorder voice_{clock};
  speech::PaperOutlet outlet_;
  test::SeededRandom random_{7};
  std::unique_ptr<app::Backstage> backstage_;
  int number_ = 0;
};

constexpr std::string_view coffee = "Morgen is er koffie om tien uur.";

}  // namespace

TEST_CASE("a notice of the municipality stands on Attract and Home until its last day is over") {
  Kiosk kiosk;
  const auto id = kiosk.command("boodschap", coffee, "2026-11-27");
  kiosk.wait(15s);
  CHECK(kiosk.is_done(id));
  CHECK(kiosk.says(coffee));
  kiosk.touch();
  CHECK(kiosk.at() == visit::Screen::Home);
  CHECK(kiosk.says(coffee));
  kiosk.wheel->act(visit::GiveIdea{});
  kiosk.wheel->turn({});
  CHECK_FALSE(kiosk.says(coffee));
  kiosk.wheel->act(visit::EndVisit{});
  kiosk.starts();
  CHECK(kiosk.says(coffee));
  kiosk.wait(37h + 59min);  // the 27th, one minute before midnight in Amsterdam
  CHECK(kiosk.says(coffee));
  kiosk.wait(2min);
  CHECK_FALSE(kiosk.says(coffee));
}

TEST_CASE("a notice without words takes the notice away") {
  Kiosk kiosk;
  kiosk.command("boodschap", coffee, "2026-11-27");
  kiosk.wait(15s);
  kiosk.command("boodschap");
  kiosk.wait(15s);
  CHECK_FALSE(kiosk.says(coffee));
  CHECK(kiosk.kept().notice.empty());
}

TEST_CASE("nobody is disturbed: a command waits until the visit is over") {
  Kiosk kiosk;
  kiosk.touch();
  const auto restart = kiosk.command("herstart"), picture = kiosk.command("beeld");
  kiosk.wait(60s);
  CHECK_FALSE(kiosk.wheel->quit());
  CHECK(kiosk.kept().finished.empty());
  kiosk.wait(10min);  // "Bent u er nog?", and nobody was
  kiosk.wait(15s);
  CHECK(kiosk.wheel->quit());
  CHECK(kiosk.is_done(restart));
  CHECK(kiosk.is_done(picture));
}

TEST_CASE(
    "a restart that was asked for from afar happens once, also when the courier is slow to hear of it") {
  Kiosk kiosk;
  const auto id = kiosk.command("herstart");
  kiosk.wait(15s);
  REQUIRE(kiosk.wheel->quit());
  CHECK(kiosk.wheel->farewell() == visit::Farewell::RestartProgram);
  CHECK(app::exit_after(kiosk.wheel->farewell()) == app::exit_restart_program);
  kiosk.starts();
  kiosk.wait(10min);
  CHECK_FALSE(kiosk.wheel->quit());
  CHECK(kiosk.is_done(id));
  REQUIRE(kiosk.state.sync().run("UPDATE opdracht SET uitkomst='gedaan'"));
  kiosk.wait(15s);
  CHECK(kiosk.kept().finished.empty());
  CHECK_FALSE(kiosk.wheel->quit());
}

TEST_CASE("on a full disk the kiosk does not restart for ever: it does not restart at all") {
  Kiosk kiosk;
  std::filesystem::create_directory(kiosk.state.path() / "opdrachten-scherm.json");
  kiosk.command("herstart");
  kiosk.wait(1min);
  CHECK_FALSE(kiosk.wheel->quit());
  CHECK(kiosk.troubles_with("opdrachten-scherm.json"));
}

TEST_CASE("the panel is dark until its time, a touch lights it for a visit, and it goes dark again") {
  Kiosk kiosk;
  const auto id = kiosk.command("donker", "", "", kiosk.clock.now() + 8h);
  kiosk.wait(15s);
  CHECK(kiosk.is_done(id));
  CHECK(kiosk.panel.asked == std::vector{100, 0});
  kiosk.touch();
  CHECK(kiosk.at() == visit::Screen::Home);
  CHECK(kiosk.panel.asked == std::vector{100, 0, 100});
  kiosk.wait(10min);
  CHECK(kiosk.panel.asked == std::vector{100, 0, 100, 0});
  kiosk.starts();
  CHECK(kiosk.panel.asked.back() == 0);
  kiosk.wait(7h + 51min);
  CHECK(kiosk.panel.asked.back() == 100);
}

TEST_CASE("who made the panel dark from afar can light it again before its time") {
  Kiosk kiosk;
  kiosk.command("donker", "", "", kiosk.clock.now() + 8h);
  kiosk.wait(15s);
  CHECK(kiosk.panel.asked.back() == 0);
  kiosk.command("licht");
  kiosk.wait(11min);  // in the dark it looks every ten minutes
  CHECK(kiosk.panel.asked.back() == 100);
  CHECK_FALSE(kiosk.kept().dark_until);
}

TEST_CASE("a picture from afar is of Attract as it is drawn, small enough to travel, and of nothing else") {
  Kiosk kiosk;
  kiosk.command("donker", "", "", kiosk.clock.now() + 8h);
  kiosk.wait(15s);
  const auto id = kiosk.command("beeld");
  kiosk.wait(11min);
  CHECK(kiosk.is_done(id));
  const auto png = kiosk.disk.read(kiosk.state.path() / "opdracht-beeld.png");
  REQUIRE(png);
  CHECK(png->size() <= wire::most_picture_bytes);
  const auto picture = paint::decode_image(*png);
  REQUIRE(picture);
  CHECK(picture->size == paint::Size{160, 266});
  const std::set<std::uint32_t> colours(picture->pixels.begin(), picture->pixels.end());
  CHECK(colours.size() > 10);  // and not black, as the display is
  CHECK(kiosk.at() == visit::Screen::Attract);
}

TEST_CASE("what was too late is left alone, and what is for the courier too") {
  Kiosk kiosk;
  kiosk.touch();
  kiosk.command("herstart", "", "", {}, 1min);
  kiosk.command("synchroniseer");
  kiosk.command("diagnose");
  kiosk.wait(10min);
  CHECK(kiosk.at() == visit::Screen::Attract);
  CHECK_FALSE(kiosk.wheel->quit());
  CHECK(kiosk.kept().finished.empty());
}

TEST_CASE("what the municipality asked stands in the report and the log for staff") {
  Kiosk kiosk;
  kiosk.command("boodschap", coffee, "2026-11-27");
  kiosk.wait(15s);
  const auto report = kiosk.report();
  REQUIRE(report.orders.size() == 1);
  CHECK(report.orders[0].word == "boodschap");
  CHECK(report.orders[0].outcome.empty());  // the courier says so, after its next round
  CHECK(std::ranges::any_of(report.log, [](const store::LogLine& line) {
    return line.what == store::LogLine::What::Ordered && line.detail == "boodschap";
  }));
}

TEST_CASE(
    "a file of commands that somebody scribbled in is none, and a courier of before has no table for them") {
  Kiosk kiosk;
  REQUIRE(kiosk.disk.write(kiosk.state.path() / "opdrachten-scherm.json", base::as_bytes("[7]")));
  kiosk.starts();
  const auto id = kiosk.command("boodschap", coffee, "2026-11-27");
  kiosk.wait(15s);
  CHECK(kiosk.is_done(id));
  REQUIRE(kiosk.state.sync().run("DROP TABLE opdracht"));
  kiosk.wait(1min);
  CHECK_FALSE(kiosk.troubles_with("sync.db"));
  CHECK(kiosk.says(coffee));
}
