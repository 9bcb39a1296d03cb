// The client's workflow of TUF (section 5 of the specification) as a value: bytes are offered, trust grows or
// refuses.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "sync/wire/tuf.h"

namespace wv::wire::tuf {

// Metadata trusted so far. Each update checks signatures, versions, expiry and hashes, in the order the
// specification gives: roots, timestamp, snapshot, targets, delegated. A refused update changes nothing.
//
// Errors: Denied = signatures; Corrupt = not the bytes that were promised, or versions that go back (an
// attack or a broken central: alarm); Unavailable = expired (nothing new may be trusted, what is shown
// stays); Invalid = no metadata.
class Trust {
 public:
  // `root` was trusted before (or was pinned by hash); its expiry is judged only when the chain of roots
  // ends.
  static Result<Trust> start(ByteView root);

  const Root& root() const { return root_.body; }
  const std::optional<Timestamp>& timestamp() const { return timestamp_; }
  const std::optional<Snapshot>& snapshot() const { return snapshot_; }
  const std::map<std::string, Targets>& targets() const {
    return targets_;
  }  // by role, "targets" and delegated

  // Version N+1, signed by the thresholds of N and of itself. Forgets what was trusted under changed keys, so
  // that versions that an attacker pushed far ahead can be left behind (fast-forward recovery).
  Result<> update_root(ByteView bytes);
  // No more roots follow: Unavailable when the last one has expired.
  Result<> finish_roots(Instant now) const;

  // Call after the roots. Metadata kept from an earlier night, to compare versions with: signatures are
  // checked, expiry is not. A refusal means that it was signed by keys that are no longer trusted: go on
  // without it.
  Result<> recall_timestamp(ByteView bytes);
  Result<> recall_snapshot(ByteView bytes);
  Result<> recall_targets(std::string_view role, ByteView bytes);

  enum class Outcome {
    New,
    Same
  };  // Same: the version that was already trusted; the caller decides whether to go on
  Result<Outcome> update_timestamp(ByteView bytes, Instant now);
  Result<> update_snapshot(ByteView bytes, Instant now);
  // role "targets" first, then roles that it delegates to.
  Result<> update_targets(std::string_view role, ByteView bytes, Instant now);

  // The file's entry in the first role that may speak about this path, or nothing.
  std::optional<TargetFile> find(std::string_view target) const;
  // All files that may be shown: the role's own, and of delegated roles those whose path they may speak
  // about.
  std::map<std::string, TargetFile> files() const;
  // The earliest moment at which something trusted expires.
  std::optional<Instant> expires() const;

 private:
  explicit Trust(Signed<Root> root) : root_(std::move(root)) {}
  // Whose signatures a targets file needs: of the root's role "targets", or of a delegation in `parent`.
  struct Signers {
    RoleKeys role;
    const Keyring* keys = nullptr;
    bool operator==(const Signers& other) const { return role == other.role; }
  };
  Result<Signers> signers(std::string_view role, const std::map<std::string, Targets>& parents) const;
  Result<> check_no_rollback(const Snapshot& offered) const;
  Result<> check_targets_version(std::string_view role, const Targets& offered) const;

  Signed<Root> root_;
  std::optional<Timestamp> timestamp_, earlier_timestamp_;
  std::optional<Snapshot> snapshot_, earlier_snapshot_;
  std::map<std::string, Targets> targets_, earlier_targets_;
};

}  // namespace wv::wire::tuf
