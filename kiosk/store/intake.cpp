// The only road from what a resident typed to the disk: the text in the clear, the contact only sealed.
#include "kiosk/store/intake.h"

#include <algorithm>

#include "sync/base/secret.h"
#include "sync/base/utf8.h"
#include "sync/base/uuid.h"
#include "sync/wire/idea.h"
#include "sync/wire/sealed.h"
#include "sync/wire/support.h"

namespace wv::store {
namespace {

using visit::IdeaKept;
using visit::IdeaNotKept;
using visit::NotKeptReason;

constexpr std::size_t most_ideas = 5;
constexpr base::Millis window = std::chrono::minutes(10);

base::Result<std::string> sealed_contact(const visit::IdeaDraft& draft, const wire::Keys& keys,
                                         base::Random& random) {
  const std::string_view value = base::strip(draft.contact.text());
  if (draft.channel == visit::ContactChannel::None || value.empty()) return std::string();
  const auto channel =
      draft.channel == visit::ContactChannel::Email ? wire::Channel::Email : wire::Channel::Phone;
  return wire::seal(wire::Contact{channel, base::Secret(value)}, keys.contact, random);
}

// Where the idea is about. Everywhere is neither area nor wijk; a wijk brings its area with it; an area of
// one wijk says which wijk, a larger one leaves it open.
void place(model::Idea& idea, const visit::IdeaDraft& draft, const Content& content) {
  if (draft.everywhere) return;
  idea.area = draft.area.empty() ? content.own_area : draft.area;
  idea.wijk = draft.wijk;
  for (const auto& area : content.municipality->areas) {
    if (idea.wijk && std::ranges::find(area.wijken, *idea.wijk) != area.wijken.end()) idea.area = area.id;
    if (!idea.wijk && idea.area == area.id && area.wijken.size() == 1) idea.wijk = area.wijken.front();
  }
}

// Before the release was made cannot be now.
bool is_certain(base::Instant now, const Content& content) {
  return !content.made_at || now >= *content.made_at;
}

}  // namespace

bool Allowance::has_room(base::Millis monotonic) {
  while (!taken_.empty() && monotonic - taken_.front() >= window) taken_.pop_front();
  return taken_.size() < most_ideas;
}

visit::Action Intake::keep(const visit::IdeaDraft& draft, const Content& content, const wire::Keys* keys) {
  if (model::check_idea_text(draft.text.text())) return IdeaNotKept{NotKeptReason::Text};
  if (!keys || !content.municipality) return IdeaNotKept{NotKeptReason::NoKey};
  const bool by_visitor = draft.slip == 0;
  if (by_visitor && !allowance_.has_room(clock_.monotonic())) return IdeaNotKept{NotKeptReason::TooMany};
  const base::Instant now = clock_.now();
  base::CodeBytes code = base::make_code(random_);
  const auto hash = wire::reference_hash(code, *keys);
  auto contact = sealed_contact(draft, *keys, random_);
  if (!hash || !contact) return IdeaNotKept{NotKeptReason::Fault};

  model::Idea idea;
  idea.id = model::IdeaId{base::make_uuid7(now, random_)};
  idea.text = base::strip(draft.text.text());
  idea.theme = draft.theme;
  place(idea, draft, content);
  idea.challenge = draft.challenge;
  idea.lang = draft.lang.empty() ? content.municipality->languages.front() : draft.lang;
  idea.entered_at = now;
  idea.clock_is_certain = is_certain(now, content);
  idea.assisted = draft.assisted;
  idea.reference_hash = *hash;
  idea.sealed_contact = *std::move(contact);
  const auto freeze = [&](std::int64_t sequence) {
    idea.sequence = sequence;
    return wire::freeze(idea);
  };
  const auto kept = book_.keep(idea.id, now, freeze, draft.slip);
  base::wipe(idea.text);
  if (!kept)
    return IdeaNotKept{kept.error().code == base::ErrorCode::Io ? NotKeptReason::DiskFull
                                                                : NotKeptReason::Fault};

  if (by_visitor) allowance_.take(clock_.monotonic());
  IdeaKept answer{base::code_for_screen(code), {}, draft.slip};
  for (const auto word : base::code_words(code, words_)) answer.words.emplace_back(word);
  base::wipe(code);
  return answer;
}

// A book that cannot be read sends nobody away here: keeping the idea says what is wrong.
visit::SlipChecked Intake::check(const visit::CheckSlip& wanted) {
  return {wanted.number, book_.slip_typed_at(wanted.number, clock_.now()).value_or(std::nullopt)};
}

visit::Action Intake::support(const visit::SupportIdea& wanted, const Content& content) {
  model::Support support;
  support.given_at = clock_.now();
  support.id = model::IdeaId{base::make_uuid7(support.given_at, random_)};
  support.idea = wanted.idea;
  support.clock_is_certain = is_certain(support.given_at, content);
  const auto kept = book_.keep_support(support.id, support.given_at, [&](std::int64_t sequence) {
    support.sequence = sequence;
    return wire::freeze(support);
  });
  if (!kept) return visit::IdeaNotSupported{wanted.idea};
  return visit::IdeaSupported{wanted.idea};
}

}  // namespace wv::store
