// Huisregels and Privacy: pages to read in peace before somebody sends anything.
#include "kiosk/screens/prose_view.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {

TextPageView house_rules_view(const Scene& scene) {
  const auto& say = scene.say;
  TextPageView view;
  view.title = say("rules.title");
  view.subtitle = say("rules.subtitle");
  view.icon = "list-check";
  view.tint = Tint::Brand;
  view.other = {say("rules.to-privacy"), visit::Open{visit::Screen::Privacy}, true, {}, "privacy"};
  const auto* municipality = scene.content.municipality.get();
  const bool known = municipality && !municipality->house_rules.empty();
  view.blocks = prose_blocks(known ? say.content(municipality->house_rules) : say("rules.text"));
  return view;
}

TextPageView privacy_view(const Scene& scene) {
  const auto& say = scene.say;
  TextPageView view;
  view.title = say("privacy.title");
  view.subtitle = say("privacy.subtitle");
  view.icon = "privacy";
  view.tint = Tint::Sky;
  view.other = {say("privacy.to-rules"), visit::Open{visit::Screen::HouseRules}, true, {}, "list-check"};
  const auto* municipality = scene.content.municipality.get();
  const bool known = municipality && !municipality->privacy_notice.empty();
  view.blocks = prose_blocks(known ? say.content(municipality->privacy_notice) : say("help.privacy.text"));
  return view;
}

}  // namespace wv::screens
