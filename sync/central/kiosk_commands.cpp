// Prints for people, or as JSON for a page or a timer.
#include "sync/central/kiosk_commands.h"

#include <cstdio>

#include "sync/central/alerts.h"
#include "sync/central/print.h"
#include "sync/central/qr.h"
#include "sync/central/stick_command.h"
#include "sync/wire/invitation.h"

namespace wv::central {
namespace {

using base::Json;

void print_line(const std::string& text) {
  std::fputs((text + "\n").c_str(), stdout);
}

// The invitation holds a code that is good for a day: its files are for their owner alone.
Result<> hand_out_invitation(const Options& options, Machine& machine, const std::string& invitation) {
  if (options.qr == Options::Qr::OnTerminal) {
    WV_TRY(const auto drawn, qr_for_terminal(invitation));
    std::fputs(drawn.c_str(), stdout);
  }
  if (!options.qr_svg.empty()) {
    WV_TRY(const auto svg, qr_svg(invitation, options.name));
    WV_CHECK(machine.secret_files.write(options.qr_svg, base::as_bytes(svg)));
  }
  if (!options.qr_png.empty()) {
    WV_TRY(const auto png, qr_png(invitation));
    WV_CHECK(machine.secret_files.write(options.qr_png, png));
  }
  return options.stick.empty() ? Result<>() : put_invitation_on_stick(options, invitation);
}

void print_kiosk(const Json& row, const Repository& repository) {
  const auto code = std::string(row.text_or("code", ""));
  print_line("Kiosk     " + std::string(row.text_or("naam", "")));
  print_line("Channel   " + std::string(row.text_or("kanaal", "")));
  print_line("Code      " + code.substr(0, 5) + "-" + code.substr(5) + "   (once, until " +
             std::string(row.text_or("geldigTot", "")) + ")");
  if (const auto sha256 = repository.root_sha256()) print_line("Root      " + *sha256);
  if (const auto invitation = row.text_or("uitnodiging", ""); !invitation.empty())
    print_line("In one    " + std::string(invitation));
}

}  // namespace

Result<> add_kiosk(const Options& options, Machine& machine, const Repository& repository,
                   const AskDesk& ask) {
  const Json request = Json::object({{"vraag", "kiosk-toevoegen"},
                                     {"naam", options.name},
                                     {"kanaal", options.channel},
                                     {"adres", options.url}});
  std::string invitation;
  WV_CHECK(ask(request, [&](const Json& row) {
    invitation = row.text_or("uitnodiging", "");
    if (options.add_output == Options::AddOutput::CodeOnly)
      print_line(std::string(row.text_or("code", "")));
    else
      print_kiosk(row, repository);
    return true;
  }));
  return hand_out_invitation(options, machine, invitation);
}

Result<> list_kiosks(const Options& options, const AskDesk& ask) {
  const bool json = options.form == Options::Form::Json;
  Json all = Json::array();
  if (!json) print_line(kiosk_heading());
  WV_CHECK(ask(Json::object({{"vraag", "kiosken"}}), [&](const Json& row) {
    if (json)
      all.push(row);
    else
      print_line(kiosk_line(row));
    return true;
  }));
  if (json) print_line(base::to_pretty_text(all));
  return {};
}

Result<> set_kiosk_state(const Options& options, const char* state, const AskDesk& ask) {
  WV_CHECK(ask(
      Json::object(
          {{"vraag", "kiosk-staat"}, {"kiosk", options.kiosk}, {"staat", state}, {"reden", options.reason}}),
      [](const Json&) { return true; }));
  print_line("Kiosk " + options.kiosk + " is now '" + state + "'");
  return {};
}

Result<> show_alerts(const Options& options, const AskDesk& ask) {
  Json request = to_json(options.alert_limits);
  request.set("vraag", "meldingen");
  const bool json = options.form == Options::Form::Json;
  Json all = Json::array();
  WV_CHECK(ask(request, [&](const Json& row) {
    all.push(row);
    if (!json) print_line(alert_lines(row));
    return true;
  }));
  const auto count = all.items()->size();
  if (json) print_line(base::to_pretty_text(all));
  if (count == 0 && !json) print_line("Nothing to look at");
  if (count == 0) return {};
  return base::fail(base::ErrorCode::Invalid,
                    count == 1 ? "1 thing to look at" : std::to_string(count) + " things to look at");
}

}  // namespace wv::central
