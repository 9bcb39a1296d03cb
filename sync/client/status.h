// What is so, for a person or a script. Only reads.
#pragma once

#include "sync/base/json.h"
#include "sync/client/world.h"

namespace wv::client {

// NotFound when nothing was ever enrolled or synced here.
base::Result<base::Json> read_status(const Place& place);
// The same and what else helps who looks from afar: versions, room on the disk, the last rounds, the last
// self-test, commands. Never anything that a visitor typed.
base::Result<base::Json> diagnose(const base::Files& files, const Place& place,
                                  std::string_view software_version, base::Instant now);
std::string status_for_people(const base::Json& status);

}  // namespace wv::client
