// The order of a sync, and what each part's failure means for the others.
#include "sync/client/round.h"

#include <algorithm>

#include "sync/client/commands.h"
#include "sync/client/deliver.h"
#include "sync/client/enrol.h"
#include "sync/client/heartbeat.h"
#include "sync/wire/self_test.h"

namespace wv::client {
namespace {

using base::Instant;
using base::Millis;
using base::Result;

constexpr Millis tolerated_offset = std::chrono::minutes{1};

class Round {
 public:
  Round(World& world, const Place& place, Store& store, const RoundOptions& options, RoundClock& clock,
        Central& central)
      : world_(world),
        place_(place),
        store_(store),
        options_(options),
        clock_(clock),
        central_(central),
        ledger_(store.database()),
        commands_(world, place, store) {}

  Result<Outcome> run() {
    WV_CHECK(store_.begin_round(clock_.now()));
    if (auto done = everything(); !done) note(std::move(done).error());
    WV_CHECK(tell_all());
    WV_CHECK(plan_next());
    WV_CHECK(store_.end_round(clock_.now(), outcome_.word()));
    return std::move(outcome_);
  }

 private:
  Attempt<> everything() {
    WV_TRY(const Identity identity, read_identity(world_, place_, store_));
    WV_CHECK(take_in_ideas());
    WV_KEEP(const auto channel, store_.fact(fact::channel));
    WV_KEEP(const auto root_hash, store_.fact(fact::root_hash));
    WV_CHECK(anchor_trust(central_, store_, channel.value_or(""), root_hash.value_or("")));
    if (!fetch(channel.value_or(""))) return {};
    if (!deliver(identity)) return {};
    const auto steering = beat(identity);
    if (!steering) return {};
    if (steering->new_epoch && !deliver(identity)) return {};
    if (steering->fetch_now && !outcome_.content_activated) fetch(channel.value_or(""));
    auto obeyed = obey(identity, steering->commands, channel.value_or(""));
    noted(obeyed);
    return {};
  }

  // Without content there is no key to judge commands by; the central sends them again.
  Attempt<> obey(const Identity& identity, const std::vector<std::string>& fresh,
                 const std::string& channel) {
    if (!fresh.empty()) {
      WV_TRY(const auto key, receipt_key(store_, place_));
      WV_KEPT(commands_.take_up(fresh, identity.kiosk, key, clock_.central_now()));
    }
    WV_KEPT(commands_.look_around(clock_.central_now()));
    WV_KEEP(const auto own, commands_.own_work());
    for (const auto& one : own) {
      const bool done = one.deed != wire::Deed::Synchronise || outcome_.content_activated || fetch(channel);
      WV_KEPT(commands_.finish(one.id, done ? wire::CommandOutcome::Done : wire::CommandOutcome::Failed));
    }
    return commands_.report(central_, identity, options_.software_version, clock_.central_now());
  }

  void note(Setback setback) {
    world_.log.warning("setback", {{"code", setback.code.word}, {"detail", setback.detail}});
    outcome_.retry_after = std::max(outcome_.retry_after, setback.retry_after);
    outcome_.setbacks.push_back(std::move(setback));
  }

  // True: the line is good, so the next part may try as well.
  template <class T>
  bool noted(Attempt<T>& attempt) {
    if (attempt) return true;
    const Subject subject = attempt.error().code.subject;
    note(std::move(attempt).error());
    return subject != Subject::Connection && subject != Subject::Enrolment && subject != Subject::Clock;
  }

  Attempt<> take_in_ideas() {
    auto taken = client::take_in_ideas(store_, place_);
    if (taken || taken.error().code != code::ideas_unreadable) return taken;
    note(std::move(taken).error());
    return {};
  }

  bool fetch(const std::string& channel) {
    auto fetched = fetch_content(world_, place_, store_, central_, channel);
    if (fetched && *fetched == Fetched::Activated) outcome_.content_activated = true;
    return noted(fetched);
  }

