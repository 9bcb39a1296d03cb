// The database keeps its promises: all or nothing, one owner, damage is noticed.
#include "sync/db/database.h"

#include <array>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv::db;
using wv::base::ErrorCode;
using wv::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view schema =
    "CREATE TABLE idee(id TEXT PRIMARY KEY, bytes BLOB NOT NULL, n INTEGER) STRICT";

Database open(const fs::path& file, OpenMode mode = OpenMode::Own) {
  return Database::open(file, mode, wv::base::Millis{0}).value();
}

std::int64_t count(Database& database) {
  Statement rows = database.prepare("SELECT count(*) FROM idee").value();
  REQUIRE(rows.step().value());
  return rows.integer(0);
}

ErrorCode code(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

void flip_bytes(const fs::path& file, std::streamoff from, std::streamoff to) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  for (std::streamoff at = from; at < to; ++at) {
    stream.seekp(at);
    stream.put('\x5a');
  }
}

}  // namespace

TEST_CASE("values come back from the database as they went") {
  Database database = Database::in_memory().value();
  REQUIRE(database.run("CREATE TABLE t(a, b, c, d, e, f)"));
  const Bytes blob = {0, 1, 255};
  const std::string text = std::string("a\0b", 3);
  REQUIRE(database.run("INSERT INTO t VALUES(?,?,?,?,?,?)", INT64_MIN, 2.5, text, blob, nullptr, Bytes{}));
  Statement row = database.prepare("SELECT * FROM t").value();
  REQUIRE(row.step().value());
  CHECK(row.integer(0) == INT64_MIN);
  CHECK(row.real(1) == 2.5);
  CHECK(row.text(2) == text);
  CHECK(row.blob_copy(3) == blob);
  CHECK(row.is_null(4));
  CHECK_FALSE(row.is_null(5));
  CHECK(row.blob(5).empty());
  CHECK_FALSE(row.step().value());
}

TEST_CASE("an absent value is NULL and a present one is not") {
  Database database = Database::in_memory().value();
  REQUIRE(database.run("CREATE TABLE t(a, b)"));
  REQUIRE(database.run("INSERT INTO t VALUES(?,?)", std::optional<int>{}, std::optional<std::string>{""}));
  Statement row = database.prepare("SELECT a IS NULL, b IS NULL FROM t").value();
  REQUIRE(row.step().value());
  CHECK(row.integer(0) == 1);
  CHECK(row.integer(1) == 0);
}

TEST_CASE("a transaction that is not committed never happened") {
  Database database = Database::in_memory().value();
  REQUIRE(database.run(schema));
  {
    auto transaction = Transaction::begin(database);
    REQUIRE(transaction);
    REQUIRE(database.run("INSERT INTO idee VALUES('a', x'00', 1)"));
    CHECK(count(database) == 1);
  }
  CHECK(count(database) == 0);
  auto transaction = Transaction::begin(database);
  REQUIRE(database.run("INSERT INTO idee VALUES('a', x'00', 1)"));
  REQUIRE(transaction->commit());
  CHECK_FALSE(transaction->commit());
  CHECK(count(database) == 1);
}

TEST_CASE("a transaction that was moved ends once") {
  Database database = Database::in_memory().value();
  REQUIRE(database.run(schema));
  auto first = Transaction::begin(database);
  Transaction second = std::move(*first);
  REQUIRE(database.run("INSERT INTO idee VALUES('a', x'00', 1)"));
  REQUIRE(second.commit());
  CHECK(count(database) == 1);
}

TEST_CASE("a statement can be used again, and says when it was fed wrongly") {
  Database database = Database::in_memory().value();
  REQUIRE(database.run(schema));
  Statement insert = database.prepare("INSERT INTO idee VALUES(?,?,?)").value();
  REQUIRE(insert.bind_all("a", Bytes{1}, 1).run());
  REQUIRE(insert.bind_all("b", Bytes{2}, 2).run());
  CHECK(database.changes() == 1);
  CHECK(code(insert.bind_all("a", Bytes{1}, 1).run()) == ErrorCode::Invalid);  // there twice
  CHECK(code(insert.bind(9, 1).run()) == ErrorCode::Invalid);
  CHECK(code(database.prepare("SELEC")) == ErrorCode::Invalid);
  CHECK(code(database.prepare("")) == ErrorCode::Invalid);
}

