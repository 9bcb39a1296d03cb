// What the screens say, read as a visitor reads them.
#include "kiosk/screens/opening_view.h"
#include "sync/base/direction.h"
#include "tests/support/seeing.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_visitor;
using test::page;
using test::see;
using test::strings;
using test::Visitor;

TEST_CASE("home greets by the clock and shows only what works") {
  const View view = see(a_visitor());
  const auto home = page<HomeView>(view);
  CHECK(home.greeting.text == "Goedemiddag.");
  CHECK(home.primary.title.text == "Geef uw idee");
  std::vector<std::string> tiles;
  for (const auto& tile : home.tiles) tiles.push_back(tile.title.text + ": " + tile.subtitle.text);
  CHECK(tiles == std::vector<std::string>{"Wijkagenda: 2 opgaven", "Ideeën uit de buurt: Nog geen ideeën",
                                          "Volg uw idee: Met uw code", "Activiteiten: 1 vandaag",
                                          "Uw gebiedsteam: Wie we zijn", "Kaart: Andere wijken",
                                          "Plannen: Nu en later"});
  REQUIRE(view.frame);
  CHECK(view.frame->opening.text.text == "Open tot 17.00 uur");
  CHECK(view.frame->opening.is_open);
  CHECK(view.frame->area.text == "Voorbeeldstad · Noord");
  CHECK(view.spoken_title.text == "Wat wilt u doen?");
}

TEST_CASE("the picture that stands in for a broken program has a number to call and nothing that grows old") {
  auto around = test::a_monday_afternoon();
  around.languages = {"nl", "en", "ar"};
  around.help_phone = "14 013";
  const View view = make_safe_view(strings(), around);
  const auto safe = page<AttractView>(view);
  CHECK(safe.invitation.text == "Even geduld");
  CHECK(base::spoken_form(safe.touch.text) == "Hulp nodig? Bel 14 013");
  CHECK(safe.touch.text.find("14 013") == std::string::npos);  // the number stays on one line
  REQUIRE(safe.touch_others.size() == 2);
  CHECK(safe.touch_others.front().text == "One moment, please");
  CHECK((safe.today.empty() && safe.next.empty() && safe.highlight.empty()));
  CHECK_FALSE(view.changes_at);
  around.help_phone.clear();
  CHECK(page<AttractView>(make_safe_view(strings(), around)).touch.empty());
}

TEST_CASE("the greeting follows the day") {
  const std::pair<int, std::string> hours[] = {{3, "Goedenacht."},   {6, "Goedemorgen."},
                                               {11, "Goedemorgen."}, {12, "Goedemiddag."},
                                               {17, "Goedemiddag."}, {18, "Goedenavond."}};
  for (const auto& [hour, greeting] : hours) {
    auto around = test::a_monday_afternoon();
    around.now.since_midnight = std::chrono::hours(hour);
    CHECK(page<HomeView>(see(a_visitor(), test::a_town(), around)).greeting.text == greeting);
  }
}

TEST_CASE("the bar always has the same eight buttons, dimmed where they do nothing") {
  const View home = see(a_visitor());
  REQUIRE(home.frame->bar.size() == 8);
  CHECK_FALSE(home.frame->bar[1].enabled);  // nowhere to go back to
  CHECK_FALSE(home.frame->bar[5].enabled);  // no speech on this kiosk
  const View agenda = see(a_visitor().does(Open{Screen::Agenda}));
  CHECK(agenda.frame->bar[1].enabled);
  for (std::size_t i = 0; i < 8; ++i) CHECK(agenda.frame->bar[i].item == home.frame->bar[i].item);
}

TEST_CASE("example content is marked wherever it could pass for official") {
  for (const Screen screen :
       {Screen::Home, Screen::Agenda, Screen::Areas, Screen::Activities, Screen::Team}) {
    const View view = see(a_visitor().does(Open{screen}));
    REQUIRE(view.frame->notices.size() == 1);
    CHECK(view.frame->notices.front().text.text == "Dit is voorbeeldinhoud.");
  }
}

TEST_CASE("content past its date says so and stays") {
  auto content = test::a_town();
  content.valid_until = base::Instant(std::chrono::sys_days(test::day(2026, 11, 22)));
  const View view = see(a_visitor(), content);
  REQUIRE(view.frame->notices.size() == 2);
  CHECK(view.frame->notices.front().text.text ==
        "Let op: deze informatie is van 20 november 2026. Er kan iets veranderd zijn.");
  CHECK(page<HomeView>(view).tiles.size() == 7);
}

