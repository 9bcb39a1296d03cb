// A file that somebody handed over: read only when it is an ordinary file of a sensible size.
#pragma once

#include <filesystem>
#include <string>

#include "sync/base/world.h"

namespace wv::intake {

// Invalid when it is larger than `most` bytes, empty or no file; looked at before anything is read.
base::Result<std::string> read_source(const base::Files& files, const std::filesystem::path& file,
                                      std::size_t most);
// The same, for a format that is text: without a byte order mark. Invalid when it is not UTF-8.
base::Result<std::string> read_text_source(const base::Files& files, const std::filesystem::path& file,
                                           std::size_t most);

}  // namespace wv::intake
