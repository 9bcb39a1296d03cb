// What stands over a screen: menus, the question before text goes, and "Bent u er nog?", which stands over
// all.
#include "kiosk/screens/scene.h"

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
  return {scene.say("throw-away.title"),
          scene.say("throw-away.text"),
          {scene.say("throw-away.yes"), visit::ThrowAwayDraft{}},
          {scene.say("throw-away.no"), visit::CloseOverlay{}}};
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
    case Overlay::IdeaArea:
      return area_menu(scene);
    case Overlay::ThrowAway:
      return throw_away(scene);
  }
  return std::nullopt;
}

}  // namespace wv::screens
