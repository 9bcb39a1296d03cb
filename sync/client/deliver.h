// Ideas and support for ideas out, oldest first. Gone is only what the central signed for.
#pragma once

#include "sync/client/central.h"
#include "sync/client/ideas.h"
#include "sync/client/store.h"

namespace wv::client {

struct Delivered {
  std::int64_t confirmed = 0, refused = 0;  // ideas
  std::int64_t supports_confirmed = 0;
  std::int64_t carried = 0;              // taken along by a stick, ideas and support: they wait for a receipt
  std::optional<std::string> new_epoch;  // a receipt was signed in another epoch than the one we knew
};

// A stick takes along what it has no answer to (202), and also what was put off because of the network.
enum class Line { Network, Stick };

// Offers every idea that may be tried now. A refused idea (400, 409, 413, 415) is put aside with the reason
// and the queue goes on; anything that would befall the next idea as well stops it.
Attempt<Delivered> deliver_ideas(World& world, Store& store, Central& central, const Identity& identity,
                                 const wire::ReceiptKey& receipt_key, Ideas& ideas,
                                 Line line = Line::Network);

}  // namespace wv::client
