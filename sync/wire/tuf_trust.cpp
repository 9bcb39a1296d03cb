// Section 5 of the specification, step by step. Each function decides first and changes something last.
#include "sync/wire/tuf_trust.h"

#include <algorithm>

namespace wv::wire::tuf {
namespace {

using base::ErrorCode;
using base::fail;

std::string file_name(std::string_view role) {
  return std::string(role) + ".json";
}

Result<> check_fresh(std::string_view role, Instant expires, Instant now) {
  if (now < expires) return {};
  return fail(ErrorCode::Unavailable, std::string(role) + ": expired on " + base::to_rfc3339(expires));
}

std::unexpected<base::Error> went_back(std::string_view role, std::int64_t trusted, std::int64_t offered) {
  return fail(ErrorCode::Corrupt, std::string(role) + ": version " + std::to_string(offered) +
                                      " is offered after version " + std::to_string(trusted));
}

Result<Signed<Root>> self_signed_root(ByteView bytes) {
  WV_TRY(Signed<Root> root, parse_root(bytes));
  const RoleKeys& role = root.body.roles.at(std::string(root_role));
  WV_CHECK(check_threshold(root, role, root.body.keys, root_role));
  if (!root.body.consistent_snapshot)
    return fail(ErrorCode::Invalid, "root: only repositories with consistent snapshots can be read");
  return root;
}

const Delegation* delegation_of(const Targets& targets, std::string_view role) {
  const auto found = std::find_if(targets.delegations.begin(), targets.delegations.end(),
                                  [&](const Delegation& d) { return d.name == role; });
  return found == targets.delegations.end() ? nullptr : &*found;
}

bool may_speak(const Delegation& delegation, std::string_view path) {
  return std::any_of(delegation.paths.begin(), delegation.paths.end(),
                     [&](const std::string& pattern) { return path_matches(pattern, path); });
}

}  // namespace

Result<Trust> Trust::start(ByteView bytes) {
  WV_TRY(Signed<Root> root, self_signed_root(bytes));
  return Trust(std::move(root));
}

Result<> Trust::update_root(ByteView bytes) {
  WV_TRY(Signed<Root> offered, self_signed_root(bytes));
  const Root& trusted = root_.body;
  WV_CHECK(check_threshold(offered, trusted.roles.at(std::string(root_role)), trusted.keys, root_role));
  if (offered.body.version != trusted.version + 1)
    return fail(ErrorCode::Corrupt, "root: version " + std::to_string(offered.body.version) +
                                        " is offered where " + std::to_string(trusted.version + 1) +
                                        " must follow");
  const auto rotated = [&](std::string_view role) {
    return offered.body.roles.at(std::string(role)) != trusted.roles.at(std::string(role));
  };
  // 5.3.11: what the old online keys said about versions no longer binds.
  if (rotated(timestamp_role) || rotated(snapshot_role)) {
    timestamp_.reset();
    earlier_timestamp_.reset();
    snapshot_.reset();
    earlier_snapshot_.reset();
  }
  if (rotated(targets_role)) {
    targets_.clear();
    earlier_targets_.clear();
  }
  root_ = std::move(offered);
  return {};
}

Result<> Trust::finish_roots(Instant now) const {
  return check_fresh(root_role, root_.body.expires, now);
}

Result<Trust::Signers> Trust::signers(std::string_view role,
                                      const std::map<std::string, Targets>& parents) const {
  if (role == targets_role) return Signers{root_.body.roles.at(std::string(targets_role)), &root_.body.keys};
  const auto parent = parents.find(std::string(targets_role));
  const Delegation* delegation = parent == parents.end() ? nullptr : delegation_of(parent->second, role);
  if (!delegation) return fail(ErrorCode::Denied, std::string(role) + ": no role that targets delegates to");
  return Signers{delegation->keys, &parent->second.keys};
}

Result<> Trust::recall_timestamp(ByteView bytes) {
  WV_TRY(Signed<Timestamp> kept, parse_timestamp(bytes));
  WV_CHECK(check_threshold(kept, root_.body.roles.at(std::string(timestamp_role)), root_.body.keys,
                           timestamp_role));
  earlier_timestamp_ = kept.body;
  return {};
}

Result<> Trust::recall_snapshot(ByteView bytes) {
  WV_TRY(Signed<Snapshot> kept, parse_snapshot(bytes));
  WV_CHECK(
      check_threshold(kept, root_.body.roles.at(std::string(snapshot_role)), root_.body.keys, snapshot_role));
  earlier_snapshot_ = std::move(kept.body);
  return {};
}

Result<> Trust::recall_targets(std::string_view role, ByteView bytes) {
  WV_TRY(Signed<Targets> kept, parse_targets(bytes));
  WV_TRY(const Signers by, signers(role, earlier_targets_));
  WV_CHECK(check_threshold(kept, by.role, *by.keys, role));
  earlier_targets_[std::string(role)] = std::move(kept.body);
  return {};
}

Result<Trust::Outcome> Trust::update_timestamp(ByteView bytes, Instant now) {
  WV_TRY(Signed<Timestamp> offered, parse_timestamp(bytes));
  WV_CHECK(check_threshold(offered, root_.body.roles.at(std::string(timestamp_role)), root_.body.keys,
                           timestamp_role));
  const std::optional<Timestamp>& known = timestamp_ ? timestamp_ : earlier_timestamp_;
  if (known && offered.body.version == known->version) {
    // 5.4.3: the one that was trusted stays, whatever else the new one says.
    WV_CHECK(check_fresh(timestamp_role, known->expires, now));
    timestamp_ = Timestamp(*known);
    return Outcome::Same;
  }
  if (known && offered.body.version < known->version)
    return went_back(timestamp_role, known->version, offered.body.version);
  if (known && offered.body.snapshot.version < known->snapshot.version)
    return went_back(snapshot_role, known->snapshot.version, offered.body.snapshot.version);
  WV_CHECK(check_fresh(timestamp_role, offered.body.expires, now));
  timestamp_ = offered.body;
  snapshot_.reset();
  return Outcome::New;
}

Result<> Trust::check_no_rollback(const Snapshot& offered) const {
  if (!earlier_snapshot_) return {};
  for (const auto& [name, earlier] : earlier_snapshot_->files) {
    const auto now = offered.files.find(name);
    if (now == offered.files.end()) return fail(ErrorCode::Corrupt, "snapshot: " + name + " has disappeared");
    if (now->second.version < earlier.version) return went_back(name, earlier.version, now->second.version);
  }
  return {};
}

Result<> Trust::update_snapshot(ByteView bytes, Instant now) {
  if (!timestamp_) return fail(ErrorCode::Invalid, "snapshot: no timestamp is trusted yet");
  WV_CHECK(check_file(bytes, timestamp_->snapshot, snapshot_role));
  WV_TRY(Signed<Snapshot> offered, parse_snapshot(bytes));
  WV_CHECK(check_threshold(offered, root_.body.roles.at(std::string(snapshot_role)), root_.body.keys,
                           snapshot_role));
  if (offered.body.version != timestamp_->snapshot.version)
    return fail(ErrorCode::Corrupt, "snapshot: not the version that the timestamp names");
  WV_CHECK(check_no_rollback(offered.body));
  WV_CHECK(check_fresh(snapshot_role, offered.body.expires, now));
  snapshot_ = std::move(offered.body);
  targets_.clear();
  return {};
}

Result<> Trust::check_targets_version(std::string_view role, const Targets& offered) const {
  const auto earlier = earlier_targets_.find(std::string(role));
  if (earlier == earlier_targets_.end()) return {};
  const auto before = signers(role, earlier_targets_);
  const auto now = signers(role, targets_);
  // Under new keys an old version binds no longer, else an attacker's high number would block for ever.
  if (!before || !now || !(*before == *now)) return {};
  if (offered.version < earlier->second.version)
    return went_back(role, earlier->second.version, offered.version);
  return {};
}

Result<> Trust::update_targets(std::string_view role, ByteView bytes, Instant now) {
  if (!snapshot_) return fail(ErrorCode::Invalid, std::string(role) + ": no snapshot is trusted yet");
  const auto listed = snapshot_->files.find(file_name(role));
  if (listed == snapshot_->files.end())
    return fail(ErrorCode::Corrupt, std::string(role) + ": the snapshot does not name it");
  WV_CHECK(check_file(bytes, listed->second, role));
  WV_TRY(Signed<Targets> offered, parse_targets(bytes));
  WV_TRY(const Signers by, signers(role, targets_));
  WV_CHECK(check_threshold(offered, by.role, *by.keys, role));
  if (offered.body.version != listed->second.version)
    return fail(ErrorCode::Corrupt, std::string(role) + ": not the version that the snapshot names");
  WV_CHECK(check_targets_version(role, offered.body));
  WV_CHECK(check_fresh(role, offered.body.expires, now));
  targets_[std::string(role)] = std::move(offered.body);
  return {};
}

std::optional<TargetFile> Trust::find(std::string_view target) const {
  const auto top = targets_.find(std::string(targets_role));
  if (top == targets_.end()) return std::nullopt;
  const std::string name(target);
  if (const auto file = top->second.files.find(name); file != top->second.files.end()) return file->second;
  for (const Delegation& delegation : top->second.delegations) {
    if (!may_speak(delegation, target)) continue;
    const auto role = targets_.find(delegation.name);
    if (role != targets_.end())
      if (const auto file = role->second.files.find(name); file != role->second.files.end())
        return file->second;
    if (delegation.terminating) break;
  }
  return std::nullopt;
}

std::map<std::string, TargetFile> Trust::files() const {
  std::map<std::string, TargetFile> all;
  for (const auto& [role, targets] : targets_)
    for (const auto& [path, offered] : targets.files)
      if (const auto file = find(path)) all.emplace(path, *file);
  return all;
}

std::optional<Instant> Trust::expires() const {
  if (!timestamp_) return std::nullopt;
  Instant first = std::min(root_.body.expires, timestamp_->expires);
  if (snapshot_) first = std::min(first, snapshot_->expires);
  for (const auto& [role, targets] : targets_) first = std::min(first, targets.expires);
  return first;
}

}  // namespace wv::wire::tuf
