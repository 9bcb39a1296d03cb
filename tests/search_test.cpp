// From a published agenda to what a typed word finds: the index as sync writes it, the search as the kiosk
// asks.
#include "kiosk/store/search.h"

#include <set>

#include "kiosk/store/shelf.h"
#include "sync/client/release.h"
#include "sync/client/search_index.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"
#include "tests/support/files.h"
#include "tests/support/town.h"
#include "tests/support/world.h"

namespace fs = std::filesystem;
using namespace wv;
using visit::SearchAnswer;
using visit::SearchHit;

namespace {

db::Database a_release(const fs::path& file) {
  auto opened = db::Database::open(file, db::OpenMode::Own);
  REQUIRE(opened);
  REQUIRE(opened->run(test::read_source("sync/client/release.sql")));
  return *std::move(opened);
}

// A release of these areas, closed and opened again as a kiosk opens it.
class Found {
 public:
  explicit Found(const std::vector<model::AreaContent>& areas) {
    const auto file = folder_.path() / "inhoud-1.db";
    {
      auto release = a_release(file);
      REQUIRE(release.run("BEGIN"));
      {
        auto index = client::SearchIndex::begin(release);
        REQUIRE(index);
        for (const auto& area : areas) REQUIRE(index->add(area));
        REQUIRE(index->finish());
      }
      REQUIRE(release.run("COMMIT"));
    }
    auto opened = db::Database::open(file, db::OpenMode::Immutable);
    REQUIRE(opened);
    release_.emplace(*std::move(opened));
  }

  SearchAnswer by(std::string_view words, const std::string& area = "noord", const model::Lang& lang = "nl") {
    visit::Search wanted{{}, lang, model::AreaId{area}};
    wanted.words.insert(words, 200);
    return store::search(*release_, wanted);
  }
  std::vector<std::string> titles(std::string_view words, const std::string& area = "noord",
                                  const model::Lang& lang = "nl") {
    std::vector<std::string> all;
    for (const auto& hit : by(words, area, lang).hits) all.push_back(hit.title.text);
    return all;
  }

 private:
  test::TemporaryFolder folder_;
  std::optional<db::Database> release_;
};

model::AreaContent west() {
  auto area = test::area_noord();
  area.id = model::AreaId{"west"};
  area.name = test::dutch("West");
  area.agendas.front().id = model::AgendaId{"west"};
  area.events.front().title = test::both("Taalcafé in West", "Language café in West");
  area.events.front().description = test::dutch("Over groen praten mag ook.");
  model::NewsItem news;
  news.id = model::NewsId{"n-boom"};
  news.on = test::day(2026, 11, 2);
  news.title = test::dutch("Een boom omgewaaid");
  news.body = test::dutch("Op het plein viel een boom. Niemand raakte gewond.");
  area.news = {news};
  return area;
}

std::string marked(const visit::MarkedText& text) {
  std::string all;
  std::size_t at = 0;
  for (const auto& mark : text.marks) {
    all += text.text.substr(at, mark.begin - at) + "[" + text.text.substr(mark.begin, mark.end - mark.begin) +
           "]";
    at = mark.end;
  }
  return all + text.text.substr(at);
}

}  // namespace

TEST_CASE("a few letters are enough, and accents and capitals make no difference") {
  Found found({test::area_noord(), west()});
  for (const auto* typed : {"taalcafe", "TAALCAF", "taalcafé", "taal"}) {
    INFO(typed);
    CHECK(found.titles(typed) == std::vector<std::string>{"Taalcafé in West"});
  }
}

TEST_CASE("the words that were typed are marked in title and text") {
  Found found({west()});
  const auto hits = found.by("boo gewond").hits;
  REQUIRE(hits.size() == 1);
  CHECK(marked(hits[0].title) == "Een [boom] omgewaaid");
  CHECK(marked(hits[0].snippet) == "Op het plein viel een [boom]. Niemand raakte [gewond].");
}

TEST_CASE("what is near comes first, and titles before texts") {
  Found found({test::area_noord(), west()});
  const auto from_west = found.by("groen", "west").hits;
  REQUIRE(from_west.size() == 3);
  CHECK(from_west[0].area == model::AreaId{"west"});
  CHECK(from_west[0].kind == SearchHit::Kind::Challenge);
  CHECK(from_west[1].kind == SearchHit::Kind::Event);  // only its text is about it
  CHECK(from_west[2].area == model::AreaId{"noord"});
  CHECK(found.by("groen", "noord").hits.front().area == model::AreaId{"noord"});
}

TEST_CASE("an item is found once, in the language of the visitor where the words stand") {
  Found found({test::area_noord()});
  const auto dutch = found.by("noord", "noord", "en");  // nothing of the sort in this small town's texts
  CHECK(dutch.hits.empty());
  const auto english = found.by("green", "noord", "en").hits;
  REQUIRE(english.size() == 1);
  CHECK(english[0].lang == "en");
  CHECK(english[0].title.text == "More green in the squares");
  CHECK(found.by("meer", "noord", "en").hits.front().lang == "nl");  // typed in Dutch, shown in Dutch
  // What has no English title is still found by who reads English.
  CHECK(found.titles("oversteken", "noord", "en") == std::vector<std::string>{"Veilig oversteken"});
}

TEST_CASE("an action says which challenge it belongs to, and who takes part is found too") {
  Found found({test::area_noord()});
  const auto hits = found.by("woningcorp").hits;
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].kind == SearchHit::Kind::Action);
  CHECK(hits[0].id == "bomen");
  CHECK(hits[0].challenge == model::ChallengeId{"o-groen"});
  CHECK(hits[0].agenda == model::AgendaId{"noord"});
}

