// One durable row for each idea, a number that only climbs, and a new book when the old one is damaged.
#include "kiosk/store/idea_book.h"

#include <algorithm>
#include <array>

#include "embedded/ideas_sql.h"
#include "embedded/slips_sql.h"
#include "embedded/supports_sql.h"
#include "sync/base/crypto.h"
#include "sync/base/epoch.h"

namespace wv::store {

using base::ErrorCode;
using base::fail;
using base::Result;
using db::Database;
using db::OpenMode;
using db::Statement;
using db::Transaction;

namespace {

constexpr std::string_view file_name = "ideeen.db";
// After damage nobody knows how many numbers were given out: jump past all that a kiosk could have used
// unseen.
constexpr std::int64_t leap_after_damage = 10'000;

base::ByteView digest_bytes(const base::Digest& digest) {
  return {digest.data(), digest.size()};
}

Result<std::int64_t> one_number(Database& database, std::string_view sql) {
  WV_TRY(Statement statement, database.prepare(sql));
  WV_TRY(const bool row, statement.step());
  return row ? statement.integer(0) : 0;
}

// "20261123T175000" for a file name.
std::string stamp(base::Instant at) {
  std::string text = base::to_rfc3339(at);
  std::erase_if(text, [](char c) { return c == '-' || c == ':' || c == 'Z'; });
  return text;
}

Result<std::filesystem::path> put_aside(const std::filesystem::path& folder, base::Files& files,
                                        base::Instant now) {
  auto aside = folder / (std::string(file_name) + ".beschadigd-" + stamp(now));
  WV_CHECK(files.rename(folder / file_name, aside));
  auto journal = aside;
  journal += "-journal";
  // Without its journal the old file would be rolled back wrongly; there often is none.
  if (const auto moved = files.rename(folder / (std::string(file_name) + "-journal"), journal);
      !moved && moved.error().code != ErrorCode::NotFound) {
    return std::unexpected(moved.error());
  }
  return aside;
}

}  // namespace

Result<IdeaBook> IdeaBook::open_file(const std::filesystem::path& file) {
  constexpr std::array steps = {embedded::ideas_sql, embedded::supports_sql, embedded::slips_sql};
  WV_TRY(Database database, Database::open(file, OpenMode::OwnPrecious));
  WV_CHECK(database.migrate(steps, Database::Newer::GoOn));  // from now on they only add tables
  WV_CHECK(database.integrity_check());
  return IdeaBook(std::move(database));
}

Result<IdeaBook::Opened> IdeaBook::open(const std::filesystem::path& folder, base::Files& files,
                                        base::Instant now, std::int64_t number_floor) {
  auto opened = open_file(folder / file_name);
  if (opened) {
    WV_CHECK(opened->raise_number(number_floor));
    return Opened{*std::move(opened), std::nullopt};
  }
  if (opened.error().code != ErrorCode::Corrupt) return pass(opened, "open ideeen.db");
  WV_TRY(const auto aside, put_aside(folder, files, now));
  WV_TRY(IdeaBook book, open_file(folder / file_name));
  std::int64_t rescued = 0;
  // What cannot be read stays in the file that was put aside; the kiosk goes on either way.
  const auto salvaged = book.salvage(aside, Shelf::Ideas, rescued);
  std::int64_t supports = 0;
  (void)book.salvage(aside, Shelf::Supports, supports);  // a book of before there was support has none
  (void)book.salvage_slips(aside);  // what is lost of these costs one slip typed over twice at most
  WV_TRY(const std::int64_t highest, one_number(book.database_,
                                                "SELECT max((SELECT coalesce(max(volgnummer), 0) FROM idee),"
                                                "(SELECT coalesce(max(volgnummer), 0) FROM steun))"));
  WV_CHECK(book.raise_number(std::max(highest, number_floor) + leap_after_damage));
  std::string trouble = "ideeen.db was beschadigd en staat nu als " + aside.filename().string() +
                        "; gered: " + std::to_string(rescued) + (rescued == 1 ? " idee" : " ideeën");
  if (!salvaged) trouble += " (verder niet leesbaar)";
  return Opened{std::move(book), std::move(trouble)};
}

// From the front until the damage, then from the back until the damage.
Result<> IdeaBook::salvage(const std::filesystem::path& damaged, Shelf shelf, std::int64_t& rescued) {
  const std::string table = shelf == Shelf::Ideas ? "idee" : "steun";
  WV_TRY(Database old, Database::open(damaged, OpenMode::Immutable));
  std::optional<base::Error> met;
  for (const std::string_view order : {"ASC", "DESC"}) {
    auto rows = old.prepare("SELECT id, volgnummer, bytes, sha256, bewaard_op FROM " + table +
                            " NOT INDEXED ORDER BY rowid " + std::string(order));
    if (!rows) {
      met = rows.error();
      continue;
    }
    for (;;) {
      const auto row = rows->step();
      if (!row) met = row.error();
      if (!row || !*row) break;
      const base::Digest digest = base::sha256(rows->blob(2));
      if (!base::same_bytes(digest_bytes(digest), rows->blob(3))) continue;
      WV_CHECK(database_.run("INSERT OR IGNORE INTO " + table + " VALUES(?, ?, ?, ?, ?)", rows->text(0),
                             rows->integer(1), rows->blob(2), rows->blob(3), rows->integer(4)));
      rescued += database_.changes();
    }
    if (!met) return {};  // the first pass met no damage
  }
  return met ? Result<>(std::unexpected(*met)) : Result<>();
}

Result<> IdeaBook::salvage_slips(const std::filesystem::path& damaged) {
  WV_TRY(Database old, Database::open(damaged, OpenMode::Immutable));
  WV_TRY(Statement rows, old.prepare("SELECT nummer, overgetypt_op FROM briefje"));
  for (;;) {
    WV_TRY(const bool row, rows.step());
    if (!row) return {};
    WV_CHECK(database_.run("INSERT OR IGNORE INTO briefje VALUES(?, ?)", rows.integer(0), rows.integer(1)));
  }
}

Result<> IdeaBook::raise_number(std::int64_t floor) {
  WV_TRY(const std::int64_t now, one_number(database_, "SELECT volgnummer FROM teller"));
  if (now >= floor) return {};  // no write at an ordinary start
  return database_.run("UPDATE teller SET volgnummer = ?", floor);
}

Result<std::int64_t> IdeaBook::keep(const model::IdeaId& id, base::Instant now, const Freeze& freeze,
                                    std::int64_t slip) {
  return keep_in(Shelf::Ideas, id, now, freeze, slip);
}

Result<std::int64_t> IdeaBook::keep_support(const model::IdeaId& id, base::Instant now,
                                            const Freeze& freeze) {
  return keep_in(Shelf::Supports, id, now, freeze, 0);
}

Result<std::int64_t> IdeaBook::keep_in(Shelf shelf, const model::IdeaId& id, base::Instant now,
                                       const Freeze& freeze, std::int64_t slip) {
  WV_TRY(Transaction transaction, Transaction::begin(database_));
  if (slip != 0) WV_CHECK(take_slip(slip, now));
  WV_CHECK(database_.run("UPDATE teller SET volgnummer = volgnummer + 1"));
  WV_TRY(const std::int64_t sequence, one_number(database_, "SELECT volgnummer FROM teller"));
  const base::Bytes bytes = freeze(sequence);
  const base::Digest digest = base::sha256(bytes);
  WV_CHECK(database_.run(shelf == Shelf::Ideas ? "INSERT INTO idee VALUES(?, ?, ?, ?, ?)"
                                               : "INSERT INTO steun VALUES(?, ?, ?, ?, ?)",
                         id.value, sequence, bytes, digest_bytes(digest), base::millis(now)));
  WV_CHECK(transaction.commit());
  return sequence;
}

Result<> IdeaBook::take_slip(std::int64_t number, base::Instant now) {
  WV_CHECK(database_.run("DELETE FROM briefje WHERE overgetypt_op <= ?", base::millis(now - slip_memory)));
  return database_.run("INSERT INTO briefje VALUES(?, ?)", number, base::millis(now));
}

Result<std::optional<base::Instant>> IdeaBook::slip_typed_at(std::int64_t number, base::Instant now) {
  WV_TRY(Statement statement,
         database_.prepare("SELECT overgetypt_op FROM briefje WHERE nummer = ? AND overgetypt_op > ?"));
  statement.bind(1, number);
  statement.bind(2, base::millis(now - slip_memory));
  WV_TRY(const bool row, statement.step());
  if (!row) return std::nullopt;
  return base::instant(statement.integer(0));
}

Result<Slips> IdeaBook::slips(base::Instant now) {
  WV_TRY(Statement statement,
         database_.prepare("SELECT count(*) OVER (), nummer FROM briefje "
                           "WHERE overgetypt_op > ? ORDER BY overgetypt_op DESC, nummer DESC LIMIT 1"));
  statement.bind(1, base::millis(now - slip_memory));
  WV_TRY(const bool row, statement.step());
  if (!row) return Slips{};
  return Slips{statement.integer(0), statement.integer(1)};
}

Result<> IdeaBook::erase(const std::vector<std::string>& ids) {
  if (ids.empty()) return {};
  WV_TRY(Transaction transaction, Transaction::begin(database_));
  for (const std::string& id : ids) {
    WV_CHECK(database_.run("DELETE FROM idee WHERE id = ?", id));
    WV_CHECK(database_.run("DELETE FROM steun WHERE id = ?", id));
  }
  return transaction.commit();
}

Result<std::int64_t> IdeaBook::count() {
  return one_number(database_, "SELECT count(*) FROM idee");
}

Result<std::vector<std::string>> IdeaBook::ids() {
  WV_TRY(Statement statement, database_.prepare("SELECT id FROM idee ORDER BY volgnummer"));
  std::vector<std::string> ids;
  for (;;) {
    WV_TRY(const bool row, statement.step());
    if (!row) return ids;
    ids.push_back(statement.text_copy(0));
  }
}

Result<std::optional<base::Instant>> IdeaBook::kept_at(std::string_view id) {
  WV_TRY(Statement statement, database_.prepare("SELECT bewaard_op FROM idee WHERE id = ?"));
  statement.bind(1, id);
  WV_TRY(const bool row, statement.step());
  if (!row) return std::nullopt;
  return base::instant(statement.integer(0));
}

Result<std::optional<std::string>> IdeaBook::find_by_reference(std::string_view reference_hash) {
  if (reference_hash.empty()) return std::nullopt;
  WV_TRY(Statement statement, database_.prepare("SELECT id FROM idee WHERE instr(bytes, ?) > 0"));
  statement.bind(1, base::as_bytes(reference_hash));
  WV_TRY(const bool row, statement.step());
  return row ? std::optional(statement.text_copy(0)) : std::nullopt;
}

}  // namespace wv::store
