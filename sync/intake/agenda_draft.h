// An agenda as somebody wrote it, before its words became the choices of content.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sync/base/time.h"
#include "sync/intake/reading.h"
#include "sync/intake/town.h"

namespace wv::intake {

struct DraftAction {
  std::string text;  // "Honderd bomen (in uitvoering, trekker: wijkraad; voor einde 2026)"
  std::string description;
  std::string where;
  std::vector<DraftAction> parts;
};

struct DraftChallenge {
  std::string title, description, where;
  std::string themes, origins;  // as written, parted by commas
  std::vector<DraftAction> actions;
};

struct DraftAgenda {
  std::string title, profile, alderman, status, adopted, population, source;
  std::string vision_title, vision;
  std::vector<std::string> ambitions;
  std::vector<DraftChallenge> challenges;
  std::vector<Note> left_out, warnings;
};

struct AgendaRules {
  std::string area;
  std::map<std::string, std::string> themes;  // folded word → id of a theme
  base::Day today;
};

// One agenda for the area, or none when there is no challenge in it.
Reading agenda_of(DraftAgenda draft, const Town& town, const AgendaRules& rules);

}  // namespace wv::intake
