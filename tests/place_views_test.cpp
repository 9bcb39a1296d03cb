// Activities, the map and the team, read as a visitor reads them.
#include <functional>

#include "tests/support/seeing.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_visitor;
using test::page;
using test::see;
using test::Visitor;
using When = EventFilter::When;
using Price = EventFilter::Price;

namespace {

model::Event an_event(std::string id, std::string starts, std::string rrule = "") {
  model::Event event;
  event.id = model::EventId{id};
  event.title = test::dutch("Activiteit " + id);
  event.starts_local = std::move(starts);
  event.rrule = std::move(rrule);
  event.place_as_written = test::dutch("Het plein");
  return event;
}

store::Content a_town_with(const std::function<void(model::AreaContent&)>& change) {
  auto content = test::a_town();
  auto area = test::area_noord();
  change(area);
  content.areas[area.id] = std::make_shared<const model::AreaContent>(area);
  return content;
}

store::Content a_busy_town() {
  return a_town_with([](model::AreaContent& area) {
    auto walk = an_event("wandelen", "2026-11-23T16:00");
    walk.theme = model::ThemeId{"groen"};
    walk.cost = test::dutch("€ 2");
    auto market = an_event("markt", "2026-12-19T14:00");
    market.cancelled = true;
    market.theme = model::ThemeId{"sport"};
    area.events.push_back(walk);
    area.events.push_back(market);
    area.events.push_back(an_event("koor", "2026-01-06T19:00", "FREQ=WEEKLY;BYDAY=TU,TH"));
  });
}

std::vector<std::string> listed(const ActivitiesView& view) {
  std::vector<std::string> lines;
  for (const auto& day : view.days) {
    for (const auto& row : day.rows) lines.push_back(day.day.text + ": " + row.title.text);
  }
  return lines;
}

ActivitiesView activities(const EventFilter& filter, const store::Content& content) {
  return page<ActivitiesView>(
      see(a_visitor().does(Open{Screen::Activities}).does(FilterEvents{filter}), content));
}

ActivityView activity(const std::string& id, base::Day day, const store::Content& content) {
  Visitor visitor = a_visitor();
  visitor.does(Open{Screen::Activities}).does(OpenEvent{model::EventId{id}, day});
  return page<ActivityView>(see(visitor, content));
}

std::string fact(const ActivityView& view, const std::string& label) {
  for (const auto& one : view.facts) {
    if (one.label.text == label) return one.value.text;
  }
  return {};
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("activities repeat on their days and skip what is left out") {
  const auto view = activities({.when = When::All}, test::a_town());
  CHECK(listed(view) == Lines{"Vandaag, maandag 23 november: Koffie en ideeën"});
  const auto row = view.days[0].rows[0];
  CHECK(row.subtitle.text == "14.00 tot 15.30 uur · Wijkhuis · gratis · elke maandag");
  CHECK(row.badge->text.text == "Nu bezig");
  auto around = test::a_monday_afternoon();
  around.now.day = test::day(2026, 11, 24);  // 30 November does not take place
  const auto later = page<ActivitiesView>(
      see(a_visitor().does(Open{Screen::Activities}).does(FilterEvents{{.when = When::All}}), test::a_town(),
          around));
  CHECK(listed(later) == Lines{"Maandag 7 december: Koffie en ideeën"});
}

TEST_CASE("today, this week and everything let through what their names say") {
  const auto town = a_busy_town();
  CHECK(listed(activities({.when = When::Today}, town)) ==
        Lines{"Vandaag, maandag 23 november: Koffie en ideeën",
              "Vandaag, maandag 23 november: Activiteit wandelen"});
  CHECK(listed(activities({.when = When::Week}, town)) ==
        Lines{"Vandaag, maandag 23 november: Koffie en ideeën",
              "Vandaag, maandag 23 november: Activiteit wandelen",
              "Morgen, dinsdag 24 november: Activiteit koor", "Donderdag 26 november: Activiteit koor"});
  CHECK(listed(activities({.when = When::All}, town)) ==
        Lines{"Vandaag, maandag 23 november: Koffie en ideeën",
              "Vandaag, maandag 23 november: Activiteit wandelen",
              "Morgen, dinsdag 24 november: Activiteit koor", "Zaterdag 19 december: Activiteit markt"});
}

TEST_CASE("themes and what is free filter together with the days") {
  const auto town = a_busy_town();
  CHECK(listed(activities({.when = When::All, .theme = model::ThemeId{"groen"}}, town)) ==
        Lines{"Vandaag, maandag 23 november: Activiteit wandelen"});
  CHECK(listed(activities({.when = When::All, .price = Price::Free}, town)) ==
        Lines{"Vandaag, maandag 23 november: Koffie en ideeën"});
  const auto both = activities({.price = Price::Free, .theme = model::ThemeId{"groen"}}, town);
  CHECK(both.days.empty());
  CHECK(both.nothing.text == "Hier is nu niets bij.");
  CHECK(both.show_all.action == Action(FilterEvents{{.when = When::All}}));
}

TEST_CASE("the chips change one thing of the filter and keep the rest") {
  Visitor visitor = a_visitor().does(Open{Screen::Activities});
  auto view = page<ActivitiesView>(see(visitor, a_busy_town()));
  REQUIRE(view.when.size() == 4);
  CHECK(view.when[1].chosen);  // this week
  CHECK_FALSE(view.when[3].chosen);
  visitor.does(view.when[3].action);  // free
  view = page<ActivitiesView>(see(visitor, a_busy_town()));
  CHECK(view.when[3].chosen);
  visitor.does(view.when[0].action);  // today
  CHECK(visitor.visit.at.events == EventFilter{When::Today, Price::Free, std::nullopt});
  view = page<ActivitiesView>(see(visitor, a_busy_town()));
  visitor.does(view.when[3].action);
  CHECK(visitor.visit.at.events.price == Price::Any);
  REQUIRE(view.themes.size() == 3);  // all, green, sport: nothing is about traffic
  visitor.does(view.themes[1].action);
  CHECK(visitor.visit.at.events.theme == model::ThemeId{"groen"});
}

TEST_CASE("only a price that begins with gratis is free") {
  const auto found = [](const char* cost) {
    return !activities({.when = When::All, .price = Price::Free},
                       a_town_with([&](auto& area) { area.events[0].cost = test::dutch(cost); }))
                .days.empty();
  };
  CHECK(found("gratis"));
  CHECK(found("Gratis, een gift mag"));
  CHECK_FALSE(found("€ 5, kinderen gratis"));
  CHECK_FALSE(found("gratisch"));
  CHECK_FALSE(found(""));
}

TEST_CASE("an activity says when, how often, where and for how much, and goes along on a phone") {
  const auto view = activity("koffie", test::day(2026, 12, 7), test::a_town());
  CHECK(view.title.text == "Koffie en ideeën");
  CHECK(view.day.text == "Maandag 7 december");
  CHECK(view.time.text == "14.00 tot 15.30 uur");
  CHECK(fact(view, "Herhaling") == "Elke maandag");
  CHECK(fact(view, "Waar") == "Wijkhuis, Voorbeeldstraat 1");
  CHECK(fact(view, "Kosten") == "gratis");
  CHECK_FALSE(view.cancelled);
  REQUIRE(view.dates.size() == 5);
  CHECK(view.dates[0].label.text == "Maandag 23 november");  // it is going on
  CHECK(view.dates[1].label.text == "Maandag 7 december");
  CHECK(view.dates[1].chosen);
  CHECK(view.qr.find("DTSTART:20261207T130000Z") != std::string::npos);
  CHECK(view.qr.find("UID:koffie-2026-12-07@voorbeeldstad") != std::string::npos);
}

TEST_CASE("another date of an activity takes its place, so that Back leads to the list") {
  Visitor visitor = a_visitor();
  visitor.does(Open{Screen::Activities}).does(OpenEvent{model::EventId{"koffie"}, test::day(2026, 11, 23)});
  visitor.does(OpenEvent{model::EventId{"koffie"}, test::day(2026, 12, 7)});
  CHECK(page<ActivityView>(see(visitor)).day.text == "Maandag 7 december");
  CHECK(visitor.does(Back{}).at() == Screen::Activities);
}

TEST_CASE("a cancelled activity says so with a word and a pictogram and gives no code") {
  const auto town = a_busy_town();
  const auto row = activities({.when = When::All}, town).days.back().rows.back();
  CHECK(row.icon == "calendar-cancel");
  REQUIRE(row.badge);
  CHECK(row.badge->text.text == "Afgelast");
  const auto view = activity("markt", test::day(2026, 12, 19), town);
  REQUIRE(view.cancelled);
  CHECK(view.cancelled->text.text == "Afgelast. Deze activiteit gaat niet door.");
  CHECK(view.icon == "calendar-cancel");
  CHECK(view.qr.empty());
}

TEST_CASE("repetitions are said as people say them") {
  const std::pair<const char*, const char*> rules[] = {
      {"FREQ=DAILY", "Elke dag"},
      {"FREQ=WEEKLY;BYDAY=TU,TH", "Elke dinsdag en donderdag"},
      {"FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", "Om de week op woensdag"},
      {"FREQ=WEEKLY;INTERVAL=3;BYDAY=WE", "Elke 3 weken op woensdag"},
      {"FREQ=MONTHLY;BYDAY=1SU", "Elke eerste zondag van de maand"},
      {"FREQ=MONTHLY;BYDAY=-1MO", "Elke laatste maandag van de maand"},
      {"FREQ=MONTHLY;BYMONTHDAY=15", "Elke maand op dag 15"},
      {"FREQ=YEARLY", "Elk jaar"},
      {"FREQ=WEEKLY;BYDAY=MO;UNTIL=20270331T215959Z", "Elke maandag, tot en met 31 maart 2027"},
      {"FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2", "Vaker"},
  };
  for (const auto& [rule, words] : rules) {
    const auto town =
        a_town_with([&](auto& area) { area.events = {an_event("a", "2026-01-06T19:00", rule)}; });
    CHECK(fact(activity("a", {}, town), "Herhaling") == words);
  }
}

TEST_CASE("an activity that a new release took away says so and leads to the others") {
  const auto view = activity("weg", test::day(2026, 12, 7), test::a_town());
  CHECK(view.nothing.text == "Deze activiteit staat niet meer in de agenda.");
  CHECK(view.others.action == Action(Open{Screen::Activities}));
}

TEST_CASE("two thousand activities make a list that says how much it leaves out") {
  const auto town = a_town_with([](auto& area) {
    for (int i = 0; i < 1999; ++i)
      area.events.push_back(an_event("e" + std::to_string(i), "2026-01-06T19:00", "FREQ=DAILY"));
  });
  const auto view = activities({.when = When::All}, town);
  CHECK(listed(view).size() == 100);
  CHECK(view.more.text == "Er zijn nog 1900 activiteiten. Kies een thema om ze te zien.");
}

TEST_CASE("a title of four hundred characters is shortened where nobody can scroll") {
  const auto town = a_town_with([](auto& area) {
    std::string title;
    while (title.size() < 400) title += "heel lang ";
    area.events[0].title = test::dutch(title);
  });
  Visitor nobody;
  nobody.now = 0s;
  const auto next = page<AttractView>(see(nobody, town)).next.text;
  CHECK(next.size() < 100);
  CHECK((next.ends_with("lang…") || next.ends_with("heel…")));  // between words
}

TEST_CASE("the team screen has roles, contact, a week of opening hours and what differs") {
  const auto team = page<TeamView>(see(a_visitor().does(Open{Screen::Team})));
  CHECK(team.members[0].role.text == "Omgevingsmanager");
  CHECK(team.members[0].task.text == "Over de plannen.");
  CHECK(team.members[0].phone.text == "14 000");
  REQUIRE(team.places.size() == 1);
  const auto& place = team.places[0];
  REQUIRE(place.week.size() == 7);
  CHECK(place.week[0].label.text == "Vandaag");
  CHECK(place.week[0].value.text == "9.00 tot 17.00 uur");
  CHECK(place.week[5].value.text == "Gesloten");
  REQUIRE(place.exceptions.size() == 1);
  CHECK(place.exceptions[0].text == "Vrijdag 25 december gesloten: Kerst");
  CHECK_FALSE(team.alliance);
  CHECK(team.no_places.empty());
}

TEST_CASE("the team screen names who else works on the area") {
  const auto town = a_town_with([](auto& area) {
    area.kernalliantie = true;
    area.partners = {"Scholen", "Politie"};
    area.councils = {{test::dutch("Wijkraad Noord"), test::dutch("Praat elke maand."), "raad@voorbeeld.nl"}};
    const model::OpeningSpan morning{9h, 12h + 30min};
    area.places[0].hours.exceptions.push_back(
        {test::day(2026, 12, 24), {morning}, test::dutch("de dag voor Kerst")});
    area.places[0].hours.exceptions.push_back({test::day(2025, 12, 24), {}, test::dutch("vorig jaar")});
  });
  const auto team = page<TeamView>(see(a_visitor().does(Open{Screen::Team}), town));
  REQUIRE(team.alliance);
  CHECK(team.alliance->text.text.starts_with("In een Kernalliantie werken"));
  CHECK(team.partners.text == "Scholen en Politie");
  CHECK(team.councils[0].contact.text == "raad@voorbeeld.nl");
  REQUIRE(team.places[0].exceptions.size() == 2);
  CHECK(team.places[0].exceptions[0].text ==
        "Donderdag 24 december open 9.00 tot 12.30 uur: de dag voor Kerst");
}

TEST_CASE("an area without places says how to reach the team") {
  const auto town = a_town_with([](auto& area) { area.places.clear(); });
  const auto team = page<TeamView>(see(a_visitor().does(Open{Screen::Team}), town));
  CHECK(team.places.empty());
  CHECK(team.no_places.text == "Wij hebben hier geen vaste plek. Bel ons of stuur een e-mail.");
  CHECK(see(a_visitor(), town).frame->opening.text.empty());
}

TEST_CASE("the map begins at the own area, and pointing at another leads to its agenda") {
  auto town = test::a_town();
  town.alliances = {model::AreaId{"west"}};
  Visitor visitor = a_visitor().does(Open{Screen::Map});
  auto map = page<MapView>(see(visitor, town));
  REQUIRE(map.areas.size() == 2);
  CHECK(map.areas[0].chosen);
  CHECK(map.areas[0].number == "1");
  CHECK(map.chosen_name.text == "Noord");
  CHECK(map.own_label.text == "U bent hier");
  CHECK(map.alliance_label.text == "Kernalliantie");
  visitor.does(map.areas[1].action);
  map = page<MapView>(see(visitor, town));
  CHECK(map.areas[1].chosen);
  CHECK(map.chosen_wijken.text == "2 wijken");
  REQUIRE(map.chosen_badges.size() == 1);
  CHECK(map.chosen_badges[0].text.text == "Kernalliantie");
  CHECK(map.read.label.text == "Lees de agenda van West");
  visitor.does(map.read.action);
  CHECK(visitor.at() == Screen::Agenda);
  CHECK(visitor.visit.at.area == model::AreaId{"west"});
  CHECK(visitor.does(Back{}).at() == Screen::Map);
  CHECK(visitor.visit.at.area == model::AreaId{"west"});  // as it was left
}

TEST_CASE("without outlines the map is a list, and without content it says so") {
  const auto list = page<MapView>(see(a_visitor().does(Open{Screen::Map})));
  CHECK_FALSE(list.city);
  CHECK(list.source.empty());
  CHECK(list.areas.size() == 2);
  CHECK_FALSE(page<MapView>(see(a_visitor().does(Open{Screen::Map}), {})).subtitle.empty());
}
