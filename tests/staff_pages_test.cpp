// What the pages behind the PIN say of a kiosk that is well, of one that is not, and of one that knows
// nothing.
#include <set>

#include "kiosk/staff/help_sheet.h"
#include "kiosk/store/report.h"
#include "tests/support/catch.h"
#include "tests/support/town.h"
#include "tests/support/visitor.h"
#include "tests/support/world.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;

namespace {

struct Keeper : test::Visitor {
  Keeper() { begins().does(OpenStaffDoor{}).does(PinAccepted{}); }
  screens::View view(const model::Lang& lang = "nl") {
    auto around = test::a_monday_afternoon();
    around.monotonic = now;
    around.rules = rules;
    around.can_read_aloud = true;
    around.report = facts;
    auto seen = visit;
    seen.lang = lang;
    return make_view(seen, test::a_town(), test::strings_of(WV_BINARY_DIR), around);
  }
  screens::StaffPageView page(Screen room) {
    does(Open{room});
    return std::get<screens::StaffPageView>(view().body);
  }
  store::Report facts;
};

std::string all_words(const screens::StaffPageView& page) {
  std::string all = page.title.text + "\n" + page.subtitle.text + "\n";
  if (page.notice) all += page.notice->text.text + "\n";
  for (const auto& card : page.cards) {
    all += card.title.text + "\n" + card.text.text + "\n";
    for (const auto& fact : card.facts) all += fact.label.text + ": " + fact.value.text + "\n";
    if (card.badge) all += card.badge->text.text + "\n";
    for (const auto& button : card.buttons) all += button.label.text + "\n";
  }
  for (const auto& row : page.rows) all += row.title.text + "\n";
  for (const auto& step : page.steps) all += step.title.text + "\n";
  for (const auto& line : page.lines) all += line.label.text + ": " + line.value.text + "\n";
  return all;
}

bool says(const screens::StaffPageView& page, std::string_view words) {
  INFO(all_words(page));
  return all_words(page).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("where staff come in each room has a tile, and how it stands") {
  Keeper keeper;
  keeper.facts.ideas_waiting = 3;
  keeper.facts.quarantine = {{"a", "tekst: te lang", {}}};
  keeper.facts.settings.mistakes = {"instellingen.toml:4: rust_na_s: 20"};
  const auto home = std::get<screens::StaffHomeView>(keeper.view().body);
  CHECK(keeper.view().name == "staff");
  std::set<Screen> rooms;
  for (const auto& row : home.rows)
    if (const auto* open = std::get_if<Open>(&row.action)) rooms.insert(open->screen);
  CHECK(rooms.size() == 12);
  CHECK(home.rows.at(0).badge->text.text == "fout");  // no content, never synced
  CHECK(home.rows.at(3).subtitle.text == "3 ideeën wachten");
  CHECK(home.rows.at(3).badge->text.text == "1 geweigerd");
  CHECK(home.rows.at(4).subtitle.text == "Nog geen");
  CHECK(home.rows.at(9).badge->text.text == "1 fout");
  CHECK(home.rows.back().action == Action{EndVisit{}});
}

TEST_CASE("a sync says how far it is, how it ended and why not") {
  Keeper keeper;
  CHECK(keeper.page(Screen::StaffSync).steps.empty());
  keeper.does(AskSync{});
  auto page = keeper.page(Screen::StaffSync);
  CHECK(page.steps.at(1).title.text == "Wachten tot het ophalen begint");
  CHECK_FALSE(page.main.enabled);
  keeper.does(SyncGoesOn{});
  CHECK(keeper.page(Screen::StaffSync).steps.at(1).done);
  keeper.facts.round =
      store::Round{test::at("2026-11-23T13:00:00Z"), test::at("2026-11-23T13:00:05Z"), "druk"};
  keeper.does(SyncEnded{});
  page = keeper.page(Screen::StaffSync);
  CHECK(page.notice->text.text == "De centrale heeft het druk. De kiosk probeert het later.");
  CHECK(page.steps.back().title.text == "Niet gelukt");
  CHECK(page.main.enabled);
  keeper.facts.round->outcome = "goed";
  page = keeper.page(Screen::StaffSync);
  CHECK(page.notice->text.text == "Het ophalen en versturen is gelukt.");
  CHECK(page.steps.back().done);
  keeper.does(AskSync{}).does(SyncEnded{.heard = false});
  page = keeper.page(Screen::StaffSync);
  CHECK(page.notice->tint == screens::Tint::Brick);
  CHECK_FALSE(page.steps.at(1).done);
}

TEST_CASE("the page of the stick says what to do, how far it is, and when it may be taken out") {
  Keeper keeper;
  keeper.facts.ideas_waiting = 4;
  auto page = keeper.page(Screen::StaffStick);
  CHECK(page.main.label.text == "Uitwisselen");
  CHECK(page.main.action == Action{AskSync{Errand::Stick}});
  CHECK_FALSE(page.notice);
  CHECK_FALSE(page.steps.at(0).done);
  CHECK(says(page, "Nog niet gebeurd"));
  keeper.does(AskSync{Errand::Stick}).does(SyncGoesOn{});
  page = keeper.page(Screen::StaffStick);
  CHECK_FALSE(page.main.enabled);
  CHECK(page.steps.at(1).done);
  CHECK_FALSE(page.steps.at(2).done);
  CHECK(keeper.page(Screen::StaffSync).steps.empty());  // that page is about the network
  keeper.facts.stick = store::StickExchange{
      {test::at("2026-11-23T13:00:00Z"), test::at("2026-11-23T13:00:05Z"), "goed"}, 4, 1, 0, false, true};
  keeper.does(SyncEnded{});
  page = keeper.page(Screen::StaffStick);
  CHECK(page.notice->text.text == "Klaar. U kunt de stick eruit halen.");
  CHECK(page.steps.at(2).done);
  CHECK(says(page, "Op de stick gezet: 4 berichten"));
  CHECK(says(page, "Ontvangst bevestigd: 1 bericht"));
  CHECK_FALSE(says(page, "Geweigerd"));
}

TEST_CASE("whatever can be wrong with a stick is said in a sentence of its own, with what to do") {
  Keeper keeper;
  keeper.does(Open{Screen::StaffStick}).does(AskSync{Errand::Stick}).does(SyncEnded{});
  std::set<std::string> said;
  for (const char* code : {"stick-ontbreekt", "stick-eruit", "stick-vol", "stick-alleen-lezen",
                           "stick-verwijzing", "stick-onbruikbaar", "stick-leeg", "stick-beschadigd",
                           "stick-van-ander", "aanmelding-onderweg", "uitnodiging-fout"}) {
    keeper.facts.stick =
        store::StickExchange{{test::at("2026-11-23T13:00:00Z"), test::at("2026-11-23T13:00:05Z"), code}};
    const auto page = keeper.page(Screen::StaffStick);
    CHECK_FALSE(page.steps.back().done);
    const auto words = page.notice->text.text;
    CHECK(words.find(code) == std::string::npos);
    CHECK(said.insert(words).second);
  }
}

TEST_CASE("of a refused idea staff read when and why, and nothing of what it says") {
  Keeper keeper;
  keeper.facts.quarantine = {{"019a5e3c", "tekst: te lang", test::at("2026-11-22T16:00:00Z")},
                             {"019a5e3d", "handtekening", {}}};
  keeper.facts.ideas_confirmed = 1;
  const auto page = keeper.page(Screen::StaffOutbox);
  CHECK(says(page, "1 idee wordt straks van deze kiosk gewist"));
  CHECK(says(page, "Idee van 22 november 2026, 17.00 uur"));
  CHECK(says(page, "Waarom geweigerd: tekst: te lang"));
  CHECK(says(page, "Idee waarvan de datum niet bekend is"));
  keeper.facts.quarantine.assign(500, {"a", "b", {}});
  CHECK(keeper.page(Screen::StaffOutbox).cards.size() <= 40);
}

TEST_CASE("the content says which it is, and offers the one before only when it is there") {
  Keeper keeper;
  auto page = keeper.page(Screen::StaffContent);
  CHECK(says(page, "Er is nog geen inhoud."));
  CHECK(page.cards.at(1).buttons.empty());
  CHECK_FALSE(page.cards.at(2).buttons.at(0).enabled);  // there is nothing to look at tomorrow
  keeper.facts.content_version = 11;
  keeper.facts.content_made_at = test::at("2026-11-22T02:00:00Z");
  keeper.facts.content_valid_until = test::at("2026-11-23T02:00:00Z");
  keeper.facts.other_release = store::Release{10, test::at("2026-11-21T02:00:00Z"), {}};
  page = keeper.page(Screen::StaffContent);
  CHECK(says(page, "Gemaakt op: 22 november 2026, 3.00 uur (gisteren)"));
  CHECK(page.cards.at(0).badge->text.text == "verlopen");
  CHECK(page.cards.at(1).buttons.at(0).action == Action{ShowRelease{Release::Previous}});
  CHECK(page.cards.at(2).buttons.at(0).enabled);
  keeper.facts.is_taken_back = true;
  page = keeper.page(Screen::StaffContent);
  CHECK(page.cards.at(0).badge->text.text == "vorige inhoud");
  CHECK(page.cards.at(1).buttons.at(0).action == Action{ShowRelease{Release::Newest}});
  keeper.does(ShowRelease{Release::Newest}).does(ReleaseShown{.well = false});
  CHECK(std::get<screens::StaffPageView>(keeper.view().body).notice->tint == screens::Tint::Brick);
}

TEST_CASE("who looks at tomorrow reads on every screen that it is not today") {
  auto around = test::a_monday_afternoon();
  screens::turn_to_tomorrow(around);
  CHECK(around.now.day == test::day(2026, 11, 24));
  CHECK(around.now.since_midnight == test::a_monday_afternoon().now.since_midnight);
  Keeper keeper;
  keeper.does(Open{Screen::StaffContent}).does(SeeTomorrow{});
  for (const auto screen : {Screen::Home, Screen::Activities, Screen::Help}) {
    keeper.does(Open{screen});
    const auto frame = keeper.view().frame;
    REQUIRE_FALSE(frame->notices.empty());
    CHECK(frame->notices.front().text.text.starts_with("U kijkt vooruit: zo is het scherm op "));
  }
}

TEST_CASE("the tests of the panel take all of it, and count what is left") {
  Keeper keeper;
  keeper.does(Open{Screen::TouchTest}).does(TouchSquare{0});
  auto test = std::get<screens::TouchTestView>(keeper.view().body);
  CHECK_FALSE(keeper.view().frame);
  CHECK(test.squares.size() == touch_squares);
  CHECK(test.squares.at(0).label.text == "Vakje 1, gelukt");
  CHECK(test.text.text == "Tik nog 27 vakjes aan.");
  for (int square = 0; square < touch_squares; ++square) keeper.does(TouchSquare{square});
  test = std::get<screens::TouchTestView>(keeper.view().body);
  CHECK(test.text.text == "Alle vakjes werken.");
  CHECK(test.close.label.text == "Klaar");
  keeper.does(Back{}).does(Open{Screen::ColourTest}).does(NextColour{});
  const auto colour = std::get<screens::ColourTestView>(keeper.view().body);
  CHECK(colour.colour == std::array<std::uint8_t, 3>{0, 255, 0});
  CHECK(colour.title.text.starts_with("Het hele scherm is groen."));
}

TEST_CASE("network and clock say what the courier found, for how long, and which cable hangs loose") {
  Keeper keeper;
  CHECK(says(keeper.page(Screen::StaffNetwork), "Nog niet gebeurd"));
  keeper.facts.messages = {
      {"klok", store::Gravity::Attention, "wijkt-af", test::at("2026-11-23T02:00:00Z"), "12 min"}};
  keeper.facts.links = {{"eth0", true}, {"wlan0", false}};
  const auto page = keeper.page(Screen::StaffNetwork);
  CHECK(says(page, "De klok wijkt af."));
  CHECK(says(page, "Sinds: 23 november 2026, 3.00 uur"));
  CHECK(says(page, "Voor de beheerder: 12 min"));
  CHECK(says(page, "eth0: verbonden"));
  CHECK(says(page, "wlan0: niet verbonden"));
}

TEST_CASE("the log has the newest first, of the screen and of the courier") {
  Keeper keeper;
  using What = store::LogLine::What;
  keeper.facts.log = {{test::at("2026-11-23T13:00:00Z"), What::SyncFailed, "portaal"},
                      {test::at("2026-11-23T07:00:00Z"), What::Started, ""}};
  keeper.facts.messages = {
      {"inhoud", store::Gravity::Ok, "actueel", test::at("2026-11-23T09:00:00Z"), "https://geheim"}};
  const auto page = keeper.page(Screen::StaffLog);
  REQUIRE(page.lines.size() == 3);
  CHECK(page.lines.at(0).label.text == "23 november 2026, 14.00 uur");
  CHECK(page.lines.at(0).value.text.starts_with("Ophalen en versturen niet gelukt: Iets anders antwoordt"));
  CHECK(page.lines.at(1).value.text == "De inhoud is bij.");
  CHECK(page.lines.at(2).value.text == "Het programma is begonnen");
  CHECK_FALSE(says(page, "geheim"));
}

namespace {

std::vector<store::SettingState> states() {
  using base::Json;
  return {{"rust_na_s", 120, 60, 300},
          {"talen", Json::Array{"nl", "en"}, 1, 3, {"nl", "en", "tr"}},
          {"scherm.helderheid", 60, 10, 100},
          {"scherm.helderheid_gedimd", 60, 1, 100},
          {"openingstijden.di", Json::Array{"09:00-12:30", "13:30-17:00"}, 0, 6},
          {"gesloten", Json::Array{Json::object({{"van", "2026-12-25"}, {"tot", "2026-12-26"}})}, 0, 100}};
}

screens::StaffPageView setting_page(Keeper& keeper, SettingGroup group, int weekday = 0) {
  keeper.facts.settings.states = states();
  keeper.does(Open{Screen::StaffSettings});
  if (group == SettingGroup::Day) keeper.does(OpenSetting{SettingGroup::Week});
  keeper.does(OpenSetting{group, weekday});
  return std::get<screens::StaffPageView>(keeper.view().body);
}

base::Json wanted(const Action& action) {
  const auto* change = std::get_if<TrySettings>(&action);
  REQUIRE(change);
  REQUIRE(change->changes.size() == 1);
  return change->changes.front().value;
}

}  // namespace

TEST_CASE("a dial of a setting stops at its ends, and dimmed is never brighter than lit") {
  Keeper keeper;
  auto page = setting_page(keeper, SettingGroup::Silence);
  REQUIRE(page.cards.at(0).dial);
  CHECK(wanted(page.cards.at(0).dial->less.action) == base::Json(90));
  CHECK(wanted(page.cards.at(0).dial->more.action) == base::Json(150));
  page = setting_page(keeper, SettingGroup::Light);
  CHECK(page.cards.at(0).dial->more.enabled);
  CHECK_FALSE(page.cards.at(1).dial->more.enabled);
  CHECK(page.main.label.empty());
}

TEST_CASE("a language is added behind the others or left out, and Dutch cannot be") {
  Keeper keeper;
  const auto page = setting_page(keeper, SettingGroup::Languages);
  REQUIRE(page.rows.size() == 2);
  CHECK(wanted(page.rows.at(0).action) == base::Json(base::Json::Array{"nl"}));
  CHECK(wanted(page.rows.at(1).action) == base::Json(base::Json::Array{"nl", "en", "tr"}));
}

TEST_CASE("hours move by quarters and never over their neighbours") {
  Keeper keeper;
  const auto page = setting_page(keeper, SettingGroup::Day, 1);
  CHECK(page.title.text == "Dinsdag");
  REQUIRE(page.cards.size() == 4);
  CHECK(wanted(page.cards.at(1).dial->more.action) ==
        base::Json(base::Json::Array{"09:00-12:45", "13:30-17:00"}));
  CHECK(wanted(page.cards.at(2).dial->less.action) ==
        base::Json(base::Json::Array{"09:00-12:30", "13:15-17:00"}));
  CHECK(wanted(page.cards.at(1).buttons.at(0).action) == base::Json(base::Json::Array{"13:30-17:00"}));
  CHECK(wanted(page.rows.at(1).action) == base::Json::array());  // closed
  CHECK(wanted(page.rows.at(2).action) ==
        base::Json(base::Json::Array{"09:00-12:30", "13:30-17:00", "17:30-18:00"}));
  keeper.does(Back{});
  CHECK(std::get<screens::StaffPageView>(keeper.view().body).rows.size() == 7);
}

TEST_CASE("a closure begins today or later, and one that was written can be removed") {
  Keeper keeper;
  auto page = setting_page(keeper, SettingGroup::Closures);
  CHECK_FALSE(page.cards.at(0).dial->less.enabled);
  CHECK(wanted(page.rows.at(0).action) == base::Json::array());
  keeper.does(page.cards.at(0).buttons.at(1).action);  // a week later
  page = std::get<screens::StaffPageView>(keeper.view().body);
  keeper.does(page.cards.at(1).dial->more.action);
  page = std::get<screens::StaffPageView>(keeper.view().body);
  const auto added = wanted(page.cards.at(1).buttons.at(0).action);
  REQUIRE(added.items()->size() == 2);
  CHECK(added.items()->at(1) == base::Json::object({{"van", "2026-11-30"}, {"tot", "2026-12-01"}}));
}

TEST_CASE("settings say what counts, and each mistake with what counts instead") {
  Keeper keeper;
  using What = store::SettingLine::What;
  keeper.facts.settings.lines = {{What::Phone, ""}, {What::Central, "https://centraal.example.org"}};
  keeper.facts.settings.states = states();
  auto page = keeper.page(Screen::StaffSettings);
  CHECK(says(page, "Nummer voor bewoners: niet ingevuld"));
  CHECK(says(page, "Centrale: https://centraal.example.org"));
  REQUIRE(page.rows.size() == 8);
  CHECK(page.rows.at(7).subtitle.text == "120 seconden");
  CHECK_FALSE(page.rows.at(7).badge);
  keeper.facts.settings.states.at(0).is_chosen = true;
  CHECK(keeper.page(Screen::StaffSettings).rows.at(7).badge->text.text == "hier gekozen");
  keeper.facts.settings.mistakes = {"instellingen.toml:4: rust_na_s: 20"};
  page = keeper.page(Screen::StaffSettings);
  CHECK(says(page, "instellingen.toml:4: rust_na_s: 20"));
  CHECK(says(page, "De kiosk werkt zolang met gewone instellingen."));
  keeper.facts.settings.last_good_counts = true;
  CHECK(says(keeper.page(Screen::StaffSettings), "De vorige instellingen gelden zolang."));
  keeper.facts.settings.wait_for_restart = {"plek.gebied", "talen"};
  CHECK(says(keeper.page(Screen::StaffSettings), "plek.gebied, talen"));
}

TEST_CASE("help names the number to call, or says that nobody filled it in") {
  Keeper keeper;
  CHECK(says(keeper.page(Screen::StaffHelp), "Er is nog geen nummer ingevuld."));
  keeper.facts.helpdesk_name = "Servicepunt";
  keeper.facts.helpdesk_phone = "013 555 01 23";
  const auto page = keeper.page(Screen::StaffHelp);
  CHECK(says(page, "Servicepunt: 013 555 01 23"));
  CHECK_FALSE(says(page, "Er is nog geen nummer ingevuld."));
}

TEST_CASE("before anything ends staff are asked, and not doing it is the easy way") {
  Keeper keeper;
  keeper.does(Open{Screen::StaffPower}).does(AskFarewell{Farewell::PowerOff});
  const auto ask = std::get<screens::ConfirmLayer>(*keeper.view().layer);
  CHECK(ask.title.text == "De kiosk uitzetten?");
  CHECK(ask.yes.action == Action{SayFarewell{}});
  CHECK(ask.no.action == Action{CloseOverlay{}});
}

TEST_CASE("staff pages are there in English, and elsewhere in Dutch that says so") {
  Keeper keeper;
  for (int one = static_cast<int>(Screen::StaffHome); one <= static_cast<int>(Screen::StaffHelp); ++one) {
    keeper.does(Open{static_cast<Screen>(one)});
    CHECK_FALSE(keeper.view("en").spoken_title.fallback);
    CHECK(keeper.view("tr").spoken_title.fallback);
    CHECK(keeper.at() == static_cast<Screen>(one));
  }
}
