// pugixml stays in this file: it writes each row by itself, so that a large sheet never stands in memory as a
// tree.
#include "sync/relay/ods_sheet.h"

#include <pugixml.hpp>

#include "sync/base/utf8.h"

namespace wv::relay {
namespace {

using base::Json;

class Into final : public pugi::xml_writer {
 public:
  explicit Into(std::string& text) : text_(text) {}
  void write(const void* data, std::size_t size) override {
    text_.append(static_cast<const char*>(data), size);
  }

 private:
  std::string& text_;
};

void append(std::string& xml, const pugi::xml_node& node) {
  Into into(xml);
  node.print(into, "", pugi::format_raw, pugi::encoding_utf8);
}

const char* column_style(Kind kind) {
  switch (kind) {
    case Kind::Number:
    case Kind::YesNo:
    case Kind::Day:
      return "smal";
    case Kind::Text:
    case Kind::Moment:
      return "gewoon";
    case Kind::Prose:
    case Kind::Steps:
      break;
  }
  return "breed";
}

// OpenDocument takes several spaces for one, as HTML does, unless they are written out.
void add_line(pugi::xml_node cell, std::string_view line) {
  auto paragraph = cell.append_child("text:p");
  std::string words;
  const auto flush = [&] {
    if (!words.empty()) paragraph.append_child(pugi::node_pcdata).set_value(words.c_str());
    words.clear();
  };
  char before = ' ';
  for (const char c : line) {
    const bool written_out = c == '\t' || (c == ' ' && before == ' ');
    if (written_out) {
      flush();
      paragraph.append_child(c == '\t' ? "text:tab" : "text:s");
    } else {
      words += c;
    }
    before = c;
  }
  flush();
}

void add_words(pugi::xml_node cell, std::string_view words) {
  const std::string clean = base::clean_text(words);  // XML has no place for control characters
  std::string_view rest = clean;
  for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
    add_line(cell, rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  add_line(cell, rest);
}

void give_type(pugi::xml_node cell, const char* type, const char* attribute, const std::string& value) {
  cell.append_attribute("office:value-type") = type;
  if (attribute) cell.append_attribute(attribute) = value.c_str();
}

void add_text(pugi::xml_node cell, const Json& value, Kind kind) {
  if (kind == Kind::Prose || kind == Kind::Steps) cell.append_attribute("table:style-name") = "tekst";
  give_type(cell, "string", nullptr, {});
  add_words(cell, cell_text(value));
}

// "2026-03-01T10:00:00Z" is UTC; OpenDocument of version 1.2 knows no zones, and the column says that it is
// UTC.
void add_date(pugi::xml_node cell, const std::string& text, const char* style) {
  cell.append_attribute("table:style-name") = style;
  give_type(cell, "date", "office:date-value", text.ends_with('Z') ? text.substr(0, text.size() - 1) : text);
  add_words(cell, text);
}

void add_cell(pugi::xml_node row, const Json& value, Kind kind) {
  auto cell = row.append_child("table:table-cell");
  if (value.is_null()) return;
  const auto* text = value.text();
  if (text && text->empty()) return;
  if (const auto* number = value.integer(); number && kind == Kind::Number) {
    give_type(cell, "float", "office:value", std::to_string(*number));
    add_words(cell, std::to_string(*number));
  } else if (const auto* yes = value.boolean(); yes && kind == Kind::YesNo) {
    give_type(cell, "boolean", "office:boolean-value", *yes ? "true" : "false");
    add_words(cell, cell_text(value));
  } else if (text && (kind == Kind::Moment || kind == Kind::Day)) {
    add_date(cell, *text, kind == Kind::Moment ? "moment" : "dag");
  } else {
    add_text(cell, value, kind);
  }
}

}  // namespace

OdsSheet::OdsSheet(std::string_view name, const std::vector<Kind>& columns) : columns_(columns) {
  pugi::xml_document document;
  auto table = document.append_child("table:table");
  table.append_attribute("table:name") = std::string(name).c_str();
  for (const auto kind : columns_)
    table.append_child("table:table-column").append_attribute("table:style-name") = column_style(kind);
  append(xml_, table);
  xml_.resize(xml_.size() - std::string_view("</table:table>").size());  // stays open for rows
}

void OdsSheet::add_heading(const std::vector<std::string_view>& names) {
  pugi::xml_document document;
  auto headers = document.append_child("table:table-header-rows");
  auto row = headers.append_child("table:table-row");
  for (const auto name : names) {
    auto cell = row.append_child("table:table-cell");
    cell.append_attribute("table:style-name") = "kop";
    give_type(cell, "string", nullptr, {});
    add_words(cell, name);
  }
  append(xml_, headers);
}

void OdsSheet::add_row(const std::vector<Json>& cells) {
  pugi::xml_document document;
  auto row = document.append_child("table:table-row");
  for (std::size_t i = 0; i < columns_.size(); ++i)
    add_cell(row, i < cells.size() ? cells[i] : Json(), columns_[i]);
  append(xml_, row);
}

std::string OdsSheet::finish() && {
  return std::move(xml_) + "</table:table>";
}

std::string_view ods_styles() {
  return R"(<style:style style:name="smal" style:family="table-column"><style:table-column-properties style:column-width="2.6cm"/></style:style>)"
         R"(<style:style style:name="gewoon" style:family="table-column"><style:table-column-properties style:column-width="4.6cm"/></style:style>)"
         R"(<style:style style:name="breed" style:family="table-column"><style:table-column-properties style:column-width="11cm"/></style:style>)"
         R"(<number:date-style style:name="ndag"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>)"
         R"(<number:date-style style:name="nmoment"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/><number:text> </number:text><number:hours number:style="long"/><number:text>:</number:text><number:minutes number:style="long"/><number:text>:</number:text><number:seconds number:style="long"/></number:date-style>)"
         R"(<style:style style:name="kop" style:family="table-cell"><style:table-cell-properties fo:background-color="#dde6f0"/><style:text-properties fo:font-weight="bold"/></style:style>)"
         R"(<style:style style:name="tekst" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>)"
         R"(<style:style style:name="dag" style:family="table-cell" style:data-style-name="ndag"/>)"
         R"(<style:style style:name="moment" style:family="table-cell" style:data-style-name="nmoment"/>)";
}

}  // namespace wv::relay
