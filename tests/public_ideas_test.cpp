// The moderated ideas of a release as a screen asks for them: page by page, narrowed, and by what they are
// about.
#include "kiosk/store/public_ideas.h"

#include "kiosk/store/similar.h"
#include "tests/support/idea_release.h"
#include "tests/support/world.h"

using namespace wv;
using store::ideas_page;
using test::a_public_idea;

namespace {

const model::AreaId noord{"noord"};

struct Town {
  explicit Town(wire::PublicIdeas given) : ideas(std::move(given)) {}
  test::TemporaryFolder folder;
  wire::PublicIdeas ideas;
  db::Database release = test::a_release_with(folder.path() / "inhoud-1.db", ideas);
  store::Similar similar = store::Similar::open().value();

  visit::IdeasPage page(const visit::IdeaFilter& filter, std::int64_t first = 0, std::int64_t count = 100) {
    return ideas_page(release, {filter, first, count}, noord);
  }
  std::vector<std::string> like(std::string_view text, const model::AreaId& area = noord) {
    std::vector<std::string> ids;
    for (const auto& one : similar.similar_ideas(release, text, area, 3)) ids.push_back(one.id);
    return ids;
  }
};

wire::PublicIdeas many(int count) {
  test::Dice dice(7);
  wire::PublicIdeas ideas;
  for (int i = 1; i <= count; ++i) ideas.ideas.push_back(test::any_public_idea(dice, i));
  return ideas;
}

wire::PublicIdeas a_few() {
  return {{a_public_idea(1, "Een bankje bij de speeltuin aan de Vlashofstraat"),
           a_public_idea(2, "Een bankje bij de speeltuin", "west"),
           a_public_idea(3, "Café met terras op het plein, graag ook met thee"),
           a_public_idea(4, "Meer verlichting op het fietspad langs het spoor"),
           a_public_idea(5, "Een zebrapad voor de school"),
           a_public_idea(6, "Muziekavond in het buurthuis")}};
}

}  // namespace

TEST_CASE("pages of the list, put together, are every idea once, newest first") {
  Town town(many(700));
  std::vector<std::string> ids;
  base::Day before(std::chrono::year(9999) / 1 / 1);
  for (std::int64_t first = 0; first < 700; first += 96) {
    const auto page = town.page({.area = std::nullopt}, first, 96);
    CHECK(page.total == 700);
    for (const auto& row : page.rows) {
      CHECK(row.on <= before);
      before = row.on;
      ids.push_back(row.id);
    }
  }
  CHECK(ids.size() == 700);
  CHECK(ids.front() == "i700");
  std::ranges::sort(ids);
  CHECK(std::ranges::adjacent_find(ids) == ids.end());
}

TEST_CASE("filters narrow the list and its count alike") {
  Town town(many(700));
  const auto expected = [&](auto passes) { return std::ranges::count_if(town.ideas.ideas, passes); };
  const auto check = [&](const visit::IdeaFilter& filter, auto passes) {
    const auto page = town.page(filter, 0, 1000);
    CHECK(page.total == expected(passes));
    CHECK(static_cast<std::ptrdiff_t>(page.rows.size()) == expected(passes));
  };
  const model::ThemeId green{"groen"};
  using enum model::IdeaStatus;
  check({}, [](const auto& idea) { return idea.area == model::AreaId{"noord"}; });
  check({.area = model::AreaId{"west"}}, [](const auto& idea) { return idea.area == model::AreaId{"west"}; });
  check({.area = std::nullopt, .theme = green}, [&](const auto& idea) { return idea.theme == green; });
  check({.area = model::AreaId{"west"}, .theme = green, .status = Done}, [&](const auto& idea) {
    return idea.area == model::AreaId{"west"} && idea.theme == green && idea.status == Done;
  });
  std::int64_t sum = 0;
  const auto counts = store::idea_counts(town.release).value();
  for (const auto& one : counts) sum += one.count;
  CHECK(sum == 700);
}

TEST_CASE("an idea is read whole by its public id; one that is gone is not found") {
  auto ideas = a_few();
  ideas.ideas[2].answer = {{{"nl", "De thee komt er."}}};
  ideas.ideas[2].steps = {{model::IdeaStatus::Published, ideas.ideas[2].on}};
  Town town(ideas);
  const auto found = store::public_idea(town.release, "i3").value();
  REQUIRE(found);
  CHECK(*found == ideas.ideas[2]);
  CHECK_FALSE(store::public_idea(town.release, "i99").value());
}

TEST_CASE("a release of before there were ideas in rows has none, and says so without a fault") {
  auto release = db::Database::in_memory().value();
  CHECK(ideas_page(release, {{}, 0, 10}, noord).total == 0);
  auto similar = store::Similar::open().value();
  CHECK(similar.similar_ideas(release, "een bankje bij de speeltuin", noord, 3).empty());
}

TEST_CASE("a text about the same thing finds the idea, the own area first") {
  Town town(a_few());
  CHECK(town.like("Kan er een bankje komen bij de speeltuin?") == std::vector<std::string>{"i1", "i2"});
  CHECK(town.like("Kan er een bankje komen bij de speeltuin?", model::AreaId{"west"}) ==
        std::vector<std::string>{"i2", "i1"});
}

TEST_CASE("accents, capitals and a longer form of the word do not matter") {
  Town town(a_few());
  CHECK(town.like("CAFE met TERRAS") == std::vector<std::string>{"i3"});
  CHECK(town.like("cafés en terrassen").empty());  // longer than what stands there: nothing to begin with
  CHECK(town.like("verlicht het fietspad") == std::vector<std::string>{"i4"});
}

TEST_CASE("words that say nothing find nothing") {
  Town town(a_few());
  CHECK(town.like("").empty());
  CHECK(town.like("Ik wil graag iets voor de buurt").empty());
  CHECK(town.like("I would like something for the neighbourhood").empty());
  CHECK(town.like("een met het van").empty());
  CHECK(town.like("2026 1234").empty());
}

TEST_CASE("one rare word is enough, one that many ideas have is not") {
  Town town(a_few());
  CHECK(town.like("Een zebrapad!") == std::vector<std::string>{"i5"});
  Town large(many(3000));
  CHECK(large.like("bankje").empty());
}

TEST_CASE("what is typed is no question in the language of the index") {
  Town town(a_few());
  for (const auto* text : {"\" OR *", "bankje AND speeltuin NOT", "tekst:bankje", "(((",
                           "NEAR(bankje speeltuin)", "bankje' ; DROP TABLE idea_row; --"})
    CHECK(town.like(text).size() <= 3);
  CHECK(town.page({.area = std::nullopt}).total == 6);
}

TEST_CASE("among fifty thousand ideas the one about the same thing is found") {
  auto ideas = many(50'000);
  ideas.ideas[31'234].text = "Zet een schommel voor rolstoelen in de Vlashof";
  Town town(std::move(ideas));
  CHECK(town.like("Kan er een rolstoelschommel? Een schommel voor een rolstoel dus") ==
        std::vector<std::string>{"i31235"});
  const auto page = town.page({.area = std::nullopt}, 49'950, 96);
  CHECK(page.total == 50'000);
  CHECK(page.rows.size() == 50);
  CHECK(page.rows.back().id == "i1");
}
