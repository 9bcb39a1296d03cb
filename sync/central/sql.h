// One way of asking either database: the same SQL text for SQLite and PostgreSQL, `$1` for parameters, rows
// with types. What the two call differently stays behind this header.
//
// The SQL that both understand: standard SQL with ON CONFLICT, FILTER and RETURNING; INTEGER and BLOB as
// names of types (PostgreSQL gets BIGINT and BYTEA); CAST($1 AS …) where a parameter stands for a whole
// column of a SELECT; CAST(sum(…) AS INTEGER); no max(a, b), no truth values as numbers.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "sync/base/result.h"
#include "sync/base/world.h"

namespace wv::central {

using base::Bytes;
using base::ByteView;
using base::Result;

// A parameter; borrowed until the call returns.
using SqlValue = std::variant<std::nullptr_t, std::int64_t, std::string_view, ByteView>;

inline SqlValue sql_value(std::nullptr_t) {
  return nullptr;
}
inline SqlValue sql_value(std::string_view text) {
  return text;
}
inline SqlValue sql_value(ByteView blob) {
  return blob;
}
template <class T>
  requires std::is_integral_v<T>
SqlValue sql_value(T number) {
  return static_cast<std::int64_t>(number);
}
template <class T>
SqlValue sql_value(const std::optional<T>& value) {
  return value ? sql_value(*value) : SqlValue(nullptr);
}

// Everything a question brought, held in memory: ask for large tables in pieces (WHERE key > $1 … LIMIT).
class SqlRows {
 public:
  using Cell = std::variant<std::nullptr_t, std::int64_t, std::string>;  // text and blobs both as bytes

  class Row {
   public:
    Row(const SqlRows& rows, std::size_t index) : cells_(rows.cells_.data() + index * rows.columns_) {}
    bool is_null(std::size_t column) const { return cells_[column].index() == 0; }
    // 0, "" or nothing where the cell is NULL or of the other kind.
    std::int64_t integer(std::size_t column) const;
    std::string_view text(std::size_t column) const;
    ByteView blob(std::size_t column) const;
    std::string text_copy(std::size_t column) const { return std::string(text(column)); }
    Bytes blob_copy(std::size_t column) const;
    const Cell& cell(std::size_t column) const { return cells_[column]; }

   private:
    const Cell* cells_;
  };

  explicit SqlRows(std::size_t columns = 0) : columns_(columns) {}
  void add(Cell cell) { cells_.push_back(std::move(cell)); }  // row by row, from left to right

  std::size_t columns() const { return columns_; }
  std::size_t size() const { return columns_ == 0 ? 0 : cells_.size() / columns_; }
  bool empty() const { return cells_.empty(); }
  Row operator[](std::size_t index) const { return {*this, index}; }
  Row front() const { return {*this, 0}; }

 private:
  std::size_t columns_;
  std::vector<Cell> cells_;
};

// One connection; one thread at a time. Errors: Unavailable = busy, lost or full (try later, on a new
// connection when it was lost), Corrupt, Io, Invalid = wrong SQL or a constraint that says no.
class Sql {
 public:
  virtual ~Sql() = default;

  template <class... Values>
  Result<SqlRows> query(std::string_view sql, const Values&... values) {
    const std::array<SqlValue, sizeof...(values)> given{sql_value(values)...};
    return query_values(sql, given);
  }
  // How many rows were changed.
  template <class... Values>
  Result<std::int64_t> run(std::string_view sql, const Values&... values) {
    const std::array<SqlValue, sizeof...(values)> given{sql_value(values)...};
    return run_values(sql, given);
  }
  virtual Result<SqlRows> query_values(std::string_view sql, std::span<const SqlValue> values) = 0;
  virtual Result<std::int64_t> run_values(std::string_view sql, std::span<const SqlValue> values) = 0;
  // One statement for many rows, sent in one go where the database is far away; the rows each one changed.
  virtual Result<std::vector<std::int64_t>> run_each(std::string_view sql,
                                                     std::span<const std::vector<SqlValue>> rows) = 0;

  // The right to change anything: one at a time over all processes that share the database.
  virtual Result<> begin() = 0;
  virtual Result<> begin_snapshot() = 0;  // one unchanging view for several questions; ends with roll_back
  virtual Result<> commit() = 0;          // on disk when it succeeds
  virtual void roll_back() = 0;
  // Within a transaction: what happened since can be undone without undoing the rest.
  virtual Result<> begin_task() = 0;
  virtual Result<> end_task(bool keep) = 0;

  // Brings the tables to version steps.size(); step i runs, in one transaction, where they stand at i. Steps
  // are only ever added. Invalid when the tables are newer than this program.
  virtual Result<> migrate(std::span<const std::string_view> steps) = 0;
  // Outside a transaction: what was deleted leaves the files too. True when all of it has.
  virtual bool wipe_deleted() = 0;
  virtual bool shared() const = 0;  // other processes write too: nothing remembered survives a commit
};

}  // namespace wv::central
