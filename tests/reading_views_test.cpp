// The screens that are only read, as a visitor reads them: also when the content is odd.
#include "tests/support/seeing.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_visitor;
using test::page;
using test::see;
using test::Visitor;

namespace {

model::NewsItem news(const std::string& id, base::Day on, const std::string& title) {
  model::NewsItem item;
  item.id = model::NewsId{id};
  item.on = on;
  item.title = test::dutch(title);
  item.body = test::dutch("Een zin.\n\n- eerst\n- dan");
  return item;
}

model::NewsItem decision(const std::string& id, base::Day on, base::Day until) {
  auto item = news(id, on, "Besluit " + id);
  item.react_until = until;
  item.decision_body = "Gemeenteraad";
  item.decision_number = "punt 12";
  return item;
}

// The small town with everything there is to read, and a neighbour that is already loaded.
model::AreaContent well_read() {
  auto area = test::area_noord();
  auto& agenda = area.agendas.front();
  agenda.source_url = "https://voorbeeld.example/agenda";
  agenda.vision = model::Vision{2025,
                                2035,
                                test::both("Noord is groen.", "Noord is green."),
                                {test::dutch("Bomen op elk plein."), test::dutch("Licht in de avond.")}};
  agenda.plans = {{model::PlanId{"p26"}, test::dutch("Plan 2026"), {}},
                  {model::PlanId{"p27"}, test::dutch("Plan 2027"), {}}};
  using Precision = model::Period::Precision;
  agenda.actions[0].plan = model::PlanId{"p26"};
  agenda.actions[2].period =
      model::Period{test::day(2026, 10, 1), test::day(2026, 12, 31), Precision::ToQuarter, {}};
  agenda.actions[3].period =
      model::Period{test::day(2027, 1, 1), test::day(2027, 12, 31), Precision::ToYear, {}};
  agenda.actions[3].plan = model::PlanId{"p27"};
  agenda.actions.push_back(test::an_action("ooit", model::ActionStatus::Idea));
  area.news = {news("oud", test::day(2026, 9, 1), "Oud nieuws"),
               news("nieuw", test::day(2026, 11, 20), "Vers nieuws"),
               decision("open", test::day(2026, 11, 10), test::day(2026, 11, 23)),
               decision("dicht", test::day(2026, 10, 1), test::day(2026, 11, 22))};
  return area;
}

store::Content a_library(const model::AreaContent& own = well_read()) {
  auto content = test::a_town();
  content.areas[own.id] = std::make_shared<const model::AreaContent>(own);
  auto west = well_read();
  west.id = model::AreaId{"west"};
  west.name = test::dutch("West");
  content.areas[west.id] = std::make_shared<const model::AreaContent>(west);
  return content;
}

Visitor who_found(const std::vector<SearchHit>& hits, bool more = false) {
  Visitor visitor = a_visitor().does(Open{Screen::Search});
  visitor.types("bomen").does(LookUp{}).does(SearchAnswer{true, hits, more});
  return visitor;
}

}  // namespace

TEST_CASE("help leads to the house rules and to what happens with one's details") {
  const auto help = page<HelpView>(see(a_visitor().does(Open{Screen::Help})));
  REQUIRE(help.sections.size() == 5);
  REQUIRE(help.sections[3].opens);
  const View rules = see(a_visitor().does(*help.sections[3].opens));
  CHECK(rules.name == "house-rules");
  CHECK(page<TextPageView>(rules).blocks.front().words.text == "Houd het prettig.");
  REQUIRE(help.sections[4].opens);
  const View privacy = see(a_visitor().does(*help.sections[4].opens));
  CHECK(privacy.name == "privacy");
  CHECK(page<TextPageView>(privacy).blocks.front().words.text == "Wij wissen uw gegevens na vier weken.");
}

TEST_CASE("a kiosk without content still has rules and says what it keeps") {
  const store::Content nothing;
  for (const Screen screen : {Screen::HouseRules, Screen::Privacy}) {
    const auto view = page<TextPageView>(see(a_visitor().does(Open{screen}), nothing));
    REQUIRE(view.blocks.size() == 1);
    CHECK(view.blocks.front().words.text.size() > 60);
  }
}

TEST_CASE("every reading screen says something when there is no content at all") {
  const store::Content nothing;
  CHECK_FALSE(page<VisionView>(see(a_visitor().does(Open{Screen::Vision}), nothing)).nothing.empty());
  CHECK_FALSE(page<PlanView>(see(a_visitor().does(Open{Screen::Plan}), nothing)).nothing.empty());
  CHECK_FALSE(page<NewsView>(see(a_visitor().does(Open{Screen::News}), nothing)).nothing.empty());
  CHECK_FALSE(
      page<NewsItemView>(see(a_visitor().does(OpenNews{model::NewsId{"x"}}), nothing)).nothing.empty());
  CHECK(page<SearchView>(see(a_visitor().does(Open{Screen::Search}), nothing)).keyboard);
}

