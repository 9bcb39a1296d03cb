// One import from a file into a folder of content, as the command line and the desk ask for it.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "sync/intake/keep.h"

namespace wv::intake {

enum class Kind { Calendar, Map, Feed, Agenda };

struct Import {
  Kind kind = Kind::Calendar;
  std::filesystem::path source;
  std::filesystem::path folder;               // of content
  std::string area;                           // may be empty when the content has one area only
  std::string name;                           // of the file that is made; empty: from the name of the source
  std::map<std::string, std::string> themes;  // word of the source → id of a theme
  std::string title;                          // of an agenda that does not say it
  std::string attribution;                    // of a map
  int year = 0;                               // of the codes of a map
  Keeping::Mode mode = Keeping::Mode::Write;
  Keeping::Edited edited = Keeping::Edited::Stays;
};

struct World {
  base::Files& files;
  base::Day today;
};

// Never half: an error means that nothing changed.
base::Result<Report> import_into(const World& world, const Import& order);

}  // namespace wv::intake
