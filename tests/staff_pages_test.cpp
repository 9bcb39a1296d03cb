// What the pages behind the PIN say of a kiosk that is well, of one that is not, and of one that knows
// nothing.
#include <set>

#include "kiosk/staff/help_sheet.h"
#include "tests/support/catch.h"
#include "tests/support/keeper.h"
#include "tests/support/world.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using test::Keeper;
using test::says;

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
  CHECK(rooms.size() == 14);
  CHECK(home.rows.at(0).badge->text.text == "fout");  // no content, never synced
  CHECK(home.rows.at(3).subtitle.text == "3 ideeën wachten");
  CHECK(home.rows.at(3).badge->text.text == "1 geweigerd");
  CHECK(home.rows.at(5).subtitle.text == "Nog geen");
  CHECK(home.rows.at(11).badge->text.text == "1 fout");
  CHECK(home.rows.at(10).badge->text.text == "nog niet");
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

TEST_CASE("enrolling goes from what to do to how far it is, and to the content on the screen") {
  Keeper keeper;
  keeper.facts.central = "https://centraal.example.org/kiosk/v1";
  keeper.facts.knows_root = true;
  auto page = keeper.page(Screen::StaffEnrol);
  CHECK(page.main.label.text == "Code intypen");
  CHECK(page.main.action == Action{Open{Screen::StaffEnrolCode}});
  CHECK(says(page, "https://centraal.example.org/kiosk/v1"));
  CHECK_FALSE(page.notice);
  keeper.does(Open{Screen::StaffEnrolCode}).types("7K3MZ90QT");
  auto code = std::get<screens::CodeEntryView>(keeper.view().body);
  CHECK(code.slots == "7K3MZ90QT");
  CHECK(code.field.remaining.text == "nog 1 teken");
  CHECK_FALSE(code.look_up.enabled);
  keeper.types("C");
  code = std::get<screens::CodeEntryView>(keeper.view().body);
  CHECK(code.look_up.enabled);
  CHECK(code.look_up.action == Action{AskEnrolment{}});
  keeper.does(AskEnrolment{}).does(SyncGoesOn{});
  keeper.facts.enrolment = store::Enrolment{{test::at("2026-11-23T13:00:00Z"), {}, ""}, true, false};
  page = keeper.page(Screen::StaffEnrol);
  CHECK_FALSE(page.main.enabled);
  CHECK(page.steps.at(1).done);
  CHECK_FALSE(page.steps.at(2).done);
  keeper.facts.enrolment->round = {test::at("2026-11-23T13:00:00Z"), test::at("2026-11-23T13:00:09Z"),
                                   "goed"};
  keeper.does(SyncEnded{});
  page = keeper.page(Screen::StaffEnrol);
  CHECK(page.steps.at(2).done);
  CHECK(page.main.action == Action{EndVisit{}});
}

TEST_CASE("whatever can be wrong with enrolling is said in a sentence of its own, with what to do") {
  Keeper keeper;
  keeper.facts.central = "https://centraal.example.org/kiosk/v1";
  keeper.facts.knows_root = true;
  keeper.does(Open{Screen::StaffEnrolCode}).types("7K3MZ90QTC").does(AskEnrolment{}).does(SyncEnded{});
  std::set<std::string> said;
  for (const char* outcome :
       {"code-geweigerd", "geen-verbinding", "portaal", "onbetrouwbaar", "niet-vertrouwd", "druk",
        "centraal-faalt", "al-aangemeld", "centrale-onbekend", "adres-fout"}) {
    keeper.facts.enrolment =
        store::Enrolment{{test::at("2026-11-23T13:00:00Z"), test::at("2026-11-23T13:00:05Z"), outcome}};
    const auto page = keeper.page(Screen::StaffEnrol);
    CHECK_FALSE(page.steps.back().done);
    CHECK(page.main.label.text == "Code intypen");
    CHECK(page.notice->text.text.find(outcome) == std::string::npos);
    CHECK(said.insert(page.notice->text.text).second);
  }
  keeper.facts.enrolment->enrolled = true;
  keeper.facts.enrolment->round.outcome = "schijf-vol";
  CHECK(says(keeper.page(Screen::StaffEnrol), "De kiosk is aangemeld, maar heeft nog niet alles opgehaald."));
}

TEST_CASE("an enrolled kiosk says whose it is, and becomes another only by whoever means it") {
  Keeper keeper;
  keeper.facts.central = "https://centraal.example.org/kiosk/v1";
  keeper.facts.knows_root = keeper.facts.enrolled = true;
  keeper.facts.identity = {"019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f", "tilburg", keeper.facts.central};
  const auto page = keeper.page(Screen::StaffEnrol);
  CHECK(says(page, "Nummer van deze kiosk: 019a5e3c 7d10 7c3a 9f0e 5b8f7c1d2e3f"));
  CHECK(page.main.label.text == "Opnieuw aanmelden");
  keeper.does(Open{Screen::StaffEnrolCode});
  const auto code = std::get<screens::CodeEntryView>(keeper.view().body);
  CHECK(code.subtitle.text.starts_with("Let op: deze kiosk is al aangemeld."));
  CHECK(code.look_up.action == Action{AskEnrolment{.anew = true}});
}

TEST_CASE("a kiosk that does not know its central offers no code to type, but two other ways") {
  Keeper keeper;
  for (const char* address : {"", "https://centraal.example.org/kiosk/v1"}) {
    keeper.facts.central = address;  // and never what to trust there
    const auto page = keeper.page(Screen::StaffEnrol);
    CHECK(page.main.label.empty());
    REQUIRE(page.rows.size() == 2);
    CHECK(page.rows.at(0).action == Action{Open{Screen::StaffStick}});
    CHECK(page.rows.at(1).action == Action{Open{Screen::StaffSettings}});
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

TEST_CASE("the page of paper slips goes on with a half-typed slip, and leaves a visitor's half idea alone") {
  Keeper keeper;
  CHECK(keeper.page(Screen::StaffSlips).main.action == Action{Open{Screen::StaffSlip}});
  keeper.visit.draft.text.insert("Half", 100);
  const auto half = keeper.page(Screen::StaffSlips).main;
  CHECK_FALSE(half.enabled);
  CHECK_FALSE(half.why_not.empty());
  keeper.visit.draft.slip = 12;
  const auto slip = keeper.page(Screen::StaffSlips).main;
  CHECK(slip.label.text == "Verder met briefje 12");
  CHECK(slip.action == Action{Open{Screen::IdeaWrite}});
}
