// Going through the screens that are only read, searching, and coming back.
#include "tests/support/catch.h"
#include "tests/support/visitor.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using test::Visitor;

namespace {

SearchHit hit(SearchHit::Kind kind, const std::string& id, const std::string& area = "west") {
  SearchHit hit;
  hit.kind = kind;
  hit.area = model::AreaId{area};
  hit.id = id;
  hit.challenge = model::ChallengeId{"o-" + id};
  return hit;
}

Visitor who_searches() {
  Visitor visitor;
  visitor.begins().does(Open{Screen::Search});
  return visitor;
}

}  // namespace

TEST_CASE("the house rules can be read before sending, and Back leads to the same idea") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).types("Meer bankjes in het park");
  visitor.does(Open{Screen::IdeaWhere}).does(Open{Screen::IdeaContact}).does(Open{Screen::IdeaCheck});
  REQUIRE(visitor.at() == Screen::IdeaCheck);
  visitor.does(Open{Screen::HouseRules}).does(Open{Screen::Privacy});
  CHECK(visitor.at() == Screen::Privacy);
  visitor.does(Back{}).does(Back{});
  CHECK(visitor.at() == Screen::IdeaCheck);
  CHECK(visitor.visit.draft.text.text() == "Meer bankjes in het park");
}

TEST_CASE("who reads about another area goes on reading about it, and is one tap from home") {
  Visitor visitor;
  visitor.begins().does(OpenArea{model::AreaId{"west"}});
  for (const Screen screen : {Screen::Vision, Screen::Plan, Screen::News, Screen::Search, Screen::Agenda}) {
    visitor.does(Open{screen});
    CHECK(visitor.at() == screen);
    CHECK(visitor.visit.at.area == model::AreaId{"west"});
  }
  visitor.does(Open{Screen::Plan}).does(OwnArea{});
  CHECK(visitor.at() == Screen::Plan);
  CHECK(visitor.visit.at.area.empty());
  visitor.does(Back{});
  CHECK(visitor.visit.at.area == model::AreaId{"west"});
  visitor.does(Open{Screen::News}).does(OpenNews{model::NewsId{"n-1"}});
  CHECK(visitor.visit.at.area == model::AreaId{"west"});
  visitor.does(OwnArea{});
  CHECK(visitor.at() == Screen::News);  // the item itself does not exist at home
  CHECK(visitor.visit.at.area.empty());
  visitor.does(OwnArea{});  // already there
  CHECK(visitor.visit.at.area.empty());
}

TEST_CASE("vision and plan keep to the agenda that was chosen") {
  Visitor visitor;
  visitor.begins().does(OpenArea{model::AreaId{"west"}}).does(OpenAgenda{model::AgendaId{"de-blaak"}});
  visitor.does(Open{Screen::Vision});
  CHECK(visitor.visit.at.agenda == model::AgendaId{"de-blaak"});
  visitor.does(OpenAgenda{model::AgendaId{"west"}}).does(Open{Screen::Plan});
  CHECK(visitor.visit.at.agenda == model::AgendaId{"west"});
}

TEST_CASE("a plan is narrowed by plan and by status, from the top of the page") {
  Visitor visitor;
  visitor.begins().does(Open{Screen::Plan}).does(ScrollTo{900});
  visitor.does(FilterPlan{model::PlanId{"plan-2027"}});
  CHECK(visitor.visit.at.scroll_px == 0);
  visitor.does(ScrollTo{900}).does(FilterStatus{model::ActionStatus::Busy});
  CHECK(visitor.visit.at.scroll_px == 0);
  CHECK(visitor.visit.at.plan == model::PlanId{"plan-2027"});
  visitor.does(ScrollTo{300}).does(OpenChallenge{model::ChallengeId{"o-groen"}});
  CHECK(visitor.visit.at.aside_px == 0);  // the list beside the challenge is another list
  visitor.does(Back{});
  CHECK(visitor.visit.at.scroll_px == 300);
  CHECK(visitor.visit.at.status == model::ActionStatus::Busy);
}

TEST_CASE("a word is searched for once its typing pauses, not at every key") {
  Visitor visitor = who_searches();
  visitor.types("spee");
  CHECK(visitor.effect<Search>() == nullptr);
  visitor.now += 100ms;
  visitor.types("l");
  const auto due = wake_at(visitor.visit, visitor.now, visitor.rules);
  REQUIRE(due);
  CHECK(*due == visitor.now + 150ms);
  visitor.now += 149ms;
  visitor.does(Tick{});
  CHECK(visitor.effect<Search>() == nullptr);
  visitor.now += 1ms;
  visitor.does(Tick{});
  REQUIRE(visitor.effect<Search>());
  CHECK(visitor.effect<Search>()->words.text() == "speel");
  visitor.does(SearchAnswer{true, {hit(SearchHit::Kind::News, "n-1")}, false});
  REQUIRE(visitor.visit.found);
  visitor.waits(10s);
  CHECK(visitor.asked.empty());  // nothing more is looked for by itself
}

