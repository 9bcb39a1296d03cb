// One exchange with a USB stick: content and receipts in, ideas out, with the code and the promises of a
// sync.
#pragma once

#include "sync/base/json.h"
#include "sync/client/round.h"

namespace wv::client {

struct StickOutcome {
  std::vector<Setback> setbacks;  // in the order met; empty: all went well
  bool enrolled = false;          // by this exchange
  bool content_activated = false;
  std::int64_t confirmed = 0, refused = 0;  // ideas and support that the central answered
  std::int64_t carried = 0;                 // that are on the stick now, and wait for a receipt
  const Setback* worst() const;             // the first fault, else the first setback; null: all went well
  std::string_view word() const;            // "goed" or its word
};

// {"begonnen", "geeindigd": ms, "uitkomst": word, "detail", "aangemeld", "inhoud": bool, "bevestigd",
// "geweigerd", "mee"}; without "geeindigd" while it runs.
base::Json to_json(const StickOutcome& outcome, base::Instant began, base::Instant ended);

// `stick`: paths relative to its root, never following a link. Every part does what it can when another part
// fails; the report stays in `fact::stick_report`. world.http, the real network, is only asked by a kiosk
// that is not enrolled and finds an invitation. Fails itself only when sync.db cannot be written.
base::Result<StickOutcome> run_stick_round(World& world, const Place& place, Store& store, base::Files& stick,
                                           const RoundOptions& options);

}  // namespace wv::client
