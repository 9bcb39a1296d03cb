// Content is trusted step by step, and every way in which a repository can lie or fall behind is refused.
#include "sync/wire/tuf_trust.h"

#include <functional>
#include <memory>

#include "sync/base/canonical_json.h"
#include "sync/base/encoding.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;
using namespace wv::wire::tuf;
using base::ErrorCode;
using Signer = std::shared_ptr<const base::KeyPair>;
using std::chrono::days;

namespace {

Signer make_key(test::SeededRandom& random) {
  return std::make_shared<base::KeyPair>(base::make_key_pair(random));
}

const Instant now = test::at("2026-03-01T10:00:00Z");

// A repository of two publications' worth of knobs: change a member, then take the bytes.
struct Repository {
  Signer root1, root2, root3, publisher, online, feedback_key;
  Root root;
  Targets targets, feedback;
  Snapshot snapshot;
  Timestamp timestamp;
  Bytes targets_bytes, feedback_bytes, snapshot_bytes, timestamp_bytes;

  Repository() {
    test::SeededRandom random(31);
    for (Signer* key : {&root1, &root2, &root3, &publisher, &online, &feedback_key}) *key = make_key(random);
    root.expires = now + days{365};
    role(root_role, {root1, root2, root3}, 2);
    role(targets_role, {publisher}, 1);
    role(snapshot_role, {online}, 1);
    role(timestamp_role, {online}, 1);
    targets.expires = feedback.expires = snapshot.expires = now + days{30};
    timestamp.expires = now + days{3};
    targets.files["gemeente.json"] = file("gemeente");
    targets.keys[key_id(feedback_key->public_key)] = {feedback_key->public_key};
    targets.delegations = {{std::string(feedback_role),
                            {{key_id(feedback_key->public_key)}, 1},
                            {"terugkoppeling/*", "ideeen/*"},
                            false}};
    feedback.files["ideeen/ideeen.json"] = file("ideeen");
    publish(100);
  }
  static TargetFile file(std::string_view text) { return {text.size(), base::sha256(text)}; }
  void role(std::string_view name, std::vector<Signer> keys, int threshold) {
    RoleKeys role{{}, threshold};
    for (const Signer& key : keys) {
      root.keys[key_id(key->public_key)] = {key->public_key};
      role.key_ids.push_back(key_id(key->public_key));
    }
    root.roles[std::string(name)] = role;
  }
  Bytes root_bytes(std::vector<Signer> signers) const {
    std::vector<const base::KeyPair*> keys;
    for (const Signer& key : signers) keys.push_back(key.get());
    return write_signed(root, keys);
  }
  Bytes root_bytes() const { return root_bytes({root1, root2}); }
  template <class T>
  static Bytes signed_by(const T& body, const Signer& key) {
    const base::KeyPair* keys[] = {key.get()};
    return write_signed(body, keys);
  }
  static MetaFile meta(std::int64_t version, const Bytes& bytes) {
    return {version, bytes.size(), base::sha256(bytes)};
  }

  void publish(std::int64_t version) {
    targets.version = feedback.version = version;
    snapshot.version = timestamp.version = version;
    sign();
  }
  void sign() {
    targets_bytes = signed_by(targets, publisher);
    feedback_bytes = signed_by(feedback, feedback_key);
    snapshot.files = {{"targets.json", meta(targets.version, targets_bytes)},
                      {"terugkoppeling.json", meta(feedback.version, feedback_bytes)}};
    sign_above_targets();
  }
  void sign_above_targets() {
    snapshot_bytes = signed_by(snapshot, online);
    timestamp.snapshot = meta(snapshot.version, snapshot_bytes);
    timestamp_bytes = signed_by(timestamp, online);
  }
};

// A whole update at this moment; the first refusal is the answer.
Result<Trust> update(const Repository& repository, Trust trust, Instant at = now) {
  WV_CHECK(trust.finish_roots(at));
  WV_CHECK(trust.update_timestamp(repository.timestamp_bytes, at));
  WV_CHECK(trust.update_snapshot(repository.snapshot_bytes, at));
  WV_CHECK(trust.update_targets(targets_role, repository.targets_bytes, at));
  WV_CHECK(trust.update_targets(feedback_role, repository.feedback_bytes, at));
  return trust;
}
Result<Trust> update(const Repository& repository, Instant at = now) {
  WV_TRY(Trust trust, Trust::start(repository.root_bytes()));
  return update(repository, std::move(trust), at);
}
// The same by a kiosk that remembers the night of `before`.
Result<Trust> update_after(const Repository& before, const Repository& repository) {
  WV_TRY(Trust trust, Trust::start(before.root_bytes()));
  WV_CHECK(trust.recall_timestamp(before.timestamp_bytes));
  WV_CHECK(trust.recall_snapshot(before.snapshot_bytes));
  WV_CHECK(trust.recall_targets(targets_role, before.targets_bytes));
  WV_CHECK(trust.recall_targets(feedback_role, before.feedback_bytes));
  return update(repository, std::move(trust));
}

ErrorCode code(const auto& result) {
  if (result) FAIL("was accepted");
  INFO(result.error().message);
  return result.error().code;
}

}  // namespace

