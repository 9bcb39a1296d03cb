// The patterns come from the catalogue; which of them fits is decided here.
#include "kiosk/screens/activity_words.h"

#include <algorithm>
#include <array>

#include "sync/base/utf8.h"

namespace wv::screens {
namespace {

using std::chrono::sys_days;
using Every = store::Repetition::Every;

constexpr std::array nth_keys = {"nth.first", "nth.second", "nth.third", "nth.fourth", "nth.fifth"};

std::chrono::sys_time<std::chrono::minutes> wall(base::Day day, std::chrono::minutes at) {
  return sys_days(day) + at;
}

// The name of a weekday needs no date, but names are looked up by one.
std::string name_of(std::chrono::weekday weekday, const Wording& say) {
  const sys_days monday = sys_days(std::chrono::year(2024) / 1 / 1);
  return say.weekday(base::Day(monday + (weekday - std::chrono::Monday)));
}

std::string in_weeks(const store::Repetition& repetition, const Wording& say) {
  std::vector<std::string> names;
  for (const auto& one : repetition.days) names.push_back(name_of(one.day, say));
  const Filling days{"days", say.list(names)};
  if (repetition.interval == 1) return say("repeat.weekly", {days}).text;
  if (repetition.interval == 2) return say("repeat.biweekly", {days}).text;
  return say("repeat.weeks", {{"count", say.number(repetition.interval)}, days}).text;
}

std::string in_months(const store::Repetition& repetition, const Wording& say) {
  const std::string count = say.number(repetition.interval);
  if (repetition.days.empty()) {
    const Filling day{"day", std::to_string(repetition.month_day)};
    return repetition.interval == 1 ? say("repeat.month-day", {day}).text
                                    : say("repeat.months-day", {{"count", count}, day}).text;
  }
  const auto& first = repetition.days.front();
  const auto nth = static_cast<std::size_t>(first.nth - 1);
  const Filling which{"nth", say(first.nth > 0 && nth < nth_keys.size() ? nth_keys[nth] : "nth.last").text};
  const Filling day{"weekday", name_of(first.day, say)};
  return repetition.interval == 1 ? say("repeat.monthly", {which, day}).text
                                  : say("repeat.months", {{"count", count}, which, day}).text;
}

std::string how_often(const store::Repetition& repetition, const Wording& say) {
  const bool last_or_nth = repetition.days.empty() || repetition.days.front().nth >= -1;
  switch (repetition.every) {
    case Every::Day:
      return repetition.interval == 1 ? say("repeat.daily").text
                                      : say("repeat.days", {{"count", say.number(repetition.interval)}}).text;
    case Every::Week:
      return in_weeks(repetition, say);
    case Every::Month:
      return last_or_nth ? in_months(repetition, say) : say("repeat.often").text;
    case Every::Year:
      return repetition.interval == 1 ? say("repeat.yearly").text : say("repeat.often").text;
    case Every::Other:
      break;
  }
  return say("repeat.often").text;
}

}  // namespace

std::string repetition_words(const store::Almanac& almanac, const model::Event& event, const Wording& say) {
  const auto found = almanac.repetitions.find(event.id);
  if (found == almanac.repetitions.end()) return {};
  std::string often = how_often(found->second, say);
  if (!found->second.until) return often;
  return say("repeat.until", {{"repeat", often}, {"date", say.full_date(*found->second.until)}}).text;
}

std::string where_words(const model::Event& event, const model::AreaContent& area, const Wording& say) {
  if (event.place) {
    const auto found = std::ranges::find(area.places, *event.place, &model::Place::id);
    if (found != area.places.end()) return say.content(found->name).text;
  }
  return say.content(event.place_as_written).text;
}

Words day_title(base::Day day, base::Day today, const Wording& say) {
  const auto ahead = (sys_days(day) - sys_days(today)).count();
  const std::string date = say.date(day);
  if (ahead == 0) return say("activities.today", {{"date", date}});
  if (ahead == 1) return say("activities.tomorrow", {{"date", date}});
  return say.name(capital(date));
}

std::string shortened(const std::string& text, std::size_t most_characters) {
  if (base::count_code_points(text) <= most_characters) return text;
  std::string_view kept = base::first_code_points(text, most_characters - 1);
  if (const auto space = kept.rfind(' '); space != std::string_view::npos && space > kept.size() / 2)
    kept = kept.substr(0, space);
  while (!kept.empty() &&
         (kept.back() == ',' || kept.back() == ';' || kept.back() == ':' || kept.back() == ' '))
    kept.remove_suffix(1);
  return std::string(kept) + "…";
}

bool is_free(const model::Event& event) {
  constexpr std::string_view word = "gratis";
  const std::string_view cost = base::strip(event.cost.find("nl").text);
  if (cost.size() < word.size()) return false;
  const bool begins = std::ranges::equal(cost.substr(0, word.size()), word, [](char a, char b) {
    return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
  });
  return begins && (cost.size() == word.size() || cost[word.size()] == ' ' || cost[word.size()] == ',' ||
                    cost[word.size()] == '.');
}

bool is_over(const store::Occurrence& one, const base::LocalTime& now) {
  return wall(one.day, one.starts) + one.event->duration <= wall(now.day, now.since_midnight);
}

bool is_going_on(const store::Occurrence& one, const base::LocalTime& now) {
  return wall(one.day, one.starts) <= wall(now.day, now.since_midnight) && !is_over(one, now);
}

EventLook look_of(const model::Event& event, const store::Content& content) {
  if (event.cancelled) return {"calendar-cancel", Tint::Brick};
  const auto* theme = event.theme ? theme_of(content, *event.theme) : nullptr;
  if (!theme) return {"calendar", Tint::Sky};
  return {theme->icon, tint_of(theme->colour)};
}

}  // namespace wv::screens
