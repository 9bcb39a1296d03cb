// Metadata → the signed file that is served.
#include "sync/base/canonical_json.h"
#include "sync/base/encoding.h"
#include "sync/wire/reader.h"
#include "sync/wire/tuf_json.h"

namespace wv::wire::tuf {
namespace {

template <class Document>
Json head(std::string_view role, const Document& document) {
  return Json::object({{"_type", role},
                       {"spec_version", spec_version},
                       {"version", document.version},
                       {"expires", base::to_rfc3339(document.expires)}});
}

Json hashes_json(const Digest& sha256) {
  return Json::object({{"sha256", base::to_hex(sha256)}});
}

Json keys_json(const Keyring& keys) {
  Json json = Json::object();
  for (const auto& [id, key] : keys) json.set(id, key_json(key.value));
  return json;
}

Json& put_role(Json& json, const RoleKeys& role) {
  json.set("keyids", array_of(role.key_ids, [](const KeyId& id) { return Json(id); }));
  return json.set("threshold", role.threshold);
}

Json meta_json(const MetaFile& file) {
  Json json = Json::object({{"version", file.version}});
  if (file.length) json.set("length", *file.length);
  if (file.sha256) json.set("hashes", hashes_json(*file.sha256));
  return json;
}

Json delegation_json(const Delegation& delegation) {
  Json json = Json::object({{"name", delegation.name}});
  put_role(json, delegation.keys);
  json.set("terminating", delegation.terminating);
  return json.set("paths", array_of(delegation.paths, [](const std::string& path) { return Json(path); }));
}

Bytes write(Json body, std::span<const base::KeyPair* const> keys) {
  // Names and numbers of our own making: there is nothing in them that canonical JSON refuses.
  const std::string canonical = base::to_canonical(body).value_or("");
  Json signatures = Json::array();
  for (const base::KeyPair* key : keys)
    signatures.push(Json::object({{"keyid", key_id(key->public_key)},
                                  {"sig", base::to_hex(base::sign(*key, base::as_bytes(canonical)))}}));
  const std::string text =
      base::to_text(Json::object({{"signatures", std::move(signatures)}, {"signed", std::move(body)}}));
  return Bytes(text.begin(), text.end());
}

}  // namespace

Bytes write_signed(const Root& root, std::span<const base::KeyPair* const> keys) {
  Json json = head(root_role, root);
  json.set("consistent_snapshot", root.consistent_snapshot);
  json.set("keys", keys_json(root.keys));
  Json roles = Json::object();
  for (const auto& [name, role] : root.roles) {
    Json role_json = Json::object();
    roles.set(name, put_role(role_json, role));
  }
  return write(std::move(json.set("roles", std::move(roles))), keys);
}

Bytes write_signed(const Timestamp& timestamp, std::span<const base::KeyPair* const> keys) {
  Json json = head(timestamp_role, timestamp);
  json.set("meta", Json::object({{"snapshot.json", meta_json(timestamp.snapshot)}}));
  return write(std::move(json), keys);
}

Bytes write_signed(const Snapshot& snapshot, std::span<const base::KeyPair* const> keys) {
  Json meta = Json::object();
  for (const auto& [name, file] : snapshot.files) meta.set(name, meta_json(file));
  Json json = head(snapshot_role, snapshot);
  json.set("meta", std::move(meta));
  return write(std::move(json), keys);
}

Bytes write_signed(const Targets& targets, std::span<const base::KeyPair* const> keys) {
  Json files = Json::object();
  for (const auto& [path, file] : targets.files)
    files.set(path, Json::object({{"length", file.length}, {"hashes", hashes_json(file.sha256)}}));
  Json json = head(targets_role, targets);
  json.set("targets", std::move(files));
  if (!targets.delegations.empty())
    json.set("delegations", Json::object({{"keys", keys_json(targets.keys)},
                                          {"roles", array_of(targets.delegations, delegation_json)}}));
  return write(std::move(json), keys);
}

}  // namespace wv::wire::tuf
