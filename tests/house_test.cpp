// What staff decide on the screen lasts as long as it should: over restarts, and not a release longer.
#include "kiosk/app/house.h"

#include <fstream>

#include "kiosk/app/help_sheet_pdf.h"
#include "kiosk/speech/recorder.h"
#include "sync/base/crypto.h"
#include "sync/edge/disk.h"
#include "sync/wire/enrolment.h"
#include "tests/support/state.h"

using namespace wv;
using namespace std::chrono_literals;
using store::LogLine;

namespace {

class Kiosk {
 public:
  Kiosk() {
    settings_.place.area = model::AreaId{"noord"};
    test::SeededRandom dice(1);
    settings_.pin_hash = base::hash_password(base::Secret("2580"), dice, {1, 8}).value();
    state.release(10, "Gisteren");
    state.release(11, "Vandaag");
    starts();
  }
  // As after a restart: what was only in memory is gone.
  void starts() {
    house.reset();
    auto opened = app::House::open(
        {disk, clock, random_, {voice_, outlet_}, state.path(), WV_BINARY_DIR "/share/wijkvenster"},
        {.settings = settings_, .mistakes = {}});
    if (!opened) FAIL(opened.error().message);
    house = std::move(*opened);
  }
  visit::Action pin(std::string_view digits) {
    visit::TypedText typed;
    REQUIRE(typed.insert(digits, 8));
    return *house->perform(visit::CheckPin{typed});
  }
  bool shows(visit::Release release) {
    return house->perform(visit::ChooseRelease{release}) == visit::Action{visit::ReleaseShown{true}};
  }
  std::optional<visit::Action> after(base::Millis time) {
    clock.advance(time);
    return house->poll();
  }
  void round(base::Instant began, std::optional<base::Instant> ended, const std::string& outcome = "goed") {
    REQUIRE(state.sync().run("DELETE FROM ronde"));
    REQUIRE(state.sync().run("INSERT INTO ronde VALUES(1, ?, NULL, NULL)", began.time_since_epoch().count()));
    if (!ended) return;
    REQUIRE(state.sync().run("UPDATE ronde SET geeindigd = ?, uitkomst = ?",
                             ended->time_since_epoch().count(), outcome));
  }
  bool wrote_down(LogLine::What what) const {
    const auto lines = house->report().log;
    return std::ranges::find(lines, what, &LogLine::what) != lines.end();
  }

  test::State state;
  edge::Disk disk;
  test::VirtualClock clock{test::at("2026-11-23T13:30:00Z")};
  app::Settings settings_;
  std::unique_ptr<app::House> house;

 private:
  speech::Recorder voice_{clock};
  speech::PaperOutlet outlet_;
  test::SeededRandom random_{7};
};

}  // namespace

TEST_CASE("wrong PINs are counted over restarts of the program") {
  Kiosk kiosk;
  for (int i = 0; i < 4; ++i) {
    CHECK(kiosk.pin("0000") == visit::Action{visit::PinRefused{.tries_left = 4 - i}});
    kiosk.starts();
  }
  const auto locked = kiosk.clock.monotonic() + 15s;
  CHECK(kiosk.pin("0000") == visit::Action{visit::PinRefused{.locked_until = locked}});
  kiosk.starts();
  CHECK(kiosk.pin("2580") == visit::Action{visit::PinRefused{.locked_until = locked}});
  CHECK(kiosk.wrote_down(LogLine::What::PinLocked));
  kiosk.clock.advance(15s);
  CHECK(kiosk.pin("2580") == visit::Action{visit::PinAccepted{}});
  kiosk.starts();
  CHECK(kiosk.pin("0000") == visit::Action{visit::PinRefused{.tries_left = 4}});
}

TEST_CASE("a file of tries that somebody damaged locks, and staff read that it was") {
  Kiosk kiosk;
  std::ofstream(kiosk.state.path() / "pin-pogingen.json") << "{\"fout\":";
  kiosk.starts();
  CHECK(kiosk.pin("2580") != visit::Action{visit::PinAccepted{}});
  const auto trouble = kiosk.house->report().trouble;
  REQUIRE(trouble.size() == 1);
  CHECK(trouble.front().starts_with("pin-pogingen.json: "));
}

