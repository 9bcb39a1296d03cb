// Wijkagenda and the list of areas: what is worked on here, and where else one may look.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using visit::Screen;

Words subtitle(const model::Agenda& agenda, const Wording& say) {
  const std::string month = agenda.adopted_on ? say.month(*agenda.adopted_on) : std::string();
  switch (agenda.status) {
    case model::AgendaStatus::Draft:
      return say("agenda.draft");
    case model::AgendaStatus::Adopted:
      return say("agenda.adopted", {{"month", month}});
    case model::AgendaStatus::Revised:
      return say("agenda.revised", {{"month", month}});
    case model::AgendaStatus::Expired:
      return say("agenda.expired");
  }
  return {};
}

std::vector<Fact> facts(const model::Agenda& agenda, const Wording& say) {
  std::vector<Fact> found;
  if (agenda.population) {
    found.push_back({say("agenda.people"),
                     say("agenda.people.value", {{"people", say.number(agenda.population->people)},
                                                 {"year", std::to_string(agenda.population->year)}})});
  }
  if (!agenda.alderman.empty()) found.push_back({say("agenda.alderman"), say.content(agenda.alderman)});
  if (agenda.adopted_on)
    found.push_back({say("agenda.adopted-on"), say.name(say.full_date(*agenda.adopted_on))});
  return found;
}

bool has_theme(const model::Challenge& challenge, const model::ThemeId& theme) {
  return std::ranges::find(challenge.themes, theme) != challenge.themes.end();
}

std::vector<Chip> theme_chips(const Scene& scene, const model::Agenda& agenda) {
  const auto& filter = scene.visit.at.filter;
  std::vector<Chip> chips = {{scene.say("agenda.all-themes"), visit::FilterTheme{}, !filter.has_value()}};
  for (const auto& theme : scene.content.municipality->themes) {
    if (!std::ranges::any_of(agenda.challenges, [&](const auto& one) { return has_theme(one, theme.id); }))
      continue;
    chips.push_back({scene.say.content(theme.name), visit::FilterTheme{theme.id}, filter == theme.id});
  }
  return chips;
}

Card card(const Scene& scene, const model::Agenda& agenda, const model::Challenge& challenge) {
  const auto* theme = challenge.themes.empty() ? nullptr : theme_of(scene.content, challenge.themes.front());
  const Progress progress = progress_of(agenda, challenge.id);
  Card card;
  card.icon = theme ? theme->icon : "challenge";
  card.tint = theme ? tint_of(theme->colour) : Tint::Neutral;
  card.title = scene.say.content(challenge.title);
  card.badge = origin_badge(challenge.origins, scene.say);
  card.done = progress.done;
  card.total = progress.total;
  card.progress = progress_words(progress, scene.say);
  card.action = visit::OpenChallenge{challenge.id};
  card.chosen = scene.visit.at.screen == Screen::Challenge && scene.visit.at.challenge == challenge.id;
  return card;
}

}  // namespace

AgendaView agenda_view(const Scene& scene) {
  const auto& say = scene.say;
  AgendaView view;
  view.search = {say("agenda.search"), visit::Open{Screen::Search}, true, {}, "search"};
  view.other_areas = {say("agenda.other-areas"), visit::Open{Screen::Areas}, true, {}, "city"};
  const auto* area = scene.area();
  const auto* agenda = agenda_at(area, scene.visit.at.agenda);
  if (!agenda || !scene.content.municipality) {
    view.title = say("agenda.title");
    view.nothing = say("agenda.missing");
    return view;
  }
  view.vision = {say("agenda.vision"), visit::Open{Screen::Vision}, true, {}, "vision"};
  view.plan = {say("agenda.plan"), visit::Open{Screen::Plan}, true, {}, "plan"};
  view.title = say.content(agenda->title);
  view.subtitle = subtitle(*agenda, say);
  view.profile = say.content(agenda->profile);
  view.facts = facts(*agenda, say);
  view.picture = area->picture;
  view.agendas = agenda_chips(*area, *agenda, say);
  view.themes_label = say("agenda.themes");
  view.themes = theme_chips(scene, *agenda);
  for (const auto& challenge : agenda->challenges) {
    if (scene.visit.at.filter && !has_theme(challenge, *scene.visit.at.filter)) continue;
    view.cards.push_back(card(scene, *agenda, challenge));
  }
  if (view.cards.empty()) view.nothing = say("agenda.nothing");
  return view;
}

AreasView areas_view(const Scene& scene) {
  AreasView view;
  view.title = scene.say("areas.title");
  view.subtitle = scene.say("areas.subtitle");
  if (!scene.content.municipality) return view;
  for (const auto& area : scene.content.municipality->areas) {
    const bool own = area.id == scene.content.own_area;
    ListRow row;
    row.icon = own ? "here" : "place";
    row.tint = own ? Tint::Brand : Tint::Sky;
    row.title = scene.say.content(area.name);
    row.subtitle = scene.say.count("areas.wijken", static_cast<std::int64_t>(area.wijken.size()));
    if (own) row.badge = Badge{scene.say("areas.own"), Tint::Brand, {}};
    row.action = visit::OpenArea{area.id};
    view.rows.push_back(std::move(row));
  }
  return view;
}

}  // namespace wv::screens
