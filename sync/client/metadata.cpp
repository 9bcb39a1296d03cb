// Fetch, offer to the trust, store what it accepted: one piece after the other, in the order of the
// specification.
#include "sync/client/metadata.h"

#include <algorithm>

#include "sync/base/encoding.h"

namespace wv::client {
namespace {

namespace tuf = wire::tuf;
using base::Bytes;
using base::ErrorCode;
using base::Instant;

constexpr int most_roots_to_search = 256;
constexpr int most_new_roots = 64;

// What a refusal of the trust means to staff.
std::unexpected<Setback> refusal(const base::Error& error, std::string_view name) {
  const std::string detail = std::string(name) + ": " + error.message;
  switch (error.code) {
    case ErrorCode::Unavailable:
      return set_back(code::expired, detail);
    case ErrorCode::Corrupt:
      return set_back(code::rolled_back, detail);
    case ErrorCode::Denied:
      return set_back(code::not_signed, detail);
    default:
      return set_back(code::changed, detail);
  }
}

bool same_keys(const tuf::Root& a, const tuf::Root& b, std::string_view role) {
  const std::string name(role);
  return a.roles.contains(name) && b.roles.contains(name) && a.roles.at(name) == b.roles.at(name);
}

class Refresh {
 public:
  Refresh(Central& central, Store& store, std::string_view channel)
      : central_(central), store_(store), channel_(channel) {}

  Attempt<Refreshed> run(std::string_view etag) {
    WV_TRY(auto answer, ask_timestamp(etag));
    if (answer.status == 304) {
      WV_TRY(auto kept, kept_trust());
      if (kept) return Refreshed{*std::move(kept), std::string(etag), true};
      WV_TRY(answer, ask_timestamp(""));  // what we have has expired meanwhile, so everything is looked at
    }
    WV_TRY(auto trust, remembered_trust());
    WV_CHECK(follow_roots(trust));
    WV_CHECK(take_timestamp(trust, answer.body));
    WV_CHECK(take_snapshot(trust));
    WV_CHECK(take_targets(trust, tuf::targets_role, tuf::max_targets_bytes));
    const auto delegations = trust.targets().at(std::string(tuf::targets_role)).delegations;
    for (const auto& delegation : delegations) {
      if (!trust.snapshot()->files.contains(delegation.name + ".json")) continue;
      WV_CHECK(take_targets(trust, delegation.name, tuf::max_targets_bytes));
    }
    return Refreshed{std::move(trust), std::string(base::header(answer.headers, "etag")), false};
  }

 private:
  Attempt<base::HttpResponse> ask_timestamp(std::string_view etag) {
    base::Headers headers;
    if (!etag.empty()) headers.emplace_back("If-None-Match", etag);
    WV_TRY(auto answer,
           central_.get_file(channel_, "timestamp.json", tuf::max_timestamp_bytes, std::move(headers)));
    if (answer.status == 304 && !etag.empty()) return answer;
    WV_CHECK(expect_whole(answer, "timestamp.json"));
    return answer;
  }

  static Attempt<> expect_whole(const base::HttpResponse& answer, std::string_view name) {
    const std::string what = std::string(name) + ": HTTP " + std::to_string(answer.status);
    if (answer.status == 200 && answer.complete) return {};
    if (answer.status == 200) return set_back(code::offline, what + ", but the answer broke off");
    if (answer.status == 404) return set_back(code::not_fetched, what);
    return set_back(code::portal, what + ", which was not asked");
  }

  Attempt<Bytes> file(const std::string& name, std::uint64_t max_bytes) {
    WV_TRY(auto answer, central_.get_file(channel_, name, max_bytes));
    WV_CHECK(expect_whole(answer, name));
    return std::move(answer.body);
  }

