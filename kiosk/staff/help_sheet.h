// Whom to call and what to try first: on the screen, and on paper beside the kiosk.
#pragma once

#include "kiosk/screens/wording.h"

namespace wv::staff {

struct HelpSheet {
  struct Advice {
    std::string icon;
    screens::Words title, text;
  };
  screens::Words title, subtitle;
  std::string place;                     // name of the place
  screens::Words call, helpdesk, phone;  // phone empty: nobody was named in the settings
  screens::Words nobody;                 // said then
  std::vector<Advice> advice;            // in the order in which to try
  screens::Words tell_title, tell;       // what the helpdesk will ask
};
struct Helpdesk {
  std::string name, phone;
};
HelpSheet help_sheet(const screens::Wording& say, const std::string& place, const Helpdesk& helpdesk);

}  // namespace wv::staff
