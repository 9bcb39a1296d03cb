// Bringing the trusted metadata up to date: TUF specification 1.0, section 5, over HTTP and sync.db.
#pragma once

#include "sync/client/central.h"
#include "sync/client/store.h"
#include "sync/wire/tuf_trust.h"

namespace wv::client {

struct Refreshed {
  wire::tuf::Trust trust;
  std::string timestamp_etag;  // to be stored when the release that belongs to it is shown
  bool unchanged = false;      // 304: nothing was fetched but this answer
};

// The root with this SHA-256 (hex) among 1.root.json, 2.root.json, …, stored as the first trusted one.
// Nothing happens when a root is trusted already.
Attempt<> anchor_trust(Central& central, Store& store, std::string_view channel,
                       std::string_view root_sha256);

// Each piece of metadata is stored as soon as it is trusted. `etag` is that of the timestamp whose release is
// shown, or empty. What fails here leaves the content that is shown as it is.
Attempt<Refreshed> refresh_metadata(Central& central, Store& store, std::string_view channel,
                                    std::string_view etag);

}  // namespace wv::client
