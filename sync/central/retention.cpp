// Whichever comes first.
#include "sync/central/retention.h"

#include <algorithm>

namespace wv::central {
namespace {

using base::Instant;
using std::chrono::weeks;

// "Wij wissen ze vier weken na ons antwoord, en altijd binnen een jaar": 52 weeks leave a day for the round
// that does it.
constexpr weeks contact_after_answer{4}, contact_at_most{52};

base::Day day_at(Instant at) {
  return base::Day(std::chrono::floor<std::chrono::days>(at));
}

}  // namespace

Deadlines deadlines_of(const Handled& idea, IdeasCountAs count_as) {
  Deadlines deadlines{model::archive_result(idea.status, count_as), {}, {}};
  if (deadlines.result)
    if (const auto day = model::destroyed_from(*deadlines.result, day_at(idea.last_step_at)))
      deadlines.erase_at = Instant(std::chrono::sys_days(*day));
  if (!idea.has_contact) return deadlines;
  deadlines.contact_until = idea.given_at + contact_at_most;
  if (deadlines.result)
    deadlines.contact_until = std::min(*deadlines.contact_until, idea.last_step_at + contact_after_answer);
  return deadlines;
}

Duty duty_at(const Deadlines& deadlines, Instant now) {
  if (deadlines.erase_at && now >= *deadlines.erase_at) return Duty::Erase;
  if (deadlines.contact_until && now >= *deadlines.contact_until) return Duty::StripContact;
  return deadlines.result && !deadlines.erase_at ? Duty::HandOver : Duty::Keep;
}

std::string_view duty_word(Duty duty) {
  switch (duty) {
    case Duty::Keep:
      return "bewaren";
    case Duty::StripContact:
      return "contact-wissen";
    case Duty::Erase:
      return "wissen";
    case Duty::HandOver:
      return "over-te-brengen";
  }
  return {};
}

}  // namespace wv::central
