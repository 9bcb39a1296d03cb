// What the screens of the neighbours' ideas say.
#include "kiosk/screens/public_words.h"
#include "tests/support/seeing.h"

using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_visitor;
using test::page;
using test::see;
using test::Visitor;

namespace {

using enum model::IdeaStatus;

store::Content a_town_with_ideas() {
  auto town = test::a_town();
  const model::AreaId noord{"noord"}, west{"west"};
  const model::ThemeId green{"groen"}, none;
  town.ideas = {{noord, green, Published, 30}, {noord, none, Done, 11}, {west, green, InProgress, 1200}};
  return town;
}

visit::IdeaRow a_row(std::string id, model::IdeaStatus status = Published, std::int64_t supports = 0) {
  return {std::move(id), "Een bankje bij de speeltuin", test::day(2026, 11, 2),
          status,        model::ThemeId{"groen"},       supports};
}

Visitor at_the_list(const IdeasPage& page) {
  return a_visitor().does(Open{Screen::Ideas}).does(page);
}

model::PublicIdea an_idea() {
  model::PublicIdea idea;
  idea.id = "i7";
  idea.text = "Een bankje bij de speeltuin.\nMet een leuning.";
  idea.on = test::day(2026, 11, 2);
  idea.status = InProgress;
  idea.theme = model::ThemeId{"groen"};
  idea.area = model::AreaId{"noord"};
  idea.challenge = model::ChallengeId{"o-groen"};
  idea.supports = 1204;
  idea.answer = test::dutch("We kijken ernaar.");
  idea.answered_on = test::day(2026, 11, 9);
  idea.steps = {{Published, test::day(2026, 11, 3)}, {InProgress, test::day(2026, 11, 9)}};
  return idea;
}

Visitor reading(const model::PublicIdea& idea) {
  return at_the_list({{}, 0, 1, {a_row(idea.id)}}).does(OpenIdea{idea.id}).does(IdeaLoaded{idea});
}

std::vector<std::string> labels(const std::vector<Chip>& chips) {
  std::vector<std::string> all;
  for (const auto& chip : chips) all.push_back(chip.label.text);
  return all;
}

}  // namespace

TEST_CASE("home says how many ideas there are in the own area") {
  const auto tile = [](const store::Content& town) {
    for (const auto& one : page<HomeView>(see(a_visitor(), town)).tiles)
      if (one.title.text == "Ideeën uit de buurt") return one.subtitle.text;
    return std::string("no tile");
  };
  CHECK(tile(a_town_with_ideas()) == "41 ideeën");
  CHECK(tile(test::a_town()) == "Nog geen ideeën");
}

TEST_CASE("the list offers the themes and statuses that find something here") {
  const auto town = a_town_with_ideas();
  auto visitor = at_the_list({{}, 0, 41, {a_row("i7", Published, 3), a_row("i6", Done)}});
  auto list = page<IdeasView>(see(visitor, town));
  CHECK(list.subtitle.text == "41 ideeën in Noord, het nieuwste eerst");
  CHECK(list.area.label.text == "Gebied: Noord");
  CHECK(labels(list.statuses) == std::vector<std::string>{"Alle ideeën", "Nieuw", "Klaar"});
  CHECK(list.themes.empty());  // one theme is no choice
  REQUIRE(list.rows.size() == 2);
  CHECK(list.rows[0].status.text.text == "Nieuw");
  CHECK(list.rows[0].supports.text == "3 keer gesteund");
  CHECK(list.rows[1].supports.empty());
  CHECK(list.rows[0].action == Action{OpenIdea{"i7"}});
  const IdeaFilter everywhere{.area = std::nullopt};
  visitor.does(FilterIdeas{everywhere}).does(IdeasPage{everywhere, 0, 1241, {}});
  list = page<IdeasView>(see(visitor, town));
  CHECK(list.subtitle.text == "1241 ideeën, het nieuwste eerst");
  CHECK(list.area.label.text == "Alle gebieden");
}

TEST_CASE("no ideas yet is an invitation; none for a filter says how to see more") {
  auto visitor = at_the_list({});
  auto list = page<IdeasView>(see(visitor));
  CHECK(list.nothing.text == "Hier staan nog geen ideeën");
  CHECK(list.give_idea.action == Action{GiveIdea{}});
  const IdeaFilter done{.status = Done};
  visitor.does(FilterIdeas{done}).does(IdeasPage{done, 0, 0, {}});
  list = page<IdeasView>(see(visitor));
  CHECK(list.nothing.text == "Geen ideeën gevonden");
  CHECK(labels(list.statuses).empty());
}