TEST_CASE("migrations run once, in order, and never from a newer file") {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  const std::array<std::string_view, 2> steps = {
      schema, "ALTER TABLE idee ADD COLUMN fout TEXT; CREATE INDEX i ON idee(n)"};
  {
    Database database = open(file);
    REQUIRE(database.migrate(std::span(steps).first(1)));
    CHECK(database.version().value() == 1);
    REQUIRE(database.run("INSERT INTO idee VALUES('a', x'00', 1)"));
  }
  Database database = open(file);
  REQUIRE(database.migrate(steps));
  REQUIRE(database.migrate(steps));
  CHECK(database.version().value() == 2);
  CHECK(count(database) == 1);
  CHECK(code(database.migrate(std::span(steps).first(1))) == ErrorCode::Invalid);
  CHECK(database.migrate(std::span(steps).first(1), Database::Newer::GoOn));
  CHECK(database.version().value() == 2);
}

TEST_CASE("a migration that fails halfway leaves the file as it was") {
  Database database = Database::in_memory().value();
  const std::array<std::string_view, 1> broken = {"CREATE TABLE t(a); INSERT INTO nowhere VALUES(1)"};
  CHECK_FALSE(database.migrate(broken));
  CHECK(database.version().value() == 0);
  CHECK_FALSE(database.prepare("SELECT * FROM t"));
}

TEST_CASE("the owner keeps no write-ahead log, overwrites what is deleted and flushes each commit") {
  TemporaryFolder folder;
  Database database = open(folder.path() / "a.db", OpenMode::OwnPrecious);
  const auto pragma = [&](const char* name) {
    Statement row = database.prepare(std::string("PRAGMA ") + name).value();
    REQUIRE(row.step().value());
    return row.text_copy(0);
  };
  CHECK(pragma("journal_mode") == "delete");
  CHECK(pragma("synchronous") == "3");
  CHECK(pragma("secure_delete") == "1");
  CHECK(pragma("foreign_keys") == "1");
  Database central = open(folder.path() / "b.db", OpenMode::OwnShared);
  Statement row = central.prepare("PRAGMA journal_mode").value();
  REQUIRE(row.step().value());
  CHECK(row.text(0) == "wal");
}

TEST_CASE("another process sees each commit of the owner and cannot write") {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  Database owner = open(file);
  REQUIRE(owner.run(schema));
  Database reader = open(file, OpenMode::Read);
  CHECK(count(reader) == 0);
  REQUIRE(owner.run("INSERT INTO idee VALUES('a', x'00', 1)"));
  CHECK(count(reader) == 1);
  CHECK(code(reader.run("DELETE FROM idee")) == ErrorCode::Denied);
}

TEST_CASE("two who want to write at once do not wait for ever") {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  Database one = open(file);
  REQUIRE(one.run(schema));
  Database two = open(file);
  auto busy = Transaction::begin(one);
  REQUIRE(busy);
  CHECK(code(Transaction::begin(two)) == ErrorCode::Unavailable);
}

TEST_CASE("several reads in one transaction look at one moment") {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  Database owner = open(file, OpenMode::OwnShared);
  REQUIRE(owner.run(schema));
  Database reader = open(file, OpenMode::Read);
  auto view = Transaction::begin_read(reader);
  REQUIRE(view);
  REQUIRE(owner.run("INSERT INTO idee VALUES('a', x'00', 1)"));
  CHECK(count(reader) == 0);
  REQUIRE(view->commit());
  CHECK(count(reader) == 1);
}

