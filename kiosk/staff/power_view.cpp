// Starting again and switching off, each behind a question.
#include "kiosk/staff/staff_views.h"

namespace wv::staff {

using screens::Tint;
using visit::AskFarewell;
using visit::Farewell;

screens::StaffPageView power_view(const screens::Scene& scene) {
  const auto& say = scene.say;
  screens::StaffPageView view;
  view.title = say("staff.power");
  view.subtitle = say("staff.power.subtitle");
  view.rows = {{"refresh",
                Tint::Brand,
                say("staff.power.program"),
                say("staff.power.program.text"),
                {},
                AskFarewell{Farewell::RestartProgram}},
               {"sync",
                Tint::Sun,
                say("staff.power.machine"),
                say("staff.power.machine.text"),
                {},
                AskFarewell{Farewell::RestartMachine}},
               {"power",
                Tint::Brick,
                say("staff.power.off"),
                say("staff.power.off.text"),
                {},
                AskFarewell{Farewell::PowerOff}}};
  return view;
}

std::optional<screens::ConfirmLayer> farewell_layer(const screens::Scene& scene) {
  if (!scene.visit.farewell) return std::nullopt;
  const auto& say = scene.say;
  const auto how = *scene.visit.farewell;
  screens::ConfirmLayer ask;
  ask.title = how == Farewell::RestartProgram   ? say("staff.power.program.ask")
              : how == Farewell::RestartMachine ? say("staff.power.machine.ask")
                                                : say("staff.power.off.ask");
  ask.text = how == Farewell::PowerOff ? say("staff.power.off.warning") : say("staff.power.again.warning");
  ask.yes = {how == Farewell::PowerOff ? say("staff.power.off.yes") : say("staff.power.again.yes"),
             visit::SayFarewell{}};
  ask.no = {say("staff.power.no"), visit::CloseOverlay{}};
  return ask;
}

}  // namespace wv::staff
