// A copy counts only after it was read back; a restore is prepared aside and takes the store's place in one
// rename.
#include "sync/central/backup.h"

#include "sync/base/epoch.h"
#include "sync/central/books.h"
#include "sync/central/copy_tables.h"
#include "sync/central/sqlite_sql.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::instant;
using db::OpenMode;

struct Tombstone {
  std::string idea;
  base::Bytes sha256;
  std::int64_t erased_at = 0;
  std::string reason;
};

Result<std::int64_t> verify_ideas(Sql& copy) {
  constexpr std::int64_t piece = 500;
  std::int64_t count = 0;
  for (std::int64_t after = 0;;) {
    WV_TRY(const auto rows,
           copy.query("SELECT nummer,id,sha256,bytes FROM idee WHERE nummer>$1 ORDER BY nummer LIMIT $2",
                      after, piece));
    if (rows.empty()) return count;
    for (std::size_t i = 0; i < rows.size(); ++i, ++count) {
      if (!base::same_bytes(base::sha256(rows[i].blob(3)), rows[i].blob(2)))
        return fail(ErrorCode::Corrupt, "idea " + rows[i].text_copy(1) + " is not what it was");
      after = rows[i].integer(0);
    }
  }
}

// A store that cannot be read any more has nothing to tell; the copy is what there is.
std::vector<Tombstone> tombstones_of(Sql& store) {
  std::vector<Tombstone> found;
  const auto rows = store.query("SELECT idee,sha256,gewist_op,reden FROM grafsteen");
  for (std::size_t i = 0; rows && i < rows->size(); ++i) {
    const auto row = (*rows)[i];
    found.push_back({row.text_copy(0), row.blob_copy(1), row.integer(2), row.text_copy(3)});
  }
  return found;
}

Result<std::int64_t> erase_again(Sql& sql, std::span<const Tombstone> erased) {
  std::int64_t again = 0;
  for (const auto& one : erased) {
    WV_CHECK(sql.run("INSERT INTO grafsteen VALUES($1,$2,$3,$4) ON CONFLICT DO NOTHING", one.idea, one.sha256,
                     one.erased_at, one.reason));
    WV_CHECK(sql.run("DELETE FROM antwoord WHERE idee=$1", one.idea));
    WV_TRY(const auto gone, sql.run("DELETE FROM idee WHERE id=$1", one.idea));
    again += gone;
  }
  return again;
}

// Inside a transaction. How many ideas had been erased since the copy.
Result<std::int64_t> begin_new_epoch(Sql& sql, const std::string& epoch, std::span<const Tombstone> erased) {
  // Whatever is in the copy is durable: it has just come back from there.
  WV_CHECK(sql.run("UPDATE stelsel SET epoch=$1,duurzaam_tot=kopie_tot", epoch));
  WV_CHECK(sql.run("UPDATE kiosk SET bon_vrij=1"));
  return erase_again(sql, erased);
}

std::string aside_suffix(std::string_view before, Instant now) {
  const auto moment = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  return std::string(before) + std::to_string(moment);
}

Result<fs::path> move_aside(const fs::path& store, Instant now) {
  std::error_code error;
  if (!fs::exists(store, error)) return fs::path();
  const auto suffix = aside_suffix(".voor-herstel-", now);
  for (const std::string_view part : {"-wal", "-shm", "-journal", ""}) {
    const auto from = fs::path(store) += part;
    if (!fs::exists(from, error)) continue;
    fs::rename(from, (fs::path(store) += suffix) += part, error);
    if (error) return fail(ErrorCode::Io, "move " + from.string() + " aside: " + error.message());
  }
  return fs::path(store) += suffix;
}

Result<> restore_file(base::Files& files, const fs::path& copy, const fs::path& store,
                      const std::string& epoch, Instant now, Restored& restored) {
  std::vector<Tombstone> erased;
  if (const auto old = open_sqlite(store, OpenMode::Read)) erased = tombstones_of(**old);
  const auto aside = fs::path(store) += ".herstel";
  std::error_code error;
  fs::copy_file(copy, aside, fs::copy_options::overwrite_existing, error);
  if (error) return fail(ErrorCode::Io, "copy " + copy.string() + ": " + error.message());
  fs::permissions(aside, fs::perms::owner_read | fs::perms::owner_write, error);
  {
    WV_TRY(const auto sql, open_sqlite(aside, OpenMode::Own));
    WV_CHECK(make_tables(*sql));
    WV_CHECK(sql->begin());
    WV_TRY(restored.erased_again, begin_new_epoch(*sql, epoch, erased));
    WV_CHECK(sql->commit());
  }
  WV_TRY(const auto earlier, move_aside(store, now));
  restored.earlier_store = earlier.string();
  return files.rename(aside, store);
}

// The copy goes into a schema of its own first; then both change their names in one transaction.
Result<> restore_schema(const fs::path& copy, const PostgresPlace& place, const std::string& epoch,
                        Instant now, Restored& restored) {
  WV_TRY(const auto alone, open_postgres(place, PostgresUse::Alone));
  const auto erased = tombstones_of(*alone);
  const PostgresPlace aside{place.address, place.schema + "_herstel"};
  WV_CHECK(alone->run("DROP SCHEMA IF EXISTS " + aside.schema + " CASCADE"));
  {
    WV_TRY(const auto sql, open_postgres(aside));
    WV_CHECK(make_tables(*sql));
    WV_CHECK(sql->begin());
    WV_CHECK(copy_from_sqlite(copy, *sql));
    WV_TRY(restored.erased_again, begin_new_epoch(*sql, epoch, erased));
    WV_CHECK(sql->commit());
  }
  const auto earlier = place.schema + aside_suffix("_voor_herstel_", now);
  WV_TRY(const auto tables,
         alone->query("SELECT 1 FROM pg_tables WHERE schemaname=$1 LIMIT 1", place.schema));
  WV_CHECK(alone->begin());
  WV_CHECK(alone->run(tables.empty() ? "DROP SCHEMA " + place.schema
                                     : "ALTER SCHEMA " + place.schema + " RENAME TO " + earlier));
  WV_CHECK(alone->run("ALTER SCHEMA " + aside.schema + " RENAME TO " + place.schema));
  WV_CHECK(alone->commit());
  if (!tables.empty()) restored.earlier_store = "schema " + earlier;
  return {};
}

}  // namespace

Result<CopyReport> verify_copy(const fs::path& copy) {
  {
    WV_TRY(auto database, db::Database::open(copy, OpenMode::Immutable));
    WV_CHECK(database.integrity_check());
  }
  WV_TRY(const auto sql, open_sqlite(copy, OpenMode::Immutable));
  WV_TRY(const auto rows, sql->query("SELECT epoch,kopie_tot FROM stelsel"));
  if (rows.empty()) return fail(ErrorCode::Corrupt, copy.string() + " is no copy of a store");
  CopyReport report{rows.front().text_copy(0), instant(rows.front().integer(1))};
  WV_TRY(report.ideas, verify_ideas(*sql));
  WV_CHECK(verify_log(*sql));
  return report;
}

Result<Restored> restore(base::Files& files, const fs::path& copy, const StorePlace& store,
                         const std::string& new_epoch, Instant now) {
  auto verified = verify_copy(copy);
  if (!verified) return base::pass(verified, "the copy cannot be used");
  Restored restored{std::move(*verified), 0, {}};
  WV_CHECK(store.postgres ? restore_schema(copy, *store.postgres, new_epoch, now, restored)
                          : restore_file(files, copy, store.file, new_epoch, now, restored));
  return restored;
}

}  // namespace wv::central
