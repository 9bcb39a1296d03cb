// One table for each kind of value; what the content leaves out has a neutral look.
#include "kiosk/screens/content_words.h"

#include <algorithm>

namespace wv::screens {

Tint tint_of(std::string_view colour) {
  if (colour == "brand") return Tint::Brand;
  if (colour == "sun") return Tint::Sun;
  if (colour == "sky") return Tint::Sky;
  if (colour == "brick") return Tint::Brick;
  return Tint::Neutral;
}

const model::Theme* theme_of(const store::Content& content, const model::ThemeId& id) {
  if (!content.municipality) return nullptr;
  const auto& themes = content.municipality->themes;
  const auto found = std::ranges::find(themes, id, &model::Theme::id);
  return found == themes.end() ? nullptr : &*found;
}

Badge origin_badge(const std::vector<model::Origin>& origins, const Wording& say) {
  const auto has = [&](model::Origin origin) { return std::ranges::find(origins, origin) != origins.end(); };
  const bool residents = has(model::Origin::Residents), municipality = has(model::Origin::Municipality),
             partner = has(model::Origin::Partner);
  if (residents && municipality && partner) return {say("origin.all"), Tint::Sky, {}};
  if (residents && municipality) return {say("origin.residents-municipality"), Tint::Sky, {}};
  if (residents && partner) return {say("origin.residents-partner"), Tint::Sky, {}};
  if (municipality && partner) return {say("origin.municipality-partner"), Tint::Sky, {}};
  if (residents) return {say("origin.residents"), Tint::Brand, {}};
  if (partner) return {say("origin.partner"), Tint::Brick, {}};
  return {say("origin.municipality"), Tint::Sun, {}};
}

Badge status_badge(model::ActionStatus status, const Wording& say) {
  switch (status) {
    case model::ActionStatus::Idea:
      return {say("action.idea"), Tint::Neutral, "status-idea"};
    case model::ActionStatus::Planned:
      return {say("action.planned"), Tint::Sky, "status-planned"};
    case model::ActionStatus::Busy:
      return {say("action.busy"), Tint::Sun, "status-busy"};
    case model::ActionStatus::Done:
      return {say("action.done"), Tint::Brand, "status-done"};
    case model::ActionStatus::Stopped:
      return {say("action.stopped"), Tint::Brick, "status-stopped"};
  }
  return {};
}

Words status_title(model::IdeaStatus status, const Wording& say) {
  switch (status) {
    case model::IdeaStatus::Received:
      return say("status.received");
    case model::IdeaStatus::InModeration:
      return say("status.in-moderation");
    case model::IdeaStatus::Published:
      return say("status.published");
    case model::IdeaStatus::NotShown:
      return say("status.not-shown");
    case model::IdeaStatus::Referred:
      return say("status.referred");
    case model::IdeaStatus::InProgress:
      return say("status.in-progress");
    case model::IdeaStatus::OnAgenda:
      return say("status.on-agenda");
    case model::IdeaStatus::BeingDone:
      return say("status.being-done");
    case model::IdeaStatus::Done:
      return say("status.done");
    case model::IdeaStatus::NotTaken:
      return say("status.not-taken");
    case model::IdeaStatus::Withdrawn:
      return say("status.withdrawn");
    case model::IdeaStatus::Merged:
      return say("status.merged");
  }
  return {};
}

const model::Agenda* agenda_at(const model::AreaContent* area, const model::AgendaId& id) {
  if (!area || area->agendas.empty()) return nullptr;
  const auto found = std::ranges::find(area->agendas, id, &model::Agenda::id);
  return found == area->agendas.end() ? &area->agendas.front() : &*found;
}

std::vector<Chip> agenda_chips(const model::AreaContent& area, const model::Agenda& chosen,
                               const Wording& say) {
  std::vector<Chip> chips;
  if (area.agendas.size() < 2) return chips;
  for (const auto& one : area.agendas)
    chips.push_back({say.content(one.title), visit::OpenAgenda{one.id}, &one == &chosen});
  return chips;
}

FoundChallenge challenge_at(const model::AreaContent* area, const model::ChallengeId& id) {
  if (!area) return {};
  for (const auto& agenda : area->agendas) {
    const auto found = std::ranges::find(agenda.challenges, id, &model::Challenge::id);
    if (found != agenda.challenges.end()) return {&agenda, &*found};
  }
  return {};
}

const model::AreaSummary* area_of(const store::Content& content, const model::WijkCode& wijk) {
  if (!content.municipality) return nullptr;
  const auto& areas = content.municipality->areas;
  const auto found = std::ranges::find_if(
      areas, [&](const auto& area) { return std::ranges::find(area.wijken, wijk) != area.wijken.end(); });
  return found == areas.end() ? nullptr : &*found;
}

const model::AreaSummary* summary_of(const store::Content& content, const model::AreaId& id) {
  if (!content.municipality) return nullptr;
  const auto& areas = content.municipality->areas;
  const auto found = std::ranges::find(areas, id.empty() ? content.own_area : id, &model::AreaSummary::id);
  return found == areas.end() ? nullptr : &*found;
}

std::string wijk_name(const store::Content& content, const model::WijkCode& wijk) {
  if (!content.map) return {};
  const auto found = std::ranges::find(content.map->wijken, wijk, &model::WijkOutline::code);
  return found == content.map->wijken.end() ? std::string() : found->name;
}

Progress progress_of(const model::Agenda& agenda, const model::ChallengeId& challenge) {
  Progress progress;
  for (const auto& action : agenda.actions) {
    if (action.challenge != challenge || action.parent) continue;
    ++progress.total;
    if (action.status == model::ActionStatus::Done) ++progress.done;
  }
  return progress;
}

Words progress_words(Progress progress, const Wording& say) {
  if (progress.total == 0) return {};
  return say.count("agenda.progress", progress.total, {{"done", std::to_string(progress.done)}});
}

const model::Place* place_at(const model::AreaContent* area, const model::PlaceId& id) {
  if (!area || area->places.empty()) return nullptr;
  const auto found = std::ranges::find(area->places, id, &model::Place::id);
  return found == area->places.end() ? &area->places.front() : &*found;
}

}  // namespace wv::screens
