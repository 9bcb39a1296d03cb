// What an importer understood of its source, and what not.
#pragma once

#include <string>
#include <vector>

#include "sync/base/json.h"

namespace wv::intake {

// One line of a report.
struct Note {
  std::string where;  // as its author knows it: "UID 7f3@buurthuis.nl", "line 41", "row 12"
  std::string why;
  std::string what_to_do;  // may be empty
  bool operator==(const Note&) const = default;
};

// Something that becomes part of an area: one item of `list` in sync/wire/keys.md.
struct Item {
  std::string area;
  std::string list;  // "agendas", "activiteiten", "nieuws"
  base::Json value;
  std::string where;
};

struct Reading {
  std::vector<Item> items;
  std::vector<Note> left_out, warnings;
};

struct Report {
  std::string file;  // in the folder of content: "invoer/ics-buurthuis.toml"
  std::size_t understood = 0;
  std::size_t fresh = 0;  // of those: not there the time before
  std::size_t gone = 0;   // there the time before, and no longer
  std::vector<Note> left_out, warnings;
  bool written = false;  // false after a dry run

  base::Json json() const;
  std::string text() const;  // for people; long lists are cut
};

}  // namespace wv::intake
