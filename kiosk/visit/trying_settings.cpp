// Settings that staff try out: the kiosk is as they would make it, until they are kept or come back by
// themselves.
#include "kiosk/visit/stepper.h"

namespace wv::visit {

bool is_trying_settings(const Visit& visit) {
  return visit.trial == Trial::Running;
}

void Stepper::end_trial(Trial how) {
  if (!is_trying_settings(visit_)) return;
  visit_.trial = how;
  effects_.push_back(RestoreSettings{});
}

void Stepper::operator()(const OpenSetting& open) {
  const bool from_list = is_at(Screen::StaffSettings);
  const bool from_week = is_at(Screen::StaffSetting) && visit_.setting == SettingGroup::Week;
  if (!visit_.is_staff || (!from_list && !from_week) || open.weekday < 0 || open.weekday > 6) return;
  end_trial(Trial::No);
  visit_.setting = open.group;
  visit_.weekday = open.weekday;
  visit_.closure.reset();
  visit_.at = Spot{.screen = Screen::StaffSetting};
  visit_.trial = Trial::No;
  arrive();
}

void Stepper::operator()(const PointAtDays& days) {
  if (is_at(Screen::StaffSetting)) visit_.closure = days;
}

void Stepper::operator()(const TrySettings& wanted) {
  if (!is_at(Screen::StaffSetting) || !visit_.is_staff) return;
  effects_.push_back(ChangeSettings{wanted.changes});
}

void Stepper::operator()(const SettingsTried& tried) {
  if (!is_at(Screen::StaffSetting)) return;
  // What was tried before it goes on.
  if (tried.well || !is_trying_settings(visit_)) visit_.trial = tried.well ? Trial::Running : Trial::Refused;
  if (tried.well) visit_.closure.reset();
}

void Stepper::operator()(const KeepSettings&) {
  if (is_trying_settings(visit_)) effects_.push_back(SaveSettings{});
}

void Stepper::operator()(const SettingsKept& kept) {
  if (!is_trying_settings(visit_)) return;
  if (!kept.well) return end_trial(Trial::NotKept);
  visit_.trial = Trial::Kept;
}

void Stepper::operator()(const RevertSettings&) {
  end_trial(Trial::Reverted);
}

}  // namespace wv::visit
