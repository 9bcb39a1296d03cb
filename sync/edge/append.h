// One line more at the end of a file, for what is only ever added to.
#pragma once

#include <string_view>

#include "sync/base/world.h"

namespace wv::edge {

// Made for its owner alone when it is not there. After success the line survives a power cut. A last line
// that a power cut broke off is ended first, so that it spoils no other.
base::Result<> append_line(const std::filesystem::path& file, std::string_view line);

}  // namespace wv::edge
