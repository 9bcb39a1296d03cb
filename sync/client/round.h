// One whole sync: content in, ideas out, heartbeat, and an honest word about each to the staff screen.
#pragma once

#include "sync/client/fetch.h"
#include "sync/client/notice.h"

namespace wv::client {

struct RoundOptions {
  std::string address;  // overrides the stored one; empty: that one
  std::string software_version;
  base::Instant built_at;        // of this program: the clock cannot be earlier
  std::string root_sha256 = {};  // of the settings: what a kiosk that enrols by a typed code shall trust
};

struct Outcome {
  std::vector<Setback> setbacks;  // in the order met; empty: all went well
  bool content_activated = false;
  std::int64_t ideas_confirmed = 0, ideas_refused = 0;
  std::optional<base::Millis> retry_after;
  std::string_view word() const;  // "goed" or the word of the first setback
};

// Notes which ideas ideeen.db holds now. `ideas_unreadable` when it cannot be read at the moment; absent is
// success.
Attempt<> take_in_ideas(Store& store, const Place& place);

// The time of a round that begins now: not before the program was built, nor before what the central said
// last.
base::Result<RoundClock> begin_clock(const World& world, Store& store, const RoundOptions& options);

// What the ledger holds now, for the staff screen.
base::Result<> tell_delivery(Store& store, base::Instant now);

// Every part does what it can when another part fails. Fails itself only when sync.db cannot be written.
base::Result<Outcome> run_round(World& world, const Place& place, Store& store, const RoundOptions& options);

}  // namespace wv::client
