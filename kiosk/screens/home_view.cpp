// Attract and Home: the invitation, and the choice of what to do.
#include <algorithm>

#include "kiosk/screens/activity_words.h"
#include "kiosk/screens/content_words.h"
#include "kiosk/screens/opening_view.h"
#include "kiosk/screens/public_words.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using visit::Screen;

constexpr std::size_t most_title = 70;  // characters of a title on Attract, which nobody can scroll

Words greeting(const Scene& scene) {
  const auto hour = scene.around.now.since_midnight.count() / 60;
  if (hour < 6) return scene.say("home.greeting.night");
  if (hour < 12) return scene.say("home.greeting.morning");
  if (hour < 18) return scene.say("home.greeting.afternoon");
  return scene.say("home.greeting.evening");
}

Words agenda_name(const model::AreaContent& area, const Wording& say) {
  return area.kind == model::AreaKind::Dorp ? say("home.agenda.village") : say("home.agenda");
}

std::int64_t challenges_in(const model::AreaContent& area) {
  std::size_t count = 0;
  for (const auto& agenda : area.agendas) count += agenda.challenges.size();
  return static_cast<std::int64_t>(count);
}

// One challenge a day, the same all day long, so that the invitation does not flicker between topics.
Words highlight(const model::AreaContent& area, base::Day today, const Wording& say) {
  const std::int64_t count = challenges_in(area);
  if (count == 0) return {};
  std::int64_t pick = std::chrono::sys_days(today).time_since_epoch().count() % count;
  for (const auto& agenda : area.agendas) {
    const auto here = static_cast<std::int64_t>(agenda.challenges.size());
    if (pick < here) {
      return say(
          "attract.highlight",
          {{"title", shortened(say.content(agenda.challenges[static_cast<std::size_t>(pick)].title).text,
                               most_title)}});
    }
    pick -= here;
  }
  return {};
}

std::int64_t activities_today(const Scene& scene) {
  return std::ranges::count_if(scene.around.almanac->coming, [&](const auto& one) {
    return one.day <= scene.around.now.day && !one.event->cancelled && !is_over(one, scene.around.now);
  });
}

// What goes on now, else what comes first: people decide in passing whether to walk in.
Words next_activity(const Scene& scene) {
  if (!scene.around.almanac) return {};
  const auto& say = scene.say;
  const auto& now = scene.around.now;
  for (const auto& one : scene.around.almanac->coming) {
    if (one.event->cancelled || is_over(one, now)) continue;
    const Filling title{"title", shortened(say.content(one.event->title).text, most_title)};
    if (is_going_on(one, now)) return say("attract.now", {title});
    const Filling time{"time", say.clock(one.starts)};
    if (one.day == now.day) return say("attract.next", {time, title});
    const auto ahead = (std::chrono::sys_days(one.day) - std::chrono::sys_days(now.day)).count();
    const std::string day = ahead == 1 ? say("date.tomorrow").text : say.date(one.day);
    return say("attract.next-day", {{"day", capital(day)}, time, title});
  }
  return {};
}

// What an area has to read beside its agenda; a tile for what is not there would lead nowhere.
void add_reading_tiles(HomeView& view, const model::AreaContent& area, const Wording& say) {
  const bool has_actions =
      std::ranges::any_of(area.agendas, [](const auto& one) { return !one.actions.empty(); });
  if (has_actions)
    view.tiles.push_back(
        {"plan", Tint::Sun, say("home.plan"), say("home.plan.text"), visit::Open{Screen::Plan}});
  if (!area.news.empty())
    view.tiles.push_back(
        {"newspaper", Tint::Brick, say("home.news"), say("home.news.text"), visit::Open{Screen::News}});
}

}  // namespace

AttractView attract_view(const Scene& scene) {
  const auto& say = scene.say;
  AttractView view;
  view.place = say.name(scene.around.place_name);
  view.invitation = say("attract.invitation");
  view.subtitle = say("attract.subtitle");
  view.touch = say("attract.touch");
  for (const auto& lang : scene.around.languages) {
    if (lang != say.lang() && scene.strings.has(lang))
      view.touch_others.push_back(say.in(lang, "attract.touch"));
  }
  view.drift = static_cast<int>(scene.around.monotonic / attract_slide % 12);
  view.begin = visit::BeginVisit{};
  view.notice = {scene.around.notice, "nl"};
  if (!scene.content.municipality) {
    // Out of its box it has nothing to invite to; who unpacked it reads how to go on.
    view.invitation = say("staff.unboxed");
    view.subtitle = say("staff.unboxed.text");
  }
  const auto* area = scene.content.area({});
  if (!area) return view;
  view.picture = area->picture;
  view.skyline = "beeld/skyline.png";
  if (const auto* place = place_at(area, scene.around.place)) {
    view.today = opening_today(place->hours, scene.around.now, say);
  }
  view.next = next_activity(scene);
  view.highlight = highlight(*area, scene.around.now.day, say);
  return view;
}

HomeView home_view(const Scene& scene) {
  const auto& say = scene.say;
  HomeView view;
  view.greeting = greeting(scene);
  view.question = say("home.question");
  view.primary = {"idea", Tint::Brand, say("home.idea"), say("home.idea.text"), visit::GiveIdea{}};
  if (const auto* area = scene.content.area({})) {
    view.picture = area->picture;
    view.tiles.push_back({"agenda", Tint::Brand, agenda_name(*area, say),
                          say.count("home.agenda.text", challenges_in(*area)), visit::Open{Screen::Agenda}});
  }
  if (scene.content.municipality) {
    const std::int64_t ideas = count_ideas(scene.content, {});
    view.tiles.push_back({"forum", Tint::Sun, say("home.ideas"),
                          ideas > 0 ? say.count("home.ideas.text", ideas, {{"count", say.number(ideas)}})
                                    : say("home.ideas.none"),
                          visit::Open{Screen::Ideas}});
  }
  view.tiles.push_back(
      {"follow", Tint::Sun, say("home.follow"), say("home.follow.text"), visit::Open{Screen::CodeEntry}});
  if (const auto& almanac = scene.around.almanac; almanac && !almanac->coming.empty()) {
    const std::int64_t today = activities_today(scene);
    view.tiles.push_back({"calendar", Tint::Sky, say("home.activities"),
                          today > 0 ? say.count("home.activities.text", today) : say("home.activities.later"),
                          visit::Open{Screen::Activities}});
  }
  if (scene.content.area({})) {
    view.tiles.push_back(
        {"team", Tint::Brick, say("home.team"), say("home.team.text"), visit::Open{Screen::Team}});
    view.tiles.push_back({"map", Tint::Sky, say("home.map"), say("home.map.text"), visit::Open{Screen::Map}});
  }
  if (const auto* area = scene.content.area({})) add_reading_tiles(view, *area, say);
  return view;
}

}  // namespace wv::screens
