// One table for the statuses, and sums over the counts of the release.
#include "kiosk/screens/public_words.h"

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::screens {

using model::IdeaStatus;

const std::vector<IdeaStatus>& public_statuses() {
  static const std::vector<IdeaStatus> all = {IdeaStatus::Published, IdeaStatus::InProgress,
                                              IdeaStatus::OnAgenda,  IdeaStatus::BeingDone,
                                              IdeaStatus::Done,      IdeaStatus::NotTaken};
  return all;
}

Badge idea_badge(IdeaStatus status, const Wording& say) {
  switch (status) {
    case IdeaStatus::InProgress:
      return {say("neighbours.status.in-progress"), Tint::Sun, "search"};
    case IdeaStatus::OnAgenda:
      return {say("neighbours.status.on-agenda"), Tint::Sky, "agenda"};
    case IdeaStatus::BeingDone:
      return {say("neighbours.status.being-done"), Tint::Sun, "status-busy"};
    case IdeaStatus::Done:
      return {say("neighbours.status.done"), Tint::Brand, "status-done"};
    case IdeaStatus::NotTaken:
      return {say("neighbours.status.not-taken"), Tint::Brick, "status-stopped"};
    default:
      return {say("neighbours.status.published"), Tint::Neutral, "status-idea"};
  }
}

Words supports_words(std::int64_t supports, const Wording& say) {
  return supports > 0 ? say.count("neighbours.supports", supports, {{"count", say.number(supports)}})
                      : Words{};
}

const model::AreaSummary* area_of(const store::Content& content, const visit::IdeaFilter& filter) {
  if (!filter.area || !content.municipality) return nullptr;
  const auto& id = filter.area->empty() ? content.own_area : *filter.area;
  const auto& areas = content.municipality->areas;
  const auto found = std::ranges::find(areas, id, &model::AreaSummary::id);
  return found == areas.end() ? nullptr : &*found;
}

std::int64_t count_ideas(const store::Content& content, const visit::IdeaFilter& filter) {
  std::int64_t sum = 0;
  for (const auto& one : content.ideas) {
    if (filter.area && one.area != (filter.area->empty() ? content.own_area : *filter.area)) continue;
    if (filter.theme && one.theme != *filter.theme) continue;
    if (filter.status && one.status != *filter.status) continue;
    sum += one.count;
  }
  return sum;
}

std::string beginning(std::string_view text, std::size_t most) {
  std::string line(text.substr(0, text.find('\n')));
  const bool whole = line.size() == text.size();
  auto cut = base::first_code_points(line, most);
  if (cut.size() == line.size()) return whole ? line : line + " …";
  if (const auto space = cut.rfind(' '); space != std::string_view::npos && space > cut.size() / 2)
    cut = cut.substr(0, space);
  return std::string(base::strip(cut)) + "…";
}

}  // namespace wv::screens
