// What the pages are made of on which staff try out settings. Private to this room.
#pragma once

#include "kiosk/staff/setting_keys.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {

// The settings as they count now. A key that nobody told of has no value, and nothing can be done with it.
class SettingBook {
 public:
  explicit SettingBook(const screens::Scene& scene) : scene_(scene) {}

  const store::SettingState& of(std::string_view key) const;
  std::int64_t number(std::string_view key) const;
  std::string word(std::string_view key) const;
  std::vector<std::string> words(std::string_view key) const;
  // Whether any of these was chosen on the screen.
  bool is_chosen(const std::vector<std::string>& keys) const;

  // A value with ways to the next lower and higher multiple of `step`; `most` may be lower than the key's
  // own.
  screens::Dial dial(const std::string& key, std::int64_t step, screens::Words value,
                     std::optional<std::int64_t> most = {}) const;
  // The same as buttons: "– 10", "+ 10".
  std::vector<screens::Button> leaps(const std::string& key, std::int64_t step) const;
  // One of its words, as rows of which one is chosen. `titles`: keys of texts, in the order of the words.
  std::vector<screens::ListRow> options(const std::string& key,
                                        std::initializer_list<std::string_view> titles) const;

 private:
  const screens::Scene& scene_;
};

screens::ListRow option_row(const screens::Wording& say, screens::Words title, screens::Words text,
                            bool chosen, visit::SettingChanges changes);

// The keys of a group, in the order of SettingGroup; of the week all seven days.
std::vector<std::string> keys_of(visit::SettingGroup group);
// How a group stands, in a few words.
screens::Words group_words(const screens::Scene& scene, visit::SettingGroup group);
// The day of this week, for its name.
base::Day some_day(int weekday);

void week_page(const screens::Scene& scene, screens::StaffPageView& view);
void day_page(const screens::Scene& scene, screens::StaffPageView& view);
void closures_page(const screens::Scene& scene, screens::StaffPageView& view);

}  // namespace wv::staff
