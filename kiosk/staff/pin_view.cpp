// The PIN pad: dots, never digits, and a plain word about what went wrong.
#include "kiosk/screens/keyboard_view.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {
namespace {

screens::Words message(const visit::PinRefused& refused, const screens::Scene& scene) {
  if (refused.no_pin_set) return scene.say("pin.none");
  if (refused.locked_until > scene.around.monotonic) {
    const auto left = std::chrono::ceil<std::chrono::seconds>(refused.locked_until - scene.around.monotonic);
    return scene.say.count("pin.locked", left.count());
  }
  if (refused.locked_until.count() > 0) return scene.say("pin.again");
  return scene.say.count("pin.wrong", refused.tries_left);
}

}  // namespace

screens::PinView pin_view(const screens::Scene& scene) {
  screens::PinView view;
  view.title = scene.say("pin.title");
  view.subtitle = scene.say("pin.subtitle");
  view.typed = static_cast<int>(scene.visit.pin.characters());
  if (scene.visit.pin_refused) view.message = message(*scene.visit.pin_refused, scene);
  view.keypad = screens::pin_keys(scene.visit, scene.say);
  view.open = {scene.say("pin.open"), visit::TryPin{}, scene.visit.pin.characters() >= visit::least_pin};
  view.cancel = {scene.say("pin.cancel"), visit::Back{}};
  return view;
}

}  // namespace wv::staff