TEST_CASE("an idea shows its whole text, its answer, its way so far and the challenge it belongs to") {
  const auto shown = page<PublicIdeaView>(see(reading(an_idea())));
  CHECK(shown.text.text == an_idea().text);
  CHECK(shown.from.text == "Noord, 2 november 2026");
  CHECK(shown.supports.text == "1.204 keer gesteund");
  CHECK(shown.answer.text == "We kijken ernaar.");
  REQUIRE(shown.history.size() == 3);
  CHECK(shown.history[0].title.text == "Idee gegeven");
  CHECK(shown.history[2].title.text == "Wij zoeken uit of het kan");
  CHECK(shown.history[2].text.text == "9 november 2026");
  REQUIRE(shown.challenge);
  CHECK(shown.challenge->action == Action{OpenChallenge{model::ChallengeId{"o-groen"}}});
}

TEST_CASE("support is offered with what becomes of it, and afterwards the button says it is given") {
  auto visitor = reading(an_idea());
  auto shown = page<PublicIdeaView>(see(visitor));
  CHECK(shown.support.label.text == "Steun dit idee");
  CHECK(shown.support.enabled);
  CHECK(shown.support_note.text.find("Wijkpunt Noord") != std::string::npos);
  shown = page<PublicIdeaView>(see(visitor.does(GiveSupport{}).does(IdeaNotSupported{"i7"})));
  CHECK_FALSE(shown.problem.empty());
  CHECK(shown.support.enabled);
  shown = page<PublicIdeaView>(see(visitor.does(GiveSupport{}).does(IdeaSupported{"i7"})));
  CHECK(shown.support.label.text == "U steunt dit idee");
  CHECK_FALSE(shown.support.enabled);
  CHECK(shown.problem.empty());
}

TEST_CASE("an idea that is gone says so and offers nothing to press") {
  const auto shown = page<PublicIdeaView>(see(a_visitor().does(OpenIdea{"i9"}).does(IdeaLoaded{})));
  CHECK(shown.text.text == "Dit idee staat niet meer op het scherm.");
  CHECK(shown.support.label.empty());
}

TEST_CASE("while writing one line says that there is such an idea already") {
  Visitor visitor = a_visitor().does(GiveIdea{}).types("bankje");
  CHECK_FALSE(page<IdeaWriteView>(see(visitor)).similar);
  visitor.does(SimilarIdeas{{{"i7", "Een bankje bij de speeltuin.\nMet een leuning."}, {"i8", "Nog een"}}});
  const auto similar = page<IdeaWriteView>(see(visitor)).similar;
  REQUIRE(similar);
  CHECK(similar->label.text == "Hier is al een idee over: Een bankje bij de speeltuin. …");
  CHECK(similar->action == Action{OpenIdea{"i7"}});
}

TEST_CASE("the beginning of a text ends between words") {
  CHECK(beginning("Een bankje", 60) == "Een bankje");
  CHECK(beginning("Een bankje bij de speeltuin", 16) == "Een bankje bij…");
  CHECK(beginning("Een bankje\nbij de speeltuin", 60) == "Een bankje …");
  CHECK(beginning(std::string(90, 'a'), 20) == std::string(20, 'a') + "…");
  CHECK(beginning("ééééé", 3) == "ééé…");
}

TEST_CASE("endings that hurt or surprise are told kindly, and a merged idea leads to the other") {
  const auto result = [](CodeAnswer answer) {
    return page<CodeResultView>(
        see(a_visitor().does(Open{Screen::CodeEntry}).types("K7QM3TXB2F").does(LookUp{}).does(answer)));
  };
  const auto told = [&](model::IdeaStatus status) {
    CodeAnswer answer{CodeAnswer::Kind::Found, {}, {}};
    answer.steps = {{Received, {}, {}, {}}, {status, {}, test::dutch("Er staat een naam in."), {}}};
    return result(answer);
  };
  CHECK(told(NotShown).intro.text.starts_with("Andere bewoners zien dit idee niet."));
  CHECK(told(NotShown).answer.text == "Er staat een naam in.");
  CHECK_FALSE(told(Referred).intro.empty());
  CHECK_FALSE(told(Withdrawn).intro.empty());
  CHECK_FALSE(told(NotTaken).intro.empty());
  CHECK(told(OnAgenda).intro.empty());
  CodeAnswer merged{CodeAnswer::Kind::Found, {}, "i7"};
  merged.steps = {{Received, {}, {}, {}}, {Merged, {}, {}, "i7"}, {BeingDone, {}, {}, {}}};
  const auto shown = result(merged);
  CHECK(shown.intro.text.starts_with("Iemand anders had hetzelfde idee."));
  REQUIRE(shown.goes_on);
  CHECK(shown.goes_on->action == Action{OpenIdea{"i7"}});
  CHECK(shown.steps[1].title.text == "Uw idee hoort nu bij een ander idee");
}