TEST_CASE("a well signed repository is trusted down to each file") {
  const Repository repository;
  const auto trust = update(repository);
  if (!trust) FAIL(trust.error().message);
  CHECK(trust->find("gemeente.json") == Repository::file("gemeente"));
  CHECK(trust->find("ideeen/ideeen.json") == Repository::file("ideeen"));
  CHECK_FALSE(trust->find("gebied/noord.json"));
  CHECK(trust->files().size() == 2);
  CHECK(trust->expires() == now + days{3});
}

TEST_CASE("metadata comes back from its bytes as it went") {
  const Repository r;
  CHECK(parse_root(r.root_bytes())->body == r.root);
  CHECK(parse_timestamp(r.timestamp_bytes)->body == r.timestamp);
  CHECK(parse_snapshot(r.snapshot_bytes)->body == r.snapshot);
  CHECK(parse_targets(r.targets_bytes)->body == r.targets);
}

TEST_CASE("one of two root signatures is not enough, and one key twice counts once") {
  const Repository r;
  CHECK(code(Trust::start(r.root_bytes({r.root1}))) == ErrorCode::Denied);
  CHECK(code(Trust::start(r.root_bytes({r.root1, r.root1}))) == ErrorCode::Denied);
  CHECK(code(Trust::start(r.root_bytes({r.root1, r.online}))) == ErrorCode::Denied);
  CHECK(Trust::start(r.root_bytes({r.root3, r.root1})));
}

TEST_CASE("metadata signed by the wrong role is refused") {
  Repository r;
  r.targets_bytes = Repository::signed_by(r.targets, r.online);
  r.snapshot.files["targets.json"] = Repository::meta(r.targets.version, r.targets_bytes);
  r.sign_above_targets();
  CHECK(code(update(r)) == ErrorCode::Denied);
  Repository t;
  t.timestamp_bytes = Repository::signed_by(t.timestamp, t.publisher);
  CHECK(code(update(t)) == ErrorCode::Denied);
}

TEST_CASE("who takes the central can change no word of the municipality") {
  Repository r;
  r.feedback.files["gemeente.json"] = Repository::file("another");
  r.feedback.files["sleutels.json"] = Repository::file("my own key");
  r.feedback.files["ideeen/diep/x.json"] = Repository::file("deeper");
  r.sign();
  const auto trust = update(r);
  REQUIRE(trust);
  CHECK(trust->find("gemeente.json") == Repository::file("gemeente"));
  CHECK_FALSE(trust->find("sleutels.json"));
  CHECK_FALSE(trust->find("ideeen/diep/x.json"));
  CHECK(trust->files().size() == 2);
}

TEST_CASE("a role that nobody delegated to is refused") {
  Repository r;
  r.targets.delegations.clear();
  r.sign();
  CHECK(code(update(r)) == ErrorCode::Denied);
}

