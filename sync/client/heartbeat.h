// The nightly word to the central and back: what may be erased, whether it was restored, what it asks for.
#pragma once

#include "sync/client/central.h"
#include "sync/client/store.h"
#include "sync/model/self_test.h"

namespace wv::client {

struct Steering {
  bool new_epoch = false;
  bool fetch_now = false;
  bool intake_stopped = false;
  std::vector<std::string> commands;  // signed; still to be judged (commands.h)
};

struct Health {
  std::int64_t content_version = 0;  // targetsVersie of the release that is shown
  std::int64_t free_mb = 0;
  std::string software_version;
  std::string last_error;  // word of a code, may be empty
  std::optional<model::SelfTest> self_test;
};

// What the central said it holds for good, and when; inside a transaction of the caller. True: it was
// restored since, and ideas are offered again.
struct Holding {
  std::string epoch;
  base::Instant durable_until, time;
};
base::Result<bool> take_holding(Store& store, const Holding& holding);

// Stores the new bon, the epoch and the durable mark together.
Attempt<Steering> send_heartbeat(World& world, Store& store, Central& central, const Identity& identity,
                                 const Health& health);

}  // namespace wv::client
