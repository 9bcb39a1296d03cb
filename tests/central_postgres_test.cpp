// What only PostgreSQL can do for a central: several processes at once, and an archive that moved in from one
// file.
#include <thread>

#include "sync/central/backup.h"
#include "sync/central/books.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using central::KeptIdea;
using central::NewIdea;
using Outcome = KeptIdea::Outcome;

namespace {

NewIdea an_idea_of(Central& central, const std::string& kiosk, std::int64_t sequence) {
  const std::string text = "idee " + std::to_string(sequence);
  const base::Bytes bytes(text.begin(), text.end());
  return {{an_idea_id(central)}, {kiosk}, sequence, "", base::sha256(bytes), bytes, central.clock.at};
}

std::unique_ptr<central::Store> another_process(Central& central) {
  return must(central::open_store(central.own.place, "een andere epoch"));
}

std::int64_t keep_all(central::Store& store, const std::vector<NewIdea>& ideas) {
  std::atomic<std::int64_t> kept{0};
  for (const auto& idea : ideas)
    store.keep_idea(idea, [&](base::Result<KeptIdea> outcome) {
      if (outcome && outcome->outcome == Outcome::New) ++kept;
    });
  must(store.move_durable_mark({}));  // waits its turn behind all of them
  return kept;
}

}  // namespace

TEST_CASE("two centrals on one database take in ideas at once: none lost, none double, one unbroken log",
          "[postgres]") {
  Central central;
  const auto other = another_process(central);
  constexpr int each = 300;
  std::vector<NewIdea> here, there;
  for (int i = 1; i <= each; ++i) {
    here.push_back(an_idea_of(central, "k1", i));
    there.push_back(an_idea_of(central, "k2", i));
  }
  std::int64_t kept_there = 0;
  std::thread second([&] { kept_there = keep_all(*other, there); });
  const auto kept_here = keep_all(*central.store, here);
  second.join();
  CHECK(kept_here == each);
  CHECK(kept_there == each);
  CHECK(central.own.count("idee") == 2 * each);
  CHECK(central.own.count("(SELECT DISTINCT nummer FROM idee) AS alle") == 2 * each);
  must(central::verify_log(*central.own.reader()));
}

TEST_CASE("what one central changed in public, the other one publishes", "[postgres]") {
  Central central;
  const auto other = another_process(central);
  const auto before = other->public_change();
  const auto kiosk = a_kiosk(central);
  REQUIRE(kiosk.put(central, an_idea_id(central), an_idea(1)).status == 201);
  CHECK(other->public_change() > before);
  CHECK(other->system().epoch == central.store->system().epoch);
}

TEST_CASE("a kiosk that one central blocked is refused by the other one", "[postgres]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto other = another_process(central);
  must(other->set_state(kiosk.id, central::KioskState::Revoked, "gestolen", central.clock.at));
  CHECK(kiosk.put(central, an_idea_id(central), an_idea(1)).status == 403);
}

TEST_CASE("a store is not restored while a central is connected to it", "[postgres]") {
  Central central;
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  const auto restored = central::restore(central.secrets, copy, central.own.place, "nieuw", central.clock.at);
  REQUIRE(!restored);
  CHECK(restored.error().code == base::ErrorCode::Unavailable);
  CHECK(restored.error().message.find("stop it first") != std::string::npos);
}

TEST_CASE("an archive that outgrew one machine moves from SQLite to PostgreSQL, and back", "[postgres]") {
  Central central;
  central::StorePlace file{central.folder.path / "oud.db", {}};
  const auto id = an_idea_id(central);
  {
    const auto old = must(central::open_store(file, "oud"));
    const std::string text = "Een bankje bij de speeltuin — ’s avonds licht";
    const base::Bytes bytes(text.begin(), text.end());
    const NewIdea idea{{id}, {"k1"}, 1, "hash", base::sha256(bytes), bytes, central.clock.at};
    must(answer_to<KeptIdea>([&](auto done) { old->keep_idea(idea, done); }));
    must(old->answer({{id, "", ""},
                      model::IdeaStatus::Published,
                      {{{"nl", "Goed idee"}}},
                      "gebiedsteam",
                      central.clock.at,
                      {}}));
    must(old->copy_to(central.folder.path / "kopie.db", central.clock.at));
  }
  central.close();
  must(central::restore(central.secrets, central.folder.path / "kopie.db", central.own.place, "nieuw",
                        central.clock.at));
  central.open();
  CHECK(central.store->system().epoch == "nieuw");
  std::vector<central::IdeaRow> ideas;
  must(central.store->ideas([&](const central::IdeaRow& row) { return ideas.push_back(row), true; }));
  REQUIRE(ideas.size() == 1);
  CHECK(ideas[0].id.value == id);
  CHECK(ideas[0].history.back().text.in.at("nl") == "Goed idee");
  must(central.store->copy_to(central.folder.path / "terug.db", central.clock.at));
  const auto report = must(central::verify_copy(central.folder.path / "terug.db"));
  CHECK(report.epoch == "nieuw");
  CHECK(report.ideas == 1);
}

TEST_CASE("a password in the address of the database is refused: anybody can read arguments") {
  CHECK_FALSE(central::store_place("postgresql://centraal:geheim@db.example/wijkvenster"));
  CHECK_FALSE(central::store_place("postgresql://db.example/wijkvenster?user=a&password=geheim"));
  CHECK_FALSE(central::store_place("mysql://db"));
  CHECK_FALSE(central::store_place("sqlite:"));
  CHECK(must(central::store_place("postgresql://centraal@db.example:5432/wijkvenster")).postgres);
  CHECK(must(central::store_place("sqlite:/srv/ideeen.db")).file == "/srv/ideeen.db");
}
