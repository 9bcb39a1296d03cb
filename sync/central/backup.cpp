// A copy counts only after it was read back; a restore is prepared aside and takes the store's place in one
// rename.
#include "sync/central/backup.h"

#include "sync/base/epoch.h"
#include "sync/central/books.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using db::Database;

struct Tombstone {
  std::string idea;
  base::Bytes sha256;
  std::int64_t erased_at = 0;
  std::string reason;
};

using base::instant;

Result<std::int64_t> verify_ideas(Database& copy) {
  WV_TRY(auto rows, copy.prepare("SELECT id,sha256,bytes FROM idee"));
  std::int64_t count = 0;
  while (true) {
    WV_TRY(const bool there, rows.step());
    if (!there) return count;
    if (!base::same_bytes(base::sha256(rows.blob(2)), rows.blob(1)))
      return fail(ErrorCode::Corrupt, "idea " + rows.text_copy(0) + " is not what it was");
    ++count;
  }
}

// A store that cannot be read any more has nothing to tell; the copy is what there is.
std::vector<Tombstone> tombstones_of(const fs::path& store) {
  std::vector<Tombstone> found;
  auto old = Database::open(store, db::OpenMode::Read);
  if (!old) return found;
  auto rows = old->prepare("SELECT idee,sha256,gewist_op,reden FROM grafsteen");
  if (!rows) return found;
  while (rows->step().value_or(false))
    found.push_back({rows->text_copy(0), rows->blob_copy(1), rows->integer(2), rows->text_copy(3)});
  return found;
}

Result<std::int64_t> begin_new_epoch(const fs::path& file, const std::string& epoch,
                                     std::span<const Tombstone> erased) {
  WV_TRY(auto database, Database::open(file, db::OpenMode::Own));
  WV_TRY(auto change, db::Transaction::begin(database));
  // Whatever is in the copy is durable: it has just come back from there.
  WV_CHECK(database.run("UPDATE stelsel SET epoch=?,duurzaam_tot=kopie_tot", epoch));
  WV_CHECK(database.run("UPDATE kiosk SET bon_vrij=1"));
  std::int64_t again = 0;
  for (const auto& one : erased) {
    WV_CHECK(database.run("INSERT OR IGNORE INTO grafsteen VALUES(?,?,?,?)", one.idea, one.sha256,
                          one.erased_at, one.reason));
    WV_CHECK(database.run("DELETE FROM antwoord WHERE idee=?", one.idea));
    WV_CHECK(database.run("DELETE FROM idee WHERE id=?", one.idea));
    again += database.changes();
  }
  WV_CHECK(change.commit());
  return again;
}

Result<fs::path> move_aside(const fs::path& store, Instant now) {
  std::error_code error;
  if (!fs::exists(store, error)) return fs::path();
  const auto moment = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count();
  const std::string suffix = ".voor-herstel-" + std::to_string(moment);
  for (const std::string_view part : {"-wal", "-shm", "-journal", ""}) {
    const auto from = fs::path(store) += part;
    if (!fs::exists(from, error)) continue;
    fs::rename(from, (fs::path(store) += suffix) += part, error);
    if (error) return fail(ErrorCode::Io, "move " + from.string() + " aside: " + error.message());
  }
  return fs::path(store) += suffix;
}

}  // namespace

Result<CopyReport> verify_copy(const fs::path& copy) {
  WV_TRY(auto database, Database::open(copy, db::OpenMode::Immutable));
  WV_CHECK(database.integrity_check());
  WV_TRY(auto row, database.prepare("SELECT epoch,kopie_tot FROM stelsel"));
  WV_TRY(const bool there, row.step());
  if (!there) return fail(ErrorCode::Corrupt, copy.string() + " is no copy of a store");
  CopyReport report{row.text_copy(0), instant(row.integer(1))};
  WV_TRY(report.ideas, verify_ideas(database));
  WV_CHECK(verify_log(database));
  return report;
}

Result<Restored> restore(base::Files& files, const fs::path& copy, const fs::path& store,
                         const std::string& new_epoch, Instant now) {
  auto verified = verify_copy(copy);
  if (!verified) return base::pass(verified, "the copy cannot be used");
  Restored restored{std::move(*verified), 0, {}};
  const auto erased = tombstones_of(store);
  const auto aside = fs::path(store) += ".herstel";
  std::error_code error;
  fs::copy_file(copy, aside, fs::copy_options::overwrite_existing, error);
  if (error) return fail(ErrorCode::Io, "copy " + copy.string() + ": " + error.message());
  fs::permissions(aside, fs::perms::owner_read | fs::perms::owner_write, error);
  WV_TRY(restored.erased_again, begin_new_epoch(aside, new_epoch, erased));
  WV_TRY(restored.earlier_store, move_aside(store, now));
  WV_CHECK(files.rename(aside, store));
  return restored;
}

}  // namespace wv::central