TEST_CASE("the sync that staff ask for is followed from its first sign to its end") {
  Kiosk kiosk;
  kiosk.house->perform(visit::SyncNow{});
  const auto asked = kiosk.clock.now();
  CHECK(std::filesystem::exists(kiosk.state.path() / "sync-verzoek"));
  kiosk.round(asked - 8h, asked - 8h + 2s);  // of the night: no answer to this wish
  CHECK_FALSE(kiosk.after(1s));
  kiosk.round(asked + 1s, {});
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncGoesOn{}});
  CHECK_FALSE(kiosk.after(1s));  // nothing new
  kiosk.state.delivery("a", "klaar");
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncGoesOn{}});
  kiosk.round(asked + 1s, asked + 5s, "portaal");
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncEnded{.heard = true}});
  CHECK_FALSE(kiosk.house->next_poll());
  const auto log = kiosk.house->report().log;
  CHECK(log.front().what == LogLine::What::SyncFailed);
  CHECK(log.front().detail == "portaal");
}

TEST_CASE("the exchange with a stick that staff ask for is followed apart from what the network does") {
  Kiosk kiosk;
  kiosk.house->perform(visit::SyncNow{visit::Errand::Stick});
  const auto asked = kiosk.clock.now();
  CHECK(std::filesystem::exists(kiosk.state.path() / "stick-verzoek"));
  CHECK_FALSE(std::filesystem::exists(kiosk.state.path() / "sync-verzoek"));
  const auto reports = [&](const std::string& json) {
    REQUIRE(kiosk.state.sync().run("INSERT OR REPLACE INTO apparaat VALUES('stick', ?)", json));
  };
  const auto ms = [&](base::Millis later) {
    return std::to_string((asked + later).time_since_epoch().count());
  };
  kiosk.round(asked + 1s, asked + 2s);  // a night's sync between the two is no answer
  CHECK_FALSE(kiosk.after(1s));
  reports(R"({"begonnen":)" + ms(1s) + "}");
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncGoesOn{}});
  reports(R"({"begonnen":)" + ms(1s) + R"(,"geeindigd":)" + ms(4s) +
          R"(,"uitkomst":"goed","mee":3,"bevestigd":2,"geweigerd":0,"aangemeld":false,"inhoud":true})");
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncEnded{.heard = true}});
  const auto stick = kiosk.house->report().stick;
  REQUIRE(stick);
  CHECK(stick->round.outcome == "goed");
  CHECK(stick->carried == 3);
  CHECK(stick->confirmed == 2);
  CHECK(stick->content);
}

TEST_CASE("a typed code lies in its own file until the courier gives a sign, or a minute, or a restart") {
  Kiosk kiosk;
  const auto file = kiosk.state.path() / "aanmeld-verzoek";
  visit::EnrolKiosk wanted{.code = {}, .anew = true};
  REQUIRE(wanted.code.insert("7K3MZ90QTC", 10));
  kiosk.house->perform(wanted);
  const auto asked = kiosk.clock.now();
  const auto wish = wire::read_enrolment_wish(kiosk.disk.read(file).value()).value();
  CHECK(wish.code == "7K3MZ90QTC");
  CHECK(wish.at == asked);
  CHECK(wish.anew);
  CHECK_FALSE(kiosk.after(1s));
  CHECK(std::filesystem::exists(file));
  const auto reports = [&](const std::string& more) {
    const auto began = std::to_string((asked + 1s).time_since_epoch().count());
    REQUIRE(kiosk.state.sync().run("INSERT OR REPLACE INTO apparaat VALUES('aanmelding', ?)",
                                   "{\"begonnen\":" + began + more + "}"));
  };
  reports(R"(,"aangemeld":false,"inhoud":false)");
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncGoesOn{}});
  CHECK_FALSE(std::filesystem::exists(file));
  reports(R"(,"aangemeld":true,"inhoud":false)");
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncGoesOn{}});
  const auto ended = std::to_string((asked + 3s).time_since_epoch().count());
  reports(R"(,"aangemeld":true,"inhoud":true,"uitkomst":"goed","geeindigd":)" + ended);
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncEnded{.heard = true}});
  CHECK(kiosk.house->report().enrolment->content);
  CHECK(kiosk.wrote_down(LogLine::What::EnrolAsked));
  CHECK(kiosk.wrote_down(LogLine::What::EnrolGood));

  kiosk.house->perform(wanted);
  CHECK(kiosk.after(61s) == visit::Action{visit::SyncEnded{.heard = false}});
  CHECK_FALSE(std::filesystem::exists(file));
  kiosk.house->perform(wanted);
  kiosk.house->perform(visit::SyncNow{});  // of the next visit
  CHECK_FALSE(std::filesystem::exists(file));
  kiosk.house->perform(wanted);
  kiosk.starts();
  CHECK_FALSE(std::filesystem::exists(file));
}

TEST_CASE("a courier that gives no sign for a minute is called silent") {
  Kiosk kiosk;
  kiosk.house->perform(visit::SyncNow{});
  CHECK_FALSE(kiosk.after(59s));
  CHECK(kiosk.after(1s) == visit::Action{visit::SyncEnded{.heard = false}});
  CHECK(kiosk.wrote_down(LogLine::What::SyncUnheard));
}