TEST_CASE("the vision shows its years, what it wants, and where to read it all") {
  const auto vision = page<VisionView>(see(a_visitor().does(Open{Screen::Vision}), a_library()));
  REQUIRE(vision.horizon);
  CHECK(vision.horizon->words.text == "Van 2025 tot 2035. Nu is het 2026.");
  CHECK(vision.summary.front().words.text == "Noord is groen.");
  REQUIRE(vision.ambitions.size() == 2);
  CHECK(vision.source_url == "https://voorbeeld.example/agenda");
  CHECK(vision.nothing.empty());
}

TEST_CASE("an agenda without a vision, or with an empty one, says so and keeps its source") {
  auto area = well_read();
  for (const auto& vision :
       {std::optional<model::Vision>(), std::optional<model::Vision>(model::Vision{2025, 2030, {}, {}})}) {
    area.agendas.front().vision = vision;
    const auto view = page<VisionView>(see(a_visitor().does(Open{Screen::Vision}), a_library(area)));
    CHECK_FALSE(view.nothing.empty());
    CHECK_FALSE(view.horizon);
    CHECK_FALSE(view.source_url.empty());
  }
  area.agendas.front().vision = model::Vision{2035, 2025, test::dutch("Verkeerd om."), {}};
  CHECK_FALSE(page<VisionView>(see(a_visitor().does(Open{Screen::Vision}), a_library(area))).horizon);
}

TEST_CASE("the plan puts actions in the order of time, and what has no date at the end") {
  const auto plan = page<PlanView>(see(a_visitor().does(Open{Screen::Plan}), a_library()));
  std::vector<std::string> lines;
  for (const auto& year : plan.years) {
    lines.push_back(year.title.text);
    for (const auto& period : year.periods) {
      lines.push_back("  " + period.title.text + (period.is_now ? " (nu)" : ""));
      for (const auto& item : period.items)
        lines.push_back("    " + item.title.text + ": " + item.status.text.text);
    }
  }
  CHECK(lines == std::vector<std::string>{"2026", "  Januari tot en met maart", "    Actie bomen: Bezig",
                                          "  Oktober tot en met december (nu)", "    Actie bankjes: Klaar",
                                          "2027", "  In de loop van 2027", "    Actie gevels: Gepland",
                                          "Zonder datum", "  Loopt door, of krijgt nog een datum",
                                          "    Actie ooit: Idee"});
  CHECK(plan.quarters == 8);
  CHECK(plan.now == 3);
  const auto& trees = plan.years[0].periods[0].items[0];
  REQUIRE(trees.stretch);
  CHECK(trees.stretch->from == 0);
  CHECK(trees.stretch->to == 1);
  CHECK(trees.challenge.text == "Meer groen op de pleinen");
  CHECK(trees.action == Action(OpenChallenge{model::ChallengeId{"o-groen"}}));
}

TEST_CASE("plan and status chips narrow the plan and say how many there are") {
  Visitor visitor = a_visitor().does(Open{Screen::Plan});
  auto plan = page<PlanView>(see(visitor, a_library()));
  REQUIRE(plan.plans.size() == 3);
  std::vector<std::string> statuses;
  for (const auto& chip : plan.statuses) statuses.push_back(chip.label.text);
  CHECK(statuses == std::vector<std::string>{"Alles", "Bezig (1)", "Gepland (1)", "Idee (1)", "Klaar (1)"});
  plan = page<PlanView>(see(visitor.does(plan.plans[2].action), a_library()));
  REQUIRE(plan.years.size() == 1);
  CHECK(plan.years[0].title.text == "2027");
  CHECK(plan.plans[2].chosen);
  plan = page<PlanView>(see(visitor.does(FilterStatus{model::ActionStatus::Stopped}), a_library()));
  CHECK(plan.years.empty());
  CHECK_FALSE(plan.nothing.empty());
  CHECK(plan.statuses.back().chosen);  // what is chosen can be seen, also when it matches nothing
}

TEST_CASE("a plan that runs for a century has no line to compare on, and is read all the same") {
  auto area = well_read();
  area.agendas.front().actions[3].period->to = test::day(2126, 1, 1);
  const auto plan = page<PlanView>(see(a_visitor().does(Open{Screen::Plan}), a_library(area)));
  CHECK(plan.quarters == 0);
  CHECK_FALSE(plan.years.front().periods.front().items.front().stretch);
}

TEST_CASE("news comes newest first, and a decision says until when one can react") {
  const auto list = page<NewsView>(see(a_visitor().does(Open{Screen::News}), a_library()));
  REQUIRE(list.rows.size() == 4);
  CHECK(list.rows[0].title.text == "Vers nieuws");
  CHECK_FALSE(list.rows[0].reaction);
  CHECK(list.rows[1].kind.text.text == "Besluit");
  REQUIRE(list.rows[1].reaction);
  CHECK(list.rows[1].reaction->text.text ==
        "U kunt reageren tot en met 23 november 2026");  // today is the last day
  REQUIRE(list.rows[2].reaction);
  CHECK(list.rows[2].reaction->text.text == "Reageren kan niet meer");  // since yesterday
  CHECK(list.rows[3].title.text == "Oud nieuws");
}