TEST_CASE("a kiosk without any content still works and says why it is empty") {
  const store::Content nothing;
  const View view = see(a_visitor(), nothing);
  REQUIRE(view.frame->notices.size() == 1);
  CHECK(page<HomeView>(view).tiles.size() == 1);
  for (const Screen screen :
       {Screen::Agenda, Screen::Areas, Screen::Activities, Screen::Team, Screen::CodeEntry, Screen::Help}) {
    CHECK_FALSE(see(a_visitor().does(Open{screen}), nothing).spoken_title.empty());
  }
  CHECK_FALSE(see(a_visitor().does(OpenChallenge{model::ChallengeId{"x"}}), nothing).spoken_title.empty());
  CHECK_FALSE(page<IdeaWriteView>(see(a_visitor().does(GiveIdea{}), nothing)).keyboard.rows.empty());
  CHECK(page<AttractView>(see(Visitor(), nothing)).today.empty());
}

TEST_CASE("the agenda shows each challenge with its origin and how far it is") {
  const auto agenda = page<AgendaView>(see(a_visitor().does(Open{Screen::Agenda})));
  CHECK(agenda.title.text == "Wijkagenda Noord");
  CHECK(agenda.subtitle.text == "Waar we samen aan werken. Vastgesteld in maart 2025.");
  REQUIRE(agenda.facts.size() == 2);
  CHECK(agenda.facts[0].value.text == "23.000 (in 2025)");
  REQUIRE(agenda.cards.size() == 2);
  CHECK(agenda.cards[0].badge.text.text == "Van inwoners en gemeente");
  CHECK(agenda.cards[0].progress.text == "1 van 3 acties klaar");  // the sub-action does not count twice
  CHECK(agenda.cards[0].icon == "tree");
  CHECK(agenda.cards[1].progress.empty());
  CHECK(agenda.agendas.empty());
}

TEST_CASE("theme chips show only themes of this agenda and filter it") {
  Visitor visitor = a_visitor().does(Open{Screen::Agenda});
  auto agenda = page<AgendaView>(see(visitor));
  REQUIRE(agenda.themes.size() == 3);  // Alles, Groen, Verkeer; nothing here is about sport
  CHECK(agenda.themes[0].chosen);
  agenda = page<AgendaView>(see(visitor.does(agenda.themes[2].action)));
  REQUIRE(agenda.cards.size() == 1);
  CHECK(agenda.cards[0].title.text == "Veilig oversteken");
  agenda = page<AgendaView>(see(visitor.does(FilterTheme{model::ThemeId{"sport"}})));
  CHECK(agenda.cards.empty());
  CHECK(agenda.nothing.text == "Er zijn geen opgaven bij dit thema.");
}

TEST_CASE("an area with several agendas lets one choose") {
  auto content = test::a_town();
  auto area = test::area_noord();
  area.agendas.push_back(test::an_agenda());
  area.agendas[1].id = model::AgendaId{"blaak"};
  area.agendas[1].title = test::dutch("Wijkagenda De Blaak");
  content.areas[area.id] = std::make_shared<const model::AreaContent>(area);
  Visitor visitor = a_visitor().does(Open{Screen::Agenda});
  REQUIRE(page<AgendaView>(see(visitor, content)).agendas.size() == 2);
  visitor.does(page<AgendaView>(see(visitor, content)).agendas[1].action);
  CHECK(page<AgendaView>(see(visitor, content)).title.text == "Wijkagenda De Blaak");
}

TEST_CASE("a challenge tells who does what and when, as parsed and as written") {
  const auto challenge =
      page<ChallengeView>(see(a_visitor().does(OpenChallenge{model::ChallengeId{"o-groen"}})));
  CHECK(challenge.title.text == "Meer groen op de pleinen");
  REQUIRE(challenge.actions.size() == 3);
  const auto& trees = challenge.actions[0];
  CHECK(trees.status.text.text == "Bezig");
  REQUIRE(trees.facts.size() == 4);
  CHECK(trees.facts[0].value.text == "Gemeente, Wijkraad en Woningcorporatie");
  CHECK(trees.facts[2].value.text == "eerste kwartaal van 2026 tot en met tweede kwartaal van 2026");
  CHECK(trees.facts[3].label.text == "Zo staat het in de agenda");
  CHECK(trees.facts[3].value.text == "begin 2026");
  REQUIRE(trees.sub_actions.size() == 1);
  CHECK(trees.sub_actions[0].status.text.text == "Klaar");
  CHECK(trees.updates[0].date.text == "1 februari 2026");
  REQUIRE(challenge.list.cards.size() == 2);
  CHECK(challenge.list.cards[0].chosen);
}

TEST_CASE("a challenge that a new release took away says so") {
  const auto challenge = page<ChallengeView>(see(a_visitor().does(OpenChallenge{model::ChallengeId{"weg"}})));
  CHECK(challenge.nothing.text == "Deze opgave staat niet meer in de agenda.");
  CHECK(challenge.give_idea.label.empty());
}

