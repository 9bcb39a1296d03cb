// The one file that includes sqlite3.h.
#include "sync/db/database.h"

#include <sqlite3.h>

namespace wv::db {
namespace {

using base::ErrorCode;
using base::fail;

ErrorCode code_of(int result) {
  // The journal of a crashed owner is in the way; only the owner may put it right.
  if (result == SQLITE_READONLY_ROLLBACK || result == SQLITE_READONLY_RECOVERY) return ErrorCode::Unavailable;
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
      return ErrorCode::Unavailable;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::Corrupt;
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return ErrorCode::Io;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return ErrorCode::Denied;
    default:
      return ErrorCode::Invalid;
  }
}

std::unexpected<base::Error> sql_fault(sqlite3* handle, int result) {
  return fail(code_of(result), std::string("SQLite ") + std::to_string(result) + ": " +
                                   (handle ? sqlite3_errmsg(handle) : sqlite3_errstr(result)));
}

// file:/a%20b?immutable=1, with everything that has a meaning in an address escaped.
std::string immutable_address(const std::filesystem::path& file) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  std::string address = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (plain.find(c) != std::string_view::npos) {
      address += c;
      continue;
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    address += {'%', digits[byte >> 4], digits[byte & 15]};
  }
  return address + "?immutable=1";
}

bool is_owner(OpenMode mode) {
  return mode != OpenMode::Read && mode != OpenMode::Immutable;
}

}  // namespace

static constexpr const char* in_memory_name = ":memory:";

struct Database::Connection {
  struct OpenedAs {
    std::filesystem::path file;
    OpenMode mode = OpenMode::Read;
    base::Millis busy{};
  };
  sqlite3* handle = nullptr;
  OpenedAs opened_as;

  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  ~Connection() { sqlite3_close_v2(handle); }

  Result<> run(const std::string& sql) {
    const int result = sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) return sql_fault(handle, result);
    return {};
  }

  // SQLite answers with the journal mode that it could have, not with an error.
  Result<> set_journal(std::string_view wanted) {
    std::string got;
    const auto keep = [](void* out, int, char** values, char**) {
      *static_cast<std::string*>(out) = values[0] ? values[0] : "";
      return 0;
    };
    const std::string sql = "PRAGMA journal_mode=" + std::string(wanted);
    const int result = sqlite3_exec(handle, sql.c_str(), keep, &got, nullptr);
    if (result != SQLITE_OK) return sql_fault(handle, result);
    if (got != wanted && got != "memory")
      return fail(ErrorCode::Unavailable,
                  "SQLite keeps journal mode " + got + ": is another process in the file?");
    return {};
  }

  Result<> prepare_as_owner(OpenMode mode) {
    WV_CHECK(set_journal(mode == OpenMode::OwnShared ? "wal" : "delete"));
    WV_CHECK(run(mode == OpenMode::OwnPrecious ? "PRAGMA synchronous=EXTRA" : "PRAGMA synchronous=FULL"));
    // Deleted content is overwritten, and nothing of it goes to temporary files.
    return run("PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY");
  }

  Result<> open(const std::filesystem::path& file, OpenMode mode, base::Millis busy) {
    opened_as = {file, mode, busy};
    const bool immutable = mode == OpenMode::Immutable;
    const int access = is_owner(mode) ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
    const int flags =
        access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE | (immutable ? SQLITE_OPEN_URI : 0);
    const std::string name = immutable ? immutable_address(file) : file.string();
    const int result = sqlite3_open_v2(name.c_str(), &handle, flags, nullptr);
    if (result != SQLITE_OK) return sql_fault(handle, result);
    sqlite3_busy_timeout(handle, static_cast<int>(busy.count()));
    // A damaged or planted file must not be able to run anything through its schema.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    WV_CHECK(run("PRAGMA cell_size_check=ON"));
    if (is_owner(mode)) return prepare_as_owner(mode);
    // SQLite opens lazily: find out now whether this is a database at all.
    return run("SELECT count(*) FROM sqlite_schema");
  }
};

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Result<Database> Database::open(const std::filesystem::path& file, OpenMode mode, base::Millis busy) {
  std::error_code ignored;
  if (!is_owner(mode) && !std::filesystem::exists(file, ignored))
    return fail(ErrorCode::NotFound, file.string() + ": no such file");
  auto connection = std::make_unique<Connection>();
  if (auto opened = connection->open(file, mode, busy); !opened) return base::pass(opened, file.string());
  return Database(std::move(connection));
}

