// Each example is put in as a kiosk would send it, answered as a moderator would, and backed as neighbours
// would.
#include "sync/central/example_ideas.h"

#include <algorithm>
#include <future>

#include "sync/base/uuid.h"
#include "sync/model/check.h"
#include "sync/wire/idea.h"
#include "sync/wire/message.h"
#include "sync/wire/support.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;
using wire::Members;
using wire::Need;
using wire::Node;

struct Step {
  model::IdeaStatus status = model::IdeaStatus::Published;
  std::int64_t days_ago = 0;
  model::Text text;
};
struct Example {
  model::Idea idea;
  std::int64_t days_ago = 0, supports = 0;
  std::vector<Step> steps;
};

Step read_step(const Node& node) {
  Members members(node);
  Step step;
  if (const auto status = members.find("status", Need::Required)) {
    const auto known = model::status_from_word(status->text());
    if (known) step.status = *known;
    if (!known) status->say("no status of an idea");
  }
  step.days_ago = members.integer("dagenGeleden", Need::Required);
  step.text = members.words("tekst");
  return step;
}

Example read_example(const Node& node) {
  Members members(node);
  Example example;
  example.idea.text = members.text("tekst", Need::Required);
  if (model::check_idea_text(example.idea.text)) node.say("tekst must be 1 to 1000 characters");
  example.idea.area = members.id_if_any<model::AreaId>("gebied");
  example.idea.theme = members.id_if_any<model::ThemeId>("thema");
  example.idea.challenge = members.id_if_any<model::ChallengeId>("opgave");
  example.days_ago = members.integer("dagenGeleden", Need::Required);
  example.supports = members.integer_or("steun", 0);
  example.steps = members.list("stappen", Need::Optional, read_step);
  return example;
}

Result<std::vector<Example>> read_examples(const Json& file) {
  const Json* ideas = file.find("ideeen");
  const auto bytes = base::to_text(Json::object({{"ideeen", ideas ? *ideas : Json::array()}}));
  return wire::read_message(base::as_bytes(bytes), 1 << 20, wire::Unknown::Refused, [](Members& members) {
    return members.list("ideeen", Need::Required, read_example);
  });
}

// The store answers kiosks later; a demonstration waits.
template <class T, class Ask>
Result<T> waited_for(Ask ask) {
  std::promise<Result<T>> promise;
  auto future = promise.get_future();
  ask([&promise](Result<T> answer) { promise.set_value(std::move(answer)); });
  return future.get();
}

Result<bool> has_examples(Store& store) {
  bool found = false;
  WV_CHECK(store.ideas([&](const IdeaRow& row) {
    found = row.kiosk.value == example_kiosk;
    return !found;
  }));
  return found;
}

class Taking {
 public:
  Taking(Store& store, base::Random& random, Instant now) : store_(store), random_(random), now_(now) {}

  Result<> take(Example example) {
    const auto given = days_ago(example.days_ago);
    const model::KioskId kiosk{std::string(example_kiosk)};
    auto& idea = example.idea;
    idea.id = {base::make_uuid7(given, random_)};
    idea.entered_at = given;
    idea.sequence = ++sequence_;
    const auto bytes = wire::freeze(idea);
    const NewIdea fresh{idea.id, kiosk, idea.sequence, {}, base::sha256(bytes), bytes, given};
    WV_TRY(const auto kept, waited_for<KeptIdea>([&](auto done) { store_.keep_idea(fresh, done); }));
    if (kept.outcome != KeptIdea::Outcome::New) return fail(ErrorCode::Invalid, "an example was not taken");
    for (const auto& step : example.steps)
      WV_CHECK(store_.answer(
          {{idea.id.value, {}, {}}, step.status, step.text, "gebiedsteam", days_ago(step.days_ago), {}}));
    return back(idea.id, example.supports, given);
  }

 private:
  Instant days_ago(std::int64_t days) const { return now_ - std::chrono::days(days); }

  // An hour apart, so that it does not look like somebody who keeps on pressing.
  Result<> back(const model::IdeaId& idea, std::int64_t supports, Instant from) {
    std::string public_name;
    WV_CHECK(store_.ideas([&](const IdeaRow& row) {
      if (row.id == idea) public_name = public_id(row.number);
      return public_name.empty();
    }));
    for (std::int64_t i = 0; i < supports; ++i) {
      const auto at = from + std::chrono::hours(1 + i);
      const model::Support support{{base::make_uuid7(at, random_)}, public_name, at, true, ++sequence_};
      const NewSupport fresh{
          support, {std::string(example_kiosk)}, base::sha256(wire::freeze(support)), std::min(at, now_)};
      WV_CHECK(waited_for<KeptSupport>([&](auto done) { store_.keep_support(fresh, done); }));
    }
    return {};
  }

  Store& store_;
  base::Random& random_;
  const Instant now_;
  std::int64_t sequence_ = 0;
};

}  // namespace

Result<std::size_t> take_example_ideas(Store& store, const Json& file, base::Random& random, Instant now) {
  WV_TRY(auto examples, read_examples(file));
  WV_TRY(const bool there, has_examples(store));
  if (there) return std::size_t{0};
  Taking taking(store, random, now);
  for (auto& example : examples) WV_CHECK(taking.take(std::move(example)));
  return examples.size();
}

}  // namespace wv::central
