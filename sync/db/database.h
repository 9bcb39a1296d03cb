// SQLite as this house uses it: one owner a file, statements with types, transactions that undo themselves.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "sync/base/result.h"
#include "sync/base/world.h"

namespace wv::db {

using base::Bytes;
using base::ByteView;
using base::Result;

// Errors of every call: Unavailable = busy or locked, Corrupt = damaged or no database, Io = disk full or
// failing, Denied = read-only, NotFound = no file, Invalid = wrong SQL or a constraint that says no.
enum class OpenMode {
  Own,  // creates; one process only; journal_mode=DELETE, synchronous=FULL, secure_delete, foreign_keys
  OwnPrecious,  // as Own with synchronous=EXTRA: also the removal of the journal is on disk after a commit
  OwnShared,    // as Own with journal_mode=WAL, for the central: many reading connections of one process
  Read,         // another process owns the file; sees each of its commits
  Immutable,    // nobody writes it any more: no locks, no journal looked at
};

class Statement;

// One connection. Not thread-safe: one thread at a time. Statements must go before their database.
class Database {
 public:
  // From now on every block that SQLite gives back is wiped first. To be called before anything is opened:
  // Invalid afterwards. For a process in which texts pass that it must not remember.
  static Result<> wipe_memory();

  // Waits at most `busy` for another process's lock before Unavailable.
  static Result<Database> open(const std::filesystem::path& file, OpenMode mode,
                               base::Millis busy = base::Millis{2000});
  static Result<Database> in_memory();

  // Runs one or more statements without parameters.
  Result<> run(std::string_view sql);
  Result<Statement> prepare(std::string_view sql);
  // Prepares, binds in order, runs to the end: run("DELETE FROM idee WHERE id=?", id).
  template <class... Values>
  Result<> run(std::string_view sql, const Values&... values);

  // Brings the file to version steps.size(): step i runs, in one transaction with the new user_version, when
  // the file stands at i. Steps are only ever added. Invalid when the file is newer than this program; with
  // Newer::GoOn that is fine: an older program was put back, and all later steps of that file only add
  // tables.
  enum class Newer { Refuse, GoOn };
  Result<> migrate(std::span<const std::string_view> steps, Newer newer = Newer::Refuse);
  Result<int> version();
  Result<> integrity_check();    // Corrupt with the first finding
  std::int64_t changes() const;  // rows of the last statement
  std::int64_t last_insert_id() const;
  // Opens the file anew: what the connection kept of it in memory (pages, the words of a search) goes. No
  // statement may be left. On an error everything stays as it is. Not for a database in memory.
  Result<> reopen();
  // A consistent copy in a new file (VACUUM INTO). Invalid when it exists.
  Result<> copy_to(const std::filesystem::path& file);

  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database();

 private:
  friend class Statement;
  friend class Transaction;
  struct Connection;
  explicit Database(std::unique_ptr<Connection> connection);
  std::unique_ptr<Connection> connection_;
};

// A prepared statement: bind (from 1), step through rows, read columns (from 0), reset to use it again.
class Statement {
 public:
  Statement& bind(int index, std::nullptr_t);
  Statement& bind(int index, std::int64_t value);
  Statement& bind(int index, double value);
  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, ByteView blob);
  Statement& bind(int index, const char* text) { return bind(index, std::string_view(text)); }
  Statement& bind(int index, const std::string& text) { return bind(index, std::string_view(text)); }
  Statement& bind(int index, const Bytes& blob) { return bind(index, ByteView(blob)); }
  template <class T>
    requires std::is_integral_v<T>
  Statement& bind(int index, T value) {
    return bind(index, static_cast<std::int64_t>(value));
  }
  template <class T>
  Statement& bind(int index, const std::optional<T>& value) {
    return value ? bind(index, *value) : bind(index, nullptr);
  }
  template <class... Values>
  Statement& bind_all(const Values&... values) {
    int index = 0;
    (bind(++index, values), ...);
    return *this;
  }

  // True: a row is there. False: done. A failed bind shows up here.
  Result<bool> step();
  // Steps to the end, whatever rows there are, and resets.
  Result<> run();
  void reset();  // also forgets the bindings

  enum class Kind { Null, Integer, Real, Text, Blob };
  int columns() const;
  Kind kind(int column) const;
  bool is_null(int column) const { return kind(column) == Kind::Null; }
  std::int64_t integer(int column) const;
  double real(int column) const;
  // Valid until the next step or reset.
  std::string_view text(int column) const;
  ByteView blob(int column) const;
  std::string text_copy(int column) const { return std::string(text(column)); }
  Bytes blob_copy(int column) const {
    const ByteView view = blob(column);
    return Bytes(view.begin(), view.end());
  }

  Statement(Statement&&) noexcept;
  Statement& operator=(Statement&&) noexcept;
  ~Statement();

 private:
  friend class Database;
  struct Prepared;
  explicit Statement(std::unique_ptr<Prepared> prepared);
  std::unique_ptr<Prepared> prepared_;
};

// Everything between begin and commit, or nothing. Leaving the scope without commit rolls back.
class Transaction {
 public:
  // BEGIN IMMEDIATE: the write lock is had now or the answer is Unavailable.
  static Result<Transaction> begin(Database& database);
  static Result<Transaction> begin_read(Database& database);  // one unchanging view for several reads
  Result<> commit();

  Transaction(Transaction&& other) noexcept : connection_(std::exchange(other.connection_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction();

 private:
  explicit Transaction(Database::Connection& connection) : connection_(&connection) {}
  Database::Connection* connection_;  // null when committed or moved from
};

template <class... Values>
Result<> Database::run(std::string_view sql, const Values&... values) {
  WV_TRY(Statement statement, prepare(sql));
  return statement.bind_all(values...).run();
}

}  // namespace wv::db
