// What stands over a screen: menus, the question before text goes, and "Bent u er nog?", which stands over
// all.
#include <algorithm>

#include "kiosk/screens/draft_parts.h"
#include "kiosk/screens/scene.h"
#include "kiosk/staff/staff_views.h"

namespace wv::screens {
namespace {

using visit::Contrast;
using visit::Overlay;
using visit::TextSize;

MenuLayer language_menu(const Scene& scene) {
  MenuLayer menu{scene.say("language.title"), {}, {scene.say("menu.close"), visit::CloseOverlay{}}};
  for (const auto& lang : scene.around.languages) {
    if (!scene.strings.has(lang)) continue;
    menu.options.push_back(
        {scene.say.in(lang, "language.self"), lang == scene.say.lang(), visit::ChooseLanguage{lang}});
  }
  return menu;
}

MenuLayer size_menu(const Scene& scene) {
  MenuLayer menu{scene.say("size.title"), {}, {scene.say("menu.done"), visit::CloseOverlay{}}};
  const auto option = [&](std::string_view key, TextSize size) {
    menu.options.push_back({scene.say(key), scene.visit.size == size, visit::ChooseTextSize{size}, size});
  };
  option("size.small", TextSize::Small);
  option("size.normal", TextSize::Normal);
  option("size.large", TextSize::Large);
  option("size.largest", TextSize::Largest);
  return menu;
}

MenuLayer contrast_menu(const Scene& scene) {
  MenuLayer menu{scene.say("contrast.title"), {}, {scene.say("menu.done"), visit::CloseOverlay{}}};
  const auto option = [&](std::string_view key, Contrast contrast) {
    menu.options.push_back(
        {scene.say(key), scene.visit.contrast == contrast, visit::ChooseContrast{contrast}});
  };
  option("contrast.light", Contrast::Light);
  option("contrast.dark", Contrast::Dark);
  option("contrast.high-light", Contrast::HighOnLight);
  option("contrast.high-dark", Contrast::HighOnDark);
  return menu;
}

MenuLayer all_in_reach(const Scene& scene) {
  MenuLayer menu{scene.say("reach.title"), {}, {scene.say("menu.close"), visit::CloseOverlay{}}};
  menu.text = scene.say("reach.already");
  return menu;
}

MenuLayer area_menu(const Scene& scene) {
  MenuLayer menu{scene.say("neighbours.areas"), {}, {scene.say("menu.close"), visit::CloseOverlay{}}};
  if (!scene.content.municipality) return menu;
  const auto& filter = scene.visit.at.ideas;
  const auto option = [&](Words label, std::optional<model::AreaId> area) {
    auto narrowed = filter;
    narrowed.area = std::move(area);
    const bool chosen = filter.area == narrowed.area;
    menu.options.push_back({std::move(label), chosen, visit::FilterIdeas{std::move(narrowed)}});
  };
  option(scene.say("neighbours.everywhere"), std::nullopt);
  for (const auto& area : scene.content.municipality->areas)
    option(scene.say.content(area.name), area.id == scene.content.own_area ? model::AreaId{} : area.id);
  return menu;
}

StillThereLayer still_there(const Scene& scene) {
  StillThereLayer layer;
  layer.title = scene.say("still.title");
  layer.text = visit::holds_typed_text(scene.visit) ? scene.say("still.text.typed") : scene.say("still.text");
  layer.seconds_left = visit::seconds_left(scene.visit, scene.around.monotonic, scene.around.rules);
  layer.countdown = scene.say.count("still.countdown", layer.seconds_left);
  layer.stay = {scene.say("still.stay"), visit::Touched{}};
  return layer;
}

ConfirmLayer throw_away(const Scene& scene) {
  ConfirmLayer ask{scene.say("throw-away.title"),
                   scene.say("throw-away.text"),
                   {},
                   {scene.say("throw-away.yes"), visit::ThrowAwayDraft{}},
                   {scene.say("throw-away.no"), visit::CloseOverlay{}}};
  if (!scene.visit.draft.text.empty())
    ask.save = {scene.say("idea.to-phone"), visit::ShowOverlay{Overlay::DraftToPhone}, true, {}, "mobile"};
  return ask;
}

MenuLayer theme_menu(const Scene& scene) {
  MenuLayer menu{scene.say("idea.themes"), {}, {scene.say("menu.close"), visit::CloseOverlay{}}};
  const auto& chosen = scene.visit.draft.theme;
  menu.options.push_back({scene.say("idea.no-theme"), !chosen, visit::ChooseTheme{}});
  if (!scene.content.municipality) return menu;
  for (const auto& theme : scene.content.municipality->themes)
    menu.options.push_back({scene.say.content(theme.name), chosen == theme.id, visit::ChooseTheme{theme.id}});
  return menu;
}

MenuLayer challenge_menu(const Scene& scene) {
  const auto& draft = scene.visit.draft;
  MenuLayer menu{scene.say("idea.link.title"), {}, {scene.say("menu.close"), visit::CloseOverlay{}}};
  menu.options.push_back({scene.say("idea.link.none"), !draft.challenge, visit::LinkChallenge{}});
  const auto* area = scene.content.area(draft.challenge_area);
  if (!area) return menu;
  for (const auto& agenda : area->agendas)
    for (const auto& challenge : agenda.challenges)
      menu.options.push_back({scene.say.content(challenge.title), draft.challenge == challenge.id,
                              visit::LinkChallenge{challenge.id}});
  return menu;
}

DraftLayer draft_to_phone(const Scene& scene) {
  const auto& say = scene.say;
  DraftLayer layer;
  layer.title = say("draft.title");
  layer.text = say("draft.text");
  layer.qr_label = say("draft.qr");
  layer.veiled = scene.visit.veiled;
  layer.veil_hint = say("draft.veiled");
  layer.close = {say("draft.close"), visit::CloseOverlay{}};
  const auto parts = parts_for_codes(scene.visit.draft.text.text());
  if (parts.empty()) return layer;
  const int last = static_cast<int>(parts.size()) - 1;
  const int part = std::min(scene.visit.draft_part, last);
  layer.qr = parts[static_cast<std::size_t>(part)];
  if (last == 0) return layer;
  layer.part =
      say("draft.part", {{"current", std::to_string(part + 1)}, {"of", std::to_string(parts.size())}});
  layer.previous = {say("draft.previous"), visit::ShowDraftPart{part - 1}, part > 0};
  layer.next = {say("draft.next"), visit::ShowDraftPart{part + 1}, part < last};
  return layer;
}

}  // namespace

std::optional<Layer> layer_view(const Scene& scene) {
  if (scene.visit.asked_at) return still_there(scene);
  switch (scene.visit.overlay) {
    case Overlay::None:
      return std::nullopt;
    case Overlay::Language:
      return language_menu(scene);
    case Overlay::TextSize:
      return size_menu(scene);
    case Overlay::Contrast:
      return contrast_menu(scene);
    case Overlay::ReadAloud:
      return read_aloud_view(scene);
    case Overlay::AllInReach:
      return all_in_reach(scene);
    case Overlay::IdeaArea:
      return area_menu(scene);
    case Overlay::ThrowAway:
      return throw_away(scene);
    case Overlay::Themes:
      return theme_menu(scene);
    case Overlay::Challenges:
      return challenge_menu(scene);
    case Overlay::DraftToPhone:
      return draft_to_phone(scene);
    case Overlay::Farewell:
      return staff::farewell_layer(scene);
  }
  return std::nullopt;
}

}  // namespace wv::screens
