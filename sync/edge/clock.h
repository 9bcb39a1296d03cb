// The machine's clocks, and the local time at the place where the kiosk stands.
#pragma once

#include <memory>
#include <string>

#include "sync/base/world.h"

namespace wv::edge {

// Sets the TZ of the whole process: call once in main(), before any thread starts.
// Invalid when the system has no zone of that name.
base::Result<std::unique_ptr<base::Clock>> system_clock(const std::string& zone = "Europe/Amsterdam");

}  // namespace wv::edge