TEST_CASE("versions that go back are refused at each level") {
  const Repository before;
  for (const auto& spoil :
       std::vector<std::function<void(Repository&)>>{[](Repository& r) {
                                                       r.timestamp.version = 99;
                                                       r.sign();
                                                     },
                                                     [](Repository& r) {
                                                       r.timestamp.version = 101;
                                                       r.snapshot.version = 99;
                                                       r.sign();
                                                     },
                                                     [](Repository& r) {
                                                       r.timestamp.version = r.snapshot.version = 101;
                                                       r.targets.version = 99;
                                                       r.sign();
                                                     },
                                                     [](Repository& r) {
                                                       r.timestamp.version = r.snapshot.version = 101;
                                                       r.feedback.version = 99;
                                                       r.sign();
                                                     }}) {
    Repository r;
    spoil(r);
    CHECK(code(update_after(before, r)) == ErrorCode::Corrupt);
  }
  Repository next;
  next.publish(101);
  CHECK(update_after(before, next));
}

TEST_CASE("a file that disappears from the snapshot is refused") {
  const Repository before;
  Repository r;
  r.publish(101);
  r.snapshot.files.erase("terugkoppeling.json");
  r.sign_above_targets();
  CHECK(code(update_after(before, r)) == ErrorCode::Corrupt);
}

TEST_CASE("an unchanged timestamp is no error and lets an interrupted night go on") {
  const Repository r;
  auto trust = Trust::start(r.root_bytes()).value();
  REQUIRE(trust.recall_timestamp(r.timestamp_bytes));
  CHECK(trust.update_timestamp(r.timestamp_bytes, now).value() == Trust::Outcome::Same);
  CHECK(trust.update_snapshot(r.snapshot_bytes, now));
}

TEST_CASE("the same timestamp version with other content changes nothing") {
  const Repository before;
  Repository r;
  r.snapshot.version = 200;
  r.sign_above_targets();
  auto trust = Trust::start(r.root_bytes()).value();
  REQUIRE(trust.recall_timestamp(before.timestamp_bytes));
  CHECK(trust.update_timestamp(r.timestamp_bytes, now).value() == Trust::Outcome::Same);
  CHECK(trust.timestamp()->snapshot.version == 100);
}

TEST_CASE("parts of two publications do not mix") {
  Repository one, two;
  two.targets.files["gemeente.json"] = Repository::file("nieuwer");
  two.publish(101);
  Repository mixed = two;
  mixed.targets_bytes = one.targets_bytes;
  CHECK(code(update(mixed)) == ErrorCode::Corrupt);
  mixed = Repository();
  mixed.snapshot_bytes = two.snapshot_bytes;
  CHECK(code(update(mixed)) == ErrorCode::Corrupt);
}

TEST_CASE("files that are not what the metadata promised are refused even when they are well signed") {
  Repository r;
  r.snapshot.files["targets.json"].length.reset();
  r.snapshot.files["targets.json"].sha256.reset();
  r.snapshot.files["targets.json"].version = 101;  // the snapshot names a version that is not there
  r.sign_above_targets();
  CHECK(code(update(r)) == ErrorCode::Corrupt);
  const Bytes bytes = {1, 2, 3};
  const TargetFile file{3, base::sha256(bytes)};
  CHECK(check_file(bytes, file, "x"));
  CHECK(code(check_file(Bytes{1, 2}, file, "x")) == ErrorCode::Corrupt);
  CHECK(code(check_file(Bytes{1, 2, 4}, file, "x")) == ErrorCode::Corrupt);
}

TEST_CASE("expired metadata brings nothing new, at each level and to the second") {
  const Repository r;
  CHECK(update(r, now + days{3} - std::chrono::seconds{1}));
  CHECK(code(update(r, now + days{3})) == ErrorCode::Unavailable);
  for (const auto& age : std::vector<std::function<void(Repository&)>>{
           [](Repository& x) { x.targets.expires = now; }, [](Repository& x) { x.feedback.expires = now; },
           [](Repository& x) { x.snapshot.expires = now; }, [](Repository& x) { x.timestamp.expires = now; },
           [](Repository& x) { x.root.expires = now; }}) {
    Repository old;
    age(old);
    old.sign();
    CHECK(code(update(old)) == ErrorCode::Unavailable);
  }
}

