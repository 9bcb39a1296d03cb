// Somebody changes the settings of a kiosk that runs: what counts, when, and what staff read about it.
#include <fstream>

#include "kiosk/app/backstage.h"
#include "kiosk/speech/recorder.h"
#include "kiosk/staff/setting_keys.h"
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
  void staff_open(visit::SettingGroup group) {
    for (const visit::Action& action :
         std::vector<visit::Action>{visit::BeginVisit{}, visit::OpenStaffDoor{}, visit::PinAccepted{},
                                    visit::Open{visit::Screen::StaffSettings}, visit::OpenSetting{group}})
      act(action);
  }
  store::Report whole_report() { return backstage_->house().report(); }
  bool has_file(const char* name) const { return std::filesystem::exists(state_.path() / name); }
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

TEST_CASE("what staff try out counts at once, and comes back when they walk away") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.staff_open(visit::SettingGroup::Light);
  kiosk.act(visit::TrySettings{{{"scherm.helderheid", 40}}});
  CHECK(kiosk.settings().light.open == 40);
  CHECK(kiosk.wheel().visit().trial == visit::Trial::Running);
  kiosk.wait(29s);
  CHECK(kiosk.settings().light.open == 40);
  kiosk.wait(2s);
  CHECK(kiosk.settings().light.open == 100);
  CHECK(kiosk.wheel().visit().trial == visit::Trial::Reverted);
  kiosk.act(visit::TrySettings{{{"scherm.helderheid", 40}}});
  kiosk.act(visit::EndVisit{});
  CHECK(kiosk.settings().light.open == 100);
  CHECK_FALSE(kiosk.has_file("keuzes-op-het-scherm.json"));
}

TEST_CASE("what staff keep counts after a restart, is in the log, and gives way to a newer file") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.staff_open(visit::SettingGroup::Silence);
  kiosk.act(visit::TrySettings{{{"rust_na_s", 90}}});
  kiosk.act(visit::KeepSettings{});
  CHECK(kiosk.wheel().visit().trial == visit::Trial::Kept);
  CHECK(kiosk.whole_report().log.front().what == store::LogLine::What::SettingsChanged);
  CHECK(kiosk.whole_report().log.front().detail == "rust_na_s");
  kiosk.visitor_goes();
  CHECK(kiosk.settings().idle == 90s);
  kiosk.start();
  CHECK(kiosk.settings().idle == 90s);
  kiosk.write("rust_na_s = 200\n[plek]\ngebied = \"noord\"\n");
  kiosk.wait(2min);
  CHECK(kiosk.settings().idle == 200s);
}

TEST_CASE("an area that staff choose waits for a restart, and the settings say so") {
  RunningKiosk kiosk;
  kiosk.start();
  kiosk.staff_open(visit::SettingGroup::Place);
  kiosk.act(visit::TrySettings{{{"plek.gebied", "west"}}});
  kiosk.act(visit::KeepSettings{});
  CHECK(kiosk.settings().place.area.value == "noord");
  CHECK(kiosk.report().wait_for_restart == std::vector<std::string>{"plek.gebied"});
  kiosk.start();
  CHECK(kiosk.settings().place.area.value == "west");
}

TEST_CASE("a setting that does not go with the others is refused, and nothing changes") {
  RunningKiosk kiosk;
  kiosk.write("[plek]\ngebied = \"noord\"\n[scherm]\nhelderheid = 50\nhelderheid_gedimd = 20\n");
  kiosk.start();
  kiosk.staff_open(visit::SettingGroup::Light);
  kiosk.act(visit::TrySettings{{{"scherm.helderheid_gedimd", 60}}});
  CHECK(kiosk.wheel().visit().trial == visit::Trial::Refused);
  CHECK(kiosk.settings().light.closed == 20);
  kiosk.act(visit::TrySettings{{{"geen.sleutel", 60}}});
  CHECK(kiosk.wheel().visit().trial == visit::Trial::Refused);
}

TEST_CASE("damaged choices are told to staff, and the files count") {
  RunningKiosk kiosk;
  std::ofstream(kiosk.options.state / "keuzes-op-het-scherm.json") << "{\"rust_na_s\":";
  kiosk.start();
  CHECK(kiosk.settings().idle == 120s);
  const auto trouble = kiosk.whole_report().trouble;
  REQUIRE(trouble.size() == 1);
  CHECK(trouble.front().find("keuzes-op-het-scherm.json") != std::string::npos);
}

TEST_CASE("the volume that staff chose counts until the settings say something else") {
  RunningKiosk kiosk;
  kiosk.start();
  for (const visit::Action& action :
       std::vector<visit::Action>{visit::BeginVisit{}, visit::OpenStaffDoor{}, visit::PinAccepted{},
                                  visit::Open{visit::Screen::StaffSound}, visit::SetHouseVolume{5}})
    kiosk.act(action);
  kiosk.start();
  CHECK(kiosk.settings().sound.volume == 5);
  kiosk.write("[plek]\ngebied = \"noord\"\n[geluid]\nsterkte = 2\n");
  kiosk.start();
  CHECK(kiosk.settings().sound.volume == 2);
}

TEST_CASE("each key that staff can change on the screen is a key of the settings") {
  app::Settings settings;
  const auto fields = app::setting_fields(settings);
  namespace key = staff::key;
  std::vector<std::string> keys = {key::area,       key::place,   key::name,    key::languages,
                                   key::stand,      key::width,   key::height,  key::floor,
                                   key::light,      key::dimmed,  key::loudest, key::after_hours,
                                   key::headphones, key::silence, key::closures};
  keys.insert(keys.end(), key::weekdays.begin(), key::weekdays.end());
  for (const auto& one : keys) {
    INFO(one);
    CHECK(std::ranges::find(fields, one, &settings::Field::path) != fields.end());
  }
}
