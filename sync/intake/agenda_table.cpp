// Rows with the same opgave are one challenge; commas, semicolons and tabs part cells, whichever the first
// row has.
#include "sync/intake/agenda_table.h"

#include <csv.h>

#include <algorithm>
#include <map>

#include "sync/base/utf8.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::ErrorCode;
using base::Result;
using Row = std::vector<std::string>;

constexpr std::size_t most_rows = 5000, most_columns = 60;

struct Rows {
  std::vector<Row> rows;
  Row row;
  bool too_many = false;
};

void end_cell(void* text, std::size_t size, void* to) {
  auto& rows = *static_cast<Rows*>(to);
  if (rows.row.size() < most_columns)
    rows.row.emplace_back(base::strip(std::string_view(static_cast<const char*>(text), size)));
}

void end_row(int, void* to) {
  auto& rows = *static_cast<Rows*>(to);
  if (rows.rows.size() < most_rows)
    rows.rows.push_back(std::move(rows.row));
  else
    rows.too_many = true;
  rows.row = {};
}

char separator_of(std::string_view csv) {
  const auto first = csv.substr(0, csv.find('\n'));
  const auto count = [&](char c) { return std::ranges::count(first, c); };
  if (count('\t') > std::max(count(';'), count(','))) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

Result<Rows> rows_of(std::string_view csv) {
  Rows rows;
  csv_parser parser;
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    return base::fail(ErrorCode::Io, "no memory to read it");
  csv_set_delim(&parser, static_cast<unsigned char>(separator_of(csv)));
  const auto read = csv_parse(&parser, csv.data(), csv.size(), end_cell, end_row, &rows);
  const bool whole = read == csv.size() && csv_fini(&parser, end_cell, end_row, &rows) == 0;
  csv_free(&parser);
  if (!whole)
    return base::fail(ErrorCode::Invalid, "row " + std::to_string(rows.rows.size() + 1) +
                                              ": its quotation marks do not close. Export it again as CSV");
  if (rows.too_many) return base::fail(ErrorCode::Invalid, "it has more than 5000 rows");
  return rows;
}

class TableReader {
 public:
  Result<DraftAgenda> read(const Rows& rows) {
    if (rows.rows.empty()) return base::fail(ErrorCode::Invalid, "it has no rows");
    for (std::size_t i = 0; i < rows.rows.front().size(); ++i)
      columns_.emplace(folded(rows.rows.front()[i]), i);
    if (!columns_.contains("opgave"))
      return base::fail(ErrorCode::Invalid, "its first row does not name a column \"opgave\"");
    note_unknown(rows.rows.front());
    for (std::size_t i = 1; i < rows.rows.size(); ++i) add(rows.rows[i], i + 1);
    return std::move(draft_);
  }

 private:
  void note_unknown(const Row& names) {
    static constexpr std::string_view known[] = {"opgave",   "actie",        "beschrijving", "thema",
                                                 "herkomst", "status",       "trekker",      "partners",
                                                 "periode",  "onderdeel van"};
    for (const auto& name : names)
      if (!name.empty() && std::ranges::find(known, folded(name)) == std::end(known))
        draft_.warnings.push_back(
            {"column \"" + fit_line(name, 60) + "\"", "is not known and is passed over", ""});
  }

  std::string cell(const Row& row, const char* column) const {
    const auto found = columns_.find(column);
    return found != columns_.end() && found->second < row.size() ? row[found->second] : std::string();
  }

  void add(const Row& row, std::size_t number) {
    const std::string where = "row " + std::to_string(number);
    const auto title = cell(row, "opgave");
    if (std::ranges::all_of(row, &std::string::empty)) return;
    if (title.empty()) return draft_.left_out.push_back({where, "it has no opgave", ""});
    auto& challenge = challenge_called(title, where);
    const auto action = cell(row, "actie");
    if (challenge.themes.empty()) challenge.themes = cell(row, "thema");
    if (challenge.origins.empty()) challenge.origins = cell(row, "herkomst");
    if (action.empty()) {
      challenge.description = cell(row, "beschrijving");
      return;
    }
    auto& list = list_for(challenge, cell(row, "onderdeel van"), where);
    list.push_back({action + brackets(row),
                    cell(row, "beschrijving"),
                    where + ", \"" + fit_line(action, 60) + "\"",
                    {}});
  }

  // As a document would say it.
  std::string brackets(const Row& row) const {
    std::string inside;
    const auto put = [&](const char* label, const char* column) {
      if (const auto value = cell(row, column); !value.empty())
        inside += (inside.empty() ? "" : "; ") + (label + value);
    };
    put("", "status");
    put("", "periode");
    put("trekker: ", "trekker");
    put("partners: ", "partners");
    std::ranges::replace(inside, '(', '[');
    std::ranges::replace(inside, ')', ']');
    return inside.empty() ? "" : " (" + inside + ")";
  }

  DraftChallenge& challenge_called(const std::string& title, const std::string& where) {
    for (auto& challenge : draft_.challenges)
      if (challenge.title == title) return challenge;
    draft_.challenges.push_back({title, "", where + ", \"" + fit_line(title, 60) + "\"", "", "", {}});
    return draft_.challenges.back();
  }

  std::vector<DraftAction>& list_for(DraftChallenge& challenge, const std::string& above,
                                     const std::string& where) {
    if (above.empty()) return challenge.actions;
    for (auto& action : challenge.actions)
      if (action.text == above || action.text.starts_with(above + " (")) return action.parts;
    draft_.warnings.push_back({where,
                               "no earlier action of this opgave is called \"" + fit_line(above, 60) +
                                   "\", so it stands on its own",
                               ""});
    return challenge.actions;
  }

  std::map<std::string, std::size_t> columns_;
  DraftAgenda draft_;
};

}  // namespace

Result<DraftAgenda> read_agenda_table(std::string_view csv) {
  WV_TRY(const auto rows, rows_of(csv));
  return TableReader().read(rows);
}

}  // namespace wv::intake
