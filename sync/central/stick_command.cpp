// The real stick, and its report for people or programs.
#include "sync/central/stick_command.h"

#include <cstdio>

#include "sync/central/stick_exchange.h"
#include "sync/edge/stick.h"
#include "sync/wire/stick.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::Json;

void print_line(const std::string& text) {
  std::fputs((text + "\n").c_str(), stdout);
}

std::string counted(std::int64_t count, const char* one, const char* many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

void print(const StickReport& report, const std::map<std::string, std::string>& names) {
  if (report.enrolled > 0) print_line("Enrolled: " + counted(report.enrolled, "kiosk", "kiosks"));
  for (const auto& kiosk : report.kiosks) {
    const auto name = names.find(kiosk.kiosk.value);
    std::string line = (name == names.end() ? kiosk.kiosk.value : name->second) + ": " +
                       counted(kiosk.fresh, "new message", "new messages");
    if (kiosk.known > 0) line += ", " + std::to_string(kiosk.known) + " known already";
    if (kiosk.refused > 0) line += ", " + std::to_string(kiosk.refused) + " refused";
    print_line(line);
  }
  if (report.kiosks.empty() && report.enrolled == 0) print_line("No ideas of kiosks on this stick");
  if (report.files > 0)
    print_line("Content and answers: " + counted(static_cast<std::int64_t>(report.files), "file", "files") +
               " on the stick, good for three days");
  if (!report.stick_failed) print_line("The stick can be taken out.");
}

Result<edge::Stick> open_stick(const std::string& folder) {
  auto stick = edge::Stick::open(folder, wire::stick::max_file_bytes);
  if (!stick) return base::fail(stick.error().code, "no stick in " + folder + ": " + stick.error().message);
  return stick;
}

}  // namespace

Result<> run_stick(const Options& options, Machine& machine, const Repository& repository,
                   const AskDesk& ask) {
  WV_TRY(auto stick, open_stick(options.stick));
  WV_TRY(const auto report, exchange_with_stick({stick, machine.files, repository, ask}));
  std::map<std::string, std::string> names;
  WV_CHECK(ask(Json::object({{"vraag", "kiosken"}}), [&](const Json& row) {
    names[std::string(row.text_or("kioskId", ""))] = row.text_or("naam", "");
    return true;
  }));
  if (options.form == Options::Form::Json)
    print_line(base::to_pretty_text(to_json(report)));
  else
    print(report, names);
  std::string faults;
  for (const auto& fault : report.faults) faults += (faults.empty() ? "" : "\n  ") + fault;
  if (faults.empty()) return {};
  return base::fail(report.stick_failed ? ErrorCode::Io : ErrorCode::Invalid,
                    "not all of it went well:\n  " + faults);
}

Result<> put_invitation_on_stick(const Options& options, std::string_view invitation) {
  WV_TRY(auto stick, open_stick(options.stick));
  return put_invitation_on(stick, invitation);
}

}  // namespace wv::central
