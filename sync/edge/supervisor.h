// systemd as the supervisor of this process (sd_notify(3), sd_watchdog_enabled(3)).
#pragma once

#include <memory>

#include "sync/base/supervisor.h"
#include "sync/base/world.h"

namespace wv::edge {

// Speaks to $NOTIFY_SOCKET as often as $WATCHDOG_USEC asks for; without them to nobody. Used from one thread.
// Whoever starts the program through another (cage) takes $WATCHDOG_PID out of its environment.
std::unique_ptr<base::Supervisor> systemd_supervisor(const base::Clock& clock);

}  // namespace wv::edge
