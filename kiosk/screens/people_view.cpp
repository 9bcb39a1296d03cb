// Activiteiten and Uw gebiedsteam: when something is on, and who is there for you. Read only.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/opening_view.h"
#include "kiosk/screens/scene.h"
#include "kiosk/store/calendar.h"

namespace wv::screens {
namespace {

constexpr int days_ahead = 14;

std::string where(const model::Event& event, const model::AreaContent& area, const Wording& say) {
  if (event.place) {
    const auto found = std::ranges::find(area.places, *event.place, &model::Place::id);
    if (found != area.places.end()) return say.content(found->name).text;
  }
  return say.content(event.place_as_written).text;
}

ListRow activity_row(const Scene& scene, const model::AreaContent& area, const store::Occurrence& one) {
  const auto& say = scene.say;
  const auto& event = *one.event;
  const auto* theme = event.theme ? theme_of(scene.content, *event.theme) : nullptr;
  ListRow row;
  row.icon = event.cancelled ? "calendar-cancel" : theme ? theme->icon : "calendar";
  row.tint = event.cancelled ? Tint::Brick : theme ? tint_of(theme->colour) : Tint::Sky;
  row.title = say.content(event.title);
  std::string line = say.span(one.starts, one.starts + event.duration);
  for (const std::string& part : {where(event, area, say), say.content(event.cost).text}) {
    if (!part.empty()) line += " · " + say.isolated(part);
  }
  row.subtitle = say.name(line);
  if (event.cancelled) row.badge = Badge{say("activities.cancelled"), Tint::Brick, "close"};
  row.action = visit::Touched{};
  return row;
}

Words day_title(base::Day day, base::Day today, const Wording& say) {
  const auto ahead = (std::chrono::sys_days(day) - std::chrono::sys_days(today)).count();
  const std::string date = say.date(day);
  if (ahead == 0) return say("activities.today", {{"date", date}});
  if (ahead == 1) return say("activities.tomorrow", {{"date", date}});
  return say.name(capital(date));
}

}  // namespace

ActivitiesView activities_view(const Scene& scene) {
  const auto& say = scene.say;
  ActivitiesView view;
  view.title = say("activities.title");
  view.subtitle = say("activities.subtitle");
  view.nothing = say("activities.nothing");
  const auto* area = scene.content.area({});
  if (!area) return view;
  const base::Day today = scene.around.now.day;
  const base::Day last(std::chrono::sys_days(today) + std::chrono::days(days_ahead));
  base::Day day{};
  for (const auto& one : store::occurrences(area->events, today, last)) {
    if (one.day == today && one.starts + one.event->duration <= scene.around.now.since_midnight)
      continue;  // over
    if (view.days.empty() || one.day != day) view.days.push_back({day_title(one.day, today, say), {}});
    day = one.day;
    view.days.back().rows.push_back(activity_row(scene, *area, one));
  }
  if (!view.days.empty()) view.nothing = {};
  return view;
}

TeamView team_view(const Scene& scene) {
  const auto& say = scene.say;
  TeamView view;
  view.title = say("team.title");
  const auto* area = scene.content.area({});
  if (!area) {
    view.intro = say("agenda.missing");
    return view;
  }
  view.title = say.content(area->team.name);
  view.intro = say.content(area->team.intro);
  view.members_title = say("team.members");
  for (const auto& member : area->team.members) {
    Words task = say.content(member.task);
    for (const std::string& contact : {member.phone, member.email}) {
      if (!contact.empty()) task.text += "\n" + say.isolated(contact);
    }
    view.members.push_back({say.content(member.role), task});
  }
  view.places_title = say("team.places");
  for (const auto& place : area->places) {
    const std::string address = place.phone.empty() ? place.address : place.address + "\n" + place.phone;
    view.places.push_back(
        {say.content(place.name), say.name(address), opening_now(place.hours, scene.around.now, say),
         opening_week(place.hours, scene.around.now, say), say.content(place.accessibility)});
  }
  return view;
}

}  // namespace wv::screens
