// The staff door: a PIN that is checked outside the visit, and a report that ends when staff walk away.
#include "kiosk/visit/stepper.h"

namespace wv::visit {

bool is_behind_door(Screen screen) {
  return screen == Screen::Readiness;
}

void Stepper::operator()(const OpenStaffDoor&) {
  if (is_at(Screen::Pin) || is_behind_door(visit_.at.screen)) return;
  go(Spot{.screen = Screen::Pin});
}

void Stepper::operator()(const TryPin&) {
  if (!is_at(Screen::Pin) || visit_.pin.characters() < least_pin) return;
  effects_.push_back(CheckPin{visit_.pin});
  visit_.pin = TypedText{};
}

void Stepper::operator()(const PinAccepted&) {
  if (!is_at(Screen::Pin)) return;
  visit_.at = Spot{.screen = Screen::Readiness};  // takes the PIN's place: Back does not lead to it
  visit_.is_staff = true;
  arrive();
}

void Stepper::operator()(const PinRefused& refused) {
  if (!is_at(Screen::Pin)) return;
  visit_.pin_refused = refused;
}

void Stepper::operator()(const AskSync&) {
  if (!is_at(Screen::Readiness) || !visit_.is_staff || visit_.syncing) return;
  visit_.syncing = true;
  effects_.push_back(SyncNow{});
}

void Stepper::operator()(const SyncEnded&) {
  visit_.syncing = false;
}

}  // namespace wv::visit
