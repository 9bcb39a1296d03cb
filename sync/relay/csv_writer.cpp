// CSV (RFC 4180) that any spreadsheet opens, and that none can be made to calculate with.
#include "sync/relay/row_writer.h"

namespace wv::relay {
namespace {

using base::Json;

// A spreadsheet takes cells that begin like this for formulas, and residents can type anything.
bool could_be_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

std::string csv_cell(const Json& value) {
  const auto text = cell_text(value);
  std::string out = "\"";
  if (value.text() && could_be_formula(text)) out += '\'';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

class CsvWriter final : public RowWriter {
 public:
  CsvWriter(const std::vector<Column>& columns, const Sink& sink) : columns_(columns), sink_(sink) {}

  Result<> begin(const Json&) override {
    std::string line;
    for (const auto& column : columns_) line.append(line.empty() ? "" : ",").append(column.name);
    return sink_(line + "\r\n");
  }
  Result<> add(const Json& row) override {
    std::string line;
    for (const auto& column : columns_) {
      const Json* value = row.find(column.name);
      line.append(line.empty() ? "" : ",").append(csv_cell(value ? *value : Json()));
    }
    return sink_(line + "\r\n");
  }
  Result<> end(const Json&) override { return {}; }

 private:
  const std::vector<Column>& columns_;
  const Sink& sink_;
};

}  // namespace

std::unique_ptr<RowWriter> csv_writer(const std::vector<Column>& columns, const Sink& sink) {
  return std::make_unique<CsvWriter>(columns, sink);
}

}  // namespace wv::relay
