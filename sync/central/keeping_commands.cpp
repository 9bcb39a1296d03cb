// One verb, so its options and its words stand together.
#include "sync/central/keeping_commands.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

#include "sync/base/utf8.h"

namespace wv::central {
namespace {

using base::Json;

std::string cell(const Json& row, std::string_view key, std::size_t width) {
  return base::padded(row.text_or(key, ""), width);
}

std::string retention_line(const Json& row) {
  const bool erases = row.text_or("plicht", "") == duty_word(Duty::Erase);
  return cell(row, "publiekId", 8) + cell(row, "ideeId", 38) + cell(row, "status", 18) +
         cell(row, "resultaat", 8) + cell(row, "plicht", 17) +
         std::string(row.text_or(erases ? "wissenOp" : "contactTot", ""));
}

std::string retention_summary(std::map<std::string, int, std::less<>>& counts, bool applied) {
  const auto count = [&](Duty duty) { return std::to_string(counts[std::string(duty_word(duty))]); };
  return "Contact data of " + count(Duty::StripContact) + " ideas and " + count(Duty::Erase) +
         " whole ideas " + (applied ? "erased; " : "are due (erase them with --apply); ") +
         count(Duty::HandOver) + " ideas are kept for good, for the archive";
}

}  // namespace

void add_ideas_count_as(CLI::App* sub, Options& options) {
  sub->add_flag_callback(
      "--ideas-are-requests", [&options] { options.count_as = IdeasCountAs::Requests; },
      "The archivist says: no 'initiatief van burgers' (kept for good) but requests (6.1 five years, 6.2 "
      "one)");
}

CLI::App* add_retention_command(CLI::App& parent, Options& options) {
  auto* sub = parent.add_subcommand("retention", "What has been kept for long enough, and erasing it");
  sub->footer(
      "Examples:\n"
      "  wijkvenster-central retention --repo /srv/wijkvenster\n"
      "  wijkvenster-central retention --repo /srv/wijkvenster --apply --json\n"
      "Contact data goes four weeks after the last answer and always within a year. What was withdrawn, not\n"
      "shown or referred goes a year later (Selectielijst 2020: 6.3, 6.1.3); what was done or not taken is\n"
      "kept for good (6.1.9, 6.2.3). A running server does this once a day by itself.");
  sub->callback([&options] { options.verb = Options::Verb::Retention; });
  sub->add_flag_callback(
      "--apply", [&options] { options.retention = Options::Retention::Applies; }, "Erase what is due");
  sub->add_flag_callback("--json", [&options] { options.form = Options::Form::Json; }, "JSON");
  add_ideas_count_as(sub, options);
  return sub;
}

std::filesystem::path usual_ledger(const Options& options) {
  if (!options.store.postgres) return std::filesystem::path(options.store.file) += ".wislijst";
  return options.repo.empty() ? std::filesystem::path() : std::filesystem::path(options.repo) / "wislijst";
}

Result<> show_retention(const Options& options, const AskDesk& ask) {
  const bool json = options.form == Options::Form::Json;
  const bool applies = options.retention == Options::Retention::Applies;
  Json all = Json::array();
  std::map<std::string, int, std::less<>> counts;
  WV_CHECK(ask(Json::object({{"vraag", "bewaartermijnen"},
                             {"uitvoeren", applies},
                             {"alsVerzoek", options.count_as == IdeasCountAs::Requests}}),
               [&](const Json& row) {
                 ++counts[std::string(row.text_or("plicht", ""))];
                 if (json)
                   all.push(row);
                 else
                   std::puts(retention_line(row).c_str());
                 return true;
               }));
  std::puts(json ? base::to_pretty_text(all).c_str() : retention_summary(counts, applies).c_str());
  return {};
}

}  // namespace wv::central