Result<> Database::reopen() {
  const auto& [file, mode, busy] = connection_->opened_as;
  if (file == in_memory_name) return fail(ErrorCode::Invalid, "a database in memory is nowhere else");
  WV_TRY(auto anew, open(file, mode, busy));
  *this = std::move(anew);
  return {};
}

Result<Database> Database::in_memory() {
  return open(in_memory_name, OpenMode::Own);
}

Result<> Database::run(std::string_view sql) {
  return connection_->run(std::string(sql));
}

Result<int> Database::version() {
  WV_TRY(Statement statement, prepare("PRAGMA user_version"));
  WV_CHECK(statement.step());
  return static_cast<int>(statement.integer(0));
}

Result<> Database::migrate(std::span<const std::string_view> steps, Newer newer) {
  const int newest = static_cast<int>(steps.size());
  WV_TRY(int at, version());
  if (at > newest && newer == Newer::GoOn) return {};
  while (at != newest) {
    WV_TRY(Transaction transaction, Transaction::begin(*this));
    WV_TRY(at, version());  // again, within the lock: nobody else is halfway
    if (at < 0 || at > newest)
      return fail(ErrorCode::Invalid, "the file has version " + std::to_string(at) + ", this program knows " +
                                          std::to_string(newest) + ": install the newer program");
    if (at == newest) break;
    if (auto done = run(steps[static_cast<std::size_t>(at)]); !done)
      return base::pass(done, "migration " + std::to_string(at + 1));
    WV_CHECK(run("PRAGMA user_version=" + std::to_string(++at)));
    WV_CHECK(transaction.commit());
  }
  return {};
}

Result<> Database::integrity_check() {
  WV_TRY(Statement statement, prepare("PRAGMA integrity_check(1)"));
  WV_CHECK(statement.step());
  if (statement.text(0) != "ok") return fail(ErrorCode::Corrupt, statement.text_copy(0));
  return {};
}

std::int64_t Database::changes() const {
  return sqlite3_changes64(connection_->handle);
}
std::int64_t Database::last_insert_id() const {
  return sqlite3_last_insert_rowid(connection_->handle);
}

Result<> Database::copy_to(const std::filesystem::path& file) {
  return run("VACUUM INTO ?", file.string());
}

struct Statement::Prepared {
  sqlite3_stmt* handle = nullptr;
  int bind_result = SQLITE_OK;

  Prepared() = default;
  Prepared(const Prepared&) = delete;
  Prepared& operator=(const Prepared&) = delete;
  ~Prepared() { sqlite3_finalize(handle); }

  void remember(int result) {
    if (bind_result == SQLITE_OK) bind_result = result;
  }
};

Result<Statement> Database::prepare(std::string_view sql) {
  auto prepared = std::make_unique<Statement::Prepared>();
  const int result = sqlite3_prepare_v2(connection_->handle, sql.data(), static_cast<int>(sql.size()),
                                        &prepared->handle, nullptr);
  if (result != SQLITE_OK) return sql_fault(connection_->handle, result);
  if (!prepared->handle) return fail(ErrorCode::Invalid, "an empty SQL statement");
  return Statement(std::move(prepared));
}

Statement::Statement(std::unique_ptr<Prepared> prepared) : prepared_(std::move(prepared)) {}
Statement::Statement(Statement&&) noexcept = default;
Statement& Statement::operator=(Statement&&) noexcept = default;
Statement::~Statement() = default;

