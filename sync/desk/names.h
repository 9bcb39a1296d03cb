// How areas and themes are called, as the municipality last published it.
#pragma once

#include <map>
#include <string>

#include "sync/base/world.h"

namespace wv::desk {

struct Names {
  std::map<std::string, std::string> areas, themes;  // id → Dutch name

  // An id that nobody publishes (any more) is its own name; empty means that nothing was said.
  std::string area(const std::string& id) const;
  std::string theme(const std::string& id) const;
};

// From DIR/openbaar, all channels together. What cannot be read gives no names, and no error: a list with ids
// is better than no list.
Names published_names(const base::Files& files, const std::filesystem::path& published);

}  // namespace wv::desk
