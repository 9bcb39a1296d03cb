// The outside of a sealed envelope: its five parts and what is written inside. The cryptography is in
// sealed.cpp.
#pragma once

#include "sync/wire/sealed.h"

namespace wv::wire {

struct Jwe {
  std::string header_text;  // as it is protected: base64url
  std::string kid;
  base::Bytes wrapped_key, nonce, text, tag;
};

std::string jwe_header(std::string_view kid);  // base64url
std::string compact(const Jwe& jwe);
// Invalid: not five parts, or not RSA-OAEP-256 with A256GCM.
base::Result<Jwe> take_apart(std::string_view compact);
std::string thumbprint(const RsaPublicKey& key);  // RFC 7638

base::Result<base::Secret> contact_plaintext(const Contact& contact);
base::Result<Contact> read_contact(const base::Secret& plaintext);

}  // namespace wv::wire