  bool deliver(const Identity& identity) {
    auto delivered = try_deliver(identity);
    if (delivered) {
      outcome_.ideas_confirmed += delivered->confirmed;
      outcome_.ideas_refused += delivered->refused;
    }
    return noted(delivered);
  }

  Attempt<Delivered> try_deliver(const Identity& identity) {
    WV_KEEP(const auto counts, ledger_.counts());
    if (counts.waiting + counts.supports_waiting == 0) return Delivered{};
    auto ideas = Ideas::open(place_.ideas_file());
    if (!ideas) return set_back(code::ideas_unreadable, ideas.error().message);
    WV_TRY(const auto key, receipt_key(store_, place_));
    return deliver_ideas(world_, store_, central_, identity, key, *ideas);
  }

  std::optional<Steering> beat(const Identity& identity) {
    Health health;
    if (auto reader = shown_release(store_, place_); reader && *reader) {
      const auto version = (*reader)->meta("targetsVersie");
      if (version) health.content_version = std::strtoll(version->c_str(), nullptr, 10);
    }
    const auto available = world_.files.free_bytes(place_.state);
    health.free_mb = available ? static_cast<std::int64_t>(*available >> 20) : 0;
    health.software_version = options_.software_version;
    health.last_error = fault();
    health.self_test = self_test();
    auto steering = send_heartbeat(world_, store_, central_, identity, health);
    if (!noted(steering)) return std::nullopt;
    return steering ? std::optional(*steering) : std::nullopt;
  }

  // The screen's file; one that cannot be read tells nothing, and is no reason to say nothing else.
  std::optional<model::SelfTest> self_test() const {
    const auto bytes = world_.files.read(place_.self_test_file());
    if (!bytes) return std::nullopt;
    auto test = wire::read_self_test(*bytes);
    return test ? std::optional(*std::move(test)) : std::nullopt;
  }

  // What the central shall know of: a setback of this round, or else ideas that it refused earlier.
  std::string_view fault() {
    if (!outcome_.setbacks.empty()) return outcome_.word();
    const auto counts = Ledger(store_.database()).counts();
    return counts && counts->refused > 0 ? code::refused.word : std::string_view();
  }

  const Setback* first(Subject subject) const {
    const auto found =
        std::ranges::find_if(outcome_.setbacks, [&](const Setback& s) { return s.code.subject == subject; });
    return found == outcome_.setbacks.end() ? nullptr : &*found;
  }

  Result<> tell_all() {
    for (const Subject subject : all_subjects) {
      const Setback* setback = first(subject);
      WV_CHECK(setback != nullptr ? store_.tell(setback->code, setback->detail, clock_.now())
                                  : tell_good(subject));
    }
    return {};
  }

  Result<> tell_good(Subject subject) {
    const bool reached = first(Subject::Connection) == nullptr && first(Subject::Enrolment) == nullptr;
    switch (subject) {
      case Subject::Connection:
        return reached ? tell(code::connected) : Result<>{};
      case Subject::Content:
        return tell_content(reached);
      case Subject::Delivery:
        return tell_delivery(store_, clock_.now());
      case Subject::Clock:
        return tell_clock();
      case Subject::Enrolment:
        return reached ? tell_enrolment() : Result<>{};
    }
    return {};
  }

  Result<> tell(Code code, std::string_view detail = {}) { return store_.tell(code, detail, clock_.now()); }

  Result<> tell_content(bool reached) {
    WV_TRY(const auto active, Shelf(store_.database(), place_).active());
    if (!active) return tell(code::no_content);
    return tell(reached ? code::up_to_date : code::not_fetched);
  }

  Result<> tell_clock() {
    WV_CHECK(store_.set(fact::clock_offset, clock_.offset().count()));
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(clock_.offset()).count();
    if (clock_.is_behind_floor()) return tell(code::clock_wrong, "earlier than what is already known");
    if (std::chrono::abs(clock_.offset()) <= tolerated_offset) return tell(code::clock_good);
    return tell(code::clock_differs, std::to_string(minutes) + " min");
  }

