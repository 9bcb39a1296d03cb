// Contact data sealed to the municipality: the kiosk can close this envelope but never open it.
#pragma once

#include "sync/base/secret.h"
#include "sync/base/world.h"
#include "sync/wire/content.h"

namespace wv::wire {

enum class Channel { Email, Phone };  // "email", "telefoon"

struct Contact {
  Channel channel = Channel::Email;
  base::Secret value;  // at most 254 bytes
};

// Compact JWE (RFC 7516), RSA-OAEP-256 and A256GCM, kid in the header. Content key and nonce come from
// `random`; the padding of OAEP from OpenSSL. Invalid: a key that is no key, an empty or too long value.
base::Result<std::string> seal(const Contact& contact, const RsaPublicKey& key, base::Random& random);

// kid of a sealed envelope, unverified: which private key to fetch from the safe.
base::Result<std::string> sealed_kid(std::string_view jwe);
// With the private key (PEM, PKCS#8) that never is on a kiosk or a central. Denied: made for another key or
// changed.
base::Result<Contact> open_sealed(std::string_view jwe, const base::Secret& private_key_pem);

struct RsaKeyPair {
  base::Secret private_key_pem;
  RsaPublicKey public_key;  // kid = RFC 7638 thumbprint
};
base::Result<RsaKeyPair> make_rsa_key_pair(int bits = 3072);
base::Result<RsaPublicKey> rsa_public_key(const base::Secret& private_key_pem);

}  // namespace wv::wire