TEST_CASE("roots follow one another, signed by the old and the new") {
  Repository r;
  auto trust = Trust::start(r.root_bytes()).value();
  test::SeededRandom random(32);
  const Signer fresh = make_key(random);
  r.root.version = 2;
  r.role(root_role, {r.root2, r.root3, fresh}, 2);
  CHECK(code(trust.update_root(r.root_bytes({r.root3, fresh}))) == ErrorCode::Denied);    // one of the old
  CHECK(code(trust.update_root(r.root_bytes({r.root1, r.root2}))) == ErrorCode::Denied);  // one of the new
  REQUIRE(trust.update_root(r.root_bytes({r.root2, r.root3})));
  CHECK(trust.root().version == 2);
  CHECK(code(trust.update_root(r.root_bytes({r.root2, r.root3}))) == ErrorCode::Corrupt);  // 2 again
  r.root.version = 4;
  CHECK(code(trust.update_root(r.root_bytes({r.root2, r.root3}))) == ErrorCode::Corrupt);  // 3 is skipped
  CHECK(trust.root().version == 2);
}

TEST_CASE("a key that was rotated out signs nothing any more") {
  Repository r;
  auto trust = Trust::start(r.root_bytes()).value();
  test::SeededRandom random(33);
  const Signer fresh = make_key(random);
  const Repository old = r;
  r.root.version = 2;
  r.role(snapshot_role, {fresh}, 1);
  r.role(timestamp_role, {fresh}, 1);
  REQUIRE(trust.update_root(r.root_bytes()));
  CHECK(code(trust.recall_timestamp(old.timestamp_bytes)) == ErrorCode::Denied);
  CHECK(code(trust.update_timestamp(old.timestamp_bytes, now)) == ErrorCode::Denied);
}

