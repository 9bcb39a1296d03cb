// Signing and writing in the order that keeps every reader whole: blobs, delegated, targets, snapshot,
// timestamp last.
#include "sync/central/repository.h"

#include <algorithm>
#include <array>

#include "sync/base/encoding.h"
#include "sync/wire/sealed.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
namespace tuf = wire::tuf;
using base::as_bytes;
using base::Bytes;
using base::ErrorCode;
using base::fail;
using std::chrono::days;

constexpr days root_life{365}, targets_life{30}, snapshot_life{30}, timestamp_life{3}, feedback_life{30};
constexpr std::chrono::hours superseded_for{2};

std::int64_t seconds(Instant at) {
  return std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count();
}

// Unix seconds, so that publishing after a restored backup still climbs; never the same twice.
std::int64_t next_version(std::int64_t before, Instant now) {
  return std::max(before + 1, seconds(now));
}

bool half_gone(Instant expires, std::chrono::hours life, Instant now) {
  return expires - now < life / 2;
}

std::string file_name(std::string_view role) {
  return std::string(role) + ".json";
}

tuf::MetaFile meta_of(std::int64_t version, base::ByteView bytes) {
  return {version, bytes.size(), base::sha256(bytes)};
}

tuf::Root first_root(std::span<const base::KeyPair> all) {
  tuf::Root root;
  const auto add = [&](std::string_view role, std::initializer_list<std::size_t> which, int threshold) {
    tuf::RoleKeys keys{{}, threshold};
    for (const auto i : which) {
      const auto id = tuf::key_id(all[i].public_key);
      root.keys[id] = {all[i].public_key};
      keys.key_ids.push_back(id);
    }
    root.roles[std::string(role)] = keys;
  };
  using enum KeyName;
  const auto at = [](KeyName name) { return static_cast<std::size_t>(name); };
  add(tuf::root_role, {at(Root1), at(Root2), at(Root3)}, 2);
  add(tuf::targets_role, {at(Publisher)}, 1);
  add(tuf::snapshot_role, {at(Snapshot)}, 1);
  add(tuf::timestamp_role, {at(Timestamp)}, 1);
  return root;
}

template <class T>
Result<T> body_of(Result<tuf::Signed<T>> parsed) {
  if (!parsed) return std::unexpected(std::move(parsed).error());
  return std::move(parsed->body);
}

}  // namespace

Repository::Repository(base::Files& public_files, base::Files& secret_files, fs::path dir, const Steps& steps)
    : files_(public_files), vault_(secret_files, dir), dir_(std::move(dir)), steps_(steps) {}

Result<> Repository::init(base::Random& random, Instant now) {
  if (vault_.newest_root())
    return fail(ErrorCode::Invalid, vault_.folder().string() + " holds keys already; they are not replaced");
  std::vector<base::KeyPair> keys;
  for (int i = 0; i <= static_cast<int>(KeyName::Receipt); ++i) {
    keys.push_back(base::make_key_pair(random));
    WV_CHECK(vault_.save(static_cast<KeyName>(i), keys.back()));
  }
  WV_TRY(const auto contact, wire::make_rsa_key_pair());
  WV_CHECK(vault_.save_contact_key(contact.private_key_pem));
  const auto& receipt = keys.back().public_key;
  wire::Keys open{contact.public_key, {thumbprint(receipt), receipt}, {}, {}};
  random.fill(open.reference_salt);
  WV_CHECK(vault_.save_public(open));
  auto root = first_root(keys);
  root.expires = now + root_life;
  const std::array signers = {std::as_const(keys).data(), std::as_const(keys).data() + 1};
  // Last: a folder with a root is a folder with all its keys.
  return vault_.save_root(1, tuf::write_signed(root, signers));
}

Result<std::int64_t> Repository::renew_root(Instant now) {
  WV_TRY(const auto newest, vault_.newest_root());
  WV_TRY(const auto bytes, vault_.load_root(newest));
  WV_TRY(auto root, body_of(tuf::parse_root(bytes)));
  WV_TRY(const auto one, vault_.load(KeyName::Root1));
  WV_TRY(const auto two, vault_.load(KeyName::Root2));
  root.version = newest + 1;
  root.expires = now + root_life;
  const std::array signers = {&one, &two};
  WV_CHECK(vault_.save_root(root.version, tuf::write_signed(root, signers)));
  const auto open = channels();
  if (!open) return std::unexpected(open.error());
  for (const auto& channel : *open) WV_CHECK(copy_roots(channel));
  return root.version;
}

Result<std::string> Repository::root_sha256() const {
  WV_TRY(const auto newest, vault_.newest_root());
  WV_TRY(const auto bytes, vault_.load_root(newest));
  return base::to_hex(base::sha256(bytes));
}

