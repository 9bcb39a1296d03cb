// Reads the settings that the house told of, and makes the controls that ask for others.
#include "kiosk/staff/setting_parts.h"

#include <algorithm>

#include "kiosk/staff/code_words.h"

namespace wv::staff {

using screens::Tint;
using screens::Words;
using visit::SettingGroup;

const store::SettingState& SettingBook::of(std::string_view key) const {
  static const store::SettingState none;
  const auto& states = facts_of(scene_).settings.states;
  const auto found = std::ranges::find(states, key, &store::SettingState::key);
  return found == states.end() ? none : *found;
}

std::int64_t SettingBook::number(std::string_view key) const {
  const auto* value = of(key).value.integer();
  return value ? *value : 0;
}

std::string SettingBook::word(std::string_view key) const {
  const auto* value = of(key).value.text();
  return value ? *value : "";
}

std::vector<std::string> SettingBook::words(std::string_view key) const {
  std::vector<std::string> words;
  if (const auto* items = of(key).value.items())
    for (const auto& item : *items)
      if (item.text()) words.push_back(*item.text());
  return words;
}

bool SettingBook::is_chosen(const std::vector<std::string>& keys) const {
  return std::ranges::any_of(keys, [this](const auto& key) { return of(key).is_chosen; });
}

screens::Dial SettingBook::dial(const std::string& key, std::int64_t step, Words value,
                                std::optional<std::int64_t> most) const {
  const auto& say = scene_.say;
  const auto& state = of(key);
  const auto now = number(key), top = std::min(most.value_or(state.most), state.most);
  const auto to = [&](std::int64_t wanted) {
    return visit::TrySettings{{{key, std::clamp(wanted, state.least, std::max(state.least, top))}}};
  };
  return {.label = say("staff.setting.value"),
          .value = std::move(value),
          .less = {say("staff.setting.less"), to((now - 1) / step * step), now > state.least, {}, "minus"},
          .more = {say("staff.setting.more"), to((now / step + 1) * step), now < top, {}, "plus"}};
}

std::vector<screens::Button> SettingBook::leaps(const std::string& key, std::int64_t step) const {
  const auto& state = of(key);
  const auto now = number(key);
  const auto leap = [&](std::int64_t by, const char* words) {
    const auto wanted = std::clamp(now + by, state.least, std::max(state.least, state.most));
    return screens::Button{scene_.say(words, {{"n", std::to_string(step)}}),
                           visit::TrySettings{{{key, wanted}}}, wanted != now};
  };
  return {leap(-step, "staff.setting.leap.less"), leap(step, "staff.setting.leap.more")};
}

std::vector<screens::ListRow> SettingBook::options(const std::string& key,
                                                   std::initializer_list<std::string_view> titles) const {
  const auto& say = scene_.say;
  const auto& words = of(key).words;
  std::vector<screens::ListRow> rows;
  for (const auto title : titles) {
    if (rows.size() == words.size()) break;
    const auto& option = words[rows.size()];
    rows.push_back(option_row(say, say(title), {}, option == word(key), {{key, option}}));
  }
  return rows;
}

screens::ListRow option_row(const screens::Wording& say, Words title, Words text, bool chosen,
                            visit::SettingChanges changes) {
  screens::ListRow row{chosen ? "radio-on" : "radio-off",
                       chosen ? Tint::Brand : Tint::Neutral,
                       std::move(title),
                       std::move(text),
                       {},
                       visit::TrySettings{std::move(changes)}};
  if (chosen) row.badge = {say("staff.setting.chosen"), Tint::Brand, "check"};
  return row;
}

std::vector<std::string> keys_of(SettingGroup group) {
  switch (group) {
    case SettingGroup::Place:
      return {key::area, key::place, key::name};
    case SettingGroup::Languages:
      return {key::languages};
    case SettingGroup::Panel:
      return {key::stand, key::width, key::height, key::floor};
    case SettingGroup::Light:
      return {key::light, key::dimmed, key::after_hours};
    case SettingGroup::Sound:
      return {key::loudest, key::headphones};
    case SettingGroup::Silence:
      return {key::silence};
    case SettingGroup::Closures:
      return {key::closures};
    case SettingGroup::Week:
    case SettingGroup::Day:
      break;
  }
  return {key::weekdays.begin(), key::weekdays.end()};
}

Words group_words(const screens::Scene& scene, SettingGroup group) {
  const auto& say = scene.say;
  const SettingBook book(scene);
  const auto number = [&](std::string_view key) { return std::to_string(book.number(key)); };
  switch (group) {
    case SettingGroup::Place:
      return say.name(scene.around.place_name);
    case SettingGroup::Languages:
      return say.count("staff.setting.languages.count",
                       static_cast<std::int64_t>(book.words(key::languages).size()));
    case SettingGroup::Panel:
      return say(
          "staff.setting.panel.now",
          {{"width", number(key::width)}, {"height", number(key::height)}, {"floor", number(key::floor)}});
    case SettingGroup::Light:
      return say("staff.setting.percent", {{"n", number(key::light)}});
    case SettingGroup::Sound:
      return say("staff.setting.loudest.now", {{"n", number(key::loudest)}});
    case SettingGroup::Silence:
      return say("staff.setting.seconds", {{"n", number(key::silence)}});
    case SettingGroup::Closures: {
      const auto* days = book.of(key::closures).value.items();
      if (!days || days->empty()) return say("staff.setting.closures.none");
      return say.count("staff.setting.closures.count", static_cast<std::int64_t>(days->size()));
    }
    case SettingGroup::Week:
    case SettingGroup::Day:
      break;
  }
  const bool own =
      std::ranges::any_of(key::weekdays, [&](const auto& key) { return book.of(key).value.items(); });
  return say(own ? "staff.setting.week.own" : "staff.setting.week.place");
}

base::Day some_day(int weekday) {
  const auto monday = std::chrono::sys_days{std::chrono::year{2026} / 11 / 23};
  return monday + std::chrono::days{weekday};
}

}  // namespace wv::staff
