// How loud staff set this place on the screen, kept over restarts in a file of the screen program.
#pragma once

#include <string>

#include "sync/base/world.h"

namespace wv::app {

struct VolumeChoice {
  int level = 0;       // 1 to 5
  int instead_of = 0;  // what the settings said then: once they say something else, they count again
  bool operator==(const VolumeChoice&) const = default;
};
std::string to_text(const VolumeChoice& choice);
base::Result<VolumeChoice> read_volume_choice(base::ByteView bytes);  // Invalid

}  // namespace wv::app
