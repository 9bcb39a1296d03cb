// What counts on this kiosk now, and what in the file of settings was not believed.
#include <algorithm>
#include <array>

#include "kiosk/staff/code_words.h"
#include "kiosk/staff/setting_parts.h"
#include "sync/base/utf8.h"

namespace wv::staff {
namespace {

using screens::StaffCard;
using screens::Tint;
using Setting = store::SettingLine::What;

struct Group {
  visit::SettingGroup group;
  std::string_view icon;
  Tint tint;
  std::string_view title;
};
using Of = visit::SettingGroup;
constexpr Group groups[] = {{Of::Place, "place", Tint::Brand, "staff.settings.place"},
                            {Of::Week, "calendar-clock", Tint::Brand, "staff.settings.week"},
                            {Of::Closures, "calendar-cancel", Tint::Brand, "staff.settings.closures"},
                            {Of::Languages, "translate", Tint::Sky, "staff.setting.languages"},
                            {Of::Panel, "screen", Tint::Sky, "staff.settings.screen"},
                            {Of::Light, "brightness", Tint::Sun, "staff.settings.light"},
                            {Of::Sound, "volume-high", Tint::Sun, "staff.settings.sound"},
                            {Of::Silence, "clock", Tint::Neutral, "staff.settings.silence"}};

// What can only be changed in the file, in the order of SettingLine::What.
constexpr std::array<std::string_view, 4> file_keys = {"staff.setting.phone", "staff.setting.helpdesk",
                                                       "staff.setting.help-call", "staff.setting.central"};
static_assert(file_keys.size() == static_cast<std::size_t>(Setting::Central) + 1);

std::vector<screens::Fact> by_file(const screens::Scene& scene, const store::Report& facts) {
  std::vector<screens::Fact> lines;
  for (const auto& line : facts.settings.lines)
    lines.push_back({scene.say(file_keys[static_cast<std::size_t>(line.what)]),
                     line.value.empty() ? scene.say("staff.setting.none") : scene.say.name(line.value)});
  return lines;
}

StaffCard mistakes(const screens::Scene& scene, const store::Report& facts) {
  const auto& say = scene.say;
  StaffCard card{"error", Tint::Brick, say("staff.settings.wrong")};
  card.text =
      facts.settings.last_good_counts ? say("staff.settings.last-good") : say("staff.settings.defaults");
  for (const auto& mistake : facts.settings.mistakes)
    card.facts.push_back({say("report.trouble"), say.name(mistake)});
  return card;
}

StaffCard waits(const screens::Scene& scene, const store::Report& facts) {
  StaffCard card{"refresh", Tint::Sun, scene.say("report.settings")};
  card.text = scene.say("report.settings.restart", {{"keys", base::joined(facts.settings.wait_for_restart)}});
  card.buttons = {{scene.say("staff.power.program"), visit::Open{visit::Screen::StaffPower}, true, {}, ""}};
  return card;
}

}  // namespace

screens::StaffPageView settings_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  screens::StaffPageView view;
  view.title = say("staff.settings");
  view.subtitle = say("staff.settings.text");
  if (scene.visit.trial == visit::Trial::Reverted)
    view.notice = screens::Notice{say("staff.setting.reverted"), Tint::Sky, "info"};
  if (!facts.settings.mistakes.empty()) view.cards.push_back(mistakes(scene, facts));
  if (!facts.settings.wait_for_restart.empty()) view.cards.push_back(waits(scene, facts));
  view.rows_title = say("staff.settings.here");
  for (const auto& [group, icon, tint, title] : groups) {
    screens::ListRow row{std::string(icon),         tint, say(title),
                         group_words(scene, group), {},   visit::OpenSetting{group}};
    if (SettingBook(scene).is_chosen(keys_of(group)))
      row.badge = {say("staff.setting.here"), Tint::Brand, "check"};
    view.rows.push_back(std::move(row));
  }
  view.lines_title = say("staff.settings.file");
  view.lines = by_file(scene, facts);
  return view;
}

}  // namespace wv::staff