TEST_CASE("the search key does not wait, and makes room for the results") {
  Visitor visitor = who_searches();
  visitor.types("bank").does(LookUp{});
  REQUIRE(visitor.effect<Search>());
  CHECK(visitor.visit.reads_results);
  visitor.does(SearchAnswer{});
  CHECK_FALSE(wake_at(visitor.visit, visitor.now, visitor.rules) < visitor.now + 1s);
  visitor.does(TypeOn{}).types("j");
  CHECK_FALSE(visitor.visit.reads_results);
  CHECK(visitor.visit.query.text() == "bankj");
}

TEST_CASE("one letter is not searched for, and takes away what an earlier word found") {
  Visitor visitor = who_searches();
  visitor.types("ba").does(LookUp{}).does(SearchAnswer{true, {hit(SearchHit::Kind::News, "n")}, false});
  visitor.does(Erase{});
  CHECK_FALSE(visitor.visit.found);
  visitor.does(LookUp{});
  CHECK(visitor.effect<Search>() == nullptr);
  visitor.waits(5s);
  CHECK(visitor.effect<Search>() == nullptr);
}

TEST_CASE("an answer to words that are gone is dropped") {
  Visitor visitor = who_searches();
  visitor.types("bank").does(LookUp{}).does(EraseAll{});
  visitor.does(SearchAnswer{true, {hit(SearchHit::Kind::News, "n")}, false});
  CHECK_FALSE(visitor.visit.found);
  visitor.does(SearchAnswer{true, {hit(SearchHit::Kind::News, "n")}, false});  // nobody asked
  CHECK_FALSE(visitor.visit.found);
}

TEST_CASE("each kind of result opens where it belongs, also in another area, and Back leads to the results") {
  const std::pair<SearchHit::Kind, Screen> kinds[] = {{SearchHit::Kind::Challenge, Screen::Challenge},
                                                      {SearchHit::Kind::Action, Screen::Challenge},
                                                      {SearchHit::Kind::News, Screen::NewsItem}};
  for (const auto& [kind, screen] : kinds) {
    Visitor visitor = who_searches();
    visitor.types("bank").does(LookUp{}).does(SearchAnswer{true, {hit(kind, "x")}, false});
    visitor.does(OpenFound{7});
    CHECK(visitor.at() == Screen::Search);  // there is no such result
    visitor.does(ScrollTo{120}).does(OpenFound{0});
    CHECK(visitor.at() == screen);
    CHECK(visitor.visit.at.area == model::AreaId{"west"});
    REQUIRE(visitor.effect<LoadArea>());
    CHECK(visitor.effect<LoadArea>()->area == model::AreaId{"west"});
    visitor.does(Back{});
    CHECK(visitor.at() == Screen::Search);
    CHECK(visitor.visit.at.scroll_px == 120);
    CHECK(visitor.visit.found->hits.size() == 1);
    CHECK(visitor.visit.query.text() == "bank");
  }
}

TEST_CASE("what somebody searched for is veiled when left alone and gone when the visit ends") {
  Visitor visitor = who_searches();
  visitor.types("schulden").does(LookUp{}).does(SearchAnswer{true, {hit(SearchHit::Kind::News, "n")}, false});
  CHECK(holds_typed_text(visitor.visit));
  visitor.waits(21s);
  CHECK(visitor.visit.veiled);
  visitor.waits(10min);
  CHECK(visitor.visit == Visit{});
}

TEST_CASE("a search begins with an empty field, whatever was searched for before") {
  Visitor visitor = who_searches();
  visitor.types("schulden").does(LookUp{}).does(SearchAnswer{});
  visitor.does(Open{Screen::Home}).does(Open{Screen::Search});
  CHECK(visitor.visit.query.empty());
  CHECK_FALSE(visitor.visit.found);
  CHECK_FALSE(visitor.visit.reads_results);
}

TEST_CASE("another language asks again, so that titles come in that language") {
  Visitor visitor = who_searches();
  visitor.types("bank").does(LookUp{}).does(SearchAnswer{});
  visitor.does(ChooseLanguage{"en"}).does(Tick{});
  REQUIRE(visitor.effect<Search>());
  CHECK(visitor.effect<Search>()->lang == "en");
}
