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

// Copies of a program that took no contact data out of ideas do not know the hash of what is left.
Result<std::string> hash_column(Sql& copy) {
  WV_TRY(const auto rows, copy.query("SELECT 1 FROM pragma_table_info('idee') WHERE name='rest_sha256'"));
  return rows.empty() ? "sha256" : "coalesce(rest_sha256,sha256)";
}

Result<std::int64_t> verify_ideas(Sql& copy) {
  constexpr std::int64_t piece = 500;
  WV_TRY(const auto hash, hash_column(copy));
  const auto select =
      "SELECT nummer,id," + hash + ",bytes FROM idee WHERE nummer>$1 ORDER BY nummer LIMIT $2";
  std::int64_t count = 0;
  for (std::int64_t after = 0;;) {
    WV_TRY(const auto rows, copy.query(select, after, piece));
    if (rows.empty()) return count;
    for (std::size_t i = 0; i < rows.size(); ++i, ++count) {
      if (!base::same_bytes(base::sha256(rows[i].blob(3)), rows[i].blob(2)))
        return fail(ErrorCode::Corrupt, "idea " + rows[i].text_copy(1) + " is not what it was");
      after = rows[i].integer(0);
    }
  }
}

using Erased = std::vector<ErasureLedger::Entry>;
using What = ErasureLedger::What;

// A store that cannot be read any more has nothing to tell; then the ledger is what there is.
void add_tombstones_of(Sql& store, Erased& erased) {
  const auto rows = store.query("SELECT idee,sha256,gewist_op FROM grafsteen");
  for (std::size_t i = 0; rows && i < rows->size(); ++i) {
    const auto row = (*rows)[i];
    ErasureLedger::Entry entry{What::Idea, {row.text_copy(0)}, {}, instant(row.integer(2))};
    if (row.blob(1).size() == entry.sha256.size()) std::ranges::copy(row.blob(1), entry.sha256.begin());
    erased.push_back(std::move(entry));
  }
}

struct Plan {
  const std::string& epoch;
  Instant now;
  Erased erased;
  const Steps& steps;
};

// More than ever arrive between two copies. What was given out since the copy stands on kiosks and in public,
// and nobody knows how much that was: none of it may become the name of another idea.
constexpr std::int64_t lost_numbers = 100'000;

// Inside a transaction.
Result<> begin_new_epoch(Sql& sql, const std::string& epoch) {
  // Whatever is in the copy is durable: it has just come back from there.
  WV_CHECK(sql.run("UPDATE stelsel SET epoch=$1,duurzaam_tot=kopie_tot,hoogste_nummer=hoogste_nummer+$2",
                   epoch, lost_numbers));
  WV_CHECK(sql.run("UPDATE kiosk SET bon_vrij=1"));
  return {};
}

// How many ideas of the copy had been erased since.
Result<std::int64_t> erase_again(std::unique_ptr<Sql> sql, const Erased& erased, Instant now) {
  WV_TRY(auto books, Books::open(std::move(sql)));
  WV_CHECK(books.begin());
  std::int64_t again = 0;
  for (const auto& one : erased) {
    if (one.what == What::Contact) continue;
    WV_TRY(const bool was_there, books.erase_for_good(one.idea, one.sha256, one.at, now));
    again += was_there ? 1 : 0;
  }
  for (const auto& one : erased) {
    if (one.what == What::Idea) continue;
    WV_TRY(const bool was_there, books.strip_for_good(one.idea, now));
    (void)was_there;
  }
  WV_CHECK(books.log("beheer", "hersteld", now));
  WV_CHECK(books.commit());
  books.wipe_if_erased();
  return again;
}

std::string aside_suffix(std::string_view before, Instant now) {
  const auto moment = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  return std::string(before) + std::to_string(moment);
}

