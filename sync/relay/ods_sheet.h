// One sheet of a spreadsheet as OpenDocument XML, row after row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/relay/table.h"

namespace wv::relay {

class OdsSheet {
 public:
  OdsSheet(std::string_view name, const std::vector<Kind>& columns);
  void add_heading(const std::vector<std::string_view>& names);
  // A cell for each column, typed as the column says; null is an empty cell.
  void add_row(const std::vector<base::Json>& cells);
  void add_blank() { add_row({}); }
  // The finished element; the sheet takes no more rows.
  std::string finish() &&;

 private:
  std::vector<Kind> columns_;
  std::string xml_;
};

// The styles that the sheets name, to stand in office:automatic-styles.
std::string_view ods_styles();

}  // namespace wv::relay
