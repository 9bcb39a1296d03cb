// sleutels.json: two public keys as JWK and what a reference code is hashed with.
#include <algorithm>

#include "sync/base/encoding.h"
#include "sync/wire/content.h"
#include "sync/wire/reader.h"

namespace wv::wire {
namespace {

base::Bytes read_base64url(const Node& node) {
  if (auto bytes = base::from_base64url(node.text())) return *std::move(bytes);
  if (node.json->text()) node.say("must be base64url without padding");
  return {};
}

base::Bytes read_bytes(Members& members, std::string_view key) {
  const auto node = members.find(key, Need::Required);
  return node ? read_base64url(*node) : base::Bytes();
}

void expect_word(Members& members, std::string_view key, std::string_view word, Need need) {
  const auto node = members.find(key, need);
  if (node && node->text() != word) node->say("must be " + std::string(word));
}

std::string read_kid(Members& members) {
  const auto node = members.find("kid", Need::Required);
  if (!node) return {};
  std::string kid = node->text();
  if (kid.empty() || kid.size() > 64) node->say("must be 1 to 64 characters");
  return kid;
}

std::size_t bit_length(const base::Bytes& number) {
  const auto first = std::find_if(number.begin(), number.end(), [](std::uint8_t b) { return b != 0; });
  if (first == number.end()) return 0;
  std::size_t bits = static_cast<std::size_t>(number.end() - first) * 8;
  for (std::uint8_t top = *first; top < 0x80; top = static_cast<std::uint8_t>(top << 1)) --bits;
  return bits;
}

RsaPublicKey read_rsa(const Node& node) {
  Members members(node);
  RsaPublicKey key;
  expect_word(members, "kty", "RSA", Need::Required);
  expect_word(members, "alg", "RSA-OAEP-256", Need::Optional);
  expect_word(members, "use", "enc", Need::Optional);
  key.kid = read_kid(members);
  key.modulus = read_bytes(members, "n");
  key.exponent = read_bytes(members, "e");
  const std::size_t bits = bit_length(key.modulus);
  if (bits < 2048 || bits > 8192) node.say("an RSA key here has 2048 to 8192 bits");
  if (key.exponent.empty() || key.exponent.size() > 4 || (key.exponent.back() & 1) == 0 ||
      bit_length(key.exponent) < 2)
    node.say("the exponent (e) of an RSA key is odd and at least 3");
  return key;
}

ReceiptKey read_receipt_key(const Node& node) {
  Members members(node);
  ReceiptKey key;
  expect_word(members, "kty", "OKP", Need::Required);
  expect_word(members, "crv", "Ed25519", Need::Required);
  expect_word(members, "alg", "EdDSA", Need::Optional);
  expect_word(members, "use", "sig", Need::Optional);
  key.kid = read_kid(members);
  if (const auto value = base::public_key_from(read_bytes(members, "x")))
    key.key = *value;
  else
    node.say("an Ed25519 key (x) is 32 bytes");
  return key;
}

void read_cost(const Node& node, base::Argon2Cost& cost) {
  Members members(node);
  const std::int64_t operations = members.integer("operaties", Need::Required);
  const std::int64_t memory = members.integer("geheugenKiB", Need::Required);
  // A kiosk does this while somebody waits: a cost that hurts it is refused.
  if (operations < 1 || operations > 10 || memory < 1024 || memory > 262'144) {
    node.say("argon2 takes 1 to 10 operaties and 1024 to 262144 geheugenKiB");
    return;
  }
  cost = {static_cast<std::uint32_t>(operations), static_cast<std::uint32_t>(memory)};
}

}  // namespace

Read<Keys> read_keys(const Json& json) {
  Problems problems;
  Keys keys;
  {
    Members members({&json, "", &problems});
    if (const auto contact = members.find("contactSleutel", Need::Required))
      keys.contact = read_rsa(*contact);
    if (const auto receipt = members.find("ontvangstSleutel", Need::Required))
      keys.receipt = read_receipt_key(*receipt);
    if (const auto salt = members.find("referentieZout", Need::Required)) {
      const base::Bytes bytes = read_base64url(*salt);
      if (bytes.size() == keys.reference_salt.size())
        std::copy(bytes.begin(), bytes.end(), keys.reference_salt.begin());
      else
        salt->say("must be 16 bytes");
    }
    if (const auto cost = members.find("argon2", Need::Required)) read_cost(*cost, keys.argon2);
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return keys;
}

Json to_json(const RsaPublicKey& key) {
  return Json::object({{"kty", "RSA"},
                       {"kid", key.kid},
                       {"alg", "RSA-OAEP-256"},
                       {"use", "enc"},
                       {"n", base::to_base64url(key.modulus)},
                       {"e", base::to_base64url(key.exponent)}});
}

Json to_json(const Keys& keys) {
  return Json::object({{"contactSleutel", to_json(keys.contact)},
                       {"ontvangstSleutel", Json::object({{"kty", "OKP"},
                                                          {"crv", "Ed25519"},
                                                          {"kid", keys.receipt.kid},
                                                          {"alg", "EdDSA"},
                                                          {"use", "sig"},
                                                          {"x", base::to_base64url(keys.receipt.key)}})},
                       {"referentieZout", base::to_base64url(keys.reference_salt)},
                       {"argon2", Json::object({{"operaties", keys.argon2.operations},
                                                {"geheugenKiB", keys.argon2.memory_kib}})}});
}

base::Result<std::string> reference_hash(base::ByteView code, const Keys& keys) {
  WV_TRY(const base::Bytes hash, base::argon2id(code, keys.reference_salt, keys.argon2, 16));
  return base::to_base64url(hash);
}

}  // namespace wv::wire
