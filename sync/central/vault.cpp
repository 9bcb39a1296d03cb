// Key files: JSON with the seed of RFC 8032, so that any Ed25519 library can take over.
#include "sync/central/vault.h"

#include <array>

#include "sync/base/encoding.h"
#include "sync/base/json.h"

namespace wv::central {
namespace {

using base::ErrorCode;
using base::fail;
using base::Json;
using base::Result;

constexpr std::array<std::string_view, 8> file_names = {
    "offline/root1",   "offline/root2",    "offline/root3",         "offline/publicist",
    "online/snapshot", "online/timestamp", "online/terugkoppeling", "online/ontvangst"};

}  // namespace

std::filesystem::path Vault::file_of(KeyName name) const {
  return folder_ / (std::string(file_names[static_cast<std::size_t>(name)]) + ".json");
}

Result<> Vault::save(KeyName name, const base::KeyPair& key) {
  WV_CHECK(files_.make_folder(folder_));
  WV_CHECK(files_.make_folder(file_of(name).parent_path()));
  auto text = base::to_pretty_text(Json::object({{"soort", "ed25519"},
                                                 {"openbaar", base::to_hex(key.public_key)},
                                                 {"geheim", base::to_hex(key.seed.bytes())}}));
  auto written = files_.write(file_of(name), base::as_bytes(text));
  base::wipe(text);
  return written;
}

Result<base::KeyPair> Vault::load(KeyName name) const {
  const auto file = file_of(name);
  auto bytes = files_.read(file);
  if (!bytes && bytes.error().code == ErrorCode::NotFound)
    return fail(ErrorCode::NotFound,
                "the key " + file.string() + " is not here: bring it, or run init first");
  if (!bytes) return std::unexpected(bytes.error());
  const auto json = base::parse_json(*bytes);
  base::wipe(*bytes);
  if (!json) return fail(ErrorCode::Corrupt, file.string() + " is no key file");
  const auto seed = base::from_hex(json->text_or("geheim", ""));
  if (!seed) return fail(ErrorCode::Corrupt, file.string() + " is no key file");
  auto key = base::key_pair_from_seed(*seed);
  if (!key || base::to_hex(key->public_key) != json->text_or("openbaar", ""))
    return fail(ErrorCode::Corrupt, file.string() + ": the two halves of this key do not belong together");
  return key;
}

Result<> Vault::save_contact_key(const base::Secret& pem) {
  WV_CHECK(files_.make_folder(folder_ / "offline"));
  return files_.write(folder_ / "offline" / "contact.pem", pem.bytes());
}

Result<> Vault::save_public(const wire::Keys& keys) {
  const auto text = base::to_pretty_text(wire::to_json(keys));
  return files_.write(folder_ / "openbaar.json", base::as_bytes(text));
}

Result<wire::Keys> Vault::load_public() const {
  const auto file = folder_ / "openbaar.json";
  WV_TRY(const auto bytes, files_.read(file));
  WV_TRY(const auto json, base::parse_json(bytes));
  auto keys = wire::read_keys(json);
  if (!keys) return fail(ErrorCode::Corrupt, file.string() + ": " + wire::summary(keys.error()));
  return std::move(*keys);
}

Result<> Vault::save_root(std::int64_t version, base::ByteView bytes) {
  WV_CHECK(files_.make_folder(folder_ / "wortels"));
  return files_.write(folder_ / "wortels" / (std::to_string(version) + ".root.json"), bytes);
}

Result<base::Bytes> Vault::load_root(std::int64_t version) const {
  return files_.read(folder_ / "wortels" / (std::to_string(version) + ".root.json"));
}

Result<std::int64_t> Vault::newest_root() const {
  std::int64_t newest = 0;
  while (true) {
    const auto next = load_root(newest + 1);
    if (next) {
      ++newest;
      continue;
    }
    if (next.error().code != ErrorCode::NotFound) return std::unexpected(next.error());
    if (newest == 0) return fail(ErrorCode::NotFound, folder_.string() + " holds no keys: run init first");
    return newest;
  }
}

std::string thumbprint(const base::PublicKey& key) {
  const auto jwk = R"({"crv":"Ed25519","kty":"OKP","x":")" + base::to_base64url(key) + "\"}";
  return base::to_base64url(base::sha256(jwk));
}

}  // namespace wv::central
