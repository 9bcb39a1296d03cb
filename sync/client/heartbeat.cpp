// One PUT, and one transaction for all that its answer changes.
#include "sync/client/heartbeat.h"

#include <algorithm>

#include "sync/client/ledger.h"
#include "sync/wire/heartbeat.h"
#include "sync/wire/problem.h"

namespace wv::client {
namespace {

using base::HttpResponse;
using base::Result;

Result<wire::Heartbeat> compose(Store& store, const Central& central, const Health& health) {
  wire::Heartbeat beat;
  WV_TRY(const auto last, store.number(fact::heartbeat, 0));
  WV_TRY(const auto ticket, store.fact(fact::ticket));
  WV_TRY(const auto counts, Ledger(store.database()).counts());
  beat.sequence = last + 1;
  beat.ticket = ticket.value_or("");
  beat.content_version = health.content_version;
  beat.software_version = health.software_version;
  beat.waiting_ideas = counts.waiting;
  beat.free_mb = health.free_mb;
  beat.clock_offset_ms = central.clock().offset().count();
  beat.last_error = health.last_error;
  beat.self_test = health.self_test;
  return beat;
}

Setback refusal(const HttpResponse& answer) {
  const std::string seen = describe_refusal(answer);
  const bool blocked = answer.status == 409 || problem_type(answer) == wire::kiosk_blocked;
  switch (answer.status) {
    case 401:
      return {code::clock_wrong, seen, {}};
    case 403:
    case 409:
      return {blocked ? code::blocked : code::revoked, seen, {}};
    default:
      return {code::server_fault, "heartbeat: " + seen, {}};
  }
}

bool asks(const wire::HeartbeatAnswer& answer, wire::Order order) {
  return std::ranges::find(answer.orders, order) != answer.orders.end();
}

Result<Steering> store_answer(Store& store, const wire::Heartbeat& beat,
                              const wire::HeartbeatAnswer& answer) {
  Steering steering;
  WV_TRY(auto transaction, db::Transaction::begin(store.database()));
  WV_CHECK(store.set(fact::heartbeat, beat.sequence));
  WV_CHECK(store.set(fact::earlier_ticket, beat.ticket));
  WV_CHECK(store.set(fact::ticket, answer.ticket));
  WV_TRY(steering.new_epoch, take_holding(store, {answer.epoch, answer.durable_until, answer.time}));
  steering.fetch_now = asks(answer, wire::Order::Synchronise);
  steering.commands = answer.commands;
  steering.intake_stopped = asks(answer, wire::Order::StopIntake);
  WV_CHECK(steering.intake_stopped ? store.set(fact::intake, "gestopt") : store.forget(fact::intake));
  WV_CHECK(transaction.commit());
  return steering;
}

}  // namespace

Result<bool> take_holding(Store& store, const Holding& holding) {
  Ledger ledger(store.database());
  WV_TRY(const auto epoch, store.fact(fact::epoch));
  WV_TRY(const auto floor, store.number(fact::time_floor, 0));
  WV_CHECK(store.set(fact::epoch, holding.epoch));
  WV_CHECK(store.set(fact::time_floor, std::max(floor, holding.time.time_since_epoch().count())));
  WV_CHECK(ledger.mark_durable(holding.epoch, holding.durable_until));
  if (epoch == holding.epoch) return false;
  WV_TRY(const auto offered, ledger.offer_again(holding.epoch));
  return offered > 0;
}

Attempt<Steering> send_heartbeat(World& world, Store& store, Central& central, const Identity& identity,
                                 const Health& health) {
  WV_KEEP(const auto beat, compose(store, central, health));
  world.steps.reached(step::before_heartbeat);
  WV_TRY(const auto response,
         central.put("/kiosken/" + identity.kiosk.value + "/hartslag", wire::to_bytes(beat), identity));
  world.steps.reached(step::after_heartbeat);
  if (response.status != 200) return std::unexpected(refusal(response));
  const auto answer = wire::read_heartbeat_answer(response.body);
  if (!answer) return set_back(code::server_fault, "heartbeat: " + answer.error().message);
  central.clock().learn(answer->time);
  WV_KEEP(Steering steering, store_answer(store, beat, *answer));
  world.steps.reached(step::heartbeat_stored);
  return steering;
}

}  // namespace wv::client
