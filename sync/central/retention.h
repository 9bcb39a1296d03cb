// How long an idea and the contact data in it are kept: the result of model/archive.h and the privacy text
// that residents read, without a clock and without a store.
#pragma once

#include <optional>
#include <string_view>

#include "sync/model/archive.h"

namespace wv::central {

using model::IdeasCountAs;

// What of one idea matters here.
struct Handled {
  model::IdeaStatus status = model::IdeaStatus::Received;
  base::Instant given_at;      // the earlier one of what the kiosk and the central say
  base::Instant last_step_at;  // of the status
  bool has_contact = false;
};

struct Deadlines {
  std::optional<model::ArchiveResult> result;  // absent: the idea is still being handled
  std::optional<base::Instant> contact_until;  // absent: there is no contact data
  std::optional<base::Instant> erase_at;       // absent: not yet, or never
};
Deadlines deadlines_of(const Handled& idea, IdeasCountAs count_as);

enum class Duty { Keep, StripContact, Erase, HandOver };
// The gravest duty that is due. HandOver: finished, kept for ever, and nothing else is due.
Duty duty_at(const Deadlines& deadlines, base::Instant now);
std::string_view duty_word(Duty duty);  // bewaren, contact-wissen, wissen, over-te-brengen

}  // namespace wv::central
