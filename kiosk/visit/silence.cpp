// What silence does: typed text veils itself, the screen asks, and then everything of the visit goes.
#include <algorithm>

#include "kiosk/visit/stepper.h"

namespace wv::visit {
namespace {

// EN 301 549 and WCAG 2.2.1: at least twenty seconds to say "still here".
constexpr Millis least_grace = std::chrono::seconds(20);

Millis grace_of(const Rules& rules) {
  return std::max(rules.grace, least_grace);
}

// Behind the door everything ends two minutes after the last touch, whatever visitors are given.
Millis ask_after(const Visit& visit, const Rules& rules) {
  if (!is_behind_door(visit.at.screen) && !is_typing_slip(visit)) return rules.ask_after;
  return std::min(rules.ask_after, std::max(staff_silence - grace_of(rules), Millis{0}));
}

}  // namespace

void Stepper::operator()(const Touched&) {}  // being there is all it says

void Stepper::operator()(const Tick&) {
  if (visit_.search_at && now_ >= *visit_.search_at) search_now();
  if (visit_.asked_at) {
    if (now_ - *visit_.asked_at >= grace_of(rules_)) end(Screen::Attract);
    return;
  }
  if (visit_.reading.since && now_ - *visit_.reading.since >= longest_reading) {
    be_silent();
    visit_.last_active = now_;
  }
  if (visit_.hint_at && now_ >= *visit_.hint_at) look_for_similar();
  const Millis silent = now_ - visit_.last_active;
  if (silent >= trial_silence) end_trial(Trial::Reverted);
  if (silent >= rules_.veil_after && holds_typed_text(visit_)) visit_.veiled = true;
  if (silent >= ask_after(visit_, rules_) && !visit_.reading.speaking()) visit_.asked_at = now_;
}

std::optional<Millis> wake_at(const Visit& visit, Millis now, const Rules& rules) {
  if (visit.at.screen == Screen::Attract) return std::nullopt;
  if (visit.asked_at) {
    const Millis over = *visit.asked_at + grace_of(rules);
    const auto counted = std::chrono::floor<std::chrono::seconds>(std::max(now - *visit.asked_at, Millis{0}));
    return std::min(over, *visit.asked_at + Millis(counted) + std::chrono::seconds(1));
  }
  // Who listens is there; but nobody touched the text, and others may be standing by.
  Millis wake = visit.reading.since ? *visit.reading.since + longest_reading
                                    : visit.last_active + ask_after(visit, rules);
  if (is_trying_settings(visit)) wake = std::min(wake, visit.last_active + trial_silence);
  if (visit.search_at) wake = std::min(wake, *visit.search_at);
  if (visit.hint_at) wake = std::min(wake, *visit.hint_at);
  if (!visit.veiled && holds_typed_text(visit)) wake = std::min(wake, visit.last_active + rules.veil_after);
  return wake;
}

int seconds_left(const Visit& visit, Millis now, const Rules& rules) {
  if (!visit.asked_at) return 0;
  const Millis left = *visit.asked_at + grace_of(rules) - now;
  return static_cast<int>(std::max(std::chrono::ceil<std::chrono::seconds>(left).count(), std::int64_t{0}));
}

bool holds_typed_text(const Visit& visit) {
  return !visit.draft.text.empty() || !visit.draft.contact.empty() ||
         !visit.draft.contact_twice.first.empty() || !visit.code.empty() || !visit.pin.empty() ||
         !visit.query.empty() || !visit.enrolment_code.empty() || !visit.slip.empty();
}

bool shows_typed_text(const Visit& visit) {
  if (visit.overlay == Overlay::DraftToPhone) return true;
  if (visit.overlay != Overlay::None) return false;
  const TypedText* field = field_of(visit);
  return visit.at.screen == Screen::IdeaCheck || (field && !field->empty());
}

}  // namespace wv::visit
