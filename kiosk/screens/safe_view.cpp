// "Even geduld": looks like the invitation, and invites to nothing.
#include "kiosk/screens/make_view.h"
#include "kiosk/screens/wording.h"

namespace wv::screens {

View make_safe_view(const Strings& strings, const Surroundings& around) {
  const Wording say(strings, around.languages.empty() ? "nl" : around.languages.front());
  AttractView safe;
  safe.place = say.name(around.place_name);
  safe.invitation = say("safe.title");
  safe.subtitle = say("safe.text");
  safe.icon = "phone";
  if (!around.help_phone.empty())
    safe.touch = say("safe.phone", {{"phone", base::unbroken(around.help_phone)}});
  for (const auto& lang : around.languages)
    if (lang != say.lang() && strings.has(lang)) safe.touch_others.push_back(say.in(lang, "safe.title"));
  View view;
  view.name = "safe";
  view.lang = say.lang();
  view.right_to_left = base::is_right_to_left(view.lang);
  view.spoken_title = safe.invitation;
  view.body = std::move(safe);
  return view;
}

}  // namespace wv::screens
