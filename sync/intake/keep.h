// Keeps what was read in a file of its own, after the kiosk's own readers have looked at it: whole or not at
// all.
#pragma once

#include <filesystem>
#include <string>

#include "sync/base/world.h"
#include "sync/intake/reading.h"

namespace wv::intake {

struct Keeping {
  std::filesystem::path folder;  // of content
  std::string name;              // of the file in invoer/, without .toml; an id
  std::string kind, source;      // for who opens the file: "ics", "buurthuis.ics"
  enum class Mode { Write, DryRun } mode = Mode::Write;
  enum class Edited { Stays, MayBeReplaced } edited = Edited::Stays;
};

// An item that a reader refuses is left out and reported; the rest is kept. Invalid, with nothing changed,
// when nothing is left, when the folder itself has mistakes that concern these areas, or when a person edited
// the file that would be replaced.
base::Result<Report> keep(base::Files& files, const Keeping& keeping, Reading reading);

inline std::string kept_file(const std::string& name) {
  return "invoer/" + name + ".toml";
}

}  // namespace wv::intake
