// What can be done with any Files.
#pragma once

#include "sync/base/world.h"

namespace wv::base {

// Writes only what differs from what the file holds: a disk that is never replaced wears with every write,
// and most starts have nothing new to keep. Fails as write() does.
Result<> write_if_different(Files& files, const std::filesystem::path& file, ByteView bytes);

}  // namespace wv::base
