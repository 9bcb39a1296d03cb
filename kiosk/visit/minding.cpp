// What staff do behind the door: content, tests of the panel, the voice, and the end of the program.
#include <algorithm>

#include "kiosk/visit/stepper.h"

namespace wv::visit {
namespace {

Screen above(Screen screen) {
  if (screen == Screen::TouchTest || screen == Screen::ColourTest) return Screen::StaffTests;
  if (screen == Screen::StaffEnrolCode) return Screen::StaffEnrol;
  if (screen == Screen::StaffSlip) return Screen::StaffSlips;
  return screen == Screen::StaffSetting ? Screen::StaffSettings : Screen::StaffHome;
}

}  // namespace

// Behind the door the way back is that of the house, not that of who walked through it.
void Stepper::leave_staff_page() {
  end_trial(Trial::Reverted);
  const bool is_day = is_at(Screen::StaffSetting) && visit_.setting == SettingGroup::Day;
  if (is_day) visit_.setting = SettingGroup::Week;
  visit_.at = Spot{.screen = is_day ? Screen::StaffSetting : above(visit_.at.screen)};
  arrive();
}

void Stepper::operator()(const ShowRelease& show) {
  if (!is_at(Screen::StaffContent)) return;
  visit_.release_failed = false;
  effects_.push_back(ChooseRelease{show.release});
}

// What was read of the other release stands on no screen any more.
void Stepper::operator()(const ReleaseShown& shown) {
  visit_.release_failed = !shown.well && is_at(Screen::StaffContent);
  if (!shown.well) return;
  visit_.back.clear();
  visit_.ideas.reset();
  visit_.idea.reset();
  visit_.found.reset();
  visit_.answer.reset();
}

void Stepper::operator()(const SeeTomorrow&) {
  if (!is_at(Screen::StaffContent)) return;
  go_home();
  visit_.tomorrow = true;
}

void Stepper::operator()(const TouchSquare& touch) {
  if (!is_at(Screen::TouchTest) || touch.square < 0 || touch.square >= touch_squares) return;
  visit_.squares |= std::uint32_t{1} << touch.square;
}

void Stepper::operator()(const NextColour&) {
  if (!is_at(Screen::ColourTest)) return;
  if (++visit_.colour >= test_colours) leave_staff_page();
}

void Stepper::operator()(const TrySound&) {
  if (is_at(Screen::StaffSound)) effects_.push_back(SaySample{});
}

void Stepper::operator()(const SetHouseVolume& set) {
  if (!is_at(Screen::StaffSound)) return;
  const int level = std::clamp(set.level, 1, std::max(rules_.loudest, 1));
  visit_.reading.level = level;
  effects_.push_back(KeepVolume{level});
  effects_.push_back(SaySample{});
}

void Stepper::operator()(const AskFarewell& ask) {
  if (!is_at(Screen::StaffPower)) return;
  visit_.farewell = ask.how;
  visit_.overlay = Overlay::Farewell;
}

void Stepper::operator()(const SayFarewell&) {
  if (visit_.overlay != Overlay::Farewell || !visit_.farewell) return;
  effects_.push_back(EndProgram{*visit_.farewell});
  (*this)(CloseOverlay{});
}

}  // namespace wv::visit
