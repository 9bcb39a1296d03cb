// Help when something fails: a number, and what anybody can try first.
#include "kiosk/staff/help_sheet.h"
#include "kiosk/staff/staff_views.h"

namespace wv::staff {

HelpSheet help_sheet(const screens::Wording& say, const std::string& place, const Helpdesk& helpdesk) {
  HelpSheet sheet;
  sheet.title = say("staff.help");
  sheet.subtitle = say("staff.help.subtitle");
  sheet.place = place;
  sheet.call = say("staff.help.call");
  sheet.helpdesk = helpdesk.name.empty() ? say("staff.help.desk") : say.name(helpdesk.name);
  if (!helpdesk.phone.empty()) sheet.phone = say.name(helpdesk.phone);
  sheet.nobody = say("staff.help.nobody");
  sheet.advice = {{"power", say("staff.help.black"), say("staff.help.black.text")},
                  {"touch", say("staff.help.stuck"), say("staff.help.stuck.text")},
                  {"wifi", say("staff.help.old"), say("staff.help.old.text")},
                  {"volume-high", say("staff.help.silent"), say("staff.help.silent.text")},
                  {"outbox", say("staff.help.idea"), say("staff.help.idea.text")}};
  sheet.tell_title = say("staff.help.tell");
  sheet.tell = say("staff.help.tell.text");
  return sheet;
}

screens::StaffPageView help_sheet_view(const screens::Scene& scene) {
  using screens::StaffCard;
  using screens::Tint;
  const auto& facts = facts_of(scene);
  const auto sheet =
      help_sheet(scene.say, scene.around.place_name, {facts.helpdesk_name, facts.helpdesk_phone});
  screens::StaffPageView view;
  view.title = sheet.title;
  view.subtitle = sheet.subtitle;
  StaffCard call{"phone", Tint::Sun, sheet.call};
  call.text = sheet.phone.empty() ? sheet.nobody : screens::Words{};
  if (!sheet.phone.empty()) call.facts.push_back({sheet.helpdesk, sheet.phone});
  view.cards.push_back(std::move(call));
  for (const auto& advice : sheet.advice)
    view.cards.push_back({advice.icon, Tint::Brand, advice.title, advice.text});
  view.cards.push_back({"question", Tint::Sky, sheet.tell_title, sheet.tell});
  return view;
}

}  // namespace wv::staff
