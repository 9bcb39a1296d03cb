// Bytes from anywhere → metadata that has the form of metadata. Whether to believe it is for tuf_trust.cpp.
#include <algorithm>
#include <set>

#include "sync/base/canonical_json.h"
#include "sync/base/encoding.h"
#include "sync/model/check.h"
#include "sync/wire/tuf_json.h"

namespace wv::wire::tuf {
namespace {

using base::ErrorCode;
using base::fail;

std::unexpected<base::Error> malformed(std::string_view what) {
  return fail(ErrorCode::Invalid, "TUF metadata: " + std::string(what));
}

template <std::size_t N>
std::optional<std::array<std::uint8_t, N>> fixed_hex(const Json* value) {
  if (!value || !value->text()) return std::nullopt;
  const auto bytes = base::from_hex(*value->text());
  if (!bytes || bytes->size() != N) return std::nullopt;
  std::array<std::uint8_t, N> out{};
  std::copy(bytes->begin(), bytes->end(), out.begin());
  return out;
}

// An object's members, or none.
const Json::Object& members_of(const Json* value) {
  static const Json::Object none;
  return value && value->members() ? *value->members() : none;
}

const Json::Array& items_of(const Json* value) {
  static const Json::Array none;
  return value && value->items() ? *value->items() : none;
}

Result<std::int64_t> read_version(const Json& json) {
  const std::int64_t version = json.integer_or("version", 0);
  if (version < 1) return malformed("a version is a number from 1");
  return version;
}

// What all four documents begin with.
template <class Document>
Result<> read_head(const Json& json, std::string_view role, Document& document) {
  if (json.text_or("_type", "") != role) return malformed("not of type " + std::string(role));
  const std::string_view spec = json.text_or("spec_version", "");
  if (!spec.starts_with("1.")) return malformed("not of specification 1");
  WV_TRY(document.version, read_version(json));
  WV_TRY(document.expires, base::parse_rfc3339(json.text_or("expires", "")));
  return {};
}

Result<Keyring> read_keys(const Json* json) {
  if (!json || !json->members()) return malformed("no keys");
  Keyring keys;
  for (const auto& [id, key] : *json->members()) {
    // Keys of a kind we cannot verify count for nothing, but are no reason to refuse the others.
    if (key.text_or("keytype", "") != "ed25519" || key.text_or("scheme", "") != "ed25519") continue;
    const Json* value = key.find("keyval");
    const auto bytes = value ? fixed_hex<32>(value->find("public")) : std::nullopt;
    if (!bytes) return malformed("an Ed25519 key is 64 hexadecimal digits");
    WV_TRY(const std::string canonical, base::to_canonical(key));
    if (base::to_hex(base::sha256(canonical)) != id)
      return malformed("a key does not have the name of its hash");
    keys[id] = Key{*bytes};
  }
  return keys;
}

Result<RoleKeys> read_role(const Json& json) {
  RoleKeys role;
  std::set<std::string> seen;
  for (const Json& id : items_of(json.find("keyids"))) {
    if (!id.text() || !seen.insert(*id.text()).second) return malformed("keyids must be different texts");
    role.key_ids.push_back(*id.text());
  }
  const std::int64_t threshold = json.integer_or("threshold", 0);
  if (threshold < 1 || threshold > 100) return malformed("a threshold is a number from 1");
  role.threshold = static_cast<int>(threshold);
  return role;
}

Result<MetaFile> read_meta_file(const Json& json) {
  MetaFile file;
  WV_TRY(file.version, read_version(json));
  if (const Json* length = json.find("length")) {
    if (!length->integer() || *length->integer() < 0) return malformed("a length is a number from 0");
    file.length = static_cast<std::uint64_t>(*length->integer());
  }
  if (const Json* hashes = json.find("hashes")) {
    file.sha256 = fixed_hex<32>(hashes->find("sha256"));
    if (!file.sha256) return malformed("hashes without a sha256");
  }
  return file;
}

Result<Root> read_root(const Json& json) {
  Root root;
  WV_CHECK(read_head(json, root_role, root));
  const Json* consistent = json.find("consistent_snapshot");
  root.consistent_snapshot = consistent && consistent->boolean() && *consistent->boolean();
  WV_TRY(root.keys, read_keys(json.find("keys")));
  const Json* roles = json.find("roles");
  for (const std::string_view name : top_roles) {
    const Json* role = roles ? roles->find(name) : nullptr;
    if (!role) return malformed("root names no keys for " + std::string(name));
    WV_TRY(RoleKeys keys, read_role(*role));
    root.roles.emplace(name, std::move(keys));
  }
  return root;
}

Result<Timestamp> read_timestamp(const Json& json) {
  Timestamp timestamp;
  WV_CHECK(read_head(json, timestamp_role, timestamp));
  const Json* meta = json.find("meta");
  const Json* snapshot = meta ? meta->find("snapshot.json") : nullptr;
  if (!snapshot) return malformed("timestamp names no snapshot.json");
  WV_TRY(timestamp.snapshot, read_meta_file(*snapshot));
  return timestamp;
}

Result<Snapshot> read_snapshot(const Json& json) {
  Snapshot snapshot;
  WV_CHECK(read_head(json, snapshot_role, snapshot));
  for (const auto& [name, file] : members_of(json.find("meta"))) {
    WV_TRY(MetaFile meta, read_meta_file(file));
    snapshot.files.emplace(name, meta);
  }
  if (!snapshot.files.contains("targets.json")) return malformed("snapshot names no targets.json");
  return snapshot;
}

Result<TargetFile> read_target_file(const Json& json) {
  const std::int64_t length = json.integer_or("length", -1);
  const Json* hashes = json.find("hashes");
  const auto sha256 = hashes ? fixed_hex<32>(hashes->find("sha256")) : std::nullopt;
  if (length < 0 || !sha256) return malformed("a target has a length and a sha256");
  return TargetFile{static_cast<std::uint64_t>(length), *sha256};
}

Result<Delegation> read_delegation(const Json& json) {
  Delegation delegation;
  delegation.name = json.text_or("name", "");
  // The name becomes part of a file name and must not be mistaken for a role of the root.
  const bool taken =
      std::find(std::begin(top_roles), std::end(top_roles), delegation.name) != std::end(top_roles);
  if (!model::is_id(delegation.name) || taken)
    return malformed("a delegated role needs a name of a-z, 0-9 and hyphen");
  WV_TRY(delegation.keys, read_role(json));
  for (const Json& path : items_of(json.find("paths"))) {
    if (!path.text() || path.text()->size() > 200) return malformed("a path of a delegation is a text");
    delegation.paths.push_back(*path.text());
  }
  if (delegation.paths.empty()) return malformed("a delegation without paths");
  const Json* terminating = json.find("terminating");
  delegation.terminating = terminating && terminating->boolean() && *terminating->boolean();
  return delegation;
}

Result<> read_delegations(const Json& json, Targets& targets) {
  WV_TRY(targets.keys, read_keys(json.find("keys")));
  std::set<std::string> names;
  for (const Json& role : items_of(json.find("roles"))) {
    WV_TRY(Delegation delegation, read_delegation(role));
    if (!names.insert(delegation.name).second) return malformed("two delegations with one name");
    targets.delegations.push_back(std::move(delegation));
  }
  return {};
}

Result<Targets> read_targets(const Json& json) {
  Targets targets;
  WV_CHECK(read_head(json, targets_role, targets));
  if (!json.find("targets") || !json.find("targets")->members()) return malformed("targets without targets");
  for (const auto& [path, file] : *json.find("targets")->members()) {
    if (!is_target_path(path)) return malformed("a target with a path that could leave its folder");
    WV_TRY(TargetFile target, read_target_file(file));
    targets.files.emplace(path, target);
  }
  if (const Json* delegations = json.find("delegations")) WV_CHECK(read_delegations(*delegations, targets));
  return targets;
}

std::vector<RoleSignature> read_signatures(const Json& envelope) {
  std::vector<RoleSignature> signatures;
  for (const Json& item : items_of(envelope.find("signatures")))
    if (const auto value = fixed_hex<64>(item.find("sig")))
      signatures.push_back({std::string(item.text_or("keyid", "")), *value});
  return signatures;
}

template <class Document, class ReadDocument>
Result<Signed<Document>> parse(ByteView bytes, std::uint64_t max_bytes, ReadDocument read) {
  auto envelope = base::parse_json(bytes, {static_cast<std::size_t>(max_bytes), 16});
  if (!envelope) return base::pass(envelope, "TUF metadata");
  const Json* body = envelope->find("signed");
  if (!body || !body->members()) return malformed("nothing is signed");
  WV_TRY(Document document, read(*body));
  WV_TRY(std::string canonical, base::to_canonical(*body));
  return Signed<Document>{std::move(document), std::move(canonical), read_signatures(*envelope)};
}

}  // namespace

Result<Signed<Root>> parse_root(ByteView bytes) {
  return parse<Root>(bytes, max_root_bytes, read_root);
}
Result<Signed<Timestamp>> parse_timestamp(ByteView bytes) {
  return parse<Timestamp>(bytes, max_timestamp_bytes, read_timestamp);
}
Result<Signed<Snapshot>> parse_snapshot(ByteView bytes) {
  return parse<Snapshot>(bytes, max_snapshot_bytes, read_snapshot);
}
Result<Signed<Targets>> parse_targets(ByteView bytes) {
  return parse<Targets>(bytes, max_targets_bytes, read_targets);
}

}  // namespace wv::wire::tuf
