// The files that travel inside the program: how pages look, and the little that moves on them.
#pragma once

#include <string>
#include <string_view>

namespace wv::desk {

struct Asset {
  std::string_view name, type, bytes;
};

// "/beheer/bestanden/<hash of all>": a new version of the program has a new address, so a browser may keep
// them.
const std::string& assets_address();
const Asset* find_asset(std::string_view path);  // null: no such file

}  // namespace wv::desk
