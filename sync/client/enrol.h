// How a kiosk becomes known: its own key, a one-time code, and the hash of the root it shall trust.
#pragma once

#include "sync/client/metadata.h"

namespace wv::client {

struct Invitation {
  std::string code;         // ten characters, as typed
  std::string address;      // of the central
  std::string root_sha256;  // 64 hex digits
  std::string software_version;
};

// Safe to repeat after a crash at any moment: the key is made once and the central knows it by the same code.
Attempt<> enrol(World& world, const Place& place, Store& store, const Invitation& invitation);

// The key of this kiosk, once it was made. `key_missing`.
Attempt<base::KeyPair> read_device_key(World& world, const Place& place);

// Who this kiosk is. `not_enrolled` or `key_missing`.
Attempt<Identity> read_identity(World& world, const Place& place, Store& store);

}  // namespace wv::client
