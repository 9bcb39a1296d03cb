// How a kiosk becomes known: its own key, a one-time code, and the hash of the root it shall trust.
#pragma once

#include "sync/client/metadata.h"

namespace wv::client {

struct Invitation {
  std::string code;         // ten characters, as typed
  std::string address;      // of the central
  std::string root_sha256;  // 64 hex digits
  std::string software_version;
  std::int64_t wish = 0;  // of the screen, in ms since 1970: stays in fact::enrolled_by; 0: not of the screen
};

// Safe to repeat after a crash at any moment: the key is made once and the central knows it by the same code.
Attempt<> enrol(World& world, const Place& place, Store& store, const Invitation& invitation);

// The same for a kiosk that is enrolled already: with a code of the same central (else `wrong_root`) it goes
// on as another kiosk, with another key. Until the central has said yes everything stays as it was; also safe
// to repeat.
Attempt<> enrol_anew(World& world, const Place& place, Store& store, const Invitation& invitation);

// The key of this kiosk, once it was made. `key_missing`.
Attempt<base::KeyPair> read_device_key(World& world, const Place& place);

// Who this kiosk is. `not_enrolled` or `key_missing`.
Attempt<Identity> read_identity(World& world, const Place& place, Store& store);

}  // namespace wv::client
