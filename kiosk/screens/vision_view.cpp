// Visie: where this neighbourhood wants to be in five to ten years, and where the whole story is to be read.
#include "kiosk/screens/content_words.h"
#include "kiosk/screens/prose_view.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

bool says_something(const model::Vision& vision) {
  return !vision.summary.empty() || !vision.ambitions.empty();
}

std::optional<Horizon> horizon(const model::Vision& vision, base::Day today, const Wording& say) {
  if (vision.from_year <= 0 || vision.to_year < vision.from_year) return std::nullopt;
  const int now = static_cast<int>(today.year());
  const Fillings years = {{"from", std::to_string(vision.from_year)},
                          {"to", std::to_string(vision.to_year)},
                          {"now", std::to_string(now)}};
  const bool within = now >= vision.from_year && now <= vision.to_year;
  return Horizon{vision.from_year, vision.to_year, now,
                 say(within ? "vision.horizon.now" : "vision.horizon", years)};
}

}  // namespace

VisionView vision_view(const Scene& scene) {
  const auto& say = scene.say;
  VisionView view;
  view.title = say("vision.title");
  view.plan = {say("vision.plan"), visit::Open{visit::Screen::Plan}, true, {}, "plan"};
  const auto* area = scene.area();
  const auto* agenda = agenda_at(area, scene.visit.at.agenda);
  if (!agenda) {
    view.nothing = say("agenda.missing");
    return view;
  }
  view.subtitle = say.content(agenda->title);
  view.agendas = agenda_chips(*area, *agenda, say);
  view.picture = area->picture;
  if (!agenda->source_url.empty()) {
    view.source_title = say("vision.source");
    view.source_hint = say("vision.source.hint");
    view.source_url = agenda->source_url;
  }
  if (!agenda->vision || !says_something(*agenda->vision)) {
    view.nothing = say("vision.nothing");
    return view;
  }
  view.horizon = horizon(*agenda->vision, scene.around.now.day, say);
  view.summary = prose_blocks(say.content(agenda->vision->summary));
  for (const auto& ambition : agenda->vision->ambitions)
    if (!ambition.empty()) view.ambitions.push_back(say.content(ambition));
  if (!view.ambitions.empty()) view.ambitions_title = say("vision.ambitions");
  return view;
}

}  // namespace wv::screens
