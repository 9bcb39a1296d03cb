// Reading aloud: when it begins, what it is set to, and that it ends with whatever the visitor does next.
#include <algorithm>

#include "kiosk/visit/stepper.h"

namespace wv::visit {

int volume_of(const Visit& visit, const Rules& rules) {
  return std::clamp(visit.reading.level.value_or(rules.volume), 1, std::max(rules.loudest, 1));
}

void Stepper::be_silent() {
  if (!visit_.reading.speaking()) return;
  visit_.reading.since.reset();
  effects_.push_back(BeSilent{});
}

void Stepper::operator()(const ReadAloud&) {
  if (visit_.reading.on) return (*this)(ShowOverlay{Overlay::ReadAloud});
  // The first time nothing comes over what is read. A question that stands is read instead of the page.
  if (visit_.overlay != Overlay::ThrowAway) (*this)(CloseOverlay{});
  visit_.reading.on = true;
  effects_.push_back(ReadPage{});
}

void Stepper::operator()(const ReadAgain&) {
  visit_.reading.on = true;
  effects_.push_back(ReadPage{});
}

void Stepper::operator()(const Hush&) {}  // any action makes silent

void Stepper::operator()(const StopReading&) {
  visit_.reading.on = false;
}

void Stepper::operator()(const SetVolume& set) {
  visit_.reading.level = std::clamp(set.level, 1, std::max(rules_.loudest, 1));
}

void Stepper::operator()(const SetPace& set) {
  visit_.reading.pace = set.pace;
}

void Stepper::operator()(const SpeechBegan&) {
  if (visit_.reading.on) visit_.reading.since = now_;
}

// Listening was being there: silence counts from the last word.
void Stepper::operator()(const SpeechEnded&) {
  if (!visit_.reading.speaking()) return;
  visit_.reading.since.reset();
  if (!visit_.asked_at) visit_.last_active = now_;
}

}  // namespace wv::visit
