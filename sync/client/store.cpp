// Small rows, each written by one statement; what must change together is a transaction of its caller.
#include "sync/client/store.h"
#include "sync/base/epoch.h"

#include "embedded/sync_commands_sql.h"
#include "embedded/sync_sql.h"
#include "embedded/sync_supports_sql.h"

namespace wv::client {

using base::Instant;
using base::Result;
using db::Statement;

namespace {

constexpr std::int64_t most_rounds = 20;  // kept for who looks from afar

using base::millis;
Instant from_millis(std::int64_t value) {
  return Instant{base::Millis{value}};
}

}  // namespace

Result<Store> Store::open(const std::filesystem::path& file) {
  WV_TRY(auto database, db::Database::open(file, db::OpenMode::Own));
  const std::string_view steps[] = {embedded::sync_sql, embedded::sync_supports_sql,
                                    embedded::sync_commands_sql};
  WV_CHECK(database.migrate(steps, db::Database::Newer::GoOn));  // from now on they only add tables
  return Store(std::move(database));
}

Result<std::optional<std::string>> Store::fact(std::string_view key) {
  WV_TRY(Statement select, database_.prepare("SELECT waarde FROM apparaat WHERE sleutel=?"));
  WV_TRY(const bool found, select.bind_all(key).step());
  if (!found) return std::nullopt;
  return select.text_copy(0);
}

Result<std::int64_t> Store::number(std::string_view key, std::int64_t otherwise) {
  WV_TRY(const auto text, fact(key));
  if (!text) return otherwise;
  return std::strtoll(text->c_str(), nullptr, 10);
}

Result<> Store::set(std::string_view key, std::string_view value) {
  return database_.run(
      "INSERT INTO apparaat(sleutel,waarde) VALUES(?,?)"
      " ON CONFLICT(sleutel) DO UPDATE SET waarde=excluded.waarde WHERE waarde<>excluded.waarde",
      key, value);
}

Result<> Store::forget(std::string_view key) {
  return database_.run("DELETE FROM apparaat WHERE sleutel=?", key);
}

Result<> Store::tell(Code code, std::string_view detail, Instant now) {
  return database_.run(
      "INSERT INTO melding(sleutel,ernst,code,sinds,detail) VALUES(?,?,?,?,?)"
      " ON CONFLICT(sleutel) DO UPDATE SET ernst=excluded.ernst, code=excluded.code, detail=excluded.detail,"
      " sinds=CASE WHEN code=excluded.code THEN sinds ELSE excluded.sinds END"
      " WHERE code<>excluded.code OR detail<>excluded.detail",
      word(code.subject), word(code.severity), code.word, millis(now), detail);
}

Result<> Store::begin_round(Instant now) {
  return database_.run("INSERT OR REPLACE INTO ronde(een,begonnen) VALUES(1,?)", millis(now));
}

Result<> Store::end_round(Instant now, std::string_view outcome) {
  WV_TRY(auto transaction, db::Transaction::begin(database_));
  WV_CHECK(database_.run("UPDATE ronde SET geeindigd=?, uitkomst=?", millis(now), outcome));
  WV_CHECK(
      database_.run("INSERT OR REPLACE INTO ronde_eerder SELECT begonnen,geeindigd,uitkomst FROM ronde"));
  WV_CHECK(
      database_.run("DELETE FROM ronde_eerder WHERE begonnen NOT IN"
                    " (SELECT begonnen FROM ronde_eerder ORDER BY begonnen DESC LIMIT ?)",
                    most_rounds));
  return transaction.commit();
}

Result<std::optional<Instant>> Store::last_round_ended() {
  WV_TRY(Statement select, database_.prepare("SELECT geeindigd FROM ronde"));
  WV_TRY(const bool found, select.step());
  if (!found || select.is_null(0)) return std::nullopt;
  return from_millis(select.integer(0));
}

Result<std::optional<base::Bytes>> Store::metadata(std::string_view role) {
  WV_TRY(Statement select, database_.prepare("SELECT bytes FROM tuf WHERE rol=?"));
  WV_TRY(const bool found, select.bind_all(role).step());
  if (!found) return std::nullopt;
  return select.blob_copy(0);
}

Result<> Store::keep_metadata(std::string_view role, std::int64_t version, Instant expires,
                              base::ByteView bytes) {
  return database_.run(
      "INSERT INTO tuf(rol,versie,geldig_tot,bytes) VALUES(?,?,?,?) ON CONFLICT(rol) DO UPDATE SET"
      " versie=excluded.versie, geldig_tot=excluded.geldig_tot, bytes=excluded.bytes WHERE "
      "bytes<>excluded.bytes",
      role, version, base::to_rfc3339(expires), bytes);
}

Result<> Store::forget_metadata(std::string_view role) {
  return database_.run("DELETE FROM tuf WHERE rol=?", role);
}

}  // namespace wv::client
