// Activiteiten: what is on, by day, as far as the chosen filters let through; and one of them in full.
#include <algorithm>
#include <set>

#include "kiosk/screens/activity_words.h"
#include "kiosk/screens/opening_view.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using std::chrono::sys_days;
using visit::EventFilter;
using When = EventFilter::When;
using Price = EventFilter::Price;

constexpr int days_of_week = 7;
constexpr std::size_t most_event_rows = 100;  // longer than anybody scrolls; bounds a frame
constexpr std::size_t most_event_dates = 5;

base::Day days_after(base::Day day, int count) {
  return base::Day(sys_days(day) + std::chrono::days(count));
}

// With "Alles" every activity stands once, at its next date; otherwise at each of its dates.
class Chosen {
 public:
  Chosen(const Scene& scene, const store::Almanac& almanac) : filter_(scene.visit.at.events) {
    for (const auto& one : almanac.coming) {
      if (is_over(one, scene.around.now) || !lets_through(one, scene.around.now.day)) continue;
      if (filter_.when == When::All && !seen_.insert(one.event).second) continue;
      found.push_back(&one);
    }
  }
  std::vector<const store::Occurrence*> found;

 private:
  bool lets_through(const store::Occurrence& one, base::Day today) const {
    if (filter_.when == When::Today && one.day > today) return false;
    if (filter_.when == When::Week && one.day >= days_after(today, days_of_week)) return false;
    if (filter_.price == Price::Free && !is_free(*one.event)) return false;
    return !filter_.theme || one.event->theme == filter_.theme;
  }

  const EventFilter& filter_;
  std::set<const model::Event*> seen_;
};

template <class Change>
visit::Action filtered(const EventFilter& filter, Change change) {
  EventFilter changed = filter;
  change(changed);
  return visit::FilterEvents{changed};
}

std::vector<Chip> when_chips(const Scene& scene) {
  const auto& say = scene.say;
  const EventFilter& filter = scene.visit.at.events;
  std::vector<Chip> chips;
  const auto add = [&](Words label, When when) {
    chips.push_back(
        {std::move(label), filtered(filter, [&](auto& f) { f.when = when; }), filter.when == when});
  };
  add(say("activities.when.today"), When::Today);
  add(say("activities.when.week"), When::Week);
  add(say("activities.when.all"), When::All);
  const bool free = filter.price == Price::Free;
  chips.push_back({say("activities.free"),
                   filtered(filter, [&](auto& f) { f.price = free ? Price::Any : Price::Free; }), free});
  return chips;
}

std::vector<Chip> theme_chips(const Scene& scene, const store::Almanac& almanac) {
  const EventFilter& filter = scene.visit.at.events;
  std::vector<Chip> chips = {{scene.say("activities.all-themes"),
                              filtered(filter, [](auto& f) { f.theme.reset(); }), !filter.theme.has_value()}};
  for (const auto& theme : scene.content.municipality->themes) {
    const bool used =
        std::ranges::any_of(almanac.coming, [&](const auto& one) { return one.event->theme == theme.id; });
    if (!used) continue;
    chips.push_back({scene.say.content(theme.name), filtered(filter, [&](auto& f) { f.theme = theme.id; }),
                     filter.theme == theme.id});
  }
  if (chips.size() < 3) chips.clear();
  return chips;
}

ListRow row(const Scene& scene, const store::Almanac& almanac, const store::Occurrence& one) {
  const auto& say = scene.say;
  const auto& event = *one.event;
  const EventLook look = look_of(event, scene.content);
  ListRow row{look.icon, look.tint, say.content(event.title), {}, {}, visit::OpenEvent{event.id, one.day}};
  std::string line = say.span(one.starts, one.starts + event.duration);
  for (const std::string& part :
       {where_words(event, *almanac.area, say), say.content(event.cost).text,
        scene.visit.at.events.when == When::All ? repetition_words(almanac, event, say) : std::string()}) {
    if (!part.empty()) line += " · " + say.isolated(part);
  }
  row.subtitle = say.name(line);
  if (event.cancelled) {
    row.badge = Badge{say("activities.cancelled"), Tint::Brick, "close"};
  } else if (is_going_on(one, scene.around.now)) {
    row.badge = Badge{say("activities.now"), Tint::Brand, "clock"};
  }
  return row;
}

void add_days(ActivitiesView& view, const Scene& scene, const store::Almanac& almanac) {
  const Chosen chosen(scene, almanac);
  const base::Day today = scene.around.now.day;
  base::Day day{};
  const std::size_t shown = std::min(chosen.found.size(), most_event_rows);
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& one = *chosen.found[i];
    const base::Day on = std::max(one.day, today);  // what began before today and goes on is there today
    if (view.days.empty() || on != day) view.days.push_back({day_title(on, today, scene.say), {}});
    day = on;
    view.days.back().rows.push_back(row(scene, almanac, one));
  }
  if (shown < chosen.found.size())
    view.more = scene.say.count("activities.more", static_cast<std::int64_t>(chosen.found.size() - shown));
}

Words filter_words(const Scene& scene) {
  const base::Day today = scene.around.now.day;
  switch (scene.visit.at.events.when) {
    case When::Today:
      return scene.say.name(capital(scene.say.date(today)));
    case When::Week:
      return scene.say("activities.until", {{"date", scene.say.date(days_after(today, days_of_week - 1))}});
    case When::All:
      return scene.say("activities.each-once");
  }
  return {};
}

