// What counts on this kiosk now, and what in the file of settings was not believed.
#include <algorithm>
#include <array>

#include "kiosk/staff/code_words.h"
#include "kiosk/staff/staff_views.h"
#include "sync/base/utf8.h"

namespace wv::staff {
namespace {

using screens::StaffCard;
using screens::Tint;
using Setting = store::SettingLine::What;

// In the order of SettingLine::What.
constexpr std::array<std::string_view, 15> setting_keys = {
    "staff.setting.place",     "staff.setting.area",    "staff.setting.languages", "staff.setting.idle",
    "staff.setting.phone",     "staff.setting.panel",   "staff.setting.floor",     "staff.setting.light",
    "staff.setting.dimmed",    "staff.setting.volume",  "staff.setting.loudest",   "staff.setting.helpdesk",
    "staff.setting.help-call", "staff.setting.central", "staff.setting.keyboard"};
static_assert(setting_keys.size() == static_cast<std::size_t>(Setting::Keyboard) + 1);

StaffCard group(const screens::Scene& scene, const store::Report& facts, StaffCard card, Setting first,
                Setting last) {
  for (const auto& line : facts.settings.lines) {
    if (line.what < first || line.what > last) continue;
    card.facts.push_back({scene.say(setting_keys[static_cast<std::size_t>(line.what)]),
                          line.value.empty() ? scene.say("staff.setting.none") : scene.say.name(line.value)});
  }
  return card;
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
  return card;
}

}  // namespace

screens::StaffPageView settings_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto& facts = facts_of(scene);
  screens::StaffPageView view;
  view.title = say("staff.settings");
  view.subtitle = say("staff.settings.text");
  if (!facts.settings.mistakes.empty()) view.cards.push_back(mistakes(scene, facts));
  if (!facts.settings.wait_for_restart.empty()) view.cards.push_back(waits(scene, facts));
  view.cards.push_back(group(scene, facts, {"place", Tint::Brand, say("staff.settings.place")},
                             Setting::Place, Setting::Phone));
  view.cards.push_back(group(scene, facts, {"screen", Tint::Sky, say("staff.settings.screen")},
                             Setting::Panel, Setting::Dimmed));
  view.cards.push_back(group(scene, facts, {"volume-high", Tint::Sun, say("staff.settings.sound")},
                             Setting::Volume, Setting::Loudest));
  view.cards.push_back(group(scene, facts, {"wifi", Tint::Sky, say("staff.settings.service")},
                             Setting::Helpdesk, Setting::Keyboard));
  return view;
}

}  // namespace wv::staff
