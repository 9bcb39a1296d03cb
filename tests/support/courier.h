// A whole courier in a temporary folder, with a fake central at the other end: what the client tests play
// with.
#pragma once

#include "sync/client/enrol.h"
#include "sync/client/ledger.h"
#include "sync/client/round.h"
#include "sync/edge/disk.h"
#include "tests/support/catch.h"
#include "tests/support/fake_central.h"

namespace wv::test {

// Throws where a named step is reached: the nearest thing to a kill inside one process.
struct Killed {};
class KillingSteps final : public client::Steps {
 public:
  void reached(std::string_view step) override {
    if (!die_at.empty() && step == die_at) {
      die_at.clear();
      throw Killed{};
    }
  }
  std::string die_at;
};

class Courier {
 public:
  Courier() : place{folder.path()} { start(); }

  // As a process start: nothing in memory survives.
  void start() {
    store.reset();
    store.emplace(client::Store::open(place.sync_file()).value());
  }

  client::Attempt<> enrol() {
    return client::enrol(world, place, *store,
                         {central.code, FakeCentral::address, central.repository.root_sha256(), "test"});
  }
  client::Outcome round() { return client::run_round(world, place, *store, {"", "test", {}}).value(); }
  std::string word() { return std::string(round().word()); }

  // The screen keeps an idea. Answers its id.
  std::string idea(std::string_view text = "Een bankje bij de speeltuin") {
    auto database = open_ideas();
    return keep(database, "idee", text);
  }
  // Somebody backs an idea at the screen. Answers the id of the support.
  std::string support(std::string_view text = R"({"idee":"i41"})") {
    auto database = open_ideas();
    REQUIRE(database.run(
        "CREATE TABLE IF NOT EXISTS steun(id TEXT PRIMARY KEY, volgnummer INTEGER NOT NULL UNIQUE,"
        " bytes BLOB NOT NULL, sha256 BLOB NOT NULL, bewaard_op INTEGER NOT NULL) STRICT"));
    return keep(database, "steun", text);
  }
  // The central takes what goes to `path` and signs for it, and the signature gets lost on its way.
  void loses_receipt(std::string_view path) {
    http.misfortune(std::string(path), [this](const base::HttpRequest& request) -> ScriptedHttp::Answer {
      (void)central.answer(request);
      return base::fail(base::ErrorCode::Unavailable, "centraal.test: connection reset by peer");
    });
  }
  void screen_erases(const std::string& id) { REQUIRE(open_ideas().run("DELETE FROM idee WHERE id=?", id)); }

  std::string state_of(const std::string& id) {
    return text("SELECT staat FROM levering WHERE idee='" + id + "'");
  }
  std::string fault_of(const std::string& id) {
    return text("SELECT fout FROM levering WHERE idee='" + id + "'");
  }
  std::string notice(const std::string& key) {
    return text("SELECT code FROM melding WHERE sleutel='" + key + "'");
  }
  std::string fact(std::string_view key) { return store->fact(key).value().value_or(""); }
  std::int64_t shown() {
    const auto active = client::Shelf(store->database(), place).active().value();
    return active ? active->version : 0;
  }
  // The profile text of the area as the screen would read it now.
  std::string shown_area() {
    auto database = db::Database::open(place.release_file(shown()), db::OpenMode::Immutable).value();
    auto select = database.prepare("SELECT bytes FROM document WHERE naam='gebied/noord.json'").value();
    REQUIRE(select.step().value());
    return std::string(base::as_text(select.blob(0)));
  }
  std::string text(const std::string& sql) {
    auto select = store->database().prepare(sql).value();
    return select.step().value() ? select.text_copy(0) : std::string("(no row)");
  }

  TemporaryFolder folder;
  client::Place place;
  VirtualClock clock{at("2026-03-01T10:00:00Z")};
  SeededRandom random{42};
  FakeCentral central{clock, random};
  ScriptedHttp http{[this](const base::HttpRequest& request) { return central.answer(request); }};
  edge::Disk files;
  edge::Disk secrets{edge::Disk::Access::OwnerOnly};
  KillingSteps steps;
  base::Log log = silent_log();
  client::World world{http, files, secrets, clock, random, steps, log};
  std::optional<client::Store> store;

 private:
  db::Database open_ideas() {
    auto database = db::Database::open(place.ideas_file(), db::OpenMode::OwnPrecious).value();
    REQUIRE(database.run(
        "CREATE TABLE IF NOT EXISTS idee(id TEXT PRIMARY KEY, volgnummer INTEGER NOT NULL UNIQUE,"
        " bytes BLOB NOT NULL, sha256 BLOB NOT NULL, bewaard_op INTEGER NOT NULL) STRICT"));
    return database;
  }
  std::string keep(db::Database& database, const std::string& table, std::string_view text) {
    const std::int64_t sequence = ++sequence_;
    const std::string number = std::to_string(sequence);
    const std::string id = "019a5e3c-7d10-7c3a-9f0e-" + std::string(12 - number.size(), '0') + number;
    const base::Bytes bytes = bytes_of(text);
    REQUIRE(database.run("INSERT INTO " + table + " VALUES(?,?,?,?,0)", id, sequence, bytes,
                         base::ByteView(base::sha256(bytes))));
    return id;
  }
  std::int64_t sequence_ = 0;
};

// Enrolled, with its first content.
class ReadyCourier : public Courier {
 public:
  ReadyCourier() {
    REQUIRE(enrol());
    REQUIRE(word() == "goed");
    http.requests.clear();
  }
};

}  // namespace wv::test
