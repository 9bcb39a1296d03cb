// What a folder of content says about itself, as far as importers want to know.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sync/base/world.h"
#include "sync/intake/reading.h"

namespace wv::intake {

struct Town {
  struct Place {
    std::string id, name, address;
  };
  struct Area {
    std::string id;
    std::vector<Place> places;
    std::map<std::string, std::string> taken;  // "activiteiten/koffie" → file; of everything but `except`
  };
  std::string code;                           // of the municipality: "GM0855"
  std::map<std::string, std::string> themes;  // folded id or name in any language → id
  std::map<std::string, Area> areas;

  std::optional<std::string> theme(std::string_view word) const;
  // The area's own place when its name or address is meant.
  const Place* place(const std::string& area, std::string_view written) const;
};

// `except`: the file that is being written anew, "invoer/ics-buurthuis.toml". Files with mistakes are passed
// over here; `keep` speaks about them. NotFound when the folder has no gemeente.toml.
base::Result<Town> read_town(const base::Files& files, const std::filesystem::path& folder,
                             const std::string& except);

}  // namespace wv::intake
