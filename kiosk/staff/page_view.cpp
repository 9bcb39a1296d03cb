// Which page belongs to which screen behind the PIN, and the way back.
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

screens::StaffPageView body_of(const screens::Scene& scene) {
  using visit::Screen;
  switch (scene.visit.at.screen) {
    case Screen::StaffStick:
      return stick_view(scene);
    case Screen::StaffEnrol:
      return enrol_view(scene);
    case Screen::StaffSlips:
      return slips_view(scene);
    case Screen::StaffOutbox:
      return outbox_view(scene);
    case Screen::StaffContent:
      return content_view(scene);
    case Screen::StaffTests:
      return tests_view(scene);
    case Screen::StaffSound:
      return sound_view(scene);
    case Screen::StaffPower:
      return power_view(scene);
    case Screen::StaffNetwork:
      return network_view(scene);
    case Screen::StaffLog:
      return log_view(scene);
    case Screen::StaffSettings:
      return settings_view(scene);
    case Screen::StaffSetting:
      return setting_view(scene);
    case Screen::StaffHelp:
      return help_sheet_view(scene);
    default:
      return sync_view(scene);
  }
}

}  // namespace

screens::StaffPageView page_view(const screens::Scene& scene) {
  auto view = body_of(scene);
  // The bar has the way back; beside the one thing to do it stands once more.
  if (!view.main.label.empty() && view.close.label.empty())
    view.close = {scene.say("staff.back"), visit::Back{}, true, {}, "back"};
  return view;
}

}  // namespace wv::staff
