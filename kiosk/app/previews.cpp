// Previews are walked, not invented: the actions of a visitor through the real step(), with answers put in by
// hand.
#include "kiosk/app/previews.h"

#include <algorithm>

#include "kiosk/app/album.h"
#include "sync/base/utf8.h"

namespace wv::app {

using namespace visit;

// The challenge with most to show: what fits it fits all.
model::ChallengeId fullest_challenge(const store::Content& content) {
  const auto* area = content.area({});
  if (!area) return {};
  model::ChallengeId fullest;
  std::ptrdiff_t most = -1;
  for (const auto& agenda : area->agendas)
    for (const auto& challenge : agenda.challenges) {
      const auto actions = std::ranges::count(agenda.actions, challenge.id, &model::Action::challenge);
      if (actions <= most) continue;
      most = actions;
      fullest = challenge.id;
    }
  return fullest;
}

std::optional<model::ThemeId> first_theme(const store::Content& content) {
  if (!content.municipality || content.municipality->themes.empty()) return std::nullopt;
  return content.municipality->themes.front().id;
}

namespace {

// As long as a notice from afar may be, all but one character.
constexpr const char* longest_notice =
    "Het wijkcentrum is dicht van maandag 21 december tot en met zondag 3 januari. De kiosk blijft aan. "
    "Hebt u in die tijd een vraag? Bel dan de gemeente, of loop even binnen bij de bibliotheek hiernaast.";

void reading(Album& album, const store::Content& content, const Walk& home) {
  album.add("attract", {});
  album.add("attract-without-content", {}).without_content = true;
  album.add("home", home);
  album.add("attract-with-notice", {}).notice = longest_notice;
  album.add("home-with-notice", home).notice = longest_notice;
  album.add("home-without-content", home).without_content = true;
  album.add("agenda", home + Walk{Open{Screen::Agenda}});
  album.add("agenda-without-content", home + Walk{Open{Screen::Agenda}}).without_content = true;
  if (const auto theme = first_theme(content))
    album.add("agenda-filtered", home + Walk{Open{Screen::Agenda}, FilterTheme{theme}});
  album.add("areas", home + Walk{Open{Screen::Areas}});
  album.add("challenge", home + Walk{Open{Screen::Agenda}, OpenChallenge{fullest_challenge(content)}});
  album.add("challenge-gone", home + Walk{Open{Screen::Agenda}, OpenChallenge{{"bestaat-niet-meer"}}});
  album.add("help", home + Walk{Open{Screen::Help}});
  album.add("house-rules", home + Walk{Open{Screen::HouseRules}});
  album.add("privacy", home + Walk{Open{Screen::Privacy}});
  album.add("privacy-without-content", home + Walk{Open{Screen::Privacy}}).without_content = true;
  album.add("menu-language", home + Walk{ShowOverlay{Overlay::Language}});
  album.add("menu-text-size", home + Walk{ShowOverlay{Overlay::TextSize}});
  album.add("menu-contrast", home + Walk{ShowOverlay{Overlay::Contrast}});
  album.add("menu-all-in-reach", home + Walk{ShowOverlay{Overlay::AllInReach}});
  album.add("menu-read-aloud", home + Walk{ReadAloud{}, ReadAloud{}});
}

// An area of which nothing else is loaded counts as another one all the same.
model::AreaId another_area(const store::Content& content) {
  for (const auto& [id, area] : content.areas)
    if (id != content.own_area) return id;
  return {};
}

SearchAnswer some_hits(const store::Content& content) {
  const auto* area = content.area({});
  SearchAnswer answer;
  if (!area || area->agendas.empty()) return answer;
  const auto& agenda = area->agendas.front();
  const auto mark = [](std::string text) {
    const auto end = text.find(' ');
    return MarkedText{std::move(text), {{0, end}}};
  };
  const auto hit = [&](SearchHit::Kind kind, const model::Text& title, const model::Text& text) {
    answer.hits.push_back({kind,
                           area->id,
                           agenda.id,
                           std::to_string(answer.hits.size()),
                           {},
                           "nl",
                           mark(std::string(title.find("nl").text)),
                           {std::string(base::first_code_points(text.find("nl").text, 90)) + "…", {}}});
  };
  for (const auto& one : agenda.challenges) hit(SearchHit::Kind::Challenge, one.title, one.description);
  for (const auto& one : area->news) hit(SearchHit::Kind::News, one.title, one.body);
  for (const auto& one : area->events) hit(SearchHit::Kind::Event, one.title, one.description);
  return answer;
}

void reading_on(Album& album, const store::Content& content, const Walk& home) {
  const Walk plan = home + Walk{Open{Screen::Plan}};
  album.add("vision", home + Walk{Open{Screen::Vision}});
  album.add("vision-without-content", home + Walk{Open{Screen::Vision}}).without_content = true;
  album.add("plan", plan);
  album.add("plan-busy", plan + Walk{FilterStatus{model::ActionStatus::Busy}});
  if (const auto* area = content.area({});
      area && !area->agendas.empty() && !area->agendas.front().plans.empty())
    album.add("plan-of-a-year", plan + Walk{FilterPlan{area->agendas.front().plans.back().id}});
  album.add("plan-without-content", plan).without_content = true;
  const Walk news = home + Walk{Open{Screen::News}};
  album.add("news", news);
  if (const auto* area = content.area({}))
    for (const auto& item : area->news)
      album.add("news-item-" + item.id.value, news + Walk{OpenNews{item.id}});
  album.add("news-item-gone", news + Walk{OpenNews{{"bestaat-niet-meer"}}});
  const auto other = another_area(content);
  if (!other.empty()) {
    const Walk there = home + Walk{OpenArea{other}};
    album.add("agenda-elsewhere", there);
    album.add("vision-elsewhere", there + Walk{Open{Screen::Vision}});
    album.add("plan-elsewhere", there + Walk{Open{Screen::Plan}});
    album.add("news-elsewhere", there + Walk{Open{Screen::News}});
  }
}

void searching(Album& album, const store::Content& content, const Walk& home) {
  const Walk empty = home + Walk{Open{Screen::Search}};
  const Walk asked = empty + Walk{TypeText{"meer groen"}, LookUp{}};
  album.add("search", empty);
  album.add("search-one-letter", empty + Walk{TypeText{"b"}});
  album.add("search-typing", asked + Walk{some_hits(content), TypeOn{}});
  album.add("search-results", asked + Walk{some_hits(content)});
  album.add("search-nothing", asked + Walk{SearchAnswer{}, TypeOn{}});
  album.add("search-unavailable", asked + Walk{SearchAnswer{.available = false}});
}

// The activity with most to say, whenever it is.
const model::Event* fullest_event(const store::Content& content, bool cancelled) {
  const auto* area = content.area({});
  if (!area) return nullptr;
  const model::Event* fullest = nullptr;
  std::size_t most = 0;
  for (const auto& event : area->events) {
    const auto length = event.description.find("nl").text.size() + (event.rrule.empty() ? 1 : 200);
    if (event.cancelled != cancelled || length <= most) continue;
    most = length;
    fullest = &event;
  }
  return fullest;
}

void placing(Album& album, const store::Content& content, const Walk& home) {
  const Walk activities = home + Walk{Open{Screen::Activities}};
  using When = EventFilter::When;
  album.add("activities", activities);
  album.add("activities-today", activities + Walk{FilterEvents{{.when = When::Today}}});
  album.add("activities-all", activities + Walk{FilterEvents{{.when = When::All}}});
  album.add("activities-none",
            activities + Walk{FilterEvents{{.when = When::Today, .theme = model::ThemeId{"bestaat-niet"}}}});
  album.add("activities-without-content", activities).without_content = true;
  for (const auto& [name, cancelled] : {std::pair{"activity", false}, {"activity-cancelled", true}}) {
    if (const auto* event = fullest_event(content, cancelled))
      album.add(name, activities + Walk{OpenEvent{event->id, {}}});
  }
  album.add("activity-gone", activities + Walk{OpenEvent{model::EventId{"bestaat-niet"}, {}}});
  const Walk map = home + Walk{Open{Screen::Map}};
  album.add("map", map);
  if (content.municipality && !content.municipality->areas.empty())
    album.add("map-elsewhere", map + Walk{PointAtArea{content.municipality->areas.back().id}});
  album.add("map-without-outlines", map).without_map = true;
  album.add("map-without-content", map).without_content = true;
  album.add("team", home + Walk{Open{Screen::Team}});
}

}  // namespace

Effects wanted_by_previews(const store::Content& content) {
  if (!content.municipality) return {};
  for (const auto& area : content.municipality->areas)
    if (area.id != content.own_area) return {LoadArea{area.id}};
  return {};
}

std::vector<Preview> previews(const store::Content& content, base::Millis now, const Rules& rules) {
  const Walk home = {BeginVisit{}};
  const auto then = content.made_at.value_or(base::Instant{});
  Album album(now, rules);
  reading(album, content, home);
  reading_on(album, content, home);
  searching(album, content, home);
  placing(album, content, home);
  neighbours(album, content, home, then);
  giving(album, content, home, rules);
  following(album, home, then);
  minding(album, home, then, now);
  return std::move(album).pages();
}

}  // namespace wv::app
