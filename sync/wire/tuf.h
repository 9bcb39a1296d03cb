// The metadata of The Update Framework (specification 1.0) as values: what is published, by whom, until when.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/base/json.h"
#include "sync/base/time.h"

namespace wv::wire::tuf {

using base::Bytes;
using base::ByteView;
using base::Digest;
using base::Instant;
using base::Json;
using base::Result;

inline constexpr std::string_view root_role = "root";
inline constexpr std::string_view timestamp_role = "timestamp";
inline constexpr std::string_view snapshot_role = "snapshot";
inline constexpr std::string_view targets_role = "targets";
inline constexpr std::string_view feedback_role = "terugkoppeling";  // delegated by targets, key online

// Enough for a municipality, too little to fill a disk.
inline constexpr std::uint64_t max_root_bytes = 64 << 10;
inline constexpr std::uint64_t max_timestamp_bytes = 16 << 10;
inline constexpr std::uint64_t max_snapshot_bytes = 256 << 10;
inline constexpr std::uint64_t max_targets_bytes = 4 << 20;

using KeyId = std::string;  // sha256 of the canonical key, hex
struct Key {
  base::PublicKey value{};
  bool operator==(const Key&) const = default;
};
KeyId key_id(const base::PublicKey& key);

struct RoleKeys {
  std::vector<KeyId> key_ids;
  int threshold = 1;
  bool operator==(const RoleKeys&) const = default;
};
using Keyring = std::map<KeyId, Key>;

struct Root {
  std::int64_t version = 1;
  Instant expires;
  bool consistent_snapshot = true;
  Keyring keys;
  std::map<std::string, RoleKeys> roles;  // root, timestamp, snapshot, targets; all four
  bool operator==(const Root&) const = default;
};

// A metadata file as another one names it.
struct MetaFile {
  std::int64_t version = 1;
  std::optional<std::uint64_t> length;
  std::optional<Digest> sha256;
  bool operator==(const MetaFile&) const = default;
};
struct Timestamp {
  std::int64_t version = 1;
  Instant expires;
  MetaFile snapshot;
  bool operator==(const Timestamp&) const = default;
};
struct Snapshot {
  std::int64_t version = 1;
  Instant expires;
  std::map<std::string, MetaFile> files;  // "targets.json", "terugkoppeling.json"
  bool operator==(const Snapshot&) const = default;
};

struct TargetFile {
  std::uint64_t length = 0;
  Digest sha256{};
  bool operator==(const TargetFile&) const = default;
};
struct Delegation {
  std::string name;
  RoleKeys keys;
  std::vector<std::string> paths;  // glob patterns; '*' and '?' do not cross a '/'
  bool terminating = false;
  bool operator==(const Delegation&) const = default;
};
struct Targets {
  std::int64_t version = 1;
  Instant expires;
  std::map<std::string, TargetFile> files;
  Keyring keys;                         // of the delegations
  std::vector<Delegation> delegations;  // in order of priority
  bool operator==(const Targets&) const = default;
};

struct RoleSignature {
  KeyId key_id;
  base::Signature value{};
};
// Metadata with its signatures. `canonical` is what was signed: fields we do not know are part of it.
template <class T>
struct Signed {
  T body;
  std::string canonical;
  std::vector<RoleSignature> signatures;
};

// Read, not yet believed. Invalid or Corrupt with the reason. Unknown fields and signatures in other schemes
// are ignored, as the specification asks; a key whose id is not the hash of the key is refused.
Result<Signed<Root>> parse_root(ByteView bytes);
Result<Signed<Timestamp>> parse_timestamp(ByteView bytes);
Result<Signed<Snapshot>> parse_snapshot(ByteView bytes);
Result<Signed<Targets>> parse_targets(ByteView bytes);

// The file to publish: {"signatures": […], "signed": …}. Instants are cut to whole seconds.
Bytes write_signed(const Root& root, std::span<const base::KeyPair* const> keys);
Bytes write_signed(const Timestamp& timestamp, std::span<const base::KeyPair* const> keys);
Bytes write_signed(const Snapshot& snapshot, std::span<const base::KeyPair* const> keys);
Bytes write_signed(const Targets& targets, std::span<const base::KeyPair* const> keys);

// How many different keys of the role signed these bytes well. One key counts once, however often it signed.
int valid_signatures(std::string_view canonical, std::span<const RoleSignature> signatures,
                     const RoleKeys& role, const Keyring& keys);
// Denied when that is less than the role's threshold.
Result<> check_threshold(std::string_view canonical, std::span<const RoleSignature> signatures,
                         const RoleKeys& role, const Keyring& keys, std::string_view role_name);
template <class T>
Result<> check_threshold(const Signed<T>& metadata, const RoleKeys& role, const Keyring& keys,
                         std::string_view role_name) {
  return check_threshold(metadata.canonical, metadata.signatures, role, keys, role_name);
}

bool path_matches(std::string_view pattern, std::string_view path);
// "gebied/noord.json" → "gebied/<sha256>.noord.json"
std::string consistent_target_path(std::string_view target, const Digest& sha256);
std::string consistent_metadata_name(std::string_view role, std::int64_t version);  // "3.root.json"
// Corrupt when the bytes are not what the metadata says.
Result<> check_file(ByteView bytes, const MetaFile& expected, std::string_view name);
Result<> check_file(ByteView bytes, const TargetFile& expected, std::string_view name);
// Relative, of [A-Za-z0-9._-] parts, no part that starts with a dot, at most 200 characters.
bool is_target_path(std::string_view path);

}  // namespace wv::wire::tuf
