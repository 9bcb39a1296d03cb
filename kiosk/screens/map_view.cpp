// Kaart: the city with its areas, one of them chosen, and the way to its agenda.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

Badge own_badge(const Wording& say) {
  return {say("areas.own"), Tint::Brand, "here"};
}
Badge alliance_badge(const Wording& say) {
  return {say("map.alliance"), Tint::Sun, "meet"};
}

// The area pointed at; without one, or when a new release took it away, the own one.
model::AreaId chosen_area(const Scene& scene) {
  const auto& areas = scene.content.municipality->areas;
  const auto there = std::ranges::find(areas, scene.visit.at.area, &model::AreaSummary::id);
  return there == areas.end() ? scene.content.own_area : there->id;
}

std::vector<Badge> badges(const Scene& scene, const model::AreaId& id) {
  std::vector<Badge> found;
  if (id == scene.content.own_area) found.push_back(own_badge(scene.say));
  if (scene.content.alliances.contains(id)) found.push_back(alliance_badge(scene.say));
  return found;
}

// Names of wijken stand on the map only; an area without them is told by how many it has.
Words wijken_words(const Scene& scene, const model::AreaSummary& area) {
  std::vector<std::string> names;
  if (scene.content.map) {
    for (const auto& wijk : scene.content.map->wijken) {
      if (std::ranges::find(area.wijken, wijk.code) != area.wijken.end()) names.push_back(wijk.name);
    }
  }
  if (names.empty()) return scene.say.count("areas.wijken", static_cast<std::int64_t>(area.wijken.size()));
  return scene.say.name(scene.say.list(names));
}

}  // namespace

MapView map_view(const Scene& scene) {
  const auto& say = scene.say;
  MapView view;
  view.title = say("map.title");
  if (!scene.content.municipality) {
    view.subtitle = say("agenda.missing");
    return view;
  }
  const auto& town = *scene.content.municipality;
  const model::AreaId chosen = chosen_area(scene);
  view.city = scene.around.city;
  view.subtitle = view.city ? say("map.subtitle") : say("areas.subtitle");
  view.map_label = say("map.spoken", {{"town", say.content(town.name).text}});
  if (view.city && scene.content.map)
    view.source = say("map.source", {{"source", scene.content.map->source}});
  for (std::size_t i = 0; i < town.areas.size(); ++i) {
    const auto& area = town.areas[i];
    view.areas.push_back({std::to_string(i + 1), say.content(area.name),
                          say.count("areas.wijken", static_cast<std::int64_t>(area.wijken.size())),
                          badges(scene, area.id), area.id == chosen, visit::PointAtArea{area.id}});
    if (area.id == scene.content.own_area) view.own_label = say("areas.own");
    if (scene.content.alliances.contains(area.id)) view.alliance_label = say("map.alliance");
    if (area.id != chosen) continue;
    view.chosen_name = view.areas.back().name;
    view.chosen_wijken = wijken_words(scene, area);
    view.chosen_badges = view.areas.back().badges;
    view.read = {
        say("map.read", {{"area", view.chosen_name.text}}), visit::OpenArea{area.id}, true, {}, "agenda"};
  }
  return view;
}

}  // namespace wv::screens
