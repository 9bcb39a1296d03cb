// The staff door: a PIN that is checked outside the visit, and rooms that close when staff walk away.
#include "kiosk/visit/stepper.h"

namespace wv::visit {

bool is_behind_door(Screen screen) {
  return screen == Screen::Readiness || (screen >= Screen::StaffHome && screen <= Screen::StaffHelp);
}

bool is_syncing(const Visit& visit) {
  return visit.syncing == Syncing::Asked || visit.syncing == Syncing::Busy;
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
  visit_.at = Spot{.screen = Screen::StaffHome};  // takes the PIN's place: Back does not lead to it
  visit_.is_staff = true;
  visit_.tomorrow = false;
  arrive();
}

void Stepper::operator()(const PinRefused& refused) {
  if (!is_at(Screen::Pin)) return;
  visit_.pin_refused = refused;
}

bool enrolment_code_is_complete(const Visit& visit) {
  return visit.enrolment_code.characters() == model::code_characters;
}

void Stepper::operator()(const AskEnrolment& ask) {
  if (!is_at(Screen::StaffEnrolCode) || is_syncing(visit_) || !enrolment_code_is_complete(visit_)) return;
  visit_.syncing = Syncing::Asked;
  visit_.errand = Errand::Enrol;
  effects_.push_back(EnrolKiosk{visit_.enrolment_code, ask.anew});
  leave_staff_page();  // to where one sees what comes of it; the code goes with this page
}

void Stepper::operator()(const AskSync& ask) {
  if (ask.errand == Errand::Enrol) return;  // by AskEnrolment
  const bool asks = ask.errand == Errand::Stick ? is_at(Screen::StaffStick)
                                                : is_at(Screen::Readiness) || is_at(Screen::StaffSync);
  if (!asks || !visit_.is_staff || is_syncing(visit_)) return;
  visit_.syncing = Syncing::Asked;
  visit_.errand = ask.errand;
  effects_.push_back(SyncNow{ask.errand});
}

void Stepper::operator()(const SyncGoesOn&) {
  if (is_syncing(visit_)) visit_.syncing = Syncing::Busy;
}

void Stepper::operator()(const SyncEnded& ended) {
  if (is_syncing(visit_)) visit_.syncing = ended.heard ? Syncing::Done : Syncing::Unheard;
}

}  // namespace wv::visit
