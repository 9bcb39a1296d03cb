// The queue: one idea after the other, and what each answer means for it and for those behind it.
#include "sync/client/deliver.h"

#include "sync/client/rhythm.h"
#include "sync/wire/problem.h"

namespace wv::client {
namespace {

using base::HttpResponse;

constexpr int most_server_faults = 3;  // in a row: then it is not the idea

class Delivery {
 public:
  Delivery(World& world, Store& store, Central& central, const Identity& identity,
           const wire::ReceiptKey& receipt_key, Ideas& ideas, Line line)
      : world_(world),
        store_(store),
        central_(central),
        identity_(identity),
        receipt_key_(receipt_key),
        ideas_(ideas),
        line_(line),
        ledger_(store.database()) {}

  Attempt<Delivered> run() {
    WV_KEEP(const auto epoch, store_.fact(fact::epoch));
    int faults = 0;
    for (std::int64_t past = 0;;) {
      const auto due = line_ == Line::Stick ? base::Instant::max() : central_.clock().now();
      WV_KEEP(const auto waiting, ledger_.next(due, past));
      if (!waiting) return delivered_;
      past = waiting->sequence;
      auto offered = offer(*waiting, epoch.value_or(""));
      if (offered) {
        faults = 0;
        continue;
      }
      // One idea on which the central stumbles must not keep the others here.
      if (offered.error().code == code::server_fault && ++faults < most_server_faults) continue;
      return std::unexpected(std::move(offered).error());
    }
  }

 private:
  static std::string address_of(const Waiting& waiting) {
    return (waiting.cargo == Cargo::Idea ? "/ideeen/" : "/steunbetuigingen/") + waiting.idea.value;
  }

  Attempt<> offer(const Waiting& waiting, const std::string& epoch) {
    const auto frozen = ideas_.read(waiting.idea, waiting.cargo);
    if (!frozen && frozen.error().code == base::ErrorCode::NotFound) return {};
    if (!frozen && frozen.error().code == base::ErrorCode::Corrupt) return refuse(waiting, "beschadigd");
    if (!frozen) return set_back(code::ideas_unreadable, frozen.error().message);
    world_.steps.reached(step::before_put);
    auto answer = central_.put(address_of(waiting), frozen->bytes, identity_);
    world_.steps.reached(step::after_put);
    Attempt<> outcome = answer ? take(waiting, *frozen, *answer, epoch) : std::unexpected(answer.error());
    if (!outcome) WV_KEPT(postpone(waiting, outcome.error()));
    return outcome;
  }

  Attempt<> take(const Waiting& waiting, const FrozenIdea& frozen, const HttpResponse& answer,
                 const std::string& epoch) {
    switch (answer.status) {
      case 200:
      case 201:
        return acknowledge(waiting, frozen, answer, epoch);
      case 400:
      case 409:
      case 413:
      case 415:
        return refuse(waiting, describe_refusal(answer));
      case 401:
        return set_back(code::clock_wrong, describe_refusal(answer));
      case 403: {
        const bool blocked = problem_type(answer) == wire::kiosk_blocked;
        return set_back(blocked ? code::blocked : code::revoked, describe_refusal(answer));
      }
      case 202:
        if (line_ == Line::Stick) return ++delivered_.carried, Attempt<>();
        [[fallthrough]];
      default:
        return set_back(code::server_fault, "unexpected " + describe_refusal(answer));
    }
  }

  Attempt<> acknowledge(const Waiting& waiting, const FrozenIdea& frozen, const HttpResponse& answer,
                        const std::string& epoch) {
    const bool is_idea = waiting.cargo == Cargo::Idea;
    const auto receipt =
        wire::read_receipt(answer.body, is_idea ? wire::Acknowledged::Idea : wire::Acknowledged::Support);
    if (!receipt) return set_back(code::bad_receipt, receipt.error().message);
    const auto sound =
        wire::verify_receipt(*receipt, waiting.idea, frozen.sha256, identity_.kiosk, receipt_key_);
    if (!sound) return set_back(code::bad_receipt, sound.error().message);
    world_.steps.reached(step::before_ack_commit);
    WV_KEPT(ledger_.confirm(*receipt));
    world_.steps.reached(step::after_ack_commit);
    ++(is_idea ? delivered_.confirmed : delivered_.supports_confirmed);
    if (receipt->epoch != epoch) delivered_.new_epoch = receipt->epoch;
    return {};
  }

  Attempt<> refuse(const Waiting& waiting, const std::string& reason) {
    if (waiting.cargo == Cargo::Support) {
      WV_KEPT(ledger_.drop(waiting.idea, reason));
      world_.log.warning("support-refused", {{"support", waiting.idea.value}, {"reason", reason}});
      return {};
    }
    WV_KEPT(ledger_.refuse(waiting.idea, reason));
    world_.log.warning("idea-refused", {{"idea", waiting.idea.value}, {"reason", reason}});
    ++delivered_.refused;
    return {};
  }

  base::Result<> postpone(const Waiting& waiting, const Setback& setback) {
    const base::Millis wait = setback.retry_after.value_or(backoff(waiting.attempts, world_.random));
    return ledger_.postpone(waiting.idea, central_.clock().now() + wait, setback.code.word);
  }

  World& world_;
  Store& store_;
  Central& central_;
  const Identity& identity_;
  const wire::ReceiptKey& receipt_key_;
  Ideas& ideas_;
  const Line line_;
  Ledger ledger_;
  Delivered delivered_;
};

}  // namespace

Attempt<Delivered> deliver_ideas(World& world, Store& store, Central& central, const Identity& identity,
                                 const wire::ReceiptKey& receipt_key, Ideas& ideas, Line line) {
  return Delivery(world, store, central, identity, receipt_key, ideas, line).run();
}

}  // namespace wv::client
