// The options of `wijkvenster-central export`.
#include "sync/central/export_options.h"

#include <CLI/CLI.hpp>

namespace wv::central {
namespace {

void declare_day(CLI::App& command, const char* name, std::optional<base::Day>& day, const char* what) {
  command
      .add_option_function<std::string>(
          name,
          [&day, name](const std::string& text) {
            const auto parsed = base::parse_iso_day(text);
            if (!parsed) throw CLI::ValidationError(name, "expected a day such as 2026-03-01");
            day = *parsed;
          },
          what)
      ->type_name("DATE");
}

}  // namespace

void declare_export(CLI::App& command, ExportOptions& options) {
  using relay::Form;
  static const std::map<std::string, Form> forms = {
      {"csv", Form::Csv}, {"json", Form::Json}, {"ods", Form::Ods}};
  command.add_option("what", options.what, "ideas, kiosks or log")
      ->required()
      ->check(CLI::IsMember({"ideas", "kiosks", "log"}));
  command.add_option("--format", options.form, "csv, json or ods (OpenDocument spreadsheet)")
      ->transform(CLI::CheckedTransformer(forms))
      ->type_name("FORM");
  command.add_option("--out", options.out, "Where to (default: standard output)")->type_name("FILE|-");
  declare_day(command, "--from", options.filter.from, "First day, by the calendar here");
  declare_day(command, "--until", options.filter.until, "Last day, which belongs to it");
  command.add_option("--status", options.filter.status, "Only this status; of kiosks: this state");
  command.add_option("--area", options.filter.area, "Only ideas about this area (its id)");
  auto* with = command.add_flag_callback(
      "--with-personal-data", [&options] { options.disclosure = relay::Disclosure::WithPersonalData; },
      "Also contact data, and texts without anything masked");
  command
      .add_option("--contact-key", options.contact_key, "Private key that opens contact data; it stays here")
      ->needs(with)
      ->type_name("PEMFILE");
}

}  // namespace wv::central
