// --help-sheet: a page to hang beside the kiosk.
#include <iostream>

#include "kiosk/app/help_sheet_pdf.h"
#include "kiosk/app/run.h"

namespace wv::app {

int run_help_sheet(const Setting& setting, const base::Clock& clock) {
  const auto& options = setting.options;
  const auto strings = load_strings(setting.files, options.share / "strings");
  if (!strings) return report(strings.error());
  const auto loaded =
      settings_that_count(setting.files, options.config, options.state / "instellingen.goed.toml",
                          read_choices(setting.files, choices_file(options.state)).value_or(Choices{}));
  for (const auto& mistake : loaded.mistakes) std::cerr << mistake << "\n";
  const auto& settings = loaded.settings;
  const auto lang = options.languages.empty() ? settings.languages.front() : options.languages.front();
  const screens::Wording say(*strings, lang);
  const auto sheet =
      staff::help_sheet(say, settings.place.name, {settings.helpdesk.name, settings.helpdesk.phone});
  const auto pdf =
      help_sheet_pdf(sheet, options.share / "fonts", say.full_date(clock.local(clock.now()).day));
  if (!pdf) return report(pdf.error());
  const auto written = setting.files.write(options.out, *pdf);
  return written ? exit_well : report(written.error());
}

}  // namespace wv::app
