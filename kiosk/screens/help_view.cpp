// Help: how the screen works, whom to call, the house rules and what happens to what you type.
#include "kiosk/screens/scene.h"

namespace wv::screens {

HelpView help_view(const Scene& scene) {
  const auto& say = scene.say;
  HelpView view;
  view.title = say("help.title");
  view.sections = {{"touch", say("help.how"), say("help.how.text")},
                   {"ear", say("help.listen"), say("help.listen.text")},
                   {"idea", say("help.idea"), say("help.idea.text")}};
  view.sections.push_back(
      {"list-check", say("help.rules"), say("help.rules.text"), visit::Open{visit::Screen::HouseRules}});
  view.sections.push_back(
      {"privacy", say("help.privacy"), say("help.privacy.page"), visit::Open{visit::Screen::Privacy}});
  const auto* municipality = scene.content.municipality.get();
  view.phone_label = say("help.phone");
  if (!scene.around.help_phone.empty()) {
    view.phone = say.name(scene.around.help_phone);
  } else if (municipality) {
    view.phone = say.content(municipality->help_phone);
  }
  return view;
}

}  // namespace wv::screens
