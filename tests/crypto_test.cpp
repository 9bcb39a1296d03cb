// Our cryptography says what other people's says: vectors from RFCs and from other software.
#include "sync/base/crypto.h"

#include <algorithm>

#include "sync/base/encoding.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv::base;
using wv::test::SeededRandom;

namespace {

Bytes hex(std::string_view text) {
  return from_hex(text).value();
}

}  // namespace

TEST_CASE("what is sealed to a key opens with that key alone, whole and unchanged") {
  const std::array<std::uint8_t, 32> one{1}, two{2};
  const auto key = key_pair_from_seed(one), other = key_pair_from_seed(two);
  const auto message = as_bytes("Een bankje bij de speeltuin");
  auto sealed = seal(key->public_key, message).value();
  CHECK(std::ranges::equal(open_sealed(*key, sealed).value(), message));
  CHECK(std::string(as_text(sealed)).find("bankje") == std::string::npos);
  CHECK(open_sealed(*other, sealed).error().code == ErrorCode::Corrupt);
  for (const std::size_t size : {std::size_t{0}, std::size_t{10}, std::size_t{48}, sealed.size() - 1})
    CHECK(open_sealed(*key, ByteView(sealed).first(size)).error().code == ErrorCode::Corrupt);
  sealed.back() ^= 1;
  CHECK(open_sealed(*key, sealed).error().code == ErrorCode::Corrupt);
  CHECK(std::ranges::equal(open_sealed(*key, seal(key->public_key, {}).value()).value(), ByteView()));
  CHECK(seal(PublicKey{}, message).error().code == ErrorCode::Invalid);
}

TEST_CASE("sha256 agrees with FIPS 180-4, whole and in pieces") {
  CHECK(to_hex(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  Sha256 pieces;
  pieces.add(as_bytes("a"));
  pieces.add(as_bytes("bc"));
  CHECK(pieces.finish() == sha256("abc"));
}

TEST_CASE("ed25519 agrees with RFC 8032, test 2") {
  const auto key =
      key_pair_from_seed(hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
  REQUIRE(key);
  CHECK(to_hex(key->public_key) == "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  const Bytes message = hex("72");
  const Signature signature = sign(*key, message);
  CHECK(to_hex(signature) ==
        "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b"
        "2eaeb430"
        "2aeeb00d291612bb0c00");
  CHECK(verify(key->public_key, message, signature));
}

TEST_CASE("a signature holds for these bytes and this key only") {
  SeededRandom random(1);
  const KeyPair key = make_key_pair(random), other = make_key_pair(random);
  const Bytes message = {1, 2, 3};
  Signature signature = sign(key, message);
  CHECK(verify(key.public_key, message, signature));
  CHECK_FALSE(verify(other.public_key, message, signature));
  CHECK_FALSE(verify(key.public_key, Bytes{1, 2, 4}, signature));
  signature[5] ^= 1;
  CHECK_FALSE(verify(key.public_key, message, signature));
}

TEST_CASE("keys and signatures of another size are refused") {
  CHECK_FALSE(key_pair_from_seed(Bytes(31)));
  CHECK_FALSE(public_key_from(Bytes(33)));
  CHECK_FALSE(signature_from(Bytes(63)));
}

TEST_CASE("argon2id agrees with another implementation (hash-wasm)") {
  const auto hash = argon2id(hex("010203040506"), hex("000102030405060708090a0b0c0d0e0f"), {3, 8192}, 16);
  REQUIRE(hash);
  CHECK(to_hex(*hash) == "07ce5e4bdc56033c65ecce91e4792208");
}

TEST_CASE("argon2id refuses a cost that would stall or exhaust a kiosk") {
  const Bytes salt(16);
  CHECK_FALSE(argon2id({}, Bytes(15), {}, 16));
  CHECK_FALSE(argon2id({}, salt, {0, 8192}, 16));
  CHECK_FALSE(argon2id({}, salt, {3, 7}, 16));
  CHECK_FALSE(argon2id({}, salt, {11, 8192}, 16));
  CHECK_FALSE(argon2id({}, salt, {3, 2u << 20}, 16));
  CHECK_FALSE(argon2id({}, salt, {1, 64}, 15));
}

TEST_CASE("a stored PIN written by other software opens the door, another PIN does not") {
  const std::string stored =
      "$argon2id$v=19$m=64,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$VJTOJUT34WEdSledgEdNyu+NTZDRczeg+rlEgoNMgP8";
  CHECK(verify_password(stored, Secret("1234")));
  CHECK_FALSE(verify_password(stored, Secret("1235")));
}

TEST_CASE("a hashed PIN can be checked and is different each time") {
  SeededRandom random(2);
  const auto one = hash_password(Secret("2580"), random, {1, 64});
  const auto two = hash_password(Secret("2580"), random, {1, 64});
  REQUIRE(one);
  REQUIRE(two);
  CHECK(*one != *two);
  CHECK(verify_password(*one, Secret("2580")));
  CHECK_FALSE(verify_password(*one, Secret("")));
}

TEST_CASE("a damaged stored PIN opens for nobody") {
  for (const char* stored :
       {"", "1234", "$argon2id$", "$argon2id$v=19$m=64,t=1,p=1$AAAA", "$argon2id$v=19$m=64,t=1,p=1$$",
        "$argon2id$v=19$m=99999999999,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$AAAA",
        "$argon2i$v=19$m=64,t=1,p=1$AAECAwQFBgcICQoLDA0ODw$VJTOJUT34WEdSledgEdNyg"}) {
    INFO(stored);
    CHECK_FALSE(verify_password(stored, Secret("1234")));
    CHECK_FALSE(verify_password(stored, Secret("")));
  }
}

TEST_CASE("a secret that moves leaves nothing where it was") {
  Secret first("bewoner@voorbeeld.nl");
  const std::uint8_t* block = first.bytes().data();
  Secret second = std::move(first);
  CHECK(first.empty());
  CHECK(second.view() == "bewoner@voorbeeld.nl");
  CHECK(second.bytes().data() == block);  // the block moved, it was not copied
  second = Secret("x");
  CHECK(second.view() == "x");
}

TEST_CASE("memory is overwritten before it is given back") {
  // The allocator wipes through `wipe`; what it does to a block is seen here without touching freed memory.
  std::string text(100, 'q');
  const char* data = text.data();
  wipe(text);
  CHECK(text.empty());
  CHECK(std::string(data, 100) == std::string(100, '\0'));
  Secret secret(std::string_view("0123456789"));
  const std::uint8_t* bytes = secret.bytes().data();
  secret.resize(4);
  CHECK(secret.view() == "0123");
  CHECK(std::all_of(bytes + 4, bytes + 10, [](std::uint8_t b) { return b == 0; }));
}

TEST_CASE("comparing bytes sees length and content") {
  CHECK(same_bytes({}, {}));
  CHECK(same_bytes(Bytes{1, 2}, Bytes{1, 2}));
  CHECK_FALSE(same_bytes(Bytes{1, 2}, Bytes{1, 3}));
  CHECK_FALSE(same_bytes(Bytes{1, 2}, Bytes{1}));
}

TEST_CASE("HMAC-SHA256 agrees with RFC 4231, also with a key longer than a block") {
  const auto mac = [](std::string_view key, std::string_view message) {
    return to_hex(hmac_sha256(as_bytes(key), as_bytes(message)));
  };
  CHECK(mac("Jefe", "what do ya want for nothing?") ==
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  CHECK(mac(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First") ==
        "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}
