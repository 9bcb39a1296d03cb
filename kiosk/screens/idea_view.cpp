// Geef uw idee, the first two steps: what it is, and where.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/idea_words.h"
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/screens/public_words.h"

namespace wv::screens {
namespace {

using visit::Overlay;
using visit::Screen;

constexpr std::size_t most_theme_chips = 3;  // beside the keyboard there is room for one row

// Themes that this neighbourhood works on first, because those are the ones ideas are about.
std::vector<const model::Theme*> likely_themes(const Scene& scene) {
  std::vector<const model::Theme*> found;
  if (!scene.content.municipality) return found;
  std::vector<std::pair<std::int64_t, const model::Theme*>> counted;
  const auto* area = scene.content.area(scene.visit.draft.area);
  for (const auto& theme : scene.content.municipality->themes) {
    std::int64_t uses = 0;
    if (area) {
      for (const auto& agenda : area->agendas) {
        uses += std::ranges::count_if(agenda.challenges, [&](const auto& one) {
          return std::ranges::find(one.themes, theme.id) != one.themes.end();
        });
      }
    }
    counted.emplace_back(uses, &theme);
  }
  std::ranges::stable_sort(counted, std::greater{}, &std::pair<std::int64_t, const model::Theme*>::first);
  for (const auto& [uses, theme] : counted) {
    if (found.size() < most_theme_chips || scene.visit.draft.theme == theme->id) found.push_back(theme);
  }
  return found;
}

std::vector<Chip> theme_chips(const Scene& scene) {
  std::vector<Chip> chips;
  const auto themes = likely_themes(scene);
  for (const auto* theme : themes) {
    const bool chosen = scene.visit.draft.theme == theme->id;
    const visit::ChooseTheme choose{chosen ? std::nullopt : std::optional(theme->id)};
    chips.push_back({scene.say.content(theme->name), choose, chosen});
  }
  if (scene.content.municipality && scene.content.municipality->themes.size() > themes.size())
    chips.push_back({scene.say("idea.other-theme"), visit::ShowOverlay{Overlay::Themes}});
  return chips;
}

bool has_challenges(const Scene& scene) {
  const auto* area = scene.content.area(scene.visit.draft.challenge_area);
  return area && std::ranges::any_of(area->agendas, [](const auto& one) { return !one.challenges.empty(); });
}

void fill_link(const Scene& scene, IdeaWriteView& view) {
  const auto& say = scene.say;
  if (const auto* challenge = linked_challenge(scene)) {
    view.about = say("idea.about", {{"title", say.content(challenge->title).text}});
    view.unlink = {say("idea.unlink"), visit::LinkChallenge{}, true, {}, "close"};
  } else if (has_challenges(scene)) {
    view.link = {say("idea.link"), visit::ShowOverlay{Overlay::Challenges}, true, {}, "link"};
  }
}

// All of the area that is on show, then its wijken by the names of the map.
void fill_near(const Scene& scene, const model::AreaSummary& area, IdeaWhereView& view) {
  const auto& draft = scene.visit.draft;
  const auto& say = scene.say;
  view.near_title = say.content(area.name);
  view.near = {{say("where.all-of", {{"name", view.near_title.text}}), visit::ChooseArea{area.id},
                !draft.everywhere && !draft.wijk}};
  for (const auto& wijk : area.wijken) {
    const std::string name = wijk_name(scene.content, wijk);
    if (name.empty()) continue;
    view.near.push_back({say.name(name), visit::ChooseWijk{wijk}, draft.wijk == wijk});
  }
}

// Long enough to know it again, short enough for one quiet line.
constexpr std::size_t similar_characters = 60;

std::optional<Button> similar(const Scene& scene) {
  if (scene.visit.similar.empty()) return std::nullopt;
  const auto& idea = scene.visit.similar.front();
  return Button{scene.say("idea.similar", {{"text", beginning(idea.text, similar_characters)}}),
                visit::OpenIdea{idea.id},
                true,
                {},
                "forum"};
}

}  // namespace

IdeaWriteView idea_write_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  IdeaWriteView view;
  view.steps = idea_step(1, say);
  view.title =
      draft.slip == 0 ? say("idea.title") : say("staff.slip.write", {{"number", std::to_string(draft.slip)}});
  fill_link(scene, view);
  view.field = typed_field(scene, draft.text, "idea.field", "idea.placeholder");
  const std::int64_t left = room_left(draft);
  view.field.remaining = left >= 0 ? say.count("idea.left", left) : say.count("idea.over", -left);
  view.similar = similar(scene);
  view.themes_label = say("idea.themes");
  view.themes = theme_chips(scene);
  view.to_phone = {
      say("idea.to-phone"), visit::ShowOverlay{Overlay::DraftToPhone}, !draft.text.empty(), {}, "mobile"};
  view.stop = {say("idea.stop"), visit::StopIdea{}};
  view.next = {say("idea.next"), visit::Open{Screen::IdeaWhere}, !visit::problem_of(draft),
               why_not_sent(draft, say)};
  if (!scene.content.municipality) {  // say it now, not after somebody has written a page
    view.next.enabled = false;
    view.next.why_not = say("not-kept.no-key");
  }
  view.keyboard = letter_keys(scene.visit, say, usable_languages(scene));
  return view;
}

IdeaWhereView idea_where_view(const Scene& scene) {
  const auto& say = scene.say;
  const auto& draft = scene.visit.draft;
  IdeaWhereView view;
  view.steps = idea_step(2, say);
  view.title = say("where.title");
  view.text = say("where.text");
  view.previous = {say("idea.previous"), visit::Back{}};
  view.next = {say("idea.next"), visit::Open{Screen::IdeaContact}};
  if (!scene.content.municipality) return view;
  const auto* area = draft.wijk ? area_of(scene.content, *draft.wijk) : summary_of(scene.content, draft.area);
  if (area) fill_near(scene, *area, view);
  view.far_title = say("where.far");
  const Words all = say("where.all-of", {{"name", say.content(scene.content.municipality->name).text}});
  view.far = {{all, visit::ChooseEverywhere{}, draft.everywhere}};
  for (const auto& one : scene.content.municipality->areas)
    if (&one != area) view.far.push_back({say.content(one.name), visit::ChooseArea{one.id}});
  return view;
}

}  // namespace wv::screens