TEST_CASE("a decision shows who decides, when and under which number, and how to react while one can") {
  Visitor visitor = a_visitor().does(Open{Screen::News}).does(OpenNews{model::NewsId{"open"}});
  auto item = page<NewsItemView>(see(visitor, a_library()));
  REQUIRE(item.decision.size() == 3);
  CHECK(item.decision[0].value.text == "Gemeenteraad");
  CHECK(item.decision[1].value.text == "10 november 2026");
  CHECK(item.decision[2].value.text == "punt 12");
  REQUIRE(item.reaction);
  CHECK(item.react.text == "Bel 14 000 of loop binnen bij het gebiedsteam. Zij vertellen hoe het gaat.");
  CHECK(item.body.size() == 3);
  item = page<NewsItemView>(see(visitor.does(OpenNews{model::NewsId{"dicht"}}), a_library()));
  REQUIRE(item.reaction);
  CHECK(item.reaction->text.text == "Reageren kan niet meer. Dat kon tot en met 22 november 2026.");
  CHECK(item.react.empty());
  item = page<NewsItemView>(see(visitor.does(OpenNews{model::NewsId{"oud"}}), a_library()));
  CHECK(item.decision.empty());
  CHECK_FALSE(item.reaction);
}

TEST_CASE("another area is named on each of its screens, with one tap back to one's own") {
  Visitor visitor = a_visitor().does(OpenArea{model::AreaId{"west"}});
  for (const Screen screen : {Screen::Agenda, Screen::Vision, Screen::Plan, Screen::News}) {
    const View view = see(visitor.does(Open{screen}), a_library());
    REQUIRE(view.frame->elsewhere);
    CHECK(view.frame->elsewhere->text.text == "U kijkt nu naar West.");
    CHECK(view.frame->elsewhere->own.label.text == "Terug naar Noord");
    CHECK(view.frame->elsewhere->own.action == Action(OwnArea{}));
  }
  CHECK_FALSE(see(visitor.does(OwnArea{}), a_library()).frame->elsewhere);
  // Chosen from the list, one's own area is one's own area.
  CHECK_FALSE(see(visitor.does(OpenArea{model::AreaId{"noord"}}), a_library()).frame->elsewhere);
}

TEST_CASE("results say what they are and where, with the words that were typed marked") {
  SearchHit hit;
  hit.kind = SearchHit::Kind::Action;
  hit.area = model::AreaId{"west"};
  hit.lang = "nl";
  hit.title = {"Zestig bomen planten", {{7, 12}}};
  hit.snippet = {"De bomen komen op het plein.", {{3, 8}}};
  auto search = page<SearchView>(see(who_found({hit}), a_library()));
  CHECK(search.count.text == "1 resultaat");
  REQUIRE(search.rows.size() == 1);
  CHECK(search.rows[0].kind.text == "Actie · West");
  CHECK(search.rows[0].title.marks == std::vector<Mark>{{7, 12}});
  CHECK_FALSE(search.keyboard);  // the results have the page for themselves
  search = page<SearchView>(see(who_found({hit}, true).does(TypeOn{}), a_library()));
  CHECK(search.keyboard);
  CHECK(search.count.text == "De eerste 1 resultaten");
  CHECK_FALSE(search.help.empty());
  Visitor english = who_found({hit});
  english.visit.lang = "en";
  CHECK(page<SearchView>(see(english, a_library())).rows[0].title.words.fallback);
}

TEST_CASE("a search that was left alone does not show what was typed") {
  SearchHit hit;
  hit.area = model::AreaId{"noord"};
  hit.title = {"Hulp bij schulden", {{9, 17}}};
  Visitor visitor = who_found({hit});
  visitor.waits(21s);
  const auto search = page<SearchView>(see(visitor, a_library()));
  CHECK(search.field.veiled);
  CHECK(search.rows[0].title.marks.empty());
}

TEST_CASE("nothing typed, too little typed and nothing found each get their own help") {
  Visitor visitor = a_visitor().does(Open{Screen::Search});
  auto search = page<SearchView>(see(visitor, a_library()));
  REQUIRE(search.tips.size() == 3);
  CHECK(search.tips[0].action == Action(TypeText{"Groen"}));
  CHECK(search.count.empty());
  search = page<SearchView>(see(visitor.types("b"), a_library()));
  CHECK(search.help.text == "Typ nog een letter.");
  CHECK(search.tips.empty());
  search = page<SearchView>(see(who_found({}), a_library()));
  CHECK(search.count.text == "Niets gevonden");
  CHECK_FALSE(search.help.empty());
  visitor.types("omen").does(LookUp{}).does(SearchAnswer{.available = false});
  search = page<SearchView>(see(visitor, a_library()));
  CHECK(search.count.text == "Zoeken kan nu niet");
}

TEST_CASE("home has tiles for plans and news where there are any") {
  std::vector<std::string> tiles;
  for (const auto& tile : page<HomeView>(see(a_visitor(), a_library())).tiles)
    tiles.push_back(tile.title.text);
  CHECK(std::ranges::find(tiles, "Plannen") != tiles.end());
  CHECK(std::ranges::find(tiles, "Nieuws") != tiles.end());
}
