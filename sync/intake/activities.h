// Entries of a calendar as activities of an area.
#pragma once

#include <map>
#include <string>

#include "sync/intake/calendar_file.h"
#include "sync/intake/town.h"

namespace wv::intake {

struct ActivityRules {
  std::string area;
  std::map<std::string, std::string> themes;  // folded category → id of a theme
};

Reading activities_of(const Calendar& calendar, const Town& town, const ActivityRules& rules);

}  // namespace wv::intake
