// Each step leaves something that the next attempt can go on from.
#include "sync/client/enrol.h"

#include "sync/base/encoding.h"
#include "sync/base/reference_code.h"
#include "sync/wire/enrolment.h"

namespace wv::client {
namespace {

using base::Bytes;
using base::ErrorCode;

Attempt<base::KeyPair> read_or_make_key(World& world, const Place& place) {
  const auto stored = world.secrets.read(place.key_file());
  if (stored) return read_device_key(world, place);
  if (stored.error().code != ErrorCode::NotFound) return storage_setback(stored.error());
  base::KeyPair key = base::make_key_pair(world.random);
  std::string text = base::to_base64url(key.seed.bytes());
  const auto written = world.secrets.write(place.key_file(), base::as_bytes(text));
  base::wipe(text);
  if (!written) return storage_setback(written.error());
  world.steps.reached(step::key_written);
  return key;
}

Attempt<wire::Enrolled> ask(World& world, Central& central, const base::KeyPair& key,
                            const Invitation& invitation) {
  const auto code = base::normal_enrolment_code(invitation.code);
  if (!code) return set_back(code::code_refused, code.error().message);
  WV_TRY(const auto answer,
         central.post("/aanmeldingen",
                      wire::to_bytes(wire::Enrolment{*code, key.public_key, invitation.software_version})));
  world.steps.reached(step::enrolled);
  if (answer.status == 400 || answer.status == 403)
    return set_back(code::code_refused, describe_refusal(answer));
  if (answer.status != 201) return set_back(code::server_fault, "enrolment: " + describe_refusal(answer));
  const auto enrolled = wire::read_enrolled(answer.body);
  if (!enrolled) return set_back(code::server_fault, "enrolment: " + enrolled.error().message);
  return *enrolled;
}

base::Result<> remember(Store& store, const wire::Enrolled& enrolled, const std::string& address,
                        const std::string& root_sha256) {
  WV_TRY(auto transaction, db::Transaction::begin(store.database()));
  WV_CHECK(store.set(fact::kiosk, enrolled.kiosk.value));
  WV_CHECK(store.set(fact::channel, enrolled.channel));
  WV_CHECK(store.set(fact::epoch, enrolled.epoch));
  WV_CHECK(store.set(fact::central, address));
  WV_CHECK(store.set(fact::root_hash, root_sha256));
  return transaction.commit();
}

Attempt<std::string> normal_root_hash(const std::string& text) {
  const auto bytes = base::from_hex(text);
  if (!bytes || bytes->size() != 32) {
    return set_back(code::wrong_root, "the root hash must be 64 hexadecimal digits");
  }
  return base::to_hex(*bytes);
}

}  // namespace

Attempt<base::KeyPair> read_device_key(World& world, const Place& place) {
  auto stored = world.secrets.read(place.key_file());
  if (!stored) return set_back(code::key_missing, stored.error().message);
  auto seed = base::from_base64url(base::as_text(*stored));
  base::wipe(*stored);
  if (!seed) return set_back(code::key_missing, place.key_file().string() + " is damaged");
  auto key = base::key_pair_from_seed(*seed);
  base::wipe(*seed);
  if (!key) return set_back(code::key_missing, place.key_file().string() + " is damaged");
  return *std::move(key);
}

Attempt<> enrol(World& world, const Place& place, Store& store, const Invitation& invitation) {
  const auto address = normal_address(invitation.address);
  if (!address) return set_back(code::bad_address, address.error().message);
  WV_TRY(const std::string root_sha256, normal_root_hash(invitation.root_sha256));
  RoundClock clock(world.clock, {}, {});
  Central central(world, clock, *address);
  WV_TRY(const auto key, read_or_make_key(world, place));
  WV_KEEP(const auto known, store.fact(fact::kiosk));
  if (!known) {
    WV_TRY(const auto enrolled, ask(world, central, key, invitation));
    WV_KEPT(remember(store, enrolled, *address, root_sha256));
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

Attempt<Identity> read_identity(World& world, const Place& place, Store& store) {
  WV_KEEP(const auto kiosk, store.fact(fact::kiosk));
  if (!kiosk) return set_back(code::not_enrolled, "this kiosk has not been enrolled");
  WV_TRY(auto key, read_device_key(world, place));
  return Identity{model::KioskId{*kiosk}, std::move(key)};
}

}  // namespace wv::client