TEST_CASE("in English the interface is English and Dutch content is marked") {
  Visitor visitor = a_visitor().does(ChooseLanguage{"en"}).does(Open{Screen::Agenda});
  const View view = see(visitor);
  const auto agenda = page<AgendaView>(view);
  CHECK(view.lang == "en");
  CHECK(agenda.title.text == "Local agenda Noord");
  CHECK_FALSE(agenda.title.fallback);
  CHECK(agenda.cards[1].title.text == "Veilig oversteken");
  CHECK(agenda.cards[1].title.fallback);
  CHECK(agenda.cards[1].title.lang == "nl");
  CHECK(agenda.facts[0].value.text == "23,000 (in 2025)");
  CHECK(view.frame->opening.text.text == "Open until 17:00");
}

TEST_CASE("are you still there counts down over everything") {
  Visitor visitor = a_visitor().does(GiveIdea{}).types("x").waits(120s);
  const View view = see(visitor);
  REQUIRE(view.layer);
  const auto& layer = std::get<StillThereLayer>(*view.layer);
  CHECK(layer.title.text == "Bent u er nog?");
  CHECK(layer.seconds_left == 30);
  CHECK(layer.countdown.text == "Nog 30 seconden");
  visitor.waits(29s);
  CHECK(std::get<StillThereLayer>(*see(visitor).layer).countdown.text == "Nog 1 seconde");
}

TEST_CASE("menus say each language in its own words and mark the present one") {
  const View view = see(a_visitor().does(ShowOverlay{Overlay::Language}));
  const auto& menu = std::get<MenuLayer>(*view.layer);
  REQUIRE(menu.options.size() == 2);
  CHECK(menu.options[0].label.text == "Nederlands");
  CHECK(menu.options[0].chosen);
  CHECK(menu.options[1].label.text == "English");
  CHECK(view.frame->bar[2].on);
}

TEST_CASE("attract speaks the offered languages in turn and moves against burn-in") {
  Visitor nobody;
  nobody.now = 0s;
  auto attract = page<AttractView>(see(nobody));
  CHECK(attract.invitation.text == "Wat gebeurt er in uw buurt?");
  CHECK(attract.today.text == "Vandaag open tot 17.00 uur");
  CHECK(attract.highlight.text.starts_with("In de wijkagenda: "));
  REQUIRE(attract.touch_others.size() == 1);
  CHECK(attract.touch_others[0].text == "Touch the screen");
  CHECK(see(nobody).changes_at == 12s);
  nobody.now = 12s;
  attract = page<AttractView>(see(nobody));
  CHECK(attract.invitation.text == "What is happening in your neighbourhood?");
  CHECK(attract.drift == 1);
}

TEST_CASE("after closing time the attract screen says when there is somebody again") {
  auto around = test::a_monday_afternoon();
  around.now.since_midnight = 20h;
  Visitor nobody;
  nobody.now = 0s;
  CHECK(page<AttractView>(see(nobody, test::a_town(), around)).today.text ==
        "Dicht. Morgen open vanaf 9.00 uur");
}

TEST_CASE("the attract screen says what is on now, and otherwise what comes first") {
  auto around = test::a_monday_afternoon();
  around.now.since_midnight = 13h;
  Visitor nobody;
  nobody.now = 0s;
  CHECK(page<AttractView>(see(nobody, test::a_town(), around)).next.text == "Om 14.00 uur: Koffie en ideeën");
  around.now.since_midnight = 15h;
  CHECK(page<AttractView>(see(nobody, test::a_town(), around)).next.text == "Nu bezig: Koffie en ideeën");
  around.now.since_midnight = 16h;  // next week it does not take place
  CHECK(page<AttractView>(see(nobody, test::a_town(), around)).next.text ==
        "Maandag 7 december om 14.00 uur: Koffie en ideeën");
}

TEST_CASE("opening hours look ahead past evenings, weekends and holidays") {
  const auto hours = test::area_noord().places[0].hours;
  const Wording say(strings(), "nl");
  const auto at = [&](base::Day on, int hour) {
    return opening_now(hours, base::LocalTime{on, std::chrono::hours(hour), std::chrono::minutes(60)}, say)
        .text.text;
  };
  CHECK(at(test::day(2026, 11, 23), 8) == "Dicht. Open vanaf 9.00 uur");
  CHECK(at(test::day(2026, 11, 23), 17) == "Dicht. Morgen open vanaf 9.00 uur");
  CHECK(at(test::day(2026, 11, 27), 18) == "Dicht. Maandag open vanaf 9.00 uur");
  CHECK(at(test::day(2026, 12, 24), 20) ==
        "Dicht. Maandag open vanaf 9.00 uur");  // over Christmas and the weekend
}
