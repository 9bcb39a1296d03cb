// Content in: what the publisher signed becomes the release that is shown, or everything stays as it was.
#pragma once

#include "sync/client/download.h"
#include "sync/client/metadata.h"
#include "sync/client/release.h"
#include "sync/client/shelf.h"

namespace wv::client {

enum class Fetched { Unchanged, Activated };

inline constexpr std::uint64_t reserve_bytes = 64u << 20;  // kept free for ideas
inline constexpr std::uint64_t max_release_bytes = 512u << 20;

// Compares the release that is shown with what is trusted, so a crash between the two is mended by the next
// call.
Attempt<Fetched> fetch_content(World& world, const Place& place, Store& store, Central& central,
                               std::string_view channel);

// What the screen shows now; nothing when there is no release or its file is damaged.
Attempt<std::optional<ReleaseReader>> shown_release(Store& store, const Place& place);
// The key with which the central signs receipts, out of that release. `no_content` or `unusable`.
Attempt<wire::ReceiptKey> receipt_key(Store& store, const Place& place);

}  // namespace wv::client
