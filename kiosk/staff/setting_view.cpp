// One page of settings: everything on it is tried out at once on this very screen, and kept only when asked.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/staff/code_words.h"
#include "kiosk/staff/setting_parts.h"

namespace wv::staff {
namespace {

using screens::Notice;
using screens::StaffCard;
using screens::StaffPageView;
using screens::Tint;
using visit::SettingGroup;
using visit::Trial;

constexpr std::string_view default_language = "nl";  // what a lacking text falls back to stays on

struct Page {
  std::string_view title, text;
};
// In the order of SettingGroup.
constexpr std::array<Page, 9> pages = {{{"staff.settings.place", "staff.setting.place.text"},
                                        {"staff.setting.languages", "staff.setting.languages.text"},
                                        {"staff.settings.screen", "staff.setting.panel.text"},
                                        {"staff.settings.light", "staff.setting.light.text"},
                                        {"staff.settings.sound", "staff.setting.sound.text"},
                                        {"staff.settings.silence", "staff.setting.silence.text"},
                                        {"staff.settings.week", "staff.setting.week.text"},
                                        {"staff.settings.week", "staff.setting.day.text"},
                                        {"staff.settings.closures", "staff.setting.closures.text"}}};
static_assert(pages.size() == static_cast<std::size_t>(SettingGroup::Closures) + 1);

std::optional<Notice> notice_of(const screens::Scene& scene) {
  const auto& say = scene.say;
  switch (scene.visit.trial) {
    case Trial::No:
      return std::nullopt;
    case Trial::Running:
      return Notice{say("staff.setting.running"), Tint::Sun, "eye"};
    case Trial::Refused:
      return Notice{say("staff.setting.refused"), Tint::Brick, "alert"};
    case Trial::Kept:
      return Notice{say("staff.setting.kept"), Tint::Brand, "check"};
    case Trial::NotKept:
      return Notice{say("staff.setting.not-kept"), Tint::Brick, "alert"};
    case Trial::Reverted:
      return Notice{say("staff.setting.reverted"), Tint::Sky, "info"};
  }
  return std::nullopt;
}

void place_page(const screens::Scene& scene, StaffPageView& view) {
  const auto& say = scene.say;
  const SettingBook book(scene);
  const auto& content = scene.content;
  if (!content.municipality) {
    view.notice = Notice{say("staff.setting.place.none"), Tint::Sky, "info"};
    return;
  }
  view.rows_title = say("staff.setting.place.rows");
  const auto* own = content.area({});
  const auto place = book.word(key::place);
  for (const auto& at : own ? own->places : std::vector<model::Place>{}) {
    const std::string name(at.name.find("nl").text);
    view.rows.push_back(option_row(say, say.content(at.name), say.name(at.address), at.id.value == place,
                                   {{key::place, at.id.value}, {key::name, name}}));
  }
  const auto area = book.word(key::area);
  for (const auto& other : content.municipality->areas)
    if (other.id.value != area && other.id != content.own_area)
      view.rows.push_back(option_row(say, say.content(other.name), say("staff.setting.area.other"), false,
                                     {{key::area, other.id.value}, {key::place, nullptr}}));
}

void languages_page(const screens::Scene& scene, StaffPageView& view) {
  const auto& say = scene.say;
  const SettingBook book(scene);
  const auto on = book.words(key::languages);
  for (const auto& lang : book.of(key::languages).words) {
    if (lang == default_language || !scene.strings.has(lang)) continue;
    const bool offered = std::ranges::find(on, lang) != on.end();
    base::Json wanted = base::Json::array();
    for (const auto& known : on)
      if (known != lang) wanted.push(known);
    if (!offered) wanted.push(lang);
    screens::ListRow row{offered ? "checkbox-on" : "checkbox-off",
                         offered ? Tint::Brand : Tint::Neutral,
                         say.in(lang, "language.self"),
                         say(offered ? "staff.setting.on" : "staff.setting.off"),
                         {},
                         visit::TrySettings{{{key::languages, std::move(wanted)}}}};
    view.rows.push_back(std::move(row));
  }
}

// `value`: the key of a text with {n}.
StaffCard dial_card(const screens::Scene& scene, StaffCard card, const std::string& key, std::int64_t step,
                    std::string_view value, std::optional<std::int64_t> most = {}) {
  const SettingBook book(scene);
  card.dial = book.dial(key, step, scene.say(value, {{"n", std::to_string(book.number(key))}}), most);
  return card;
}

StaffCard length_card(const screens::Scene& scene, const std::string& icon, std::string_view title,
                      const std::string& key) {
  auto card = dial_card(scene, {icon, Tint::Sky, scene.say(title)}, key, 1, "staff.setting.mm");
  card.buttons = SettingBook(scene).leaps(key, 10);
  return card;
}

void panel_page(const screens::Scene& scene, StaffPageView& view) {
  const auto& say = scene.say;
  const SettingBook book(scene);
  const auto width = book.number(key::width), height = book.number(key::height);
  const auto longer = std::max(width, height), shorter = std::min(width, height);
  view.rows = {option_row(say, say("staff.setting.standing"), {}, width <= height,
                          {{key::stand, "staand"}, {key::width, shorter}, {key::height, longer}}),
               option_row(say, say("staff.setting.lying"), {}, width > height,
                          {{key::stand, "liggend"}, {key::width, longer}, {key::height, shorter}})};
  view.rows_title = say("staff.setting.stand");
  view.cards = {length_card(scene, "screen", "staff.setting.width", key::width),
                length_card(scene, "screen", "staff.setting.height", key::height),
                length_card(scene, "wheelchair", "staff.setting.floor", key::floor)};
}

void light_page(const screens::Scene& scene, StaffPageView& view) {
  const auto& say = scene.say;
  const SettingBook book(scene);
  view.cards = {dial_card(scene, {"brightness", Tint::Sun, say("staff.setting.light")}, key::light, 10,
                          "staff.setting.percent"),
                dial_card(scene, {"dark", Tint::Sun, say("staff.setting.dimmed")}, key::dimmed, 10,
                          "staff.setting.percent", book.number(key::light))};
  view.rows_title = say("staff.setting.after-hours");
  view.rows = book.options(
      key::after_hours,
      {"staff.setting.after-hours.off", "staff.setting.after-hours.dimmed", "staff.setting.after-hours.on"});
}

void sound_page(const screens::Scene& scene, StaffPageView& view) {
  const auto& say = scene.say;
  view.cards = {dial_card(scene, {"volume-high", Tint::Sun, say("staff.setting.loudest")}, key::loudest, 1,
                          "staff.setting.loudest.now")};
  view.rows_title = say("staff.setting.headphones");
  view.rows = SettingBook(scene).options(
      key::headphones, {"staff.setting.headphones.plugged-in", "staff.setting.headphones.always",
                        "staff.setting.headphones.never"});
}

void silence_page(const screens::Scene& scene, StaffPageView& view) {
  view.cards = {dial_card(scene, {"clock", Tint::Sky, scene.say("staff.setting.idle")}, key::silence, 30,
                          "staff.setting.seconds")};
}

// Gives up what was chosen here. Nothing to press while it is not so.
StaffCard as_files_say(const screens::Scene& scene, std::vector<std::string> keys) {
  const auto& say = scene.say;
  visit::SettingChanges changes;
  for (auto& key : keys) changes.push_back({std::move(key), nullptr});
  StaffCard card{"document", Tint::Neutral, say("staff.setting.files")};
  card.text = say("staff.setting.files.text");
  card.buttons = {{say("staff.setting.files.again"), visit::TrySettings{std::move(changes)}, true, {}, ""}};
  return card;
}

}  // namespace

screens::StaffPageView setting_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  const auto group = scene.visit.setting;
  screens::StaffPageView view;
  view.title = say(pages[static_cast<std::size_t>(group)].title);
  view.subtitle = say(pages[static_cast<std::size_t>(group)].text);
  view.notice = notice_of(scene);
  using Fill = void (*)(const screens::Scene&, StaffPageView&);
  constexpr std::array<Fill, pages.size()> fills = {place_page, languages_page, panel_page,
                                                    light_page, sound_page,     silence_page,
                                                    week_page,  day_page,       closures_page};
  fills[static_cast<std::size_t>(group)](scene, view);
  auto keys = keys_of(group);
  if (group == SettingGroup::Day) keys = {key::weekdays[static_cast<std::size_t>(scene.visit.weekday)]};
  if (SettingBook(scene).is_chosen(keys)) view.cards.push_back(as_files_say(scene, std::move(keys)));
  if (!is_trying_settings(scene.visit)) return view;
  view.main = {say("staff.setting.keep"), visit::KeepSettings{}, true, {}, "check"};
  view.close = {say("staff.setting.revert"), visit::RevertSettings{}, true, {}, "rollback"};
  return view;
}

}  // namespace wv::staff
