// Ideeën uit de buurt: the list with what it can be narrowed to, and one idea with all that is known of it.
#include <algorithm>

#include "kiosk/screens/public_words.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using visit::IdeaFilter;
using visit::Screen;

// With one chip for all there is nothing to choose.
void drop_if_alone(std::vector<Chip>& chips) {
  if (chips.size() < 3) chips.clear();
}

IdeaFilter with_theme(IdeaFilter filter, std::optional<model::ThemeId> theme) {
  filter.theme = std::move(theme);
  return filter;
}
IdeaFilter with_status(IdeaFilter filter, std::optional<model::IdeaStatus> status) {
  filter.status = status;
  return filter;
}

// Only what finds something, and what is chosen.
std::vector<Chip> idea_theme_chips(const Scene& scene) {
  const auto& filter = scene.visit.at.ideas;
  std::vector<Chip> chips = {
      {scene.say("neighbours.all-themes"), visit::FilterIdeas{with_theme(filter, {})}, !filter.theme}};
  for (const auto& theme : scene.content.municipality->themes) {
    auto narrowed = with_theme(filter, theme.id);
    const bool chosen = filter.theme == theme.id;
    if (chosen || count_ideas(scene.content, with_status(narrowed, {})) > 0)
      chips.push_back({scene.say.content(theme.name), visit::FilterIdeas{std::move(narrowed)}, chosen});
  }
  drop_if_alone(chips);
  return chips;
}

std::vector<Chip> idea_status_chips(const Scene& scene) {
  const auto& filter = scene.visit.at.ideas;
  std::vector<Chip> chips = {
      {scene.say("neighbours.all-statuses"), visit::FilterIdeas{with_status(filter, {})}, !filter.status}};
  for (const auto status : public_statuses()) {
    auto narrowed = with_status(filter, status);
    const bool chosen = filter.status == status;
    if (chosen || count_ideas(scene.content, with_theme(narrowed, {})) > 0)
      chips.push_back({idea_badge(status, scene.say).text, visit::FilterIdeas{std::move(narrowed)}, chosen});
  }
  drop_if_alone(chips);
  return chips;
}

IdeasView::Row row_of(const visit::IdeaRow& idea, const Scene& scene) {
  const auto* theme = idea.theme ? theme_of(scene.content, *idea.theme) : nullptr;
  IdeasView::Row row;
  row.icon = theme ? theme->icon : "idea";
  row.tint = theme ? tint_of(theme->colour) : Tint::Neutral;
  row.text = scene.say.name(idea.text);
  row.status = idea_badge(idea.status, scene.say);
  row.supports = supports_words(idea.supports, scene.say);
  row.action = visit::OpenIdea{idea.id};
  return row;
}