TEST_CASE("signs that mean something to a database mean nothing in a search") {
  Found found({test::area_noord(), west()});
  for (const auto* typed : {"\"", "\"groen", "groen\"", "groen*", "titel:groen", "groen AND", "NEAR(groen)",
                            "-groen", "^groen", "{groen}", "gro'en", "groen;--", "()", "%", "_"}) {
    INFO(typed);
    CHECK(found.by(typed).available);
  }
  CHECK(found.by("\"groen\"").hits.size() == 3);
  CHECK(found.by("OR").hits.empty());
  CHECK(found.by("").hits.empty());
  CHECK(found.by("g").hits.empty());
  CHECK(found.by("een b").hits.size() == found.by("een").hits.size());  // the next word is still being typed
}

TEST_CASE("a release from before there was an index opens and says that it cannot be searched") {
  test::TemporaryFolder folder;
  {
    auto sync = db::Database::open(folder.path() / "sync.db", db::OpenMode::Own);
    REQUIRE(sync);
    REQUIRE(sync->run(test::read_source("sync/client/sync.sql")));
    REQUIRE(sync->run(
        "INSERT INTO uitgave VALUES(1,'inhoud-1.db','gereed',0); INSERT INTO actief VALUES(1,1,NULL)"));
    auto old = a_release(folder.path() / "inhoud-1.db");
    REQUIRE(old.run("DROP TABLE zoek"));
    REQUIRE(old.run("DROP TABLE zoekgebied"));
    const auto put = [&](const std::string& name, const base::Json& json) {
      REQUIRE(old.run("INSERT INTO document VALUES(?, x'00', ?)", name, base::as_bytes(base::to_text(json))));
    };
    put("gemeente.json", wire::to_json(test::the_municipality()));
    put("gebied/noord.json", wire::to_json(test::area_noord()));
    wire::Keys keys;
    keys.contact = {"contact-1", base::Bytes(256, 0xc1), {1, 0, 1}};
    keys.receipt.kid = "ontvangst";
    put("sleutels.json", wire::to_json(keys));
  }
  store::Shelf shelf(folder.path(), model::AreaId{"noord"});
  const auto taken = shelf.refresh();
  REQUIRE(taken);
  visit::Search wanted;
  wanted.words.insert("groen", 60);
  CHECK_FALSE(shelf.search(wanted).available);
}

TEST_CASE("sync puts every area of a release in the index") {
  test::TemporaryFolder folder;
  client::Release release;
  release.version = 1;
  const auto put = [&](const std::string& name, const base::Json& json) {
    const auto text = base::to_text(json);
    release.documents[name] = {{}, base::Bytes(text.begin(), text.end())};
  };
  put("gemeente.json", wire::to_json(test::the_municipality()));
  put("gebied/noord.json", wire::to_json(test::area_noord()));
  put("gebied/west.json", wire::to_json(west()));
  REQUIRE(client::write_release(release, folder.path() / "inhoud-1.db"));
  auto opened = db::Database::open(folder.path() / "inhoud-1.db", db::OpenMode::Immutable);
  REQUIRE(opened);
  visit::Search wanted;
  wanted.words.insert("boom", 60);
  const auto answer = store::search(*opened, wanted);
  REQUIRE(answer.hits.size() == 1);
  CHECK(answer.hits[0].area == model::AreaId{"west"});
}

TEST_CASE("among ten thousand items a search finds exactly what is there, and says when there is more") {
  const std::vector<std::string> words = {"speeltuin", "bankje",    "bomen",    "plein",    "school",
                                          "fietspad",  "buurthuis", "jongeren", "ouderen",  "café",
                                          "water",     "markt",     "station",  "parkeren", "energie",
                                          "koffie",    "muziek",    "zorg",     "sport",    "taal"};
  test::Dice dice(20261125);
  const auto word = [&] {
    return words[static_cast<std::size_t>(dice.whole(0, static_cast<int>(words.size()) - 1))];
  };
  std::vector<model::AreaContent> areas;
  std::map<std::string, std::set<std::string>> rare;  // one word in a few items: where it is
  for (int a = 0; a < 10; ++a) {
    model::AreaContent area;
    area.id = model::AreaId{"gebied-" + std::to_string(a)};
    for (int n = 0; n < 1000; ++n) {
      model::NewsItem item;
      item.id = model::NewsId{"n-" + std::to_string(n)};
      item.title = test::both(word() + " en " + word(), "the " + word());
      std::string body = word() + " " + word() + " " + word();
      if (n % 125 == 0) {
        const std::string mark = "uniek" + std::to_string(n / 125);
        body += " " + mark;
        rare[mark].insert(area.id.value + "/" + item.id.value);
      }
      item.body = test::dutch(body);
      area.news.push_back(item);
    }
    areas.push_back(std::move(area));
  }
  Found found(areas);
  for (const auto& [mark, wanted] : rare) {
    std::set<std::string> got;
    const auto answer = found.by(mark, "gebied-3");
    for (const auto& hit : answer.hits) got.insert(hit.area.value + "/" + hit.id);
    CHECK(got == wanted);
    CHECK_FALSE(answer.more);
    CHECK(answer.hits.front().area == model::AreaId{"gebied-3"});
  }
  const auto common = found.by("cafe", "gebied-7");
  CHECK(common.more);
  CHECK(common.hits.size() == store::most_hits);
  for (const auto& hit : common.hits) {
    CHECK(hit.area == model::AreaId{"gebied-7"});
    CHECK(hit.title.text.find("café") != std::string::npos);  // enough titles to begin with
  }
}
