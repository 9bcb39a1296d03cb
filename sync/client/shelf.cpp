// Activation is one transaction; removing files comes after it and may fail without harm.
#include "sync/client/shelf.h"

#include <algorithm>
#include <set>

#include "sync/base/epoch.h"
#include "sync/client/store.h"

namespace wv::client {

using base::Instant;
using base::Result;
using db::Statement;

namespace {

using base::millis;

}  // namespace

Result<std::optional<Active>> Shelf::active() {
  WV_TRY(Statement select, database_.prepare("SELECT versie, vorige FROM actief"));
  WV_TRY(const bool found, select.step());
  if (!found) return std::nullopt;
  Active active{select.integer(0), {}};
  if (!select.is_null(1)) active.previous = select.integer(1);
  return active;
}

Result<bool> Shelf::is_rejected(std::int64_t version) {
  WV_TRY(Statement select, database_.prepare("SELECT 1 FROM uitgave WHERE versie=? AND staat='afgekeurd'"));
  return select.bind_all(version).step();
}

Result<> Shelf::reject(std::int64_t version, Instant now) {
  return database_.run(
      "INSERT INTO uitgave(versie,bestand,staat,gemaakt_op) VALUES(?,'','afgekeurd',?) ON CONFLICT DO "
      "NOTHING",
      version, millis(now));
}

Result<> Shelf::activate(std::int64_t version, std::string_view etag, Instant now, Steps& steps) {
  WV_TRY(auto transaction, db::Transaction::begin(database_));
  WV_CHECK(
      database_.run("INSERT INTO uitgave(versie,bestand,staat,gemaakt_op) VALUES(?,?,'gereed',?)"
                    " ON CONFLICT(versie) DO UPDATE SET staat='gereed', bestand=excluded.bestand, "
                    "gemaakt_op=excluded.gemaakt_op",
                    version, place_.release_file(version).filename().string(), millis(now)));
  WV_CHECK(database_.run(
      "INSERT INTO actief(een,versie) VALUES(1,?) ON CONFLICT(een) DO UPDATE SET"
      " vorige=CASE WHEN versie=excluded.versie THEN vorige ELSE versie END, versie=excluded.versie",
      version));
  WV_CHECK(database_.run("DELETE FROM apparaat WHERE sleutel=?", fact::timestamp_etag));
  if (!etag.empty()) {
    WV_CHECK(database_.run("INSERT INTO apparaat(sleutel,waarde) VALUES(?,?)", fact::timestamp_etag, etag));
  }
  steps.reached(step::before_activate);
  return transaction.commit();
}

Result<> Shelf::tidy(base::Files& files) {
  WV_TRY(const auto shown, active());
  if (!shown) return {};
  std::set<std::string> keep{place_.release_file(shown->version).filename().string()};
  if (shown->previous) keep.insert(place_.release_file(*shown->previous).filename().string());
  WV_TRY(const auto names, files.list(place_.state));
  for (const auto& name : names) {
    if (name.starts_with("inhoud-") && !keep.contains(name)) WV_CHECK(files.remove(place_.state / name));
  }
  return database_.run(
      "DELETE FROM uitgave WHERE versie<>?1 AND versie<>?2 AND (staat='gereed' OR versie<?1)", shown->version,
      shown->previous.value_or(shown->version));
}

}  // namespace wv::client
