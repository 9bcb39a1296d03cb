// Compact JWS with EdDSA (RFC 7515, RFC 8037): the one signature form of tokens, receipts and time
// statements.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/crypto.h"
#include "sync/base/json.h"

namespace wv::wire {

// header = {alg: EdDSA, kid, typ}; typ is left out when empty.
std::string sign_jws(const base::KeyPair& key, std::string_view kid, std::string_view typ,
                     std::string_view payload);

struct Jws {
  std::string kid;
  std::string typ;
  std::string payload;
};
// Only takes apart: to find out which key should have signed. Nothing in it may be believed.
base::Result<Jws> peek_jws(std::string_view compact);
// Denied: not signed by this key, or another alg. Invalid: no JWS, or it has "crit" or larger than 16 KiB.
base::Result<Jws> open_jws(std::string_view compact, const base::PublicKey& key);

}  // namespace wv::wire