TEST_CASE("a release is opened without locks, whatever its name") {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "inhoud 1%?#.db";
  open(file).run(schema).value();
  Database database = open(file, OpenMode::Immutable);
  CHECK(count(database) == 0);
  CHECK(code(database.run("INSERT INTO idee VALUES('a', x'00', 1)")) == ErrorCode::Denied);
}

TEST_CASE("no file, no database and a damaged database are told apart") {
  TemporaryFolder folder;
  CHECK(code(Database::open(folder.path() / "none.db", OpenMode::Read)) == ErrorCode::NotFound);
  CHECK(code(Database::open(folder.path() / "none.db", OpenMode::Immutable)) == ErrorCode::NotFound);
  CHECK(code(Database::open(folder.path() / "no" / "folder.db", OpenMode::Own)) == ErrorCode::Io);
  std::ofstream(folder.path() / "text.db") << std::string(5000, 'x');
  CHECK(code(Database::open(folder.path() / "text.db", OpenMode::Read)) == ErrorCode::Corrupt);
  CHECK(code(Database::open(folder.path() / "text.db", OpenMode::Own)) == ErrorCode::Corrupt);
}

TEST_CASE("one overwritten page is found") {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  {
    Database database = open(file);
    REQUIRE(database.run(schema));
    auto transaction = Transaction::begin(database);
    for (int i = 0; i < 500; ++i)
      REQUIRE(database.run("INSERT INTO idee VALUES(?,?,?)", std::to_string(i), Bytes(200), i));
    REQUIRE(transaction->commit());
    REQUIRE(database.integrity_check());
  }
  flip_bytes(file, 4096 * 5, 4096 * 6);
  Database database = open(file);
  CHECK(code(database.integrity_check()) == ErrorCode::Corrupt);
}

TEST_CASE("what was deleted is not in the file any more") {
  TemporaryFolder folder;
  const fs::path file = folder.path() / "a.db";
  const std::string canary = "kanarie-" + std::string(40, 'k');
  Database database = open(file);
  REQUIRE(database.run(schema));
  REQUIRE(database.run("INSERT INTO idee VALUES('a', ?, 1)", ByteView(wv::base::as_bytes(canary))));
  REQUIRE(database.run("DELETE FROM idee"));
  for (const auto& entry : fs::directory_iterator(folder.path())) {
    std::ifstream in(entry.path(), std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(in), {}};
    CHECK(all.find(canary) == std::string::npos);
  }
}

TEST_CASE("a copy is whole and does not replace another file") {
  TemporaryFolder folder;
  Database database = open(folder.path() / "a.db");
  REQUIRE(database.run(schema));
  REQUIRE(database.run("INSERT INTO idee VALUES('a', x'00', 1)"));
  REQUIRE(database.copy_to(folder.path() / "copy.db"));
  CHECK_FALSE(database.copy_to(folder.path() / "copy.db"));
  Database copy = open(folder.path() / "copy.db", OpenMode::Read);
  CHECK(count(copy) == 1);
}

TEST_CASE("a database that is opened anew is the same file, and a database in memory cannot be") {
  const TemporaryFolder folder;
  auto database = open(folder.path() / "a.db");
  REQUIRE(database.run(schema));
  REQUIRE(database.run("INSERT INTO idee VALUES('a', x'00', 1)"));
  REQUIRE(database.reopen());
  CHECK(count(database) == 1);
  CHECK(database.run("DELETE FROM idee"));
  auto nowhere = Database::in_memory().value();
  CHECK(code(nowhere.reopen()) == ErrorCode::Invalid);
}

TEST_CASE("a database whose file has gone stays open as it was") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a.db";
  REQUIRE(open(file).run(schema));
  auto reader = open(file, OpenMode::Immutable);
  REQUIRE(count(reader) == 0);
  fs::remove(file);
  CHECK(code(reader.reopen()) == ErrorCode::NotFound);
  CHECK(count(reader) == 0);
}