Result<tuf::Root> Repository::root(Instant now) const {
  WV_TRY(const auto newest, vault_.newest_root());
  WV_TRY(const auto bytes, vault_.load_root(newest));
  WV_TRY(auto root, body_of(tuf::parse_root(bytes)));
  if (root.expires <= now)
    return fail(ErrorCode::Invalid, "the root has expired: run renew-root with the root keys");
  return root;
}

Result<Repository::Current> Repository::current(const std::string& channel) const {
  Current now;
  const auto timestamp = files_.read(folder(channel) / "timestamp.json");
  if (!timestamp && timestamp.error().code == ErrorCode::NotFound) return now;
  if (!timestamp) return std::unexpected(timestamp.error());
  WV_TRY(const auto stamp, body_of(tuf::parse_timestamp(*timestamp)));
  now.timestamp_version = stamp.version;
  now.timestamp_expires = stamp.expires;
  const auto named = [&](std::string_view role, std::int64_t version) {
    return files_.read(folder(channel) / tuf::consistent_metadata_name(role, version));
  };
  WV_TRY(const auto snapshot, named(tuf::snapshot_role, stamp.snapshot.version));
  WV_TRY(now.snapshot, body_of(tuf::parse_snapshot(snapshot)));
  for (const auto& [file, meta] : now.snapshot->files) {
    const auto role = file.substr(0, file.size() - std::string_view(".json").size());
    WV_TRY(const auto bytes, named(role, meta.version));
    WV_TRY((role == tuf::targets_role ? now.targets : now.feedback), body_of(tuf::parse_targets(bytes)));
  }
  return now;
}

Result<> Repository::put_blobs(Next& next, const std::map<std::string, Bytes>& blobs, tuf::Targets& role) {
  for (const auto& [name, bytes] : blobs) {
    const tuf::TargetFile file{bytes.size(), base::sha256(bytes)};
    role.files[name] = file;
    const auto path = folder(next.channel) / tuf::consistent_target_path(name, file.sha256);
    const auto there = files_.read(path);
    if (there && base::sha256(*there) == file.sha256) continue;
    WV_CHECK(files_.make_folder(path.parent_path()));
    WV_CHECK(files_.write(path, bytes));
    ++next.new_blobs;
    steps_.reached(step::blob_written);
  }
  return {};
}

Result<> Repository::add_feedback(Next& next, const Feedback& feedback, Instant now) {
  tuf::Targets role;
  role.version = next_version(next.before.feedback ? next.before.feedback->version : 0, now);
  WV_CHECK(put_blobs(next, documents_of(feedback), role));
  const bool same = next.before.feedback && next.before.feedback->files == role.files;
  if (!same || half_gone(next.before.feedback->expires, feedback_life, now)) next.feedback = std::move(role);
  return {};
}

Result<Released> Repository::publish(const content::Documents& documents,
                                     const std::optional<Feedback>& feedback, Instant now) {
  WV_TRY(const auto keys, vault_.load_public());
  WV_TRY(const auto feedback_key, vault_.load(KeyName::Feedback));
  WV_CHECK(files_.make_folder(folder(documents.channel)));
  Next next{documents.channel, {}, {}, {}};
  WV_TRY(next.before, current(documents.channel));

  tuf::Targets targets;
  targets.version = next_version(next.before.targets ? next.before.targets->version : 0, now);
  auto blobs = documents.targets;
  const auto key_text = base::to_text(wire::to_json(keys));
  blobs[std::string(wire::keys_target)] = {key_text.begin(), key_text.end()};
  WV_CHECK(put_blobs(next, blobs, targets));
  const auto id = tuf::key_id(feedback_key.public_key);
  targets.keys[id] = {feedback_key.public_key};
  targets.delegations = {
      {std::string(tuf::feedback_role), {{id}, 1}, {"terugkoppeling/*", "ideeen/*"}, false}};
  next.targets = std::move(targets);
  if (feedback || !next.before.feedback) WV_CHECK(add_feedback(next, feedback.value_or(Feedback{}), now));
  return release(std::move(next), now);
}

Result<std::optional<Released>> Repository::publish_feedback(const std::string& channel,
                                                             const Feedback& feedback, Instant now) {
  Next next{channel, {}, {}, {}};
  WV_TRY(next.before, current(channel));
  if (!next.before.targets)
    return fail(ErrorCode::NotFound, "nothing is published in channel " + channel + " yet");
  WV_CHECK(add_feedback(next, feedback, now));
  if (!next.feedback) return std::optional<Released>();
  WV_TRY(auto released, release(std::move(next), now));
  return std::optional(std::move(released));
}

