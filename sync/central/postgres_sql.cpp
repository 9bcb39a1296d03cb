// The one file that includes libpq-fe.h. Parameters and results travel in binary, many statements in one
// pipeline.
#include "sync/central/postgres_sql.h"

#include <libpq-fe.h>

#include <map>

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;

// Type numbers of PostgreSQL's catalogue (pg_type.dat); they never change.
constexpr Oid bool_oid = 16, bytea_oid = 17, name_oid = 19, int8_oid = 20, int2_oid = 21, int4_oid = 23,
              text_oid = 25;
constexpr int binary = 1;
// Answers to this many statements fit in the socket's buffer, so neither side ever waits for the other to
// read.
constexpr std::size_t in_one_go = 256;

struct CloseConnection {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct FreeResult {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Connection = std::unique_ptr<PGconn, CloseConnection>;
using Answer = std::unique_ptr<PGresult, FreeResult>;

std::string replaced(std::string text, std::string_view word, std::string_view by) {
  for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + by.size()))
    text.replace(at, word.size(), by);
  return text;
}

std::string postgres_dialect(std::string_view sql) {
  auto text = replaced(std::string(sql), ") STRICT", ")");
  return replaced(replaced(std::move(text), " INTEGER", " BIGINT"), " BLOB", " BYTEA");
}

// https://www.postgresql.org/docs/15/errcodes-appendix.html: the first two characters are the class.
ErrorCode code_of_state(std::string_view state) {
  const auto kind = state.substr(0, 2);
  if (kind == "22" || kind == "23" || kind == "42" || kind == "0A") return ErrorCode::Invalid;
  if (kind == "XX" || kind == "58") return ErrorCode::Io;
  return ErrorCode::Unavailable;  // lost, full, locked, shutting down: another time
}

// Without the server's own words where they could repeat what a resident typed.
std::unexpected<base::Error> postgres_fault(const PGresult* result, PGconn* connection) {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  if (!state) return fail(ErrorCode::Unavailable, std::string("PostgreSQL: ") + PQerrorMessage(connection));
  const auto code = code_of_state(state);
  const bool about_data =
      std::string_view(state).starts_with("22") || std::string_view(state).starts_with("23");
  const char* words =
      PQresultErrorField(result, about_data ? PG_DIAG_CONSTRAINT_NAME : PG_DIAG_MESSAGE_PRIMARY);
  return fail(code, std::string("PostgreSQL ") + state + ": " + (words ? words : "a value does not fit"));
}