Statement& Statement::bind(int index, std::nullptr_t) {
  prepared_->remember(sqlite3_bind_null(prepared_->handle, index));
  return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
  prepared_->remember(sqlite3_bind_int64(prepared_->handle, index, value));
  return *this;
}

Statement& Statement::bind(int index, double value) {
  prepared_->remember(sqlite3_bind_double(prepared_->handle, index, value));
  return *this;
}

// A null pointer would become NULL, so empty values point at something.
Statement& Statement::bind(int index, std::string_view text) {
  const char* data = text.empty() ? "" : text.data();
  prepared_->remember(
      sqlite3_bind_text64(prepared_->handle, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  return *this;
}

Statement& Statement::bind(int index, ByteView blob) {
  const void* data = blob.empty() ? static_cast<const void*>("") : blob.data();
  prepared_->remember(sqlite3_bind_blob64(prepared_->handle, index, data, blob.size(), SQLITE_TRANSIENT));
  return *this;
}

Result<bool> Statement::step() {
  sqlite3* database = sqlite3_db_handle(prepared_->handle);
  if (prepared_->bind_result != SQLITE_OK)
    return fail(code_of(prepared_->bind_result),
                std::string("SQLite bind: ") + sqlite3_errstr(prepared_->bind_result));
  const int result = sqlite3_step(prepared_->handle);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  auto fault = sql_fault(database, result);
  sqlite3_reset(prepared_->handle);
  return fault;
}

Result<> Statement::run() {
  while (true) {
    WV_TRY(const bool row, step());
    if (!row) break;
  }
  reset();
  return {};
}

void Statement::reset() {
  sqlite3_reset(prepared_->handle);
  sqlite3_clear_bindings(prepared_->handle);
  prepared_->bind_result = SQLITE_OK;
}

int Statement::columns() const {
  return sqlite3_column_count(prepared_->handle);
}
Statement::Kind Statement::kind(int column) const {
  switch (sqlite3_column_type(prepared_->handle, column)) {
    case SQLITE_INTEGER:
      return Kind::Integer;
    case SQLITE_FLOAT:
      return Kind::Real;
    case SQLITE_TEXT:
      return Kind::Text;
    case SQLITE_BLOB:
      return Kind::Blob;
    default:
      return Kind::Null;
  }
}
std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(prepared_->handle, column);
}
double Statement::real(int column) const {
  return sqlite3_column_double(prepared_->handle, column);
}

std::string_view Statement::text(int column) const {
  const unsigned char* data = sqlite3_column_text(prepared_->handle, column);
  if (!data) return {};
  return {reinterpret_cast<const char*>(data),
          static_cast<std::size_t>(sqlite3_column_bytes(prepared_->handle, column))};
}

ByteView Statement::blob(int column) const {
  const void* data = sqlite3_column_blob(prepared_->handle, column);
  if (!data) return {};
  return {static_cast<const std::uint8_t*>(data),
          static_cast<std::size_t>(sqlite3_column_bytes(prepared_->handle, column))};
}

Result<Transaction> Transaction::begin(Database& database) {
  WV_CHECK(database.run("BEGIN IMMEDIATE"));
  return Transaction(*database.connection_);
}

Result<Transaction> Transaction::begin_read(Database& database) {
  WV_CHECK(database.run("BEGIN"));
  Transaction transaction(*database.connection_);
  WV_CHECK(database.run("SELECT count(*) FROM sqlite_schema"));  // from here on the view stands still
  return transaction;
}

Result<> Transaction::commit() {
  if (!connection_) return fail(ErrorCode::Invalid, "the transaction is over");
  WV_CHECK(connection_->run("COMMIT"));  // failed: still open, and the destructor rolls back
  connection_ = nullptr;
  return {};
}

Transaction::~Transaction() {
  // After some faults SQLite has rolled back by itself; a second time would be an error without meaning.
  if (connection_ && sqlite3_get_autocommit(connection_->handle) == 0)
    sqlite3_exec(connection_->handle, "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace wv::db
