// What is so, for a person or a script. Only reads.
#pragma once

#include "sync/base/json.h"
#include "sync/client/world.h"

namespace wv::agent {

// NotFound when nothing was ever enrolled or synced here.
base::Result<base::Json> read_status(const client::Place& place);
std::string status_for_people(const base::Json& status);

}  // namespace wv::agent