std::string address_words(const model::Event& event, const model::AreaContent& area, const Wording& say) {
  std::string where = where_words(event, area, say);
  if (!event.place) return where;
  const auto found = std::ranges::find(area.places, *event.place, &model::Place::id);
  if (found == area.places.end() || found->address.empty()) return where;
  return where + ", " + found->address;
}

void add_event_facts(ActivityView& view, const Scene& scene, const model::Event& event) {
  const auto& say = scene.say;
  const auto& almanac = *scene.around.almanac;
  const auto add = [&](std::string_view key, Words value) {
    if (!value.empty()) view.facts.push_back({say(key), std::move(value)});
  };
  add("activity.repeats", say.name(capital(repetition_words(almanac, event, say))));
  add("activity.where", say.name(address_words(event, *almanac.area, say)));
  add("activity.cost", say.content(event.cost));
  add("activity.organiser", say.name(event.organiser));
}

void add_dates(ActivityView& view, const Scene& scene, const model::Event& event) {
  for (const auto& one : scene.around.almanac->coming) {
    if (one.event != &event || is_over(one, scene.around.now)) continue;
    if (view.dates.size() == most_event_dates) break;
    view.dates.push_back({scene.say.name(capital(scene.say.date(one.day))),
                          visit::OpenEvent{event.id, one.day}, one.day == scene.visit.at.day});
  }
  if (view.dates.size() < 2) return view.dates.clear();
  view.dates_title = scene.say("activity.dates");
}

void add_qr(ActivityView& view, const Scene& scene, const store::Occurrence& one) {
  if (one.event->cancelled) return;  // nobody should put it in their diary
  const auto& say = scene.say;
  const auto& event = *one.event;
  view.qr_title = say("activity.qr");
  view.qr_hint = say("activity.qr.hint");
  view.qr_label = say("activity.qr.label", {{"title", view.title.text}});
  view.qr = store::as_icalendar(
      {.uid = event.id.value + "-" + base::to_iso_day(one.day) + "@" + scene.content.municipality->id,
       .summary = view.title.text,
       .location = address_words(event, *scene.around.almanac->area, say),
       .day = one.day,
       .starts = one.starts,
       .duration = event.duration,
       .made_at = scene.content.made_at.value_or(base::Instant{})});
}

const store::Occurrence* occurrence_at(const Scene& scene) {
  if (!scene.around.almanac || !scene.content.municipality) return nullptr;
  const store::Occurrence* later = nullptr;
  for (const auto& one : scene.around.almanac->coming) {
    if (one.event->id != scene.visit.at.event) continue;
    if (one.day == scene.visit.at.day) return &one;
    if (!later) later = &one;
  }
  return later;
}

}  // namespace

ActivitiesView activities_view(const Scene& scene) {
  const auto& say = scene.say;
  ActivitiesView view;
  view.title = say("activities.title");
  const auto* almanac = scene.around.almanac.get();
  if (!almanac || !almanac->area || !scene.content.municipality || almanac->coming.empty()) {
    view.nothing = say("activities.nothing");
    view.nothing_hint = say("activities.nothing.hint");
    return view;
  }
  view.subtitle = filter_words(scene);
  view.when = when_chips(scene);
  view.themes = theme_chips(scene, *almanac);
  add_days(view, scene, *almanac);
  if (!view.days.empty()) return view;
  const EventFilter everything{.when = When::All};
  view.nothing = say("activities.none-now");
  view.nothing_hint = say("activities.none-now.hint");
  view.show_all = {say("activities.show-all"), visit::FilterEvents{everything}, true, {}, "calendar"};
  return view;
}

ActivityView activity_view(const Scene& scene) {
  const auto& say = scene.say;
  ActivityView view;
  view.others = {say("activity.others"), visit::Open{visit::Screen::Activities}, true, {}, "calendar"};
  const auto* one = occurrence_at(scene);
  if (!one) {
    view.title = say("activities.title");
    view.nothing = say("activity.missing");
    return view;
  }
  const auto& event = *one->event;
  const EventLook look = look_of(event, scene.content);
  view.title = say.content(event.title);
  view.icon = look.icon;
  view.tint = look.tint;
  view.day = day_title(one->day, scene.around.now.day, say);
  view.time = say.name(say.span(one->starts, one->starts + event.duration));
  if (event.cancelled) view.cancelled = Notice{say("activity.cancelled"), Tint::Brick, "calendar-cancel"};
  if (const auto* theme = event.theme ? theme_of(scene.content, *event.theme) : nullptr)
    view.badges.push_back({say.content(theme->name), tint_of(theme->colour), theme->icon});
  if (is_free(event)) view.badges.push_back({say("activities.free"), Tint::Brand, "check"});
  if (is_going_on(*one, scene.around.now) && !event.cancelled)
    view.badges.push_back({say("activities.now"), Tint::Brand, "clock"});
  view.description = say.content(event.description);
  add_event_facts(view, scene, event);
  add_dates(view, scene, event);
  add_qr(view, scene, *one);
  return view;
}

}  // namespace wv::screens
