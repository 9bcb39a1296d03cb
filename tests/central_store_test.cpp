// The archive of the central: what was acknowledged is on disk, and nobody's idea is lost, doubled or
// swapped.
#include <thread>

#include "sync/central/backup.h"
#include "sync/central/writer.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using central::KeptIdea;
using central::NewIdea;
using Outcome = KeptIdea::Outcome;

namespace {

NewIdea new_idea(Central& central, const std::string& id, std::int64_t sequence, const std::string& text,
                 const std::string& kiosk = "k1") {
  const base::Bytes bytes(text.begin(), text.end());
  return {{id}, {kiosk}, sequence, "", base::sha256(bytes), bytes, central.clock.at};
}

KeptIdea keep(Central& central, NewIdea idea) {
  return must(answer_to<KeptIdea>([&](auto done) { central.store->keep_idea(std::move(idea), done); }));
}

}  // namespace

TEST_CASE("an idea that was acknowledged can be read by another process at that very moment", "[store]") {
  Central central;
  const auto id = an_idea_id(central);
  std::promise<std::int64_t> seen;
  central.store->keep_idea(new_idea(central, id, 1, "a"), [&](base::Result<KeptIdea> kept) {
    seen.set_value(kept ? central.own.count("idee WHERE id='" + id + "'") : -1);
  });
  CHECK(seen.get_future().get() == 1);
}

TEST_CASE("many kiosks at once: every acknowledged idea is there, once", "[store]") {
  Central central;
  constexpr int threads = 4, each = 200;
  std::vector<std::thread> kiosks;
  std::atomic<int> acknowledged{0};
  std::vector<std::vector<NewIdea>> ideas(threads);
  for (int t = 0; t < threads; ++t)
    for (int i = 1; i <= each; ++i)
      ideas[static_cast<std::size_t>(t)].push_back(
          new_idea(central, an_idea_id(central), i, "idee " + std::to_string(i), "k" + std::to_string(t)));
  for (auto& mine : ideas)
    kiosks.emplace_back([&central, &acknowledged, &mine] {
      for (auto& idea : mine)
        central.store->keep_idea(idea, [&](base::Result<KeptIdea> kept) {
          if (kept && kept->outcome == Outcome::New) ++acknowledged;
        });
    });
  for (auto& kiosk : kiosks) kiosk.join();
  central.store->kiosks();
  central.store->move_durable_mark({});  // waits its turn behind all of them
  CHECK(acknowledged == threads * each);
  CHECK(central.own.count("idee") == threads * each);
}

TEST_CASE("the same bytes again give the same receipt, other bytes under that id are refused", "[store]") {
  Central central;
  const auto id = an_idea_id(central);
  const auto first = keep(central, new_idea(central, id, 1, "a"));
  CHECK(first.outcome == Outcome::New);
  central.clock.at += std::chrono::hours(5);
  const auto again = keep(central, new_idea(central, id, 1, "a"));
  CHECK(again.outcome == Outcome::Same);
  CHECK(again.received_at == first.received_at);
  CHECK(keep(central, new_idea(central, id, 1, "b")).outcome == Outcome::Different);
  CHECK(central.own.count("idee") == 1);
}

TEST_CASE("one number for two ideas means two machines with one identity", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  CHECK(keep(central, new_idea(central, an_idea_id(central), 7, "a", kiosk.id.value)).outcome ==
        Outcome::New);
  CHECK(keep(central, new_idea(central, an_idea_id(central), 7, "b", kiosk.id.value)).outcome ==
        Outcome::SequenceTwice);
  CHECK(must(central.store->kiosk(kiosk.id)).state == central::KioskState::Blocked);
  CHECK(central.own.count("idee") == 1);
}

TEST_CASE("a clock that goes back does not make a receipt older than the copy before it", "[store]") {
  Central central;
  const auto early = keep(central, new_idea(central, an_idea_id(central), 1, "a"));
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  central.clock.at -= std::chrono::hours(48);
  const auto late = keep(central, new_idea(central, an_idea_id(central), 2, "b"));
  const auto report = must(central::verify_copy(copy));
  CHECK(report.ideas == 1);
  CHECK(early.received_at <= report.complete_until);
  CHECK(late.received_at > report.complete_until);
}

TEST_CASE("a full queue says so at once and loses nothing it took", "[store]") {
  Central central;
  central.open({.queue = 8, .group = 4});
  std::atomic<int> kept{0}, refused{0};
  for (int i = 1; i <= 500; ++i)
    central.store->keep_idea(new_idea(central, an_idea_id(central), i, "x"),
                             [&](base::Result<KeptIdea> answer) {
                               if (answer)
                                 ++kept;
                               else if (answer.error().code == base::ErrorCode::Unavailable)
                                 ++refused;
                             });
  central.open();  // closing the store finishes what waits
  CHECK(kept + refused == 500);
  CHECK(refused > 0);
  CHECK(central.own.count("idee") == kept);
}

TEST_CASE("no disk left: nothing is taken in", "[sqlite]") {
  Central central;
  central.open({.reserve_bytes = ~0ull});
  const auto answer = answer_to<KeptIdea>(
      [&](auto done) { central.store->keep_idea(new_idea(central, an_idea_id(central), 1, "x"), done); });
  REQUIRE(!answer);
  CHECK(answer.error().code == base::ErrorCode::Unavailable);
  CHECK(central.own.count("idee") == 0);
}

