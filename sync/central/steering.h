// What a kiosk hears in answer to its heartbeat: how far the store is, and what is asked of it.
#pragma once

#include "sync/central/routes.h"
#include "sync/wire/heartbeat.h"

namespace wv::central {

// Commands that cannot be read now come with the next heartbeat; the rest of the answer is more urgent.
wire::HeartbeatAnswer steering_of(const World& world, const model::KioskId& kiosk, const std::string& ticket);

}  // namespace wv::central