TEST_CASE("versions pushed far ahead by a thief are left behind with the thief's keys") {
  Repository r;
  Repository stolen = r;
  stolen.publish(2'000'000'000);
  auto trust = Trust::start(r.root_bytes()).value();
  REQUIRE(trust.recall_timestamp(stolen.timestamp_bytes));
  REQUIRE(trust.recall_snapshot(stolen.snapshot_bytes));
  test::SeededRandom random(34);
  const Signer fresh = make_key(random);
  r.root.version = 2;
  r.role(snapshot_role, {fresh}, 1);
  r.role(timestamp_role, {fresh}, 1);
  r.online = fresh;
  r.publish(101);
  REQUIRE(trust.update_root(r.root_bytes()));
  CHECK(update(r, std::move(trust)));
}

TEST_CASE("steps out of order are refused") {
  const Repository r;
  auto trust = Trust::start(r.root_bytes()).value();
  CHECK(code(trust.update_snapshot(r.snapshot_bytes, now)) == ErrorCode::Invalid);
  CHECK(code(trust.update_targets(targets_role, r.targets_bytes, now)) == ErrorCode::Invalid);
  REQUIRE(trust.update_timestamp(r.timestamp_bytes, now));
  REQUIRE(trust.update_snapshot(r.snapshot_bytes, now));
  CHECK(code(trust.update_targets(feedback_role, r.feedback_bytes, now)) == ErrorCode::Denied);
  CHECK(code(trust.update_targets("elders", r.feedback_bytes, now)) == ErrorCode::Corrupt);
  CHECK_FALSE(trust.find("gemeente.json"));
  CHECK(trust.files().empty());
}

TEST_CASE("unknown fields are part of what was signed") {
  const Repository r;
  base::Json json = base::parse_json(r.timestamp_bytes).value();
  base::Json body = *json.find("signed");
  body.set("x-later", base::Json::object({{"a", 1}}));
  const std::string canonical = base::to_canonical(body).value();
  const base::Json envelope = base::Json::object(
      {{"signatures",
        base::Json(base::Json::Array{
            base::Json::object({{"keyid", "unknown"}, {"sig", "zz"}}),
            base::Json::object({{"keyid", key_id(r.online->public_key)},
                                {"sig", base::to_hex(base::sign(*r.online, base::as_bytes(canonical)))}})})},
       {"signed", body}});
  const std::string text = base::to_text(envelope);
  auto trust = Trust::start(r.root_bytes()).value();
  CHECK(trust.update_timestamp(base::as_bytes(text), now));
  CHECK(code(Trust::start(r.root_bytes())
                 .value()
                 .update_timestamp(base::as_bytes(base::to_text(base::Json(json).set("signed", body))),
                                   now)) == ErrorCode::Denied);
}

TEST_CASE("metadata that could write outside its folder or rename a key is refused") {
  for (const char* path :
       {"../x", "/etc/passwd", "a//b", "a/../b", "a/", ".verborgen", "a/.b", "", "a b", "a\\b", "é"})
    CHECK_FALSE(is_target_path(path));
  for (const char* path : {"gemeente.json", "gebied/noord.json", "beeld/a-b_c.1.png"})
    CHECK(is_target_path(path));
  Repository r;
  r.targets.files["../x"] = Repository::file("x");
  CHECK_FALSE(parse_targets(Repository::signed_by(r.targets, r.publisher)));
  r.targets.files.erase("../x");
  for (const char* name : {"../x", "root", "snapshot", ""}) {
    r.targets.delegations[0].name = name;
    CHECK_FALSE(parse_targets(Repository::signed_by(r.targets, r.publisher)));
  }
  Repository renamed;
  renamed.root.keys[key_id(renamed.root1->public_key)] = {renamed.root2->public_key};
  CHECK_FALSE(parse_root(renamed.root_bytes()));
  Repository doubled;
  doubled.root.roles["root"].key_ids.push_back(key_id(doubled.root1->public_key));
  CHECK_FALSE(parse_root(doubled.root_bytes()));
  Repository careless;
  careless.root.roles["timestamp"].threshold = 0;
  CHECK_FALSE(parse_root(careless.root_bytes()));
}

TEST_CASE("patterns of a delegation do not reach into deeper folders") {
  CHECK(path_matches("ideeen/*", "ideeen/ideeen.json"));
  CHECK_FALSE(path_matches("ideeen/*", "ideeen/a/b.json"));
  CHECK_FALSE(path_matches("*", "ideeen/ideeen.json"));
  CHECK(path_matches("*/*.json", "ideeen/ideeen.json"));
  CHECK(path_matches("a?c", "abc"));
  CHECK_FALSE(path_matches("a?c", "a/c"));
  CHECK_FALSE(path_matches("abc", "abcd"));
  CHECK(path_matches("", ""));
  CHECK(path_matches("*a*b*c", "xaxbxbc"));
  CHECK_FALSE(path_matches("*a*b*c", "xaxbxb"));
  CHECK_FALSE(path_matches(std::string(60, '*') + "b", std::string(190, 'a')));  // and it ends
}

TEST_CASE("names of files are those that tuf-js asks for") {
  CHECK(consistent_metadata_name("root", 3) == "3.root.json");
  const Digest digest = base::sha256("");
  CHECK(consistent_target_path("gebied/noord.json", digest) ==
        "gebied/" + base::to_hex(digest) + ".noord.json");
  CHECK(consistent_target_path("kaart.json", digest) == base::to_hex(digest) + ".kaart.json");
}

TEST_CASE("a key has the name that the specification gives it") {
  // From the specification's example of root.json (version 1.0, "4.3").
  const auto key = base::public_key_from(
      base::from_hex("66dd78c5c2a78abc6fc6b267ff1a8017ba0e8bfc853dd97af351949bba021275").value());
  CHECK(
      key_id(*key) ==
      base::to_hex(base::sha256(
          R"({"keytype":"ed25519","keyval":{"public":"66dd78c5c2a78abc6fc6b267ff1a8017ba0e8bfc853dd97af351949bba021275"},"scheme":"ed25519"})")));
}

TEST_CASE("any byte of the metadata that changes is noticed") {
  const Repository r;
  const std::size_t before_signature = 1;
  for (std::size_t i = before_signature; i < r.timestamp_bytes.size(); i += 5) {
    Bytes changed = r.timestamp_bytes;
    changed[i] ^= 0x01;
    auto trust = Trust::start(r.root_bytes()).value();
    // Only what is not signed may change without harm: the name of the signer's key is looked up, not
    // believed.
    const auto outcome = trust.update_timestamp(changed, now);
    if (outcome) CHECK(*trust.timestamp() == r.timestamp);
  }
}