  // A cut that nobody announced gives other bytes; it deserves one more try before it is called an attack.
  Attempt<Bytes> promised_file(const std::string& name, const tuf::MetaFile& promised,
                               std::uint64_t max_bytes) {
    const std::uint64_t limit = std::min(promised.length.value_or(max_bytes), max_bytes);
    WV_TRY(auto bytes, file(name, limit));
    if (tuf::check_file(bytes, promised, name)) return bytes;
    WV_TRY(bytes, file(name, limit));
    if (auto checked = tuf::check_file(bytes, promised, name); !checked) {
      return set_back(code::changed, checked.error().message);
    }
    return bytes;
  }

  Attempt<tuf::Trust> first_trust() {
    WV_KEEP(const auto root, store_.metadata(tuf::root_role));
    if (!root) return set_back(code::wrong_root, "no root is trusted yet");
    auto trust = tuf::Trust::start(*root);
    if (!trust) return refusal(trust.error(), "stored root");
    return *std::move(trust);
  }

  // Everything that was trusted, if all of it may still be.
  Attempt<std::optional<tuf::Trust>> kept_trust() {
    const Instant now = central_.clock().now();
    WV_TRY(auto trust, first_trust());
    WV_KEEP(const auto timestamp, store_.metadata(tuf::timestamp_role));
    WV_KEEP(const auto snapshot, store_.metadata(tuf::snapshot_role));
    WV_KEEP(const auto targets, store_.metadata(tuf::targets_role));
    if (!timestamp || !snapshot || !targets || !trust.finish_roots(now) ||
        !trust.update_timestamp(*timestamp, now) || !trust.update_snapshot(*snapshot, now) ||
        !trust.update_targets(tuf::targets_role, *targets, now)) {
      return std::nullopt;
    }
    for (const auto& delegation : trust.targets().at(std::string(tuf::targets_role)).delegations) {
      if (!trust.snapshot()->files.contains(delegation.name + ".json")) continue;
      WV_KEEP(const auto delegated, store_.metadata(delegation.name));
      if (!delegated || !trust.update_targets(delegation.name, *delegated, now)) return std::nullopt;
    }
    return trust;
  }

  // The root, and earlier versions to compare with. One that is refused here was signed by keys of the past.
  Attempt<tuf::Trust> remembered_trust() {
    WV_TRY(auto trust, first_trust());
    WV_KEEP(const auto timestamp, store_.metadata(tuf::timestamp_role));
    if (timestamp) (void)trust.recall_timestamp(*timestamp);
    WV_KEEP(const auto snapshot, store_.metadata(tuf::snapshot_role));
    if (snapshot) (void)trust.recall_snapshot(*snapshot);
    WV_KEEP(const auto targets, store_.metadata(tuf::targets_role));
    if (targets) (void)trust.recall_targets(tuf::targets_role, *targets);
    WV_KEEP(const auto feedback, store_.metadata(tuf::feedback_role));
    if (feedback) (void)trust.recall_targets(tuf::feedback_role, *feedback);
    return trust;
  }

  Attempt<> follow_roots(tuf::Trust& trust) {
    for (int count = 0; count < most_new_roots; ++count) {
      const std::string name = tuf::consistent_metadata_name(tuf::root_role, trust.root().version + 1);
      WV_TRY(auto answer, central_.get_file(channel_, name, tuf::max_root_bytes));
      if (answer.status == 404) break;
      WV_CHECK(expect_whole(answer, name));
      const tuf::Root before = trust.root();
      if (auto taken = trust.update_root(answer.body); !taken) return refusal(taken.error(), name);
      WV_CHECK(keep_root(before, trust.root(), answer.body));
    }
    if (auto ended = trust.finish_roots(central_.clock().now()); !ended)
      return refusal(ended.error(), "root");
    return {};
  }

