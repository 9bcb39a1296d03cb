// A state folder as wijkvenster-sync leaves it, for tests of what reads it.
#pragma once

#include <filesystem>
#include <optional>

#include "sync/db/database.h"
#include "sync/wire/content.h"
#include "sync/wire/sealed.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"
#include "tests/support/town.h"
#include "tests/support/world.h"

namespace wv::test {

inline const wire::RsaKeyPair& contact_keys() {
  static const wire::RsaKeyPair pair = [] {
    auto made = wire::make_rsa_key_pair(2048);
    REQUIRE(made);
    return *std::move(made);
  }();
  return pair;
}

inline wire::Keys cheap_keys() {
  wire::Keys keys;
  keys.contact = contact_keys().public_key;
  keys.receipt.kid = "ontvangst";
  keys.argon2 = {1, 1024};  // the cheapest that sleutels.json may ask for
  return keys;
}

inline db::Database database(const std::filesystem::path& file, const std::string& schema) {
  auto opened = db::Database::open(file, db::OpenMode::Own);
  REQUIRE(opened);
  REQUIRE(opened->run(read_source(schema)));
  return *std::move(opened);
}

inline void put(db::Database& release, const std::string& name, const base::Json& json) {
  REQUIRE(release.run("INSERT INTO document VALUES(?, x'00', ?)", name, base::as_bytes(base::to_text(json))));
}

// What stands in a release; bent by tests.
struct Release {
  std::int64_t version = 10;
  model::AreaContent area = area_noord();
  std::optional<model::CityMap> map = {};
  base::Bytes picture = {0x89, 0x50, 0x4e, 0x47};  // of beeld/noord.png: the beginning of one
};

class State {
 public:
  State() : sync_(database(folder_.path() / "sync.db", "sync/client/sync.sql")) {}
  const std::filesystem::path& path() const { return folder_.path(); }
  db::Database& sync() { return sync_; }

  void release(std::int64_t version, const std::string& name = "Noord") {
    Release one{.version = version};
    one.area.name = dutch(name);
    release(one);
  }
  void release(Release one) {
    const std::string file = "inhoud-" + std::to_string(one.version) + ".db";
    {
      auto db = database(path() / file, "sync/client/release.sql");
      put(db, "gemeente.json", wire::to_json(the_municipality()));
      put(db, "gebied/noord.json", wire::to_json(one.area));
      one.area.id = model::AreaId{"west"};
      one.area.kernalliantie = true;
      put(db, "gebied/west.json", wire::to_json(one.area));
      put(db, "sleutels.json", wire::to_json(cheap_keys()));
      if (one.map) put(db, "kaart.json", wire::to_json(*one.map));
      REQUIRE(db.run("INSERT INTO beeld VALUES('beeld/noord.png', x'00', ?)", one.picture));
      REQUIRE(
          db.run("INSERT INTO meta VALUES('gemaaktOp', '2026-11-22T02:00:00Z'), ('geldigTot', "
                 "'2026-12-22T02:00:00Z')"));
    }
    activate(one.version, file);
  }
  void activate(std::int64_t version, const std::string& file) {
    REQUIRE(sync_.run("INSERT INTO uitgave VALUES(?, ?, 'gereed', 0)", version, file));
    REQUIRE(sync_.run(
        "INSERT INTO actief VALUES(1, ?1, NULL) ON CONFLICT(een) DO UPDATE SET vorige = versie, versie = ?1",
        version));
  }
  void answer(std::int64_t version, const std::string& hash, const std::string& text) {
    auto db = db::Database::open(path() / ("inhoud-" + std::to_string(version) + ".db"), db::OpenMode::Own);
    REQUIRE(db);
    model::PublicHistory history{hash,
                                 {{model::IdeaStatus::OnAgenda, at("2026-11-20T10:00:00Z"), dutch(text)}}};
    REQUIRE(db->run("INSERT INTO antwoord VALUES(?, ?)", hash, base::to_text(wire::to_json(history))));
  }
  void delivery(const std::string& idea, const std::string& state, std::int64_t number = 1) {
    REQUIRE(sync_.run(
        "INSERT OR REPLACE INTO levering(idee, volgnummer, staat, fout) VALUES(?, ?, ?, 'tekst: te lang')",
        idea, number, state));
  }

 private:
  TemporaryFolder folder_;
  db::Database sync_;
};

}  // namespace wv::test
