// A visitor among the ideas of the neighbours: what is fetched when, what is backed once, and what is hinted
// at while typing.
#include "tests/support/catch.h"
#include "tests/support/visitor.h"

using namespace std::chrono_literals;
using namespace wv;
using namespace wv::visit;
using test::Visitor;

namespace {

IdeasPage a_page(const IdeaFilter& filter, std::int64_t first, std::int64_t count, std::int64_t total) {
  IdeasPage page{filter, first, total, {}};
  for (auto i = first; i < std::min(first + count, total); ++i)
    page.rows.push_back({"i" + std::to_string(total - i), "Idee", {}, model::IdeaStatus::Published, {}, 0});
  return page;
}

// Answers what was asked as the house would, from a list of `total` ideas.
void answer(Visitor& visitor, std::int64_t total) {
  const auto* fetch = visitor.effect<FetchIdeas>();
  REQUIRE(fetch);
  visitor.does(a_page(fetch->filter, fetch->first, fetch->count, total));
}

model::PublicIdea an_idea(const std::string& id) {
  model::PublicIdea idea;
  idea.id = id;
  idea.text = "Een bankje bij de speeltuin";
  return idea;
}

Visitor at_the_list(std::int64_t total) {
  Visitor visitor;
  visitor.begins().does(Open{Screen::Ideas});
  answer(visitor, total);
  return visitor;
}

Visitor reading(const std::string& id) {
  Visitor visitor = at_the_list(100);
  visitor.does(OpenIdea{id}).does(IdeaLoaded{an_idea(id)});
  return visitor;
}

}  // namespace

TEST_CASE("the ideas of the own area are asked for when somebody comes to them") {
  Visitor visitor;
  visitor.begins().does(Open{Screen::Ideas});
  const auto* fetch = visitor.effect<FetchIdeas>();
  REQUIRE(fetch);
  CHECK(fetch->filter == IdeaFilter{});
  CHECK(fetch->filter.area == model::AreaId{});
  CHECK(fetch->first == 0);
}

