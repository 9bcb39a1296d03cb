// From the archive to what residents may read: every idea's own history, and the ideas that a moderator let
// through.
#include <algorithm>

#include "sync/central/desk.h"
#include "sync/wire/idea.h"

namespace wv::central {
namespace {

using model::IdeaStatus;

// Once published an idea stays public through its whole life, until somebody takes it back.
bool is_public(const std::vector<model::PublicAnswer>& history) {
  const auto last = history.back().status;
  if (last == IdeaStatus::NotShown || last == IdeaStatus::Withdrawn || last == IdeaStatus::Referred)
    return false;
  return std::ranges::any_of(history, [](const auto& step) { return step.status == IdeaStatus::Published; });
}

base::Day day_of(Instant at) {
  return base::Day(std::chrono::floor<std::chrono::days>(at));
}

model::PublicIdea public_idea(const IdeaRow& row, const model::Idea& idea) {
  model::PublicIdea shown{"i" + std::to_string(row.number),
                          idea.text,
                          day_of(row.received_at),
                          row.history.back().status,
                          idea.theme,
                          idea.area,
                          idea.wijk,
                          idea.challenge};
  for (const auto& step : row.history) {
    if (step.text.empty()) continue;
    shown.answer = step.text;
    shown.answered_on = day_of(step.at);
  }
  return shown;
}

}  // namespace

Result<Feedback> feedback_of(Store& store) {
  Feedback feedback;
  WV_CHECK(store.ideas([&](const IdeaRow& row) {
    if (!row.reference_hash.empty()) feedback.answers.histories.push_back({row.reference_hash, row.history});
    if (!is_public(row.history)) return true;
    // What stands in the archive was read once when it came in; a row that cannot be read now is no reason to
    // stop.
    if (const auto idea = wire::thaw(row.id, row.bytes))
      feedback.ideas.ideas.push_back(public_idea(row, *idea));
    return true;
  }));
  // By hash, so that the order does not tell who came first.
  std::ranges::sort(feedback.answers.histories, {}, &model::PublicHistory::reference_hash);
  return feedback;
}

}  // namespace wv::central