TEST_CASE("the release before it is put back, also after a restart, until a newer one comes") {
  Kiosk kiosk;
  REQUIRE(kiosk.house->content().version == 11);
  CHECK(kiosk.house->report().other_release->version == 10);
  CHECK(kiosk.shows(visit::Release::Previous));
  CHECK(kiosk.house->content().version == 10);
  CHECK(kiosk.house->content().area({})->name.find("nl").text == "Gisteren");
  auto report = kiosk.house->report();
  CHECK(report.is_taken_back);
  CHECK(report.other_release->version == 11);
  kiosk.starts();
  CHECK(kiosk.house->content().version == 10);
  CHECK(kiosk.house->report().is_taken_back);
  kiosk.state.release(12, "Morgen");
  CHECK(kiosk.house->refresh());
  CHECK(kiosk.house->content().version == 12);
  CHECK_FALSE(kiosk.house->report().is_taken_back);
}

TEST_CASE("the newest release comes back when staff ask for it") {
  Kiosk kiosk;
  CHECK(kiosk.shows(visit::Release::Previous));
  CHECK(kiosk.shows(visit::Release::Newest));
  CHECK(kiosk.house->content().version == 11);
  CHECK_FALSE(std::filesystem::exists(kiosk.state.path() / "inhoud-keuze.json"));
  CHECK(kiosk.wrote_down(LogLine::What::TakenBack));
  CHECK(kiosk.wrote_down(LogLine::What::NewestShown));
}

TEST_CASE("a previous release that cannot be read leaves the screen as it was and says so") {
  Kiosk kiosk;
  std::ofstream(kiosk.state.path() / "inhoud-10.db") << "no database";
  CHECK_FALSE(kiosk.shows(visit::Release::Previous));
  CHECK(kiosk.house->content().version == 11);
  CHECK_FALSE(kiosk.house->report().is_taken_back);
  CHECK_FALSE(kiosk.house->report().trouble.empty());
}

TEST_CASE("a choice of release that makes no sense changes nothing") {
  for (const std::string text :
       {"", "{", "[]", "{}", R"({"toon":0,"zolangActief":11})", R"({"toon":"10","zolangActief":11})"}) {
    INFO(text);
    CHECK_FALSE(store::read_release_choice(base::as_bytes(text)));
  }
  Kiosk kiosk;
  std::ofstream(kiosk.state.path() / "inhoud-keuze.json") << R"({"toon":99,"zolangActief":11})";
  kiosk.starts();
  CHECK(kiosk.house->content().version == 11);
  CHECK(kiosk.house->report().trouble.empty());
}

TEST_CASE("the log names events and never what somebody typed") {
  Kiosk kiosk;
  visit::IdeaDraft draft;
  REQUIRE(draft.text.insert("kanariegeel bankje", 100));
  REQUIRE(std::holds_alternative<visit::IdeaKept>(*kiosk.house->perform(visit::KeepIdea{draft})));
  kiosk.pin("1793");
  const auto report = kiosk.house->report();
  CHECK(kiosk.wrote_down(LogLine::What::IdeaKept));
  CHECK(kiosk.wrote_down(LogLine::What::PinWrong));
  CHECK(report.ideas_waiting == 1);
  for (const auto& line : report.log) {
    CHECK(line.detail.find("kanarie") == std::string::npos);
    CHECK(line.detail.find("1793") == std::string::npos);
  }
  for (int i = 0; i < 300; ++i) kiosk.house->perform(visit::SyncNow{});
  CHECK(kiosk.house->report().log.size() == app::Diary::most_lines);
}

TEST_CASE("the help sheet becomes one page of PDF, the same each time") {
  const auto strings = test::strings_of(WV_BINARY_DIR);
  const auto sheet =
      staff::help_sheet(screens::Wording(strings, "nl"), "Wijkpunt Noord", {"Servicepunt", "013 555"});
  const std::filesystem::path fonts = WV_BINARY_DIR "/share/wijkvenster/fonts";
  const auto pdf = app::help_sheet_pdf(sheet, fonts, "23 november 2026");
  REQUIRE(pdf);
  CHECK(base::as_text(*pdf).starts_with("%PDF-"));
  CHECK(pdf->size() < 200'000);
  CHECK(app::help_sheet_pdf(sheet, fonts, "23 november 2026") == pdf);
  const auto without = app::help_sheet_pdf(sheet, "/nowhere", "23 november 2026");
  REQUIRE_FALSE(without);
  CHECK(without.error().message.find("install again") != std::string::npos);
}