  // Versions signed by keys that were replaced may have been pushed far ahead by a thief: they are forgotten,
  // and so is the floor of the clock that came from them.
  Attempt<> keep_root(const tuf::Root& before, const tuf::Root& now, const Bytes& bytes) {
    if (!same_keys(before, now, tuf::timestamp_role) || !same_keys(before, now, tuf::snapshot_role)) {
      WV_KEPT(store_.forget_metadata(tuf::timestamp_role));
      WV_KEPT(store_.forget_metadata(tuf::snapshot_role));
      WV_KEPT(store_.forget(fact::time_floor));
    }
    WV_KEPT(store_.keep_metadata(tuf::root_role, now.version, now.expires, bytes));
    return {};
  }

  Attempt<> take_timestamp(tuf::Trust& trust, const Bytes& bytes) {
    auto taken = trust.update_timestamp(bytes, central_.clock().now());
    if (!taken) return refusal(taken.error(), "timestamp.json");
    if (*taken == tuf::Trust::Outcome::Same) return {};
    WV_KEPT(store_.keep_metadata(tuf::timestamp_role, trust.timestamp()->version, trust.timestamp()->expires,
                                 bytes));
    return {};
  }

  Attempt<> take_snapshot(tuf::Trust& trust) {
    const Instant now = central_.clock().now();
    WV_KEEP(const auto stored, store_.metadata(tuf::snapshot_role));
    if (stored && trust.update_snapshot(*stored, now)) return {};
    const tuf::MetaFile promised = trust.timestamp()->snapshot;
    const std::string name = tuf::consistent_metadata_name(tuf::snapshot_role, promised.version);
    WV_TRY(const Bytes bytes, promised_file(name, promised, tuf::max_snapshot_bytes));
    if (auto taken = trust.update_snapshot(bytes, now); !taken) return refusal(taken.error(), name);
    WV_KEPT(store_.keep_metadata(tuf::snapshot_role, trust.snapshot()->version, trust.snapshot()->expires,
                                 bytes));
    return {};
  }

  Attempt<> take_targets(tuf::Trust& trust, std::string_view role, std::uint64_t max_bytes) {
    const Instant now = central_.clock().now();
    WV_KEEP(const auto stored, store_.metadata(role));
    if (stored && trust.update_targets(role, *stored, now)) return {};
    const auto& files = trust.snapshot()->files;
    const auto promised = files.find(std::string(role) + ".json");
    if (promised == files.end())
      return set_back(code::rolled_back, "the snapshot has no " + std::string(role));
    const std::string name = tuf::consistent_metadata_name(role, promised->second.version);
    WV_TRY(const Bytes bytes, promised_file(name, promised->second, max_bytes));
    if (auto taken = trust.update_targets(role, bytes, now); !taken) return refusal(taken.error(), name);
    const tuf::Targets& targets = trust.targets().at(std::string(role));
    WV_KEPT(store_.keep_metadata(role, targets.version, targets.expires, bytes));
    return {};
  }

  Central& central_;
  Store& store_;
  std::string channel_;
};

}  // namespace

Attempt<> anchor_trust(Central& central, Store& store, std::string_view channel,
                       std::string_view root_sha256) {
  WV_KEEP(const auto known, store.metadata(tuf::root_role));
  if (known) return {};
  for (int version = 1; version <= most_roots_to_search; ++version) {
    const std::string name = tuf::consistent_metadata_name(tuf::root_role, version);
    WV_TRY(const auto answer, central.get_file(channel, name, tuf::max_root_bytes));
    if (answer.status == 404) break;
    if (answer.status != 200 || !answer.complete) return set_back(code::offline, name + " broke off");
    if (base::to_hex(base::sha256(answer.body)) != root_sha256) continue;
    const auto trust = tuf::Trust::start(answer.body);
    if (!trust) return refusal(trust.error(), name);
    WV_KEPT(store.keep_metadata(tuf::root_role, trust->root().version, trust->root().expires, answer.body));
    return {};
  }
  return set_back(code::wrong_root, "the central has no root with SHA-256 " + std::string(root_sha256));
}

Attempt<Refreshed> refresh_metadata(Central& central, Store& store, std::string_view channel,
                                    std::string_view etag) {
  return Refresh(central, store, channel).run(etag);
}

}  // namespace wv::client