  Result<> tell_enrolment() {
    WV_TRY(const auto intake, store_.fact(fact::intake));
    return tell(intake ? code::stopped : code::enrolled);
  }

  Result<> plan_next() {
    if (outcome_.retry_after) {
      WV_CHECK(
          store_.set(fact::not_before, (clock_.now() + *outcome_.retry_after).time_since_epoch().count()));
    } else {
      WV_CHECK(store_.forget(fact::not_before));
    }
    const auto& setbacks = outcome_.setbacks;
    const auto code_of = [](const Setback& setback) { return setback.code; };
    const bool passing = std::ranges::any_of(setbacks, is_passing, code_of);
    const bool hopeless = std::ranges::any_of(setbacks, is_hopeless, code_of);
    WV_CHECK(hopeless ? store_.set(fact::hopeless, "ja") : store_.forget(fact::hopeless));
    WV_TRY(const auto failed, store_.number(fact::failed_rounds, 0));
    return passing ? store_.set(fact::failed_rounds, failed + 1) : store_.forget(fact::failed_rounds);
  }

  World& world_;
  const Place& place_;
  Store& store_;
  const RoundOptions& options_;
  RoundClock& clock_;
  Central& central_;
  Ledger ledger_;
  Commands commands_;
  Outcome outcome_;
};

// The one of the settings, else the one of the enrolment. An unusable one shows up as the round's only
// setback.
Attempt<std::string> address_to_use(Store& store, const RoundOptions& options) {
  WV_KEEP(const auto stored, store.fact(fact::central));
  const std::string wish = options.address.empty() ? stored.value_or("") : options.address;
  if (wish.empty()) return set_back(code::not_enrolled, "this kiosk has not been enrolled");
  const auto address = normal_address(wish);
  if (!address) return set_back(code::bad_address, address.error().message);
  return *address;
}

Result<Outcome> give_up(Store& store, Setback setback, Instant now) {
  WV_CHECK(store.begin_round(now));
  WV_CHECK(store.tell(setback.code, setback.detail, now));
  WV_CHECK(store.end_round(now, setback.code.word));
  return Outcome{{std::move(setback)}};
}

}  // namespace

Result<RoundClock> begin_clock(const World& world, Store& store, const RoundOptions& options) {
  WV_TRY(const auto floor, store.number(fact::time_floor, 0));
  WV_TRY(const auto offset, store.number(fact::clock_offset, 0));
  return RoundClock(world.clock, std::max(options.built_at, Instant{Millis{floor}}), Millis{offset});
}

Result<> tell_delivery(Store& store, Instant now) {
  WV_TRY(const auto counts, Ledger(store.database()).counts());
  if (counts.refused > 0) return store.tell(code::refused, std::to_string(counts.refused), now);
  if (counts.waiting > 0) return store.tell(code::waiting, std::to_string(counts.waiting), now);
  return store.tell(code::delivered, {}, now);
}

Attempt<> take_in_ideas(Store& store, const Place& place) {
  auto ideas = Ideas::open(place.ideas_file());
  if (!ideas && ideas.error().code == base::ErrorCode::NotFound) return {};
  const auto list = ideas ? ideas->list() : std::unexpected(ideas.error());
  if (!list) return set_back(code::ideas_unreadable, list.error().message);
  WV_KEPT(Ledger(store.database()).take_in(*list));
  return {};
}

std::string_view Outcome::word() const {
  return setbacks.empty() ? "goed" : setbacks.front().code.word;
}

Result<Outcome> run_round(World& world, const Place& place, Store& store, const RoundOptions& options) {
  auto address = address_to_use(store, options);
  if (!address) return give_up(store, std::move(address).error(), world.clock.now());
  WV_TRY(auto clock, begin_clock(world, store, options));
  Central central(world, clock, *std::move(address));
  return Round(world, place, store, options, clock, central).run();
}

}  // namespace wv::client
