// --help-sheet and --paper-slips: what is printed for beside the kiosk.
#include <iostream>

#include "kiosk/app/help_sheet_pdf.h"
#include "kiosk/app/run.h"
#include "kiosk/app/slips_pdf.h"

namespace wv::app {

namespace {

// `make` gets the words, in --lang or the language of the place, and the settings.
template <class Make>
int put_on_paper(const Setting& setting, Make make) {
  const auto& options = setting.options;
  const auto strings = load_strings(setting.files, options.share / "strings");
  if (!strings) return report(strings.error());
  const auto loaded =
      settings_that_count(setting.files, options.config, last_good_file(options.state),
                          read_choices(setting.files, choices_file(options.state)).value_or(Choices{}));
  for (const auto& mistake : loaded.mistakes) std::cerr << mistake << "\n";
  const auto& settings = loaded.settings;
  const auto lang = options.languages.empty() ? settings.languages.front() : options.languages.front();
  const auto pdf = make(screens::Wording(*strings, lang), settings);
  if (!pdf) return report(pdf.error());
  const auto written = setting.files.write(options.out, *pdf);
  return written ? exit_well : report(written.error());
}

}  // namespace

int run_help_sheet(const Setting& setting, const base::Clock& clock) {
  return put_on_paper(setting, [&](const screens::Wording& say, const Settings& settings) {
    const auto sheet =
        staff::help_sheet(say, settings.place.name, {settings.helpdesk.name, settings.helpdesk.phone});
    const auto made_on = say.full_date(clock.local(clock.now()).day);
    return help_sheet_pdf(sheet, setting.options.share / "fonts", made_on);
  });
}

int run_paper_slips(const Setting& setting) {
  return put_on_paper(setting, [&](const screens::Wording& say, const Settings& settings) {
    return slips_pdf(say, settings.place.name, setting.options.slips, setting.options.share / "fonts");
  });
}

}  // namespace wv::app