// What stood there keeps a second name, so that there is a store under the first one at every moment.
Result<fs::path> keep_aside(const fs::path& store, Instant now) {
  std::error_code error;
  if (!fs::exists(store, error)) return fs::path();
  auto aside = fs::path(store) += aside_suffix(".voor-herstel-", now);
  fs::create_hard_link(store, aside, error);
  if (error) fs::rename(store, aside, error);  // a file system without second names
  if (error) return fail(ErrorCode::Io, "keep " + store.string() + " aside: " + error.message());
  // A store that was in use up to the end has folded its log back (see fold_log); if it could not, the log is
  // of no use to the copy that comes in its place, and spoils it.
  for (const std::string_view part : {"-wal", "-shm", "-journal"}) {
    const auto from = fs::path(store) += part;
    if (!fs::exists(from, error)) continue;
    fs::rename(from, fs::path(aside) += part, error);
    if (error) return fail(ErrorCode::Io, "move " + from.string() + " aside: " + error.message());
  }
  return aside;
}

// The last connection that closes folds the log of a store that was killed into its file. One that cannot be
// opened is kept as it is.
void fold_log(const fs::path& store, Erased& erased) {
  std::error_code error;
  if (!fs::exists(store, error)) return;
  if (const auto old = open_sqlite(store, OpenMode::OwnShared)) add_tombstones_of(**old, erased);
}

Result<> restore_file(base::Files& files, const fs::path& copy, const fs::path& store, const Plan& plan,
                      Restored& restored) {
  auto erased = plan.erased;
  fold_log(store, erased);
  const auto aside = fs::path(store) += ".herstel";
  std::error_code error;
  fs::copy_file(copy, aside, fs::copy_options::overwrite_existing, error);
  if (error) return fail(ErrorCode::Io, "copy " + copy.string() + ": " + error.message());
  fs::permissions(aside, fs::perms::owner_read | fs::perms::owner_write, error);
  {
    WV_TRY(auto sql, open_sqlite(aside, OpenMode::Own));
    WV_CHECK(make_tables(*sql));
    WV_CHECK(sql->begin());
    WV_CHECK(begin_new_epoch(*sql, plan.epoch));
    WV_CHECK(sql->commit());
    WV_TRY(restored.erased_again, erase_again(std::move(sql), erased, plan.now));
  }
  plan.steps.reached(step::restore_prepared);
  WV_TRY(const auto earlier, keep_aside(store, plan.now));
  restored.earlier_store = earlier.string();
  plan.steps.reached(step::store_kept_aside);
  return files.rename(aside, store);
}

// The copy goes into a schema of its own first; then both change their names in one transaction.
Result<> restore_schema(const fs::path& copy, const PostgresPlace& place, const Plan& plan,
                        Restored& restored) {
  WV_TRY(const auto alone, open_postgres(place, PostgresUse::Alone));
  auto erased = plan.erased;
  add_tombstones_of(*alone, erased);
  const PostgresPlace aside{place.address, place.schema + "_herstel"};
  WV_CHECK(alone->run("DROP SCHEMA IF EXISTS " + aside.schema + " CASCADE"));
  {
    WV_TRY(auto sql, open_postgres(aside));
    WV_CHECK(make_tables(*sql));
    WV_CHECK(sql->begin());
    WV_CHECK(copy_from_sqlite(copy, *sql));
    WV_CHECK(begin_new_epoch(*sql, plan.epoch));
    WV_CHECK(sql->commit());
    WV_TRY(restored.erased_again, erase_again(std::move(sql), erased, plan.now));
  }
  const auto earlier = place.schema + aside_suffix("_voor_herstel_", plan.now);
  WV_TRY(const auto tables,
         alone->query("SELECT 1 FROM pg_tables WHERE schemaname=$1 LIMIT 1", place.schema));
  plan.steps.reached(step::restore_prepared);
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
                         const std::string& new_epoch, Instant now,
                         std::span<const ErasureLedger::Entry> erased, const Steps& steps) {
  auto verified = verify_copy(copy);
  if (!verified) return base::pass(verified, "the copy cannot be used");
  Restored restored{std::move(*verified), 0, {}};
  const Plan plan{new_epoch, now, {erased.begin(), erased.end()}, steps};
  WV_CHECK(store.postgres ? restore_schema(copy, *store.postgres, plan, restored)
                          : restore_file(files, copy, store.file, plan, restored));
  steps.reached(step::restored);
  return restored;
}

}  // namespace wv::central
