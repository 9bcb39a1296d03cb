// Statements stay prepared: what runs for every idea and heartbeat is compiled once.
#include "sync/central/sqlite_sql.h"

#include <map>

namespace wv::central {
namespace {

using db::Database;
using db::Statement;

// `$1` is only a name to SQLite, numbered in order of appearance; `?1` is the first parameter wherever it
// stands.
std::string sqlite_dialect(std::string_view sql) {
  std::string out(sql);
  for (std::size_t i = 0; i + 1 < out.size(); ++i)
    if (out[i] == '$' && out[i + 1] >= '1' && out[i + 1] <= '9') out[i] = '?';
  return out;
}

SqlRows::Cell cell_of(const Statement& row, int column) {
  switch (row.kind(column)) {
    case Statement::Kind::Null:
      return nullptr;
    case Statement::Kind::Text:
      return row.text_copy(column);
    case Statement::Kind::Blob:
      return std::string(base::as_text(row.blob(column)));
    default:
      return row.integer(column);
  }
}

class SqliteSql final : public Sql {
 public:
  explicit SqliteSql(Database database) : database_(std::move(database)) {}

  Result<SqlRows> query_values(std::string_view sql, std::span<const SqlValue> values) override {
    WV_TRY(Statement * statement, prepared(sql, values));
    const int columns = statement->columns();
    SqlRows rows(static_cast<std::size_t>(columns));
    while (true) {
      auto there = statement->step();
      if (!there || !*there) {
        statement->reset();  // an open reading would keep the log file from being folded back
        if (!there) return std::unexpected(std::move(there).error());
        return rows;
      }
      for (int column = 0; column < columns; ++column) rows.add(cell_of(*statement, column));
    }
  }

  Result<std::int64_t> run_values(std::string_view sql, std::span<const SqlValue> values) override {
    WV_TRY(Statement * statement, prepared(sql, values));
    WV_CHECK(statement->run());
    return database_.changes();
  }

  Result<std::vector<std::int64_t>> run_each(std::string_view sql,
                                             std::span<const std::vector<SqlValue>> rows) override {
    std::vector<std::int64_t> changed;
    changed.reserve(rows.size());
    for (const auto& row : rows) {
      WV_TRY(changed.emplace_back(), run_values(sql, row));
    }
    return changed;
  }

  Result<> begin() override { return do_now("BEGIN IMMEDIATE"); }
  Result<> begin_snapshot() override {
    WV_CHECK(do_now("BEGIN"));
    WV_CHECK(query("SELECT count(*) FROM sqlite_schema"));  // from here on the view stands still
    return {};
  }
  Result<> commit() override { return do_now("COMMIT"); }
  void roll_back() override { (void)do_now("ROLLBACK"); }
  Result<> begin_task() override { return do_now("SAVEPOINT taak"); }
  Result<> end_task(bool keep) override {
    if (!keep) WV_CHECK(do_now("ROLLBACK TO taak"));
    return do_now("RELEASE taak");
  }

  Result<> migrate(std::span<const std::string_view> steps) override { return database_.migrate(steps); }

  // A reader that is just busy keeps part of the write-ahead log in use: then false, and the next time tries
  // again.
  bool wipe_deleted() override {
    const auto folded = query("PRAGMA wal_checkpoint(TRUNCATE)");
    return folded && !folded->empty() && folded->front().integer(0) == 0;
  }
  bool shared() const override { return false; }

 private:
  Result<> do_now(std::string_view sql) {
    WV_CHECK(run_values(sql, {}));
    return {};
  }

  Result<Statement*> prepared(std::string_view sql, std::span<const SqlValue> values) {
    auto found = prepared_.find(sql);
    if (found == prepared_.end()) {
      WV_TRY(auto statement, database_.prepare(sqlite_dialect(sql)));
      found = prepared_.emplace(std::string(sql), std::move(statement)).first;
    }
    Statement& statement = found->second;
    statement.reset();
    int index = 0;
    for (const auto& value : values)
      std::visit([&statement, &index](const auto& plain) { statement.bind(++index, plain); }, value);
    return &statement;
  }

  Database database_;
  std::map<std::string, Statement, std::less<>> prepared_;
};

}  // namespace

Result<std::unique_ptr<Sql>> open_sqlite(const std::filesystem::path& file, db::OpenMode mode) {
  WV_TRY(auto database, Database::open(file, mode));
  return std::make_unique<SqliteSql>(std::move(database));
}

}  // namespace wv::central
