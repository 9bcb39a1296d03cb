// Goes along the fields, so that a new key needs no line here.
#include "kiosk/app/setting_states.h"

namespace wv::app {

std::vector<store::SettingState> states_of(const LoadedSettings& loaded) {
  Settings untouched;
  std::vector<store::SettingState> states;
  for (const auto& field : setting_fields(untouched)) {
    if (field.path == "pin_hash") continue;
    const auto& value = value_of(field, loaded.values);
    states.push_back({field.path, value, field.rule.least, field.rule.most, field.rule.choices,
                      value != value_of(field, loaded.written)});
  }
  return states;
}

}  // namespace wv::app
