// An OpenDocument 1.2 spreadsheet: the rows on one sheet, and on a second one what must be known about them.
#include "sync/relay/ods_sheet.h"
#include "sync/relay/row_writer.h"
#include "sync/relay/zip.h"

namespace wv::relay {
namespace {

using base::Json;

constexpr std::string_view mimetype = "application/vnd.oasis.opendocument.spreadsheet";
constexpr std::string_view xml_head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
constexpr std::string_view manifest =
    R"(<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">)"
    R"(<manifest:file-entry manifest:full-path="/" manifest:version="1.2" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>)"
    R"(<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>)"
    R"(<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>)"
    R"(</manifest:manifest>)";
constexpr std::string_view styles =
    R"(<office:document-styles xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" office:version="1.2">)"
    R"(<office:styles><style:style style:name="Default" style:family="table-cell"/></office:styles></office:document-styles>)";
constexpr std::string_view content_head =
    R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2">)";

std::vector<Kind> kinds_of(const std::vector<Column>& columns) {
  std::vector<Kind> kinds;
  for (const auto& column : columns) kinds.push_back(column.kind);
  return kinds;
}

// Members one under the other: "keuze status" for a member of a member.
void add_members(OdsSheet& sheet, const Json& about, const std::string& before) {
  for (const auto& [key, value] : *about.members()) {
    if (value.members())
      add_members(sheet, value, before + key + " ");
    else if (!value.items())
      sheet.add_row({before + key, cell_text(value)});
  }
}

std::string about_sheet(const Json& about) {
  OdsSheet sheet("Over dit bestand", {Kind::Text, Kind::Prose, Kind::Prose});
  add_members(sheet, about, "");
  sheet.add_blank();
  sheet.add_row({"Kolom", "Soort", "Betekenis"});
  for (const Json& column : *about.find("kolommen")->items())
    sheet.add_row({column.text_or("naam", ""), column.text_or("soort", ""), column.text_or("betekenis", "")});
  return std::move(sheet).finish();
}

class OdsWriter final : public RowWriter {
 public:
  OdsWriter(const std::vector<Column>& columns, std::string_view title, const Sink& sink)
      : columns_(columns), sheet_(title, kinds_of(columns)), sink_(sink) {}

  Result<> begin(const Json&) override {
    std::vector<std::string_view> names;
    for (const auto& column : columns_) names.push_back(column.name);
    sheet_.add_heading(names);
    return {};
  }
  Result<> add(const Json& row) override {
    std::vector<Json> cells;
    for (const auto& column : columns_) {
      const Json* value = row.find(column.name);
      cells.push_back(value ? *value : Json());
    }
    sheet_.add_row(cells);
    return {};
  }
  Result<> end(const Json& about) override {
    std::string content(xml_head);
    content.append(content_head)
        .append("<office:automatic-styles>")
        .append(ods_styles())
        .append("</office:automatic-styles><office:body><office:spreadsheet>")
        .append(std::move(sheet_).finish())
        .append(about_sheet(about))
        .append("</office:spreadsheet></office:body></office:document-content>");
    const std::string listed = std::string(xml_head) + std::string(manifest);
    const std::string style = std::string(xml_head) + std::string(styles);
    // Whoever looks at the first bytes of the file must find there what it is.
    const std::array<ZipPart, 4> parts = {{{"mimetype", mimetype, ZipPart::Packing::Stored},
                                           {"META-INF/manifest.xml", listed},
                                           {"styles.xml", style},
                                           {"content.xml", content}}};
    WV_TRY(const auto made_at, base::parse_rfc3339(about.text_or("gemaaktOp", "")));
    WV_TRY(const auto file, zip_of(parts, made_at));
    return sink_(file);
  }

 private:
  const std::vector<Column>& columns_;
  OdsSheet sheet_;
  const Sink& sink_;
};

}  // namespace

std::unique_ptr<RowWriter> ods_writer(const std::vector<Column>& columns, std::string_view title,
                                      const Sink& sink) {
  return std::make_unique<OdsWriter>(columns, title, sink);
}

}  // namespace wv::relay
