// A TUF repository in memory that a test can publish to, and break in every way that an attacker or a bad day
// would.
#pragma once

#include <map>
#include <string>

#include "sync/base/encoding.h"
#include "sync/wire/tuf.h"
#include "tests/support/world.h"

namespace wv::test {

namespace tuf = wire::tuf;
using Targets = std::map<std::string, base::Bytes>;

class TufRepository {
 public:
  explicit TufRepository(base::Instant now, std::uint32_t seed = 7) : random_(seed), now_(now) {
    for (auto* key : {&root1, &root2, &root3, &targets_key, &snapshot_key, &timestamp_key, &feedback_key}) {
      *key = base::make_key_pair(random_);
    }
    root.version = 1;
    root.expires = now + std::chrono::days{365};
    set_role(tuf::root_role, {&root1, &root2, &root3}, 2);
    set_role(tuf::targets_role, {&targets_key}, 1);
    set_role(tuf::snapshot_role, {&snapshot_key}, 1);
    set_role(tuf::timestamp_role, {&timestamp_key}, 1);
    write_root({&root1, &root2});
  }

  // Publishes everything anew: the publisher's files and the central's. Versions are one more than before.
  void publish(const Targets& publisher, const Targets& central) {
    targets.files = enter(publisher);
    feedback.files = enter(central);
    delegate({"terugkoppeling/*", "ideeen/*"});
    ++targets.version;
    ++feedback.version;
    sign_all();
  }
  // Signs what stands in the members, as it is, with the next snapshot and timestamp.
  void sign_all() {
    ++snapshot.version;
    ++timestamp.version;
    sign_targets();
    sign_snapshot();
    sign_timestamp();
  }
  void sign_targets() {
    targets.expires = targets_expires.value_or(now_ + std::chrono::days{30});
    feedback.expires = now_ + std::chrono::days{30};
    put(tuf::targets_role, targets.version, tuf::write_signed(targets, keys({&targets_key})));
    put(tuf::feedback_role, feedback.version, tuf::write_signed(feedback, keys({&feedback_key})));
    snapshot.files["targets.json"] = meta(tuf::targets_role, targets.version);
    snapshot.files["terugkoppeling.json"] = meta(tuf::feedback_role, feedback.version);
  }
  void sign_snapshot() {
    snapshot.expires = now_ + std::chrono::days{30};
    put(tuf::snapshot_role, snapshot.version, tuf::write_signed(snapshot, keys({&snapshot_key})));
    timestamp.snapshot = meta(tuf::snapshot_role, snapshot.version);
  }
  void sign_timestamp() {
    timestamp.expires = timestamp_expires.value_or(now_ + std::chrono::days{3});
    files["timestamp.json"] = tuf::write_signed(timestamp, keys({&timestamp_key}));
  }
  void write_root(std::vector<const base::KeyPair*> signers) {
    files[tuf::consistent_metadata_name(tuf::root_role, root.version)] = tuf::write_signed(root, signers);
  }

  void set_role(std::string_view role, std::vector<const base::KeyPair*> signers, int threshold) {
    tuf::RoleKeys role_keys{{}, threshold};
    for (const auto* key : signers) {
      const auto id = tuf::key_id(key->public_key);
      root.keys[id] = {key->public_key};
      role_keys.key_ids.push_back(id);
    }
    root.roles[std::string(role)] = role_keys;
  }
  void delegate(std::vector<std::string> paths) {
    const auto id = tuf::key_id(feedback_key.public_key);
    targets.keys = {{id, {feedback_key.public_key}}};
    targets.delegations = {{std::string(tuf::feedback_role), {{id}, 1}, std::move(paths), true}};
  }
  base::KeyPair new_key() { return base::make_key_pair(random_); }
  void set_now(base::Instant now) { now_ = now; }
  std::string root_sha256() const {
    return base::to_hex(base::sha256(files.at(tuf::consistent_metadata_name(tuf::root_role, root.version))));
  }

  // Adds the bytes at their consistent name and gives their entries.
  std::map<std::string, tuf::TargetFile> enter(const Targets& contents) {
    std::map<std::string, tuf::TargetFile> entries;
    for (const auto& [name, bytes] : contents) {
      const tuf::TargetFile entry{bytes.size(), base::sha256(bytes)};
      files[tuf::consistent_target_path(name, entry.sha256)] = bytes;
      entries[name] = entry;
    }
    return entries;
  }
  std::string file_of(const std::string& target) const {
    const auto& role = targets.files.contains(target) ? targets.files : feedback.files;
    return tuf::consistent_target_path(target, role.at(target).sha256);
  }

  base::KeyPair root1, root2, root3, targets_key, snapshot_key, timestamp_key, feedback_key;
  tuf::Root root;
  tuf::Timestamp timestamp{100, {}, {}};
  tuf::Snapshot snapshot{100, {}, {}};
  tuf::Targets targets{100, {}, {}, {}, {}}, feedback{100, {}, {}, {}, {}};
  std::optional<base::Instant> targets_expires, timestamp_expires;
  std::map<std::string, base::Bytes> files;  // what a web server would serve, by name

 private:
  static std::vector<const base::KeyPair*> keys(std::vector<const base::KeyPair*> list) { return list; }
  void put(std::string_view role, std::int64_t version, base::Bytes bytes) {
    files[tuf::consistent_metadata_name(role, version)] = std::move(bytes);
  }
  tuf::MetaFile meta(std::string_view role, std::int64_t version) const {
    const auto& bytes = files.at(tuf::consistent_metadata_name(role, version));
    return {version, bytes.size(), base::sha256(bytes)};
  }

  SeededRandom random_;
  base::Instant now_;
};

}  // namespace wv::test
