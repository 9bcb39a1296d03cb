// One UID is one activity; dates that differ from their series become activities of their own.
#include "sync/intake/activities.h"

#include <algorithm>
#include <set>

#include "sync/intake/words.h"

namespace wv::intake {
namespace {

using base::Json;

constexpr std::size_t longest_title = 160, longest_description = 2000, longest_place = 200,
                      longest_name = 120;
constexpr std::chrono::minutes shortest{5}, longest{7 * 24 * 60};

// All entries of one UID.
struct Group {
  const CalendarEntry* master = nullptr;
  std::map<std::string, const CalendarEntry*> replacements;  // by the date they replace
};

class Maker {
 public:
  Maker(const Calendar& calendar, const Town& town, const ActivityRules& rules)
      : calendar_(calendar), town_(town), rules_(rules) {
    reading_.warnings = calendar.warnings;
  }

  Reading make() {
    for (const auto& entry : calendar_.entries) sort_in(entry);
    for (const auto& key : order_) make_group(key, groups_.at(key));
    if (over_ > 0)
      reading_.warnings.push_back(
          {"the past", std::to_string(over_) + " activities are over and were left out", ""});
    for (const auto& category : unknown_)
      reading_.warnings.push_back({"category \"" + category + "\"", "is no theme of gemeente.toml",
                                   "Say which theme it is: --theme '" + category + "=ID'"});
    return std::move(reading_);
  }

 private:
  void leave_out(const CalendarEntry& entry, std::string why, std::string what_to_do = "") {
    reading_.left_out.push_back({where(entry), std::move(why), std::move(what_to_do)});
  }
  void warn(const CalendarEntry& entry, std::string why) {
    reading_.warnings.push_back({where(entry), std::move(why), ""});
  }

  void sort_in(const CalendarEntry& entry) {
    if (!entry.refused.empty()) return leave_out(entry, entry.refused);
    if (entry.title.empty()) return leave_out(entry, "it has no title (SUMMARY)");
    if (entry.is_private) return leave_out(entry, "it is marked as private (CLASS), and a kiosk is public");
    if (entry.uid.empty())
      warn(entry, "it has no UID: once its title or begin changes, it counts as another one");
    const auto key = entry.uid.empty() ? entry.title + "\n" + entry.starts : entry.uid;
    auto [group, is_new] = groups_.try_emplace(key);
    if (is_new) order_.push_back(key);
    auto& place = entry.replaces.empty() ? group->second.master : group->second.replacements[entry.replaces];
    if (place) warn(entry, "it is there more than once; the newest counts");
    if (!place || place->version <= entry.version) place = &entry;
  }

  void make_group(const std::string& key, const Group& group) {
    if (group.master) make_series(key, group);
    for (const auto& [date, entry] : group.replacements) {
      if (entry->over)
        ++over_;
      else
        add(*entry, key + "\n" + date, activity(*entry, entry->starts));
    }
  }

  void make_series(const std::string& key, const Group& group) {
    const auto& master = *group.master;
    if (master.over) return void(++over_);
    const auto is_out = [&](const std::string& date) {
      return std::ranges::find(master.exdates, date) != master.exdates.end() ||
             group.replacements.contains(date);
    };
    if (!master.rrule.empty()) {
      auto json = activity(master, master.starts);
      json.set("herhaling", master.rrule);
      std::set<std::string> out(master.exdates.begin(), master.exdates.end());
      for (const auto& [date, _] : group.replacements) out.insert(date);
      Json all = Json::array();
      for (const auto& date : out) all.push(date);
      if (!out.empty()) json.set("vervalt", std::move(all));
      add(master, key, std::move(json));
    } else if (!is_out(master.starts)) {
      add(master, key, activity(master, master.starts));
    }
    for (const auto& date : master.dates)
      if (!is_out(date)) add(master, key + "\n" + date, activity(master, date));
  }

  void add(const CalendarEntry& entry, const std::string& seed, Json json) {
    Json item = Json::object({{"id", stable_id("ics", seed)}});
    for (auto& member : *json.members()) item.set(member.key, std::move(member.value));
    reading_.items.push_back({rules_.area, "activiteiten", std::move(item), where(entry)});
  }

  Json activity(const CalendarEntry& entry, const std::string& starts) {
    Json json = Json::object({{"titel", fit_line(entry.title, longest_title)}, {"begin", starts}});
    json.set("duurMinuten", duration(entry).count());
    if (const auto text = fit_text(entry.description, longest_description); !text.empty()) {
      json.set("beschrijving", text);
      if (was_cut(entry.description, longest_description))
        warn(entry, "its description is shortened to 2000 characters");
    }
    if (entry.cancelled) json.set("afgelast", true);
    set_place(json, entry);
    if (const auto theme = theme_of(entry)) json.set("thema", *theme);
    if (const auto name = fit_line(entry.organiser, longest_name); !name.empty())
      json.set("organisator", name);
    return json;
  }

  std::chrono::minutes duration(const CalendarEntry& entry) {
    if (!entry.duration || *entry.duration == std::chrono::minutes(0)) {
      warn(entry, "it does not say how long it lasts; taken as an hour");
      return std::chrono::hours(1);
    }
    // What is impossible is left to the readers, which name it; a very short meeting is no mistake.
    if (*entry.duration > std::chrono::minutes(0) && *entry.duration < shortest) return shortest;
    if (*entry.duration <= longest) return *entry.duration;
    warn(entry, "it lasts longer than seven days; the kiosk shows seven");
    return longest;
  }

  void set_place(Json& json, const CalendarEntry& entry) {
    if (const auto* place = town_.place(rules_.area, entry.location))
      return void(json.set("plek", place->id));
    if (const auto text = fit_line(entry.location, longest_place); !text.empty()) json.set("plekTekst", text);
  }

  std::optional<std::string> theme_of(const CalendarEntry& entry) {
    for (const auto& category : entry.categories) {
      if (const auto given = rules_.themes.find(folded(category)); given != rules_.themes.end())
        return given->second;
      if (const auto theme = town_.theme(category)) return theme;
      if (!folded(category).empty()) unknown_.insert(fit_line(category, 60));
    }
    return std::nullopt;
  }

  const Calendar& calendar_;
  const Town& town_;
  const ActivityRules& rules_;
  Reading reading_;
  std::map<std::string, Group> groups_;
  std::vector<std::string> order_;
  std::set<std::string> unknown_;
  std::size_t over_ = 0;
};

}  // namespace

Reading activities_of(const Calendar& calendar, const Town& town, const ActivityRules& rules) {
  return Maker(calendar, town, rules).make();
}

}  // namespace wv::intake
