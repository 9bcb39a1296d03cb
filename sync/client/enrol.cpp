// Each step leaves something that the next attempt can go on from.
#include "sync/client/enrol.h"

#include "sync/base/encoding.h"
#include "sync/base/reference_code.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/problem.h"

namespace wv::client {
namespace {

using base::Bytes;
using base::ErrorCode;

Attempt<base::KeyPair> read_key(World& world, const std::filesystem::path& file) {
  auto stored = world.secrets.read(file);
  if (!stored) return set_back(code::key_missing, stored.error().message);
  auto seed = base::from_base64url(base::as_text(*stored));
  base::wipe(*stored);
  if (!seed) return set_back(code::key_missing, file.string() + " is damaged");
  auto key = base::key_pair_from_seed(*seed);
  base::wipe(*seed);
  if (!key) return set_back(code::key_missing, file.string() + " is damaged");
  return *std::move(key);
}

Attempt<base::KeyPair> read_or_make_key(World& world, const std::filesystem::path& file) {
  const auto stored = world.secrets.read(file);
  if (stored) return read_key(world, file);
  if (stored.error().code != ErrorCode::NotFound) return storage_setback(stored.error());
  base::KeyPair key = base::make_key_pair(world.random);
  std::string text = base::to_base64url(key.seed.bytes());
  const auto written = world.secrets.write(file, base::as_bytes(text));
  base::wipe(text);
  if (!written) return storage_setback(written.error());
  world.steps.reached(step::key_written);
  return key;
}

Attempt<wire::Enrolled> ask(World& world, Central& central, const base::KeyPair& key,
                            const Invitation& invitation) {
  const auto code = base::normal_enrolment_code(invitation.code);
  if (!code) return set_back(code::code_refused, code.error().message);
  auto reply = central.post(
      "/aanmeldingen", wire::to_bytes(wire::Enrolment{*code, key.public_key, invitation.software_version}));
  // "Come back later" is not meant for a code that was guessed at: it never works again.
  if (!reply && reply.error().detail.contains(wire::code_blocked))
    return set_back(code::code_refused, std::move(reply).error().detail);
  WV_TRY(const auto answer, std::move(reply));
  world.steps.reached(step::enrolled);
  if (answer.status == 400 || answer.status == 403)
    return set_back(code::code_refused, describe_refusal(answer));
  if (answer.status != 201) return set_back(code::server_fault, "enrolment: " + describe_refusal(answer));
  const auto enrolled = wire::read_enrolled(answer.body);
  if (!enrolled) return set_back(code::server_fault, "enrolment: " + enrolled.error().message);
  return *enrolled;
}

enum class KeyIs { Known, Next };

// What was agreed with the central under an earlier name means nothing under the new one.
base::Result<> forget_earlier_identity(Store& store) {
  for (const auto key : {fact::ticket, fact::earlier_ticket, fact::heartbeat, fact::intake, fact::hopeless})
    WV_CHECK(store.forget(key));
  return store.set(fact::next_key, "ja");
}

struct Accepted {
  wire::Enrolled enrolled;
  std::string address, root_sha256;  // in their normal form
  std::int64_t wish = 0;
};

base::Result<> remember(Store& store, const Accepted& accepted, KeyIs key) {
  WV_TRY(auto transaction, db::Transaction::begin(store.database()));
  if (key == KeyIs::Next) WV_CHECK(forget_earlier_identity(store));
  WV_CHECK(store.set(fact::kiosk, accepted.enrolled.kiosk.value));
  WV_CHECK(store.set(fact::channel, accepted.enrolled.channel));
  WV_CHECK(store.set(fact::epoch, accepted.enrolled.epoch));
  WV_CHECK(store.set(fact::central, accepted.address));
  WV_CHECK(store.set(fact::root_hash, accepted.root_sha256));
  if (accepted.wish != 0) WV_CHECK(store.set(fact::enrolled_by, accepted.wish));
  return transaction.commit();
}

Attempt<std::string> normal_root_hash(const std::string& text) {
  const auto bytes = base::from_hex(text);
  if (!bytes || bytes->size() != 32) {
    return set_back(code::wrong_root, "the root hash must be 64 hexadecimal digits");
  }
  return base::to_hex(*bytes);
}

// The identity is in sync.db and its key in a file: whatever came between the two is made good here.
Attempt<> take_next_key(World& world, const Place& place, Store& store) {
  WV_KEEP(const auto due, store.fact(fact::next_key));
  if (!due) return {};
  const auto there = world.secrets.read(place.next_key_file());
  if (!there && there.error().code != ErrorCode::NotFound) return storage_setback(there.error());
  if (there) WV_KEPT(world.secrets.rename(place.next_key_file(), place.key_file()));
  WV_KEPT(store.forget(fact::next_key));
  return {};
}

}  // namespace

Attempt<base::KeyPair> read_device_key(World& world, const Place& place) {
  return read_key(world, place.key_file());
}

Attempt<> enrol(World& world, const Place& place, Store& store, const Invitation& invitation) {
  const auto address = normal_address(invitation.address);
  if (!address) return set_back(code::bad_address, address.error().message);
  WV_TRY(const std::string root_sha256, normal_root_hash(invitation.root_sha256));
  RoundClock clock(world.clock, {}, {});
  Central central(world, clock, *address);
  WV_TRY(const auto key, read_or_make_key(world, place.key_file()));
  WV_KEEP(const auto known, store.fact(fact::kiosk));
  if (!known) {
    WV_TRY(const auto enrolled, ask(world, central, key, invitation));
    WV_KEPT(remember(store, {enrolled, *address, root_sha256, invitation.wish}, KeyIs::Known));
    world.steps.reached(step::enrolment_stored);
  } else {
    WV_KEPT(store.set(fact::central, *address));
    WV_KEPT(store.set(fact::root_hash, root_sha256));
  }
  WV_KEEP(const auto channel, store.fact(fact::channel));
  WV_CHECK(anchor_trust(central, store, channel.value_or(""), root_sha256));
  WV_KEPT(store.tell(code::enrolled, "", clock.now()));
  return {};
}

Attempt<> enrol_anew(World& world, const Place& place, Store& store, const Invitation& invitation) {
  WV_CHECK(take_next_key(world, place, store));
  const auto address = normal_address(invitation.address);
  if (!address) return set_back(code::bad_address, address.error().message);
  WV_TRY(const std::string root_sha256, normal_root_hash(invitation.root_sha256));
  WV_KEEP(const auto trusted, store.fact(fact::root_hash));
  if (trusted && *trusted != root_sha256)
    return set_back(code::wrong_root, "this kiosk trusts another root; for another central it begins empty");
  RoundClock clock(world.clock, {}, {});
  Central central(world, clock, *address);
  WV_TRY(const auto key, read_or_make_key(world, place.next_key_file()));
  WV_TRY(const auto enrolled, ask(world, central, key, invitation));
  WV_KEPT(remember(store, {enrolled, *address, root_sha256, invitation.wish}, KeyIs::Next));
  world.steps.reached(step::enrolment_stored);
  WV_CHECK(take_next_key(world, place, store));
  WV_KEPT(store.tell(code::enrolled, "", clock.now()));
  return {};
}

Attempt<Identity> read_identity(World& world, const Place& place, Store& store) {
  WV_KEEP(const auto kiosk, store.fact(fact::kiosk));
  if (!kiosk) return set_back(code::not_enrolled, "this kiosk has not been enrolled");
  WV_CHECK(take_next_key(world, place, store));
  WV_TRY(auto key, read_device_key(world, place));
  return Identity{model::KioskId{*kiosk}, std::move(key)};
}

}  // namespace wv::client
