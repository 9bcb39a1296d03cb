// The few cryptographic operations of this house, with libsodium behind them. Encryption of contact data is
// in wire/sealed.h.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "sync/base/result.h"
#include "sync/base/secret.h"
#include "sync/base/world.h"

namespace wv::base {

using Digest = std::array<std::uint8_t, 32>;     // SHA-256
using PublicKey = std::array<std::uint8_t, 32>;  // Ed25519
using Signature = std::array<std::uint8_t, 64>;

// The 32-byte seed of RFC 8032 and its public key. Move-only; the seed is wiped at the end.
struct KeyPair {
  Secret seed;
  PublicKey public_key{};
};

Digest sha256(ByteView bytes);
inline Digest sha256(std::string_view text) {
  return sha256(as_bytes(text));
}

// The same over pieces, for files that do not fit in memory.
class Sha256 {
 public:
  Sha256();
  void add(ByteView bytes);
  Digest finish();  // once

 private:
  alignas(16) std::array<std::uint8_t, 112> state_{};
};

Digest hmac_sha256(ByteView key, ByteView message);

KeyPair make_key_pair(Random& random);
Result<KeyPair> key_pair_from_seed(ByteView seed);  // Invalid unless 32 bytes
Signature sign(const KeyPair& key, ByteView message);
bool verify(const PublicKey& key, ByteView message, const Signature& signature);
Result<PublicKey> public_key_from(ByteView bytes);  // Invalid unless 32 bytes
Result<Signature> signature_from(ByteView bytes);   // Invalid unless 64 bytes

// For who holds the private half of this Ed25519 key, and nobody else (libsodium's sealed box, X25519 of the
// same key). It says nothing about who sealed it.
Result<Bytes> seal(const PublicKey& to, ByteView message);  // Invalid: no key of Ed25519
// Corrupt: cut, changed, or sealed to another key.
Result<Bytes> open_sealed(const KeyPair& key, ByteView sealed);

struct Argon2Cost {
  std::uint32_t operations = 3;
  std::uint32_t memory_kib = 8192;
  bool operator==(const Argon2Cost&) const = default;
};
// argon2id version 1.3, one lane. Salt is 16 bytes, `size` 16-64. Invalid for other sizes or a cost outside
// 1-10 operations / 8 KiB-1 GiB; Unavailable when the memory is not there.
Result<Bytes> argon2id(ByteView password, ByteView salt, Argon2Cost cost, std::size_t size);

// A PIN as it may stand in a settings file: "$argon2id$v=19$m=…,t=…,p=1$salt$hash".
Result<std::string> hash_password(const Secret& password, Random& random, Argon2Cost cost = {3, 65536});
bool verify_password(std::string_view stored, const Secret& password);

// Compares in a time that depends only on the lengths.
bool same_bytes(ByteView a, ByteView b);

}  // namespace wv::base
