// An export from its first row to its last: rows of the desk in, bytes of a file out, and what whoever opens
// the file later must know about it.
#pragma once

#include <functional>
#include <optional>

#include "sync/base/world.h"
#include "sync/relay/table.h"

namespace wv::relay {

using base::Result;

enum class Form { Csv, Json, Ods };

// Both days belong to it, as the calendar on the wall says. Empty words let everything through.
struct Filter {
  std::optional<base::Day> from, until;
  std::string status, area;
};

struct ExportRequest {
  const Table& table;
  Form form = Form::Csv;
  Disclosure disclosure = Disclosure::WithoutPersonalData;
  Filter filter;
  std::string program;  // name and version of who made it
};

struct Exported {
  std::int64_t rows = 0;
  std::string file_sha256;  // hexadecimal, of all bytes that went out
  base::Json about;         // who made what when, from which rows, and what the columns mean
};

// Takes the next bytes of the file. An error ends the export.
using Sink = std::function<Result<>(std::string_view)>;
// Calls `each` with every row that the desk has; false ends the walk.
using DeskRows = std::function<Result<>(const std::function<bool(const base::Json&)>& each)>;

// CSV and JSON pass by row by row; ODS is a compressed whole and waits in memory. Invalid: a filter that this
// table does not know.
Result<Exported> write_export(const ExportRequest& request, const base::Clock& clock, const DeskRows& rows,
                              const Sink& sink);

// "CSV on the Web" (W3C) about a CSV export: to be kept beside it as FILE-metadata.json.
base::Json csv_metadata(const ExportRequest& request, const Exported& exported, std::string_view file_name);

}  // namespace wv::relay