// As high as a row can get: three lines, the longest figure, and each of the statuses.
std::vector<IdeasView::Row> samples(const Scene& scene) {
  std::vector<IdeasView::Row> rows;
  for (const auto status : public_statuses())
    rows.push_back(row_of({{}, "…\n…\n…", {}, status, {}, 100'000}, scene));
  return rows;
}

Words subtitle(const Scene& scene, std::int64_t count) {
  const auto* area = area_of(scene.content, scene.visit.at.ideas);
  if (area)
    return scene.say.count("neighbours.count.area", count, {{"area", scene.say.content(area->name).text}});
  return scene.say.count("neighbours.count", count);
}

void say_nothing_there(IdeasView& view, const Scene& scene) {
  const auto& filter = scene.visit.at.ideas;
  const bool narrowed = filter.theme || filter.status;
  view.nothing = narrowed ? scene.say("neighbours.nothing.filtered") : scene.say("neighbours.nothing");
  view.nothing_text =
      narrowed ? scene.say("neighbours.nothing.filtered.text") : scene.say("neighbours.nothing.text");
}

std::vector<TimelineStep> history(const model::PublicIdea& idea, const Wording& say) {
  std::vector<TimelineStep> told = {
      {say("neighbours.step.given"), say.name(capital(say.full_date(idea.on))), true}};
  for (const auto& step : idea.steps)
    told.push_back({idea_badge(step.status, say).text, say.name(capital(say.full_date(step.on))), true});
  return told;
}

void offer_support(PublicIdeaView& view, const Scene& scene) {
  const auto& say = scene.say;
  const bool done = visit::supports_idea(scene.visit);
  view.support = {done ? say("neighbours.supported") : say("neighbours.support"), visit::GiveSupport{},
                  !done && !scene.visit.supporting, done ? say("neighbours.supported.text") : Words{},
                  done ? "support-done" : "support"};
  view.support_note = done ? Words{} : say("neighbours.support.text", {{"place", scene.around.place_name}});
  if (scene.visit.support_failed) view.problem = say("neighbours.support.failed");
}

void link_challenge(PublicIdeaView& view, const model::PublicIdea& idea, const Scene& scene) {
  if (!idea.challenge) return;
  const auto found = challenge_at(scene.area(), *idea.challenge).challenge;
  if (!found) return;
  const auto* theme = found->themes.empty() ? nullptr : theme_of(scene.content, found->themes.front());
  view.challenge_title = scene.say("neighbours.challenge");
  view.challenge = ListRow{theme ? theme->icon : "challenge",
                           theme ? tint_of(theme->colour) : Tint::Neutral,
                           scene.say.content(found->title),
                           {},
                           {},
                           visit::OpenChallenge{found->id}};
}

}  // namespace

IdeasView ideas_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& filter = scene.visit.at.ideas;
  IdeasView view;
  view.title = say("neighbours.title");
  view.give_idea = {say("home.idea"), visit::GiveIdea{}, true, {}, "idea"};
  if (!scene.content.municipality) {
    view.nothing = say("agenda.missing");
    return view;
  }
  const auto* area = area_of(scene.content, filter);
  view.area = {
      area ? say("neighbours.area", {{"area", say.content(area->name).text}}) : say("neighbours.everywhere"),
      visit::ShowOverlay{visit::Overlay::IdeaArea},
      true,
      {},
      area ? "place" : "city"};
  view.themes = idea_theme_chips(scene);
  view.statuses = idea_status_chips(scene);
  view.total = scene.visit.ideas ? scene.visit.ideas->total : 0;
  view.subtitle = subtitle(scene, view.total);
  view.samples = samples(scene);
  if (scene.visit.ideas) {
    view.first = scene.visit.ideas->first;
    for (const auto& idea : scene.visit.ideas->rows) view.rows.push_back(row_of(idea, scene));
  }
  if (view.total == 0) {
    view.subtitle = {};
    say_nothing_there(view, scene);
  }
  return view;
}

PublicIdeaView public_idea_view(const Scene& scene) {
  const auto& say = scene.say;
  PublicIdeaView view;
  view.title = say("neighbours.idea");
  const auto& loaded = scene.visit.idea;
  if (!loaded || !loaded->idea) {
    view.text = loaded ? say("neighbours.gone") : Words{};
    return view;
  }
  const auto& idea = *loaded->idea;
  view.text = say.name(idea.text);
  view.badges.push_back(idea_badge(idea.status, say));
  if (const auto* theme = idea.theme ? theme_of(scene.content, *idea.theme) : nullptr)
    view.badges.push_back({say.content(theme->name), Tint::Neutral, theme->icon});
  const auto* area = idea.area ? area_of(scene.content, {.area = idea.area}) : nullptr;
  view.from = area ? say("neighbours.from",
                         {{"area", say.content(area->name).text}, {"date", say.full_date(idea.on)}})
                   : say("neighbours.from.city", {{"date", say.full_date(idea.on)}});
  view.supports = supports_words(idea.supports, say);
  offer_support(view, scene);
  if (!idea.answer.empty()) {
    view.answer_title = say("result.answer");
    view.answer = say.content(idea.answer);
    if (idea.answered_on) view.answered_on = say.name(capital(say.full_date(*idea.answered_on)));
  }
  view.history_title = say("neighbours.history");
  view.history = history(idea, say);
  link_challenge(view, idea, scene);
  return view;
}

}  // namespace wv::screens
