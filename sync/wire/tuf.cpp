// Keys, signatures and names of TUF metadata; the documents themselves are in tuf_read.cpp and tuf_write.cpp.
#include "sync/wire/tuf.h"

#include <algorithm>
#include <set>

#include "sync/base/canonical_json.h"
#include "sync/base/encoding.h"
#include "sync/wire/tuf_json.h"

namespace wv::wire::tuf {

using base::ErrorCode;
using base::fail;

Json key_json(const base::PublicKey& key) {
  return Json::object({{"keytype", "ed25519"},
                       {"keyval", Json::object({{"public", base::to_hex(key)}})},
                       {"scheme", "ed25519"}});
}

KeyId key_id(const base::PublicKey& key) {
  const auto canonical = base::to_canonical(key_json(key));  // texts of hex: cannot fail
  return base::to_hex(base::sha256(canonical.value_or("")));
}

int valid_signatures(std::string_view canonical, std::span<const RoleSignature> signatures,
                     const RoleKeys& role, const Keyring& keys) {
  std::set<base::PublicKey> signers;  // by key, not by name
  for (const RoleSignature& signature : signatures) {
    const bool of_role =
        std::find(role.key_ids.begin(), role.key_ids.end(), signature.key_id) != role.key_ids.end();
    const auto key = keys.find(signature.key_id);
    if (!of_role || key == keys.end() || signers.contains(key->second.value)) continue;
    if (base::verify(key->second.value, base::as_bytes(canonical), signature.value))
      signers.insert(key->second.value);
  }
  return static_cast<int>(signers.size());
}

Result<> check_threshold(std::string_view canonical, std::span<const RoleSignature> signatures,
                         const RoleKeys& role, const Keyring& keys, std::string_view role_name) {
  const int valid = valid_signatures(canonical, signatures, role, keys);
  if (role.threshold >= 1 && valid >= role.threshold) return {};
  return fail(ErrorCode::Denied, std::string(role_name) + ": " + std::to_string(valid) + " of " +
                                     std::to_string(role.threshold) + " signatures are valid");
}

bool path_matches(std::string_view pattern, std::string_view path) {
  while (!pattern.empty()) {
    if (pattern.front() == '*') {
      pattern.remove_prefix(1);
      for (std::size_t skipped = 0; skipped <= path.size(); ++skipped) {
        if (path_matches(pattern, path.substr(skipped))) return true;
        if (skipped < path.size() && path[skipped] == '/') return false;
      }
      return false;
    }
    if (path.empty() || (pattern.front() == '?' ? path.front() == '/' : pattern.front() != path.front()))
      return false;
    pattern.remove_prefix(1);
    path.remove_prefix(1);
  }
  return path.empty();
}

std::string consistent_target_path(std::string_view target, const Digest& sha256) {
  const std::size_t slash = target.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(target.substr(0, name)) + base::to_hex(sha256) + "." + std::string(target.substr(name));
}

std::string consistent_metadata_name(std::string_view role, std::int64_t version) {
  return std::to_string(version) + "." + std::string(role) + ".json";
}

Result<> check_file(ByteView bytes, const MetaFile& expected, std::string_view name) {
  if (expected.length && *expected.length != bytes.size())
    return fail(ErrorCode::Corrupt, std::string(name) + ": not the length that was promised");
  if (expected.sha256 && *expected.sha256 != base::sha256(bytes))
    return fail(ErrorCode::Corrupt, std::string(name) + ": not the bytes that were promised (sha256)");
  return {};
}

Result<> check_file(ByteView bytes, const TargetFile& expected, std::string_view name) {
  return check_file(bytes, MetaFile{1, expected.length, expected.sha256}, name);
}

bool is_target_path(std::string_view path) {
  if (path.empty() || path.size() > 200) return false;
  bool at_start = true;
  for (const char c : path) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (c == '/' ? at_start : !(letter || c == '_' || c == '-' || (c == '.' && !at_start))) return false;
    at_start = c == '/';
  }
  return !at_start;
}

}  // namespace wv::wire::tuf