bool is_fine(const PGresult* result) {
  const auto status = PQresultStatus(result);
  return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

// Numbers as text, which the server reads for any type of column; words and bytes as they are.
class Parameters {
 public:
  explicit Parameters(std::span<const SqlValue> given) {
    numbers_.reserve(given.size());  // the pointers below must stay good
    for (const auto& value : given) std::visit([this](const auto& plain) { add(plain); }, value);
  }
  int count() const { return static_cast<int>(values_.size()); }
  const char* const* values() const { return values_.data(); }
  const int* lengths() const { return lengths_.data(); }
  const int* formats() const { return formats_.data(); }

 private:
  void add(std::nullptr_t) { put(nullptr, 0, binary); }
  void add(std::int64_t number) {
    numbers_.push_back(std::to_string(number));
    put(numbers_.back().c_str(), numbers_.back().size(), 0);
  }
  void add(std::string_view text) { put(text.empty() ? "" : text.data(), text.size(), binary); }
  void add(ByteView blob) { add(base::as_text(blob)); }
  void put(const char* data, std::size_t length, int format) {
    values_.push_back(data);
    lengths_.push_back(static_cast<int>(length));
    formats_.push_back(format);
  }

  std::vector<std::string> numbers_;
  std::vector<const char*> values_;
  std::vector<int> lengths_, formats_;
};

std::int64_t big_endian(const char* bytes, int length) {
  std::uint64_t number = length > 0 && (bytes[0] & 0x80) != 0 ? ~0ull : 0;
  for (int i = 0; i < length; ++i) number = number << 8 | static_cast<std::uint8_t>(bytes[i]);
  return static_cast<std::int64_t>(number);
}

Result<SqlRows::Cell> postgres_cell(const PGresult* result, int row, int column) {
  if (PQgetisnull(result, row, column) == 1) return nullptr;
  const char* data = PQgetvalue(result, row, column);
  const int length = PQgetlength(result, row, column);
  switch (PQftype(result, column)) {
    case bool_oid:
      return std::int64_t{data[0]};
    case int2_oid:
    case int4_oid:
    case int8_oid:
      return big_endian(data, length);
    case bytea_oid:
    case name_oid:
    case text_oid:
      return std::string(data, static_cast<std::size_t>(length));
    default:
      return fail(ErrorCode::Invalid,
                  "column " + std::to_string(column) +
                      " has a type that sql.h does not know: CAST it to INTEGER, TEXT or BLOB");
  }
}

Result<SqlRows> postgres_rows(const PGresult* result) {
  const int columns = PQnfields(result);
  SqlRows rows(static_cast<std::size_t>(columns));
  for (int row = 0; row < PQntuples(result); ++row)
    for (int column = 0; column < columns; ++column) {
      WV_TRY(auto cell, postgres_cell(result, row, column));
      rows.add(std::move(cell));
    }
  return rows;
}

std::int64_t rows_changed(PGresult* result) {
  const std::string_view count = PQcmdTuples(result);
  return count.empty() ? 0 : std::stoll(std::string(count));
}

class PostgresSql final : public Sql {
 public:
  PostgresSql(Connection connection, std::string schema)
      : connection_(std::move(connection)), schema_(std::move(schema)) {}

  Result<SqlRows> query_values(std::string_view sql, std::span<const SqlValue> values) override {
    WV_TRY(const auto answer, ask(sql, values));
    return postgres_rows(answer.get());
  }
  Result<std::int64_t> run_values(std::string_view sql, std::span<const SqlValue> values) override {
    WV_TRY(const auto answer, ask(sql, values));
    return rows_changed(answer.get());
  }
  Result<std::vector<std::int64_t>> run_each(std::string_view sql,
                                             std::span<const std::vector<SqlValue>> rows) override;

  Result<> begin() override {
    WV_CHECK(simply("BEGIN"));
    WV_CHECK(query("SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended($1,1))) AS slot", schema_));
    return {};
  }
  Result<> begin_snapshot() override {
    WV_CHECK(simply("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"));
    return simply("SELECT 1");  // from here on the view stands still
  }
  Result<> commit() override { return simply("COMMIT"); }
  void roll_back() override { (void)simply("ROLLBACK"); }
  Result<> begin_task() override { return simply("SAVEPOINT taak"); }
  Result<> end_task(bool keep) override {
    if (!keep) WV_CHECK(simply("ROLLBACK TO taak"));
    return simply("RELEASE taak");
  }

  Result<> migrate(std::span<const std::string_view> steps) override;
  bool wipe_deleted() override { return simply("VACUUM").has_value(); }
  bool shared() const override { return true; }

  Result<> enter(PostgresUse use);

 private:
  Result<> simply(const std::string& sql) {
    const Answer answer(PQexec(connection_.get(), sql.c_str()));
    if (!is_fine(answer.get())) return postgres_fault(answer.get(), connection_.get());
    return {};
  }
  Result<Answer> ask(std::string_view sql, std::span<const SqlValue> values);
  Result<std::string> prepared(std::string_view sql);
  Result<> send_all(const std::string& name, std::span<const std::vector<SqlValue>> rows);
  Result<> receive_all(std::size_t count, std::vector<std::int64_t>& changed);

  Connection connection_;
  std::string schema_;
  std::map<std::string, std::string, std::less<>> names_;  // SQL → name of the prepared statement
};

Result<std::string> PostgresSql::prepared(std::string_view sql) {
  if (const auto found = names_.find(sql); found != names_.end()) return found->second;
  auto name = "s" + std::to_string(names_.size());
  const Answer answer(PQprepare(connection_.get(), name.c_str(), postgres_dialect(sql).c_str(), 0, nullptr));
  if (!is_fine(answer.get())) return postgres_fault(answer.get(), connection_.get());
  names_.emplace(sql, name);
  return name;
}

Result<Answer> PostgresSql::ask(std::string_view sql, std::span<const SqlValue> values) {
  WV_TRY(const auto name, prepared(sql));
  const Parameters given(values);
  Answer answer(PQexecPrepared(connection_.get(), name.c_str(), given.count(), given.values(),
                               given.lengths(), given.formats(), binary));
  if (!is_fine(answer.get())) return postgres_fault(answer.get(), connection_.get());
  return answer;
}

Result<std::vector<std::int64_t>> PostgresSql::run_each(std::string_view sql,
                                                        std::span<const std::vector<SqlValue>> rows) {
  WV_TRY(const auto name, prepared(sql));
  std::vector<std::int64_t> changed;
  changed.reserve(rows.size());
  for (std::size_t at = 0; at < rows.size(); at += in_one_go) {
    const auto part = rows.subspan(at, std::min(in_one_go, rows.size() - at));
    if (PQenterPipelineMode(connection_.get()) != 1)
      return fail(ErrorCode::Unavailable, "PostgreSQL: connection lost");
    const auto sent = send_all(name, part);
    auto received = sent ? receive_all(part.size(), changed) : sent;
    if (PQexitPipelineMode(connection_.get()) != 1 && received)
      received =
          fail(ErrorCode::Unavailable, std::string("PostgreSQL: ") + PQerrorMessage(connection_.get()));
    WV_CHECK(std::move(received));
  }
  return changed;
}

Result<> PostgresSql::send_all(const std::string& name, std::span<const std::vector<SqlValue>> rows) {
  for (const auto& row : rows) {
    const Parameters given(row);
    if (PQsendQueryPrepared(connection_.get(), name.c_str(), given.count(), given.values(), given.lengths(),
                            given.formats(), binary) != 1)
      return fail(ErrorCode::Unavailable, std::string("PostgreSQL: ") + PQerrorMessage(connection_.get()));
  }
  if (PQpipelineSync(connection_.get()) != 1)
    return fail(ErrorCode::Unavailable, std::string("PostgreSQL: ") + PQerrorMessage(connection_.get()));
  return {};
}

// Each statement answers with a result and then nothing; after the last comes the sync. What failed is told
// once, the others of its pipeline were not carried out.
Result<> PostgresSql::receive_all(std::size_t count, std::vector<std::int64_t>& changed) {
  Result<> outcome;
  for (std::size_t i = 0; i < count; ++i) {
    const Answer answer(PQgetResult(connection_.get()));
    if (outcome && !is_fine(answer.get())) outcome = postgres_fault(answer.get(), connection_.get());
    if (outcome) changed.push_back(rows_changed(answer.get()));
    if (answer) const Answer nothing(PQgetResult(connection_.get()));
  }
  const Answer sync(PQgetResult(connection_.get()));
  if (outcome && PQresultStatus(sync.get()) != PGRES_PIPELINE_SYNC)
    return fail(ErrorCode::Unavailable, "PostgreSQL: connection lost");
  return outcome;
}

Result<> PostgresSql::migrate(std::span<const std::string_view> steps) {
  WV_CHECK(begin());
  const auto bring = [&]() -> Result<> {
    WV_CHECK(run("CREATE TABLE IF NOT EXISTS versie(nummer BIGINT NOT NULL)"));
    WV_TRY(const auto rows, query("SELECT nummer FROM versie"));
    if (rows.empty()) WV_CHECK(run("INSERT INTO versie VALUES(0)"));
    const auto at = rows.empty() ? 0 : static_cast<std::size_t>(rows.front().integer(0));
    if (at > steps.size())
      return fail(ErrorCode::Invalid, "the tables have version " + std::to_string(at) +
                                          ", this program knows " + std::to_string(steps.size()) +
                                          ": install the newer program");
    for (const auto& step : steps.subspan(at)) WV_CHECK(simply(postgres_dialect(step)));
    WV_CHECK(run("UPDATE versie SET nummer=$1", steps.size()));
    return {};
  };
  auto done = bring();
  if (done) return commit();
  roll_back();
  return base::pass(done, "migrate the tables in schema " + schema_);
}

constexpr int lock_tries = 10;  // a tenth of a second each

// What every connection begins with. The lock is given back when the connection closes, however it closes.
Result<> PostgresSql::enter(PostgresUse use) {
  WV_CHECK(simply("SET synchronous_commit=on"));
  WV_CHECK(simply("SET client_min_messages=warning"));
  WV_CHECK(simply("SET lock_timeout='30s'"));
  const auto* lock = use == PostgresUse::Alone ? "SELECT pg_try_advisory_lock(hashtextextended($1,2))"
                                               : "SELECT pg_try_advisory_lock_shared(hashtextextended($1,2))";
  // A central that was stopped a moment ago may not have given its lock back yet.
  for (int tries = 0;; ++tries) {
    WV_TRY(const auto had, query(lock, schema_));
    if (had.front().integer(0) != 0) break;
    if (tries == lock_tries)
      return fail(ErrorCode::Unavailable,
                  use == PostgresUse::Alone ? "a central is still connected to this database: stop it first"
                                            : "this database is being restored: try again when that is done");
    WV_CHECK(simply("SELECT pg_sleep(0.1)"));
  }
  const std::unique_ptr<char, decltype(&PQfreemem)> quoted(
      PQescapeIdentifier(connection_.get(), schema_.data(), schema_.size()), PQfreemem);
  if (!quoted) return fail(ErrorCode::Invalid, "this name cannot be a schema: " + schema_);
  WV_CHECK(begin());  // two at once would both try to make it
  WV_CHECK(simply(std::string("CREATE SCHEMA IF NOT EXISTS ") + quoted.get()));
  WV_CHECK(commit());
  return simply(std::string("SET search_path TO ") + quoted.get());
}

}  // namespace

Result<std::unique_ptr<Sql>> open_postgres(const PostgresPlace& place, PostgresUse use) {
  Connection connection(PQconnectdb(place.address.c_str()));
  if (!connection || PQstatus(connection.get()) != CONNECTION_OK)
    return fail(ErrorCode::Unavailable,
                std::string("PostgreSQL: ") + (connection ? PQerrorMessage(connection.get()) : "no memory"));
  auto sql = std::make_unique<PostgresSql>(std::move(connection), place.schema);
  WV_CHECK(sql->enter(use));
  return sql;
}

}  // namespace wv::central
