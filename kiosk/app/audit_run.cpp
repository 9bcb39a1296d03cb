// --audit: every screen in every form, without anybody having to walk there.
#include <array>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>

#include "kiosk/app/run.h"
#include "kiosk/app/studio.h"
#include "kiosk/ui/audit.h"
#include "kiosk/ui/reach.h"

namespace wv::app {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t most_listed = 500;  // enough to work on; the counts are always complete

constexpr std::array<std::string_view, 4> size_names = {"small", "normal", "large", "largest"};
constexpr std::array<std::string_view, 4> theme_names = {"light", "dark", "contrast-light", "contrast-dark"};

struct Findings {
  std::size_t states = 0;
  std::size_t pictures = 0;  // of those, painted and measured pixel by pixel
  std::size_t violations = 0;
  std::map<std::string, std::size_t> by_rule;
  Json list = Json::array();

  void add(const ui::Violation& violation, const std::string& preview, const Form& form,
           std::string_view panel) {
    ++violations;
    ++by_rule[violation.rule];
    if (list.size() >= most_listed) return;
    list.push_back({{"preview", preview},
                    {"lang", form.lang},
                    {"size", size_names[static_cast<std::size_t>(form.size)]},
                    {"theme", theme_names[static_cast<std::size_t>(form.contrast)]},
                    {"panel", panel},
                    {"reach", form.reach},
                    {"screen", violation.screen},
                    {"node", violation.node},
                    {"rule", violation.rule},
                    {"measured", violation.measured},
                    {"wanted", violation.wanted},
                    {"detail", violation.detail}});
  }
};

// Colours do not depend on the language or the size of letters: one of each is painted and looked at.
bool shows_colours(const Form& form) {
  return form.size == visit::TextSize::Normal && form.lang == "nl" && !form.reach;
}

void look_at(Studio& studio, const Preview& preview, const Form& form, std::string_view panel,
             Findings& findings) {
  const auto develop = shows_colours(form) ? Develop::Picture : Develop::TreeOnly;
  for (const auto scrolled : {Studio::Scrolled::Top, Studio::Scrolled::End}) {
    if (scrolled == Studio::Scrolled::End && !studio.scrolls()) return;
    studio.draw(preview, form, develop, scrolled);
    ++findings.states;
    const auto metrics = screens::metrics_of(studio.view(), form.panel);
    for (const auto& violation : ui::audit(studio.tree(), metrics, studio.view().name))
      findings.add(violation, preview.name, form, panel);
    if (form.reach)
      for (const auto& violation : ui::audit_reach(studio.tree(), form.panel, studio.view().name))
        findings.add(violation, preview.name, form, panel);
    if (develop == Develop::TreeOnly) continue;
    ++findings.pictures;
    for (const auto& violation : ui::audit_pixels(studio.tree(), studio.canvas(), studio.view().name))
      findings.add(violation, preview.name, form, panel);
  }
}

// No theme moves anything and no language has colours of its own: each size, language and panel is measured
// in one theme, each theme in one language and size. --long trusts nothing of that.
bool is_measured(const Form& form, const model::Lang& first, bool thorough) {
  const bool plain = form.contrast == visit::Contrast::Light;
  return thorough || plain || (form.lang == first && form.size == visit::TextSize::Normal);
}

// Reach mode moves things and recolours nothing: one theme says it all.
std::vector<bool> reaches(const ui::Panel& panel, std::size_t theme) {
  if (theme != 0 || ui::reach_help(panel) != visit::ReachHelp::Helps) return {false};
  return {false, true};
}

Findings audit_all(Backstage& backstage, const base::Clock& clock, const Setting& setting) {
  Findings findings;
  Studio studio(backstage, backstage.house().content(), clock);
  const auto& settings = backstage.house().settings();
  const auto languages = languages_of(setting, settings);
  const auto album = album_of(backstage, clock, setting.options);
  for (const auto& [name, panel] : panels_of(setting, settings))
    for (const auto& lang : languages)
      for (std::size_t size = 0; size < size_names.size(); ++size)
        for (std::size_t theme = 0; theme < theme_names.size(); ++theme) {
          Form form{lang, static_cast<visit::TextSize>(size), static_cast<visit::Contrast>(theme), panel};
          if (!is_measured(form, languages.front(), setting.options.thorough)) continue;
          for (const bool reach : reaches(panel, theme)) {
            form.reach = reach;
            for (const auto& preview : album) {
              // Attract begins at any touch: there is nothing on it to bring lower.
              if (reach && preview.visit.at.screen == visit::Screen::Attract) continue;
              look_at(studio, preview, form, name, findings);
            }
          }
        }
  return findings;
}

}  // namespace

int run_audit(const Setting& setting, VirtualClock& clock) {
  clock.advance(std::chrono::hours(1));  // so that a preview can have been silent for a while
  auto backstage = Backstage::open(setting.options, setting.files, clock, setting.random, setting.sound);
  if (!backstage) return report(backstage.error());
  const auto findings = audit_all(**backstage, clock, setting);
  Json rules = Json::object();
  for (const auto& [rule, count] : findings.by_rule) rules[rule] = count;
  const auto missing = (*backstage)->engine().missing_glyphs();
  const Json all = {{"states", findings.states},
                    {"pictures", findings.pictures},
                    {"violations", findings.violations},
                    {"missing_glyphs", missing},
                    {"by_rule", rules},
                    {"list", findings.list}};
  if (const int failed = put_out(setting, all.dump(2))) return failed;
  std::cerr << findings.states << " states, " << findings.pictures << " of them pixel by pixel, "
            << findings.violations << " violations, " << missing << " missing glyphs\n";
  return findings.violations == 0 && missing == 0 ? exit_well : exit_found_wrong;
}

}  // namespace wv::app
