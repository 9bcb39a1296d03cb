// What can be exported: tables with columns that say what they mean, made of the rows of the desk.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/json.h"

namespace wv::relay {

// Prose: words of a person, of any length. Steps: what happened when, oldest first.
enum class Kind { Text, Prose, Number, Moment, Day, YesNo, Steps };

enum class Disclosure { WithoutPersonalData, WithPersonalData };

struct Column {
  std::string_view name;
  Kind kind = Kind::Text;
  std::string_view meaning;  // Dutch, for who opens the file in ten years
  bool personal = false;     // only there when personal data was asked for
};

struct Table {
  std::string_view name;      // "ideas", as the command line says it
  std::string_view title;     // Dutch
  std::string_view question;  // what the desk is asked for its rows
  std::string_view moment;    // the column that a period is about; empty: none
  std::string_view status;    // the column that a status is about; empty: none
  std::span<const Column> columns;
  // A row of the desk as a flat object with a member for each column, in their order.
  base::Json (*flatten)(const base::Json& desk_row, Disclosure disclosure);
};

const Table& ideas_table();
const Table& kiosks_table();
const Table& log_table();

std::vector<Column> columns_of(const Table& table, Disclosure disclosure);
// A value of a flat row as one text, for cells without types.
std::string cell_text(const base::Json& value);

}  // namespace wv::relay