TEST_CASE("scrolling asks for more ideas before what is in memory ends, and not at every step") {
  Visitor visitor = at_the_list(50'000);
  visitor.does(SeeIdeas{0, 6});
  CHECK_FALSE(visitor.effect<FetchIdeas>());
  visitor.does(SeeIdeas{60, 66});
  CHECK_FALSE(visitor.effect<FetchIdeas>());
  visitor.does(SeeIdeas{85, 91});
  const auto* fetch = visitor.effect<FetchIdeas>();
  REQUIRE(fetch);
  CHECK(fetch->first == 53);
  answer(visitor, 50'000);
  visitor.does(SeeIdeas{85, 91});
  CHECK_FALSE(visitor.effect<FetchIdeas>());
  visitor.does(SeeIdeas{49'990, 49'999});
  answer(visitor, 50'000);
  visitor.does(SeeIdeas{49'990, 49'999});
  CHECK_FALSE(visitor.effect<FetchIdeas>());
  CHECK(visitor.visit.ideas->rows.size() <= 96);
}

TEST_CASE("a page for a filter that was changed meanwhile is not shown") {
  Visitor visitor = at_the_list(10);
  const IdeaFilter green{.theme = model::ThemeId{"groen"}};
  visitor.does(ScrollTo{900}).does(FilterIdeas{green});
  CHECK(visitor.visit.at.scroll_px == 0);
  REQUIRE(visitor.effect<FetchIdeas>());
  CHECK(visitor.effect<FetchIdeas>()->filter == green);
  visitor.does(a_page({}, 0, 10, 10));
  CHECK_FALSE(visitor.visit.ideas);
  visitor.does(a_page(green, 0, 2, 2));
  REQUIRE(visitor.visit.ideas);
  CHECK(visitor.visit.ideas->total == 2);
}

TEST_CASE("what drawing asks for is no sign of life: somebody who walked away stays away") {
  Visitor visitor = at_the_list(50'000);
  visitor.waits(119s);
  visitor.does(SeeIdeas{400, 406});
  visitor.waits(2s);
  CHECK(visitor.visit.asked_at);
}

TEST_CASE("back from an idea the list stands where it was") {
  Visitor visitor = at_the_list(300);
  visitor.does(ScrollTo{4200}).does(OpenIdea{"i250"});
  CHECK(visitor.at() == Screen::Idea);
  REQUIRE(visitor.effect<LoadIdea>());
  CHECK(visitor.effect<LoadIdea>()->idea == "i250");
  CHECK(visitor.visit.at.scroll_px == 0);
  visitor.does(IdeaLoaded{an_idea("i250")}).does(Back{});
  CHECK(visitor.at() == Screen::Ideas);
  CHECK(visitor.visit.at.scroll_px == 4200);
}

TEST_CASE("an idea is backed once in a visit, and only after it is kept the screen says so") {
  Visitor visitor = reading("i7");
  visitor.does(GiveSupport{});
  REQUIRE(visitor.effect<SupportIdea>());
  CHECK(visitor.effect<SupportIdea>()->idea == "i7");
  CHECK_FALSE(supports_idea(visitor.visit));
  visitor.does(GiveSupport{});  // a second tap before the answer
  CHECK_FALSE(visitor.effect<SupportIdea>());
  visitor.does(IdeaSupported{"i7"});
  CHECK(supports_idea(visitor.visit));
  visitor.does(GiveSupport{});
  CHECK_FALSE(visitor.effect<SupportIdea>());
  visitor.does(Back{}).does(OpenIdea{"i7"}).does(IdeaLoaded{an_idea("i7")});
  CHECK(supports_idea(visitor.visit));
  visitor.does(Back{}).does(OpenIdea{"i8"}).does(IdeaLoaded{an_idea("i8")});
  CHECK_FALSE(supports_idea(visitor.visit));
}

TEST_CASE("support that could not be kept is said, and can be tried again") {
  Visitor visitor = reading("i7");
  visitor.does(GiveSupport{}).does(IdeaNotSupported{"i7"});
  CHECK(visitor.visit.support_failed);
  CHECK_FALSE(supports_idea(visitor.visit));
  visitor.does(GiveSupport{});
  CHECK(visitor.effect<SupportIdea>());
  CHECK_FALSE(visitor.visit.support_failed);
}

TEST_CASE("the next visitor has backed nothing") {
  Visitor visitor = reading("i7");
  visitor.does(GiveSupport{}).does(IdeaSupported{"i7"}).does(StartAgain{});
  CHECK(visitor.visit.supported.empty());
  CHECK_FALSE(visitor.visit.ideas);
  CHECK_FALSE(visitor.visit.idea);
}

TEST_CASE("similar ideas are looked for when the fingers rest, once for what was typed") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).types("Een bankje");
  visitor.now += 500ms;
  visitor.types("s");
  visitor.waits(599ms);
  CHECK_FALSE(visitor.effect<FindSimilar>());
  visitor.waits(1ms);
  const auto* find = visitor.effect<FindSimilar>();
  REQUIRE(find);
  CHECK(find->text.text() == "Een bankjes");
  visitor.does(SimilarIdeas{{{"i7", "Een bankje bij de speeltuin"}}});
  visitor.waits(10s);
  CHECK_FALSE(visitor.effect<FindSimilar>());
  CHECK(visitor.visit.similar.size() == 1);
}

TEST_CASE("reading the idea that was hinted at leaves the draft unharmed") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).types("Een bankje").waits(600ms);
  visitor.does(SimilarIdeas{{{"i7", "Een bankje bij de speeltuin"}}});
  const auto draft = visitor.visit.draft;
  visitor.does(OpenIdea{"i7"}).does(IdeaLoaded{an_idea("i7")});
  CHECK(visitor.at() == Screen::Idea);
  visitor.does(Back{});
  CHECK(visitor.at() == Screen::IdeaWrite);
  CHECK(visitor.visit.draft == draft);
  CHECK(visitor.visit.similar.size() == 1);
}

TEST_CASE("an empty field has nothing to be similar to, and an answer that comes too late is not shown") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).types("bankje").waits(600ms);
  visitor.does(SimilarIdeas{{{"i7", "Een bankje"}}}).does(EraseAll{});
  CHECK(visitor.visit.similar.empty());
  visitor.does(SimilarIdeas{{{"i7", "Een bankje"}}});
  CHECK(visitor.visit.similar.empty());
  CHECK_FALSE(visitor.visit.hint_at);
}

TEST_CASE("leaving the field leaves no search behind") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).types("bankje").does(Open{Screen::Help});
  visitor.waits(2s);
  CHECK_FALSE(visitor.effect<FindSimilar>());
}