Result<bool> Repository::refresh(const std::string& channel, Instant now, Renew renew) {
  Next next{channel, {}, {}, {}};
  WV_TRY(next.before, current(channel));
  if (!next.before.snapshot) return false;
  const bool due = renew == Renew::Always ||
                   (next.before.feedback && half_gone(next.before.feedback->expires, feedback_life, now)) ||
                   half_gone(next.before.timestamp_expires, timestamp_life, now) ||
                   half_gone(next.before.snapshot->expires, snapshot_life, now);
  if (due) WV_CHECK(release(std::move(next), now));
  return due;
}

Result<tuf::MetaFile> Repository::put_role(const Next& next, std::string_view role, const tuf::Targets& body,
                                           KeyName name) {
  WV_TRY(const auto key, vault_.load(name));
  const std::array signers = {&key};
  const auto bytes = tuf::write_signed(body, signers);
  WV_CHECK(files_.write(folder(next.channel) / tuf::consistent_metadata_name(role, body.version), bytes));
  return meta_of(body.version, bytes);
}

Result<> Repository::copy_roots(const std::string& channel) {
  WV_TRY(const auto newest, vault_.newest_root());
  for (std::int64_t version = 1; version <= newest; ++version) {
    WV_TRY(const auto bytes, vault_.load_root(version));
    const auto file = folder(channel) / tuf::consistent_metadata_name(tuf::root_role, version);
    if (const auto there = files_.read(file); there && *there == bytes) continue;
    WV_CHECK(files_.write(file, bytes));
  }
  return {};
}

Result<Released> Repository::release(Next next, Instant now) {
  WV_TRY(const auto trusted, root(now));
  WV_TRY(const auto snapshot_key, vault_.load(KeyName::Snapshot));
  WV_TRY(const auto timestamp_key, vault_.load(KeyName::Timestamp));
  WV_CHECK(copy_roots(next.channel));
  tuf::Snapshot snapshot{
      next_version(next.before.snapshot ? next.before.snapshot->version : 0, now), now + snapshot_life,
      next.before.snapshot ? next.before.snapshot->files : std::map<std::string, tuf::MetaFile>{}};
  // What the delegated role says grows old too while nobody answers.
  if (!next.feedback && next.before.feedback &&
      half_gone(next.before.feedback->expires, feedback_life, now)) {
    next.feedback = next.before.feedback;
    next.feedback->version = next_version(next.before.feedback->version, now);
  }
  if (next.feedback) {
    next.feedback->expires = now + feedback_life;
    WV_TRY(snapshot.files[file_name(tuf::feedback_role)],
           put_role(next, tuf::feedback_role, *next.feedback, KeyName::Feedback));
  }
  if (next.targets) {
    next.targets->expires = now + targets_life;
    WV_TRY(snapshot.files[file_name(tuf::targets_role)],
           put_role(next, tuf::targets_role, *next.targets, KeyName::Publisher));
  }
  steps_.reached(step::targets_written);
  const std::array snapshot_signer = {&snapshot_key};
  const auto snapshot_bytes = tuf::write_signed(snapshot, snapshot_signer);
  const auto at = folder(next.channel);
  WV_CHECK(
      files_.write(at / tuf::consistent_metadata_name(tuf::snapshot_role, snapshot.version), snapshot_bytes));
  steps_.reached(step::snapshot_written);
  const tuf::Timestamp timestamp{next_version(next.before.timestamp_version, now), now + timestamp_life,
                                 meta_of(snapshot.version, snapshot_bytes)};
  const std::array timestamp_signer = {&timestamp_key};
  WV_CHECK(files_.write(at / "timestamp.json", tuf::write_signed(timestamp, timestamp_signer)));
  steps_.reached(step::timestamp_written);
  // Whatever goes wrong with the sweeping, the release stands.
  (void)sweep(files_, at, now, superseded_for);
  const auto& targets = next.targets ? next.targets : next.before.targets;
  return Released{next.channel, targets ? targets->version : 0, snapshot.version,
                  targets ? targets->files.size() : 0, next.new_blobs};
}

Result<std::vector<std::string>> Repository::channels() const {
  std::vector<std::string> found;
  const auto names = files_.list(published());
  if (!names && names.error().code == ErrorCode::NotFound) return found;
  if (!names) return std::unexpected(names.error());
  for (const auto& name : *names)
    if (files_.read(folder(name) / "timestamp.json")) found.push_back(name);
  return found;
}

Result<Standing> Repository::standing(const std::string& channel) const {
  WV_TRY(const auto now, current(channel));
  if (!now.targets) return fail(ErrorCode::NotFound, "nothing is published in channel " + channel + " yet");
  return Standing{channel, now.targets->version, now.targets->expires};
}

}  // namespace wv::central