TEST_CASE("a task that fails inside a group takes nobody with it", "[store]") {
  TemporaryFolder folder;
  const OwnStore own(folder.path);
  const auto open = [&]() -> base::Result<std::unique_ptr<central::Books>> {
    auto sql = own.writer();
    must(central::prepare_tables(*sql, "e1"));
    return std::make_unique<central::Books>(must(central::Books::open(std::move(sql))));
  };
  int committed = 0, failed = 0;
  {
    central::Writer writer(must(open()), open, {});
    for (int i = 0; i < 20; ++i)
      writer.submit(
          [i](central::Books& books) -> base::Result<> {
            WV_CHECK(books.add_kiosk({{"id" + std::to_string(i)}, "naam" + std::to_string(i), "mini"},
                                     {"K" + std::to_string(i), {1}, {2}, {}}, {}));
            if (i % 3 == 0) return base::fail(base::ErrorCode::Invalid, "no");
            return {};
          },
          [&](base::Result<> done) { ++(done ? committed : failed); });
  }
  CHECK(failed == 7);
  CHECK(committed == 13);
  CHECK(own.count("kiosk") == 13);
  must(central::verify_log(*own.reader()));
  CHECK(own.count("logboek") == 13);
}

TEST_CASE("a changed row of the log shows", "[store]") {
  Central central;
  a_kiosk(central, "een");
  a_kiosk(central, "twee");
  central.close();
  const auto sql = central.own.writer();
  must(central::verify_log(*sql));
  must(sql->run("UPDATE logboek SET wat='niets' WHERE seq=2"));
  const auto verified = central::verify_log(*sql);
  REQUIRE(!verified);
  CHECK(verified.error().message.find("row 2") != std::string::npos);
}

TEST_CASE("a copy in which one idea changed is refused", "[store]") {
  Central central;
  keep(central, new_idea(central, an_idea_id(central), 1, "bankje"));
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  must(central::verify_copy(copy));
  {
    auto database = must(db::Database::open(copy, db::OpenMode::Own));
    must(database.run("UPDATE idee SET bytes=x'00'"));
  }
  const auto verified = central::verify_copy(copy);
  REQUIRE(!verified);
  CHECK(verified.error().code == base::ErrorCode::Corrupt);
}

TEST_CASE("restored from a copy: new epoch, lost ideas may come again, erased ones may not", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto kept = an_idea_id(central), lost = an_idea_id(central), erased = an_idea_id(central);
  keep(central, new_idea(central, kept, 1, "blijft", kiosk.id.value));
  keep(central, new_idea(central, erased, 2, "weg", kiosk.id.value));
  const auto before = central.store->system().epoch;
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  central.clock.at += std::chrono::hours(1);
  keep(central, new_idea(central, lost, 3, "kwijt", kiosk.id.value));
  must(central.store->erase({erased}, "verzoek", central.clock.at));
  central.close();

  const auto restored =
      must(central::restore(central.secrets, copy, central.own.place, "nieuw", central.clock.at));
  CHECK(restored.erased_again == 1);
  CHECK(central.own.has(restored.earlier_store));
  central.open();
  CHECK(before != "nieuw");
  CHECK(central.store->system().epoch == "nieuw");
  CHECK(central.store->system().durable_until == restored.copy.complete_until);
  CHECK(keep(central, new_idea(central, kept, 1, "blijft", kiosk.id.value)).outcome == Outcome::Same);
  CHECK(keep(central, new_idea(central, lost, 3, "kwijt", kiosk.id.value)).outcome == Outcome::New);
  CHECK(keep(central, new_idea(central, erased, 2, "weg", kiosk.id.value)).outcome == Outcome::Same);
  CHECK(central.own.count("idee WHERE id='" + erased + "'") == 0);
}

TEST_CASE("an erased idea leaves no trace in any file of the store", "[sqlite]") {
  Central central;
  const auto id = an_idea_id(central);
  keep(central, new_idea(central, id, 1, "kanarie-in-de-mijn"));
  must(central.store->erase({id}, "verzoek", central.clock.at));
  for (const auto& entry : std::filesystem::directory_iterator(central.folder.path)) {
    if (!entry.is_regular_file()) continue;
    const auto bytes = must(central.files.read(entry.path()));
    INFO(entry.path());
    CHECK(base::as_text(bytes).find("kanarie") == std::string_view::npos);
  }
}

TEST_CASE("a store that was closed is one file", "[sqlite]") {
  Central central;
  keep(central, new_idea(central, an_idea_id(central), 1, "a"));
  central.close();
  CHECK_FALSE(std::filesystem::exists(central.own.place.file.string() + "-wal"));
  const auto mode = std::filesystem::status(central.own.place.file).permissions();
  CHECK((mode & std::filesystem::perms(077)) == std::filesystem::perms::none);
}

TEST_CASE("support for an idea that was lost with its machine lands on no other idea", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  central.clock.at += std::chrono::hours(1);
  keep(central, new_idea(central, an_idea_id(central), 1, "kwijt", kiosk.id.value));
  REQUIRE(central.own.count("idee WHERE nummer=1") == 1);
  central.close();
  must(central::restore(central.secrets, copy, central.own.place, "nieuw", central.clock.at));
  central.open();
  keep(central, new_idea(central, an_idea_id(central), 2, "een ander idee", kiosk.id.value));
  CHECK(central.own.count("idee") == 1);
  CHECK(central.own.count("idee WHERE nummer=1") == 0);
}
