// Filters, flattens, counts and hashes the rows on their way into a file.
#include "sync/relay/export.h"

#include "sync/base/crypto.h"
#include "sync/base/encoding.h"
#include "sync/model/archive.h"
#include "sync/relay/row_writer.h"

namespace wv::relay {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;

constexpr std::string_view caution =
    "Vrije tekst kan persoonsgegevens bevatten die geen programma herkent, zoals namen. "
    "Kijk de teksten na voordat u dit bestand deelt.";
constexpr std::string_view proposal =
    "Het resultaat uit de selectielijst is een voorstel. De archivaris beslist of een idee een 'initiatief "
    "van "
    "burgers' is.";
constexpr std::string_view about_sha256 =
    "SHA-256 over de rijen: elke rij als JSON op één regel (zoals in de JSON-vorm, zonder komma aan het "
    "eind), met "
    "een regeleinde (LF) erachter";

std::string_view word(Kind kind) {
  switch (kind) {
    case Kind::Text:
    case Kind::Prose:
      return "tekst";
    case Kind::Number:
      return "getal";
    case Kind::Moment:
      return "moment";
    case Kind::Day:
      return "dag";
    case Kind::YesNo:
      return "ja of nee";
    case Kind::Steps:
      return "stappen";
  }
  return {};
}

Json filter_json(const Filter& filter) {
  Json json = Json::object();
  if (filter.from) json.set("van", base::to_iso_day(*filter.from));
  if (filter.until) json.set("tot en met", base::to_iso_day(*filter.until));
  if (!filter.status.empty()) json.set("status", filter.status);
  if (!filter.area.empty()) json.set("gebied", filter.area);
  return json;
}

Json about_of(const ExportRequest& request, const std::vector<Column>& columns, base::Instant now) {
  Json told = Json::array();
  for (const auto& column : columns)
    told.push(
        Json::object({{"naam", column.name}, {"soort", word(column.kind)}, {"betekenis", column.meaning}}));
  const bool open = request.disclosure == Disclosure::WithPersonalData;
  Json about = Json::object({{"titel", request.table.title},
                             {"gemaaktOp", base::to_rfc3339(now)},
                             {"gemaaktDoor", request.program},
                             {"keuze", filter_json(request.filter)},
                             {"persoonsgegevens", open ? "meegegeven" : "weggelaten"}});
  if (&request.table == &ideas_table()) {
    about.set("letOp", caution);
    about.set("selectielijst", Json::object({{"naam", model::archive_list().name},
                                             {"bron", model::archive_list().source},
                                             {"toelichting", proposal}}));
  }
  about.set("sha256Over", about_sha256);
  about.set("kolommen", std::move(told));
  return about;
}

Result<> check_filter(const Table& table, const Filter& filter) {
  const auto refuse = [&](std::string_view what) {
    return fail(ErrorCode::Invalid,
                std::string(what) + " means nothing for the export of " + std::string(table.name));
  };
  if ((filter.from || filter.until) && table.moment.empty()) return refuse("a period");
  if (!filter.status.empty() && table.status.empty()) return refuse("a status");
  if (!filter.area.empty() && &table != &ideas_table()) return refuse("an area");
  if (filter.from && filter.until && *filter.until < *filter.from)
    return fail(ErrorCode::Invalid, "the period ends before it begins");
  return {};
}

bool lets_through(const Table& table, const Filter& filter, const Json& row, const base::Clock& clock) {
  if (!filter.status.empty() && row.text_or(table.status, "") != filter.status) return false;
  if (!filter.area.empty() && row.text_or("gebied", "") != filter.area) return false;
  if (!filter.from && !filter.until) return true;
  const auto at = base::parse_rfc3339(row.text_or(table.moment, ""));
  if (!at) return false;
  const auto day = clock.local(*at).day;
  return (!filter.from || day >= *filter.from) && (!filter.until || day <= *filter.until);
}

std::unique_ptr<RowWriter> writer_for(const ExportRequest& request, const std::vector<Column>& columns,
                                      const Sink& sink) {
  switch (request.form) {
    case Form::Csv:
      return csv_writer(columns, sink);
    case Form::Json:
      return json_writer(sink);
    case Form::Ods:
      return ods_writer(columns, request.table.title, sink);
  }
  return {};
}

std::string finished(base::Sha256& hash) {
  return base::to_hex(hash.finish());
}

// A datatype of XML Schema, as CSV on the Web names them.
Json csv_type(Kind kind) {
  switch (kind) {
    case Kind::Number:
      return "integer";
    case Kind::Moment:
      return "dateTime";
    case Kind::Day:
      return "date";
    case Kind::YesNo:
      return Json::object({{"base", "boolean"}, {"format", "ja|nee"}});
    case Kind::Text:
    case Kind::Prose:
    case Kind::Steps:
      break;
  }
  return "string";
}

}  // namespace

Result<Exported> write_export(const ExportRequest& request, const base::Clock& clock, const DeskRows& rows,
                              const Sink& sink) {
  WV_CHECK(check_filter(request.table, request.filter));
  const auto columns = columns_of(request.table, request.disclosure);
  base::Sha256 of_file, of_rows;
  const Sink hashed = [&](std::string_view bytes) {
    of_file.add(base::as_bytes(bytes));
    return sink(bytes);
  };
  Exported exported{0, {}, about_of(request, columns, clock.now())};
  const auto writer = writer_for(request, columns, hashed);
  WV_CHECK(writer->begin(exported.about));
  Result<> written;
  WV_CHECK(rows([&](const Json& desk_row) {
    const Json row = request.table.flatten(desk_row, request.disclosure);
    if (!lets_through(request.table, request.filter, row, clock)) return true;
    of_rows.add(base::as_bytes(base::to_text(row) + "\n"));
    ++exported.rows;
    written = writer->add(row);
    return written.has_value();
  }));
  WV_CHECK(std::move(written));
  exported.about.set("aantal", exported.rows);
  exported.about.set("sha256", finished(of_rows));
  WV_CHECK(writer->end(exported.about));
  exported.file_sha256 = finished(of_file);
  return exported;
}

Json csv_metadata(const ExportRequest& request, const Exported& exported, std::string_view file_name) {
  Json columns = Json::array();
  for (const auto& column : columns_of(request.table, request.disclosure))
    columns.push(Json::object({{"name", column.name},
                               {"titles", column.name},
                               {"datatype", csv_type(column.kind)},
                               {"dc:description", column.meaning}}));
  return Json::object(
      {{"@context", Json(Json::Array{"http://www.w3.org/ns/csvw", Json::object({{"@language", "nl"}})})},
       {"url", file_name},
       {"dc:title", request.table.title},
       {"dc:creator", request.program},
       {"dc:created", exported.about.text_or("gemaaktOp", "")},
       {"dialect", Json::object({{"encoding", "utf-8"}, {"header", true}, {"delimiter", ","}})},
       {"tableSchema", Json::object({{"columns", std::move(columns)}})},
       {"notes", Json(Json::Array{
                     Json::object({{"bestandSha256", exported.file_sha256}, {"over", exported.about}})})}});
}

}  // namespace wv::relay
