// From the archive to what residents may read: every idea's own history, and the ideas that a moderator let
// through.
#include <algorithm>
#include <map>

#include "sync/central/desk.h"
#include "sync/wire/idea.h"

namespace wv::central {
namespace {

using model::IdeaStatus;

// Five hundred of the longest ideas with the longest answers still make one readable document.
constexpr std::int64_t ideas_in_one = 500;

// Once published an idea stays public through its whole life, until somebody takes it back.
bool is_public(const std::vector<model::PublicAnswer>& history) {
  const auto last = history.back().status;
  if (last == IdeaStatus::NotShown || last == IdeaStatus::Withdrawn || last == IdeaStatus::Referred ||
      last == IdeaStatus::Merged)
    return false;
  return std::ranges::any_of(history, [](const auto& step) { return step.status == IdeaStatus::Published; });
}

base::Day day_of(Instant at) {
  return base::Day(std::chrono::floor<std::chrono::days>(at));
}

// From its publication on: what came before is between the giver and the municipality.
std::vector<model::PublicStep> public_steps(const std::vector<model::PublicAnswer>& history) {
  const auto published =
      std::ranges::find(history, IdeaStatus::Published, [](const auto& step) { return step.status; });
  std::vector<model::PublicStep> steps;
  for (auto step = published; step != history.end(); ++step) {
    if (steps.empty() || steps.back().status != step->status)
      steps.push_back({step->status, day_of(step->at)});
  }
  return steps;
}

model::PublicIdea public_idea(const IdeaRow& row, const model::Idea& idea) {
  model::PublicIdea shown{public_id(row.number),
                          idea.text,
                          day_of(row.received_at),
                          row.history.back().status,
                          idea.theme,
                          idea.area,
                          idea.wijk,
                          idea.challenge};
  shown.supports = row.supports_counted();
  shown.steps = public_steps(row.history);
  for (const auto& step : row.history) {
    if (step.text.empty()) continue;
    shown.answer = step.text;
    shown.answered_on = day_of(step.at);
  }
  return shown;
}

// What ideas give to each other when they are merged: support to the one that goes on, its news to the other.
class Merges {
 public:
  void note(const IdeaRow& row) {
    if (row.merged_with == 0) return;
    supports_[row.merged_with] += row.supports_counted();
    followed_[row.merged_with];
  }
  // Call for every row after all were noted.
  void remember(const IdeaRow& row) {
    if (const auto found = followed_.find(row.number); found != followed_.end()) found->second = row.history;
  }
  std::int64_t supports(std::int64_t number) const {
    const auto found = supports_.find(number);
    return found == supports_.end() ? 0 : found->second;
  }
  // Who gave the idea that was merged reads on with what becomes of the other.
  std::vector<model::PublicAnswer> told(const IdeaRow& row) const {
    auto history = row.history;
    const auto found = followed_.find(row.merged_with);
    if (row.merged_with == 0 || found == followed_.end()) return history;
    const auto merged_at = history.back().at;
    for (const auto& step : found->second)
      if (step.at > merged_at) history.push_back(step);
    return history;
  }

 private:
  std::map<std::int64_t, std::int64_t> supports_;
  std::map<std::int64_t, std::vector<model::PublicAnswer>> followed_;
};

Result<Merges> merges_in(Store& store) {
  Merges merges;
  WV_TRY(const bool any, store.has_merges());
  if (!any) return merges;  // the whole archive is walked for them, twice
  WV_CHECK(store.ideas([&](const IdeaRow& row) { return merges.note(row), true; }));
  WV_CHECK(store.ideas([&](const IdeaRow& row) { return merges.remember(row), true; }));
  return merges;
}

base::Bytes bytes_of(const base::Json& json) {
  const auto text = base::to_text(json);
  return {text.begin(), text.end()};
}

}  // namespace

Result<Feedback> feedback_of(Store& store) {
  WV_TRY(const Merges merges, merges_in(store));
  Feedback feedback;
  WV_CHECK(store.ideas([&](const IdeaRow& row) {
    if (!row.reference_hash.empty())
      feedback.answers.histories.push_back({row.reference_hash, merges.told(row)});
    if (!is_public(row.history)) return true;
    // What stands in the archive was read once when it came in; a row that cannot be read now is no reason to
    // stop.
    if (const auto idea = wire::thaw(row.id, row.bytes)) {
      feedback.ideas.ideas.push_back(public_idea(row, *idea));
      feedback.ideas.ideas.back().supports += merges.supports(row.number);
    }
    return true;
  }));
  // By hash, so that the order does not tell who came first.
  std::ranges::sort(feedback.answers.histories, {}, &model::PublicHistory::reference_hash);
  return feedback;
}

std::map<std::string, base::Bytes> documents_of(const Feedback& feedback) {
  std::map<std::string, wire::Answers> answers;
  const auto parts = wire::answer_parts(feedback.answers.histories.size());
  for (const auto& name : wire::all_answers_parts(parts)) answers[name];
  for (const auto& history : feedback.answers.histories)
    answers[wire::answers_part(history.reference_hash, parts)].histories.push_back(history);
  std::map<std::string, wire::PublicIdeas> ideas;
  ideas[wire::public_ideas_part(0)];
  for (const auto& idea : feedback.ideas.ideas) {
    // By number and not by place in the list: an idea that is taken back moves no other one.
    const auto part = (number_of_public_id(idea.id).value_or(1) - 1) / ideas_in_one;
    ideas[wire::public_ideas_part(static_cast<std::size_t>(part))].ideas.push_back(idea);
  }
  std::map<std::string, base::Bytes> documents;
  for (const auto& [name, list] : answers) documents[name] = bytes_of(wire::to_json(list));
  for (const auto& [name, list] : ideas) documents[name] = bytes_of(wire::to_json(list));
  return documents;
}

}  // namespace wv::central
