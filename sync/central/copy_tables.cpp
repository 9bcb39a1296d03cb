// Table by table, in pieces along the primary key, so that a large archive never stands in memory.
#include "sync/central/copy_tables.h"

#include "sync/base/utf8.h"
#include "sync/central/books.h"
#include "sync/central/sqlite_sql.h"

namespace wv::central {
namespace {

constexpr std::int64_t piece_of_table = 500;

struct Table {
  std::string name;
  std::vector<std::string> columns;  // the primary key first
  std::size_t keys = 0;
};

// "$1,$2,$3"
std::string places(std::size_t count) {
  std::string out;
  for (std::size_t i = 1; i <= count; ++i) out += (i == 1 ? "$" : ",$") + std::to_string(i);
  return out;
}

Result<std::vector<std::string>> names(Sql& sqlite, std::string_view sql, std::string_view table) {
  WV_TRY(const auto rows, sqlite.query(sql, table));
  std::vector<std::string> found;
  for (std::size_t i = 0; i < rows.size(); ++i) found.push_back(rows[i].text_copy(0));
  return found;
}

// In the order in which they were made: whoever refers to another table came after it.
Result<std::vector<Table>> tables_of(Sql& sqlite) {
  WV_TRY(const auto rows,
         sqlite.query("SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite%' "
                      "ORDER BY rowid"));
  std::vector<Table> tables;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Table table{rows[i].text_copy(0), {}, 0};
    WV_TRY(table.columns,
           names(sqlite, "SELECT name FROM pragma_table_info($1) WHERE pk>0 ORDER BY pk", table.name));
    table.keys = table.columns.size();
    WV_TRY(const auto others,
           names(sqlite, "SELECT name FROM pragma_table_info($1) WHERE pk=0 ORDER BY cid", table.name));
    table.columns.insert(table.columns.end(), others.begin(), others.end());
    tables.push_back(std::move(table));
  }
  return tables;
}

SqlValue value_of(const SqlRows::Row& row, std::size_t column, bool text) {
  const auto& cell = row.cell(column);
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return *number;
  if (!std::holds_alternative<std::string>(cell)) return nullptr;
  return text ? SqlValue(row.text(column)) : SqlValue(row.blob(column));
}

// Which columns hold words: SQLite tells blobs from text by how they were given.
Result<std::vector<bool>> text_columns(Sql& sqlite, const Table& table) {
  std::vector<bool> text;
  for (const auto& column : table.columns) {
    WV_TRY(const auto row,
           sqlite.query("SELECT type FROM pragma_table_info($1) WHERE name=$2", table.name, column));
    text.push_back(row.front().text(0) == "TEXT");
  }
  return text;
}

Result<> copy_table(Sql& from, Sql& to, const Table& table, const std::vector<bool>& text) {
  const auto columns = base::joined(table.columns, ",");
  const auto key = base::joined(std::span(table.columns).first(table.keys), ",");
  const auto limit = " ORDER BY " + key + " LIMIT " + std::to_string(piece_of_table);
  const auto first = "SELECT " + columns + " FROM " + table.name + limit;
  const auto next = "SELECT " + columns + " FROM " + table.name + " WHERE (" + key + ")>(" +
                    places(table.keys) + ")" + limit;
  const auto insert =
      "INSERT INTO " + table.name + "(" + columns + ") VALUES(" + places(table.columns.size()) + ")";
  WV_TRY(auto rows, from.query(first));
  while (!rows.empty()) {
    std::vector<std::vector<SqlValue>> values(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
      for (std::size_t column = 0; column < table.columns.size(); ++column)
        values[i].push_back(value_of(rows[i], column, text[column]));
    WV_CHECK(to.run_each(insert, values));
    const auto after = std::span(values.back()).first(table.keys);
    WV_TRY(auto following, from.query_values(next, after));
    rows = std::move(following);
  }
  return {};
}

// `sqlite` is the one of the two that can tell what the tables look like.
Result<> copy_tables(Sql& sqlite, Sql& from, Sql& to) {
  WV_TRY(const auto tables, tables_of(sqlite));
  for (const auto& table : tables) {
    WV_TRY(const auto text, text_columns(sqlite, table));
    if (auto copied = copy_table(from, to, table, text); !copied)
      return base::pass(copied, "copy table " + table.name);
  }
  return {};
}

}  // namespace

Result<> copy_to_sqlite(Sql& from, const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::exists(file, ignored))
    return base::fail(base::ErrorCode::Invalid, file.string() + " exists already; name a new file");
  WV_TRY(const auto to, open_sqlite(file, db::OpenMode::Own));
  WV_CHECK(make_tables(*to));
  WV_CHECK(to->begin());
  WV_CHECK(copy_tables(*to, from, *to));
  return to->commit();
}

Result<> copy_from_sqlite(const std::filesystem::path& file, Sql& to) {
  WV_TRY(const auto from, open_sqlite(file, db::OpenMode::Read));
  return copy_tables(*from, *from, to);
}

}  // namespace wv::central
