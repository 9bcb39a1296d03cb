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

namespace {

// One part between slashes. Going back only to the last star keeps this linear in what a pattern can cost.
bool part_matches(std::string_view pattern, std::string_view part) {
  std::size_t p = 0, t = 0, after_star = std::string_view::npos, resume = 0;
  while (t < part.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      after_star = ++p;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == part[t])) {
      ++p;
      ++t;
    } else if (after_star != std::string_view::npos) {
      p = after_star;
      t = ++resume;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace

bool path_matches(std::string_view pattern, std::string_view path) {
  while (true) {
    const std::size_t pattern_end = pattern.find('/'), path_end = path.find('/');
    if (!part_matches(pattern.substr(0, pattern_end), path.substr(0, path_end))) return false;
    if (pattern_end == std::string_view::npos || path_end == std::string_view::npos)
      return pattern_end == path_end;
    pattern.remove_prefix(pattern_end + 1);
    path.remove_prefix(path_end + 1);
  }
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
