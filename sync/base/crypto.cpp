// libsodium behind crypto.h.
#include "sync/base/crypto.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>
#include <new>

namespace wv::base {
namespace {

static_assert(sizeof(crypto_hash_sha256_state) <= 112);

// libsodium wants one call before the first use; it may be repeated from any thread.
void prepare() {
  if (sodium_init() < 0) std::abort();  // no randomness from the system: nothing here may run
}

// The 64-byte form libsodium signs with: seed and public key.
Secret long_form(const KeyPair& key) {
  Secret secret(key.seed.bytes());
  secret.append(as_text(key.public_key));
  return secret;
}

crypto_hash_sha256_state* state_in(std::array<std::uint8_t, 112>& memory) {
  return std::launder(reinterpret_cast<crypto_hash_sha256_state*>(memory.data()));
}

}  // namespace

Digest sha256(ByteView bytes) {
  Digest digest{};
  crypto_hash_sha256(digest.data(), bytes.data(), bytes.size());
  return digest;
}

Sha256::Sha256() {
  crypto_hash_sha256_init(new (state_.data()) crypto_hash_sha256_state);
}

void Sha256::add(ByteView bytes) {
  crypto_hash_sha256_update(state_in(state_), bytes.data(), bytes.size());
}

Digest Sha256::finish() {
  Digest digest{};
  crypto_hash_sha256_final(state_in(state_), digest.data());
  return digest;
}

Digest hmac_sha256(ByteView key, ByteView message) {
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, key.data(), key.size());
  crypto_auth_hmacsha256_update(&state, message.data(), message.size());
  Digest digest{};
  crypto_auth_hmacsha256_final(&state, digest.data());
  sodium_memzero(&state, sizeof state);
  return digest;
}

KeyPair make_key_pair(Random& random) {
  Secret seed;
  seed.resize(crypto_sign_SEEDBYTES);
  random.fill(seed.writable());
  return *key_pair_from_seed(seed.bytes());
}

Result<KeyPair> key_pair_from_seed(ByteView seed) {
  if (seed.size() != crypto_sign_SEEDBYTES) return fail(ErrorCode::Invalid, "an Ed25519 seed is 32 bytes");
  prepare();
  KeyPair pair;
  pair.seed = Secret(seed);
  Secret long_secret;
  long_secret.resize(crypto_sign_SECRETKEYBYTES);
  crypto_sign_seed_keypair(pair.public_key.data(), long_secret.writable().data(), seed.data());
  return pair;
}

Signature sign(const KeyPair& key, ByteView message) {
  Signature signature{};
  const Secret secret = long_form(key);
  crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), secret.bytes().data());
  return signature;
}

bool verify(const PublicKey& key, ByteView message, const Signature& signature) {
  return crypto_sign_verify_detached(signature.data(), message.data(), message.size(), key.data()) == 0;
}

Result<PublicKey> public_key_from(ByteView bytes) {
  PublicKey key{};
  if (bytes.size() != key.size()) return fail(ErrorCode::Invalid, "an Ed25519 public key is 32 bytes");
  std::copy(bytes.begin(), bytes.end(), key.begin());
  return key;
}

Result<Signature> signature_from(ByteView bytes) {
  Signature signature{};
  if (bytes.size() != signature.size()) return fail(ErrorCode::Invalid, "an Ed25519 signature is 64 bytes");
  std::copy(bytes.begin(), bytes.end(), signature.begin());
  return signature;
}

Result<Bytes> seal(const PublicKey& to, ByteView message) {
  prepare();
  std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> box_key{};
  if (crypto_sign_ed25519_pk_to_curve25519(box_key.data(), to.data()) != 0)
    return fail(ErrorCode::Invalid, "no public key of Ed25519");
  Bytes sealed(message.size() + crypto_box_SEALBYTES);
  crypto_box_seal(sealed.data(), message.data(), message.size(), box_key.data());
  return sealed;
}

Result<Bytes> open_sealed(const KeyPair& key, ByteView sealed) {
  prepare();
  std::array<std::uint8_t, crypto_box_PUBLICKEYBYTES> box_key{};
  Secret box_secret;
  box_secret.resize(crypto_box_SECRETKEYBYTES);
  const Secret secret = long_form(key);
  if (sealed.size() < crypto_box_SEALBYTES ||
      crypto_sign_ed25519_pk_to_curve25519(box_key.data(), key.public_key.data()) != 0 ||
      crypto_sign_ed25519_sk_to_curve25519(box_secret.writable().data(), secret.bytes().data()) != 0)
    return fail(ErrorCode::Corrupt, "too short to be sealed");
  Bytes message(sealed.size() - crypto_box_SEALBYTES);
  if (crypto_box_seal_open(message.data(), sealed.data(), sealed.size(), box_key.data(),
                           box_secret.bytes().data()) != 0)
    return fail(ErrorCode::Corrupt, "cut off, changed, or sealed to another key");
  return message;
}

Result<Bytes> argon2id(ByteView password, ByteView salt, Argon2Cost cost, std::size_t size) {
  if (salt.size() != crypto_pwhash_SALTBYTES)
    return fail(ErrorCode::Invalid, "the salt of argon2id is 16 bytes");
  if (size < 16 || size > 64) return fail(ErrorCode::Invalid, "argon2id makes 16 to 64 bytes here");
  if (cost.operations < 1 || cost.operations > 10 || cost.memory_kib < 8 || cost.memory_kib > (1U << 20))
    return fail(ErrorCode::Invalid, "argon2id takes 1-10 operations and 8 KiB to 1 GiB");
  prepare();
  Bytes out(size);
  const char* words = password.empty() ? "" : as_text(password).data();  // libsodium wants no null pointer
  if (crypto_pwhash(out.data(), out.size(), words, password.size(), salt.data(), cost.operations,
                    std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
    return fail(ErrorCode::Unavailable, "not enough memory for argon2id");
  return out;
}

bool same_bytes(ByteView a, ByteView b) {
  return a.size() == b.size() && (a.empty() || sodium_memcmp(a.data(), b.data(), a.size()) == 0);
}

}  // namespace wv::base
