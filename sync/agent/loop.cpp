// Wakes for its planned time, a change of ideeen.db, and what the screen writes: sync-verzoek, stick-verzoek,
// aanmeld-verzoek, and what came of commands from afar.
#include "sync/agent/loop.h"

#include <algorithm>
#include <charconv>

#include "sync/client/commands.h"
#include "sync/client/enrol_wish.h"
#include "sync/client/ledger.h"
#include "sync/client/rhythm.h"
#include "sync/edge/waiter.h"

namespace wv::agent {
namespace {

using base::Instant;
using base::Millis;
using base::Result;
namespace fact = client::fact;

// The wall clock may be set while we sleep; once an hour the plan is held against it.
constexpr Millis longest_sleep = std::chrono::hours{1};

class Loop {
 public:
  Loop(Job& job, client::Store& store, edge::Waiter& waiter) : job_(job), store_(store), waiter_(waiter) {}

  Result<> run() {
    WV_CHECK(enrol_if_asked());
    WV_CHECK(exchange_if_asked());
    WV_TRY(Instant planned, plan());
    job_.supervisor.ready();
    const Millis longest = *base::shorter(longest_sleep, job_.supervisor.patience());
    while (true) {
      job_.supervisor.alive();
      const Instant now = job_.world.clock.now();
      switch (waiter_.wait(std::clamp(planned - now, Millis{0}, longest))) {
        case edge::Waiter::Woke::Stop:
          return {};
        case edge::Waiter::Woke::Change: {
          WV_CHECK(enrol_if_asked());
          WV_CHECK(exchange_if_asked());
          WV_TRY(const Instant earlier, plan());
          planned = std::min(planned, earlier);
          break;
        }
        case edge::Waiter::Woke::Time:
          if (job_.world.clock.now() >= planned) WV_CHECK(work());
          WV_TRY(planned, replan(planned));
          break;
      }
    }
  }

 private:
  // After a round everything is new; after a mere look at the clock only a night that came closer counts.
  Result<Instant> replan(Instant planned) {
    if (!worked_) return std::min(planned, job_.world.clock.now() + std::chrono::hours{24});
    worked_ = false;
    return plan();
  }

  Result<> work() {
    WV_TRY(const auto wish, wish_in(job_.place.request_file()));
    WV_CHECK(store_.set(fact::request_seen, wish));
    if (asked_) last_asked_round_ = job_.world.clock.now();
    asked_ = false;
    worked_ = true;
    const auto outcome = client::run_round(job_.world, job_.place, store_, job_.options);
    if (!outcome) return std::unexpected(outcome.error());
    job_.world.log.notice("round", {{"outcome", outcome->word()},
                                    {"activated", outcome->content_activated ? 1 : 0},
                                    {"confirmed", outcome->ideas_confirmed},
                                    {"refused", outcome->ideas_refused}});
    return {};
  }

  // A wish is honoured once: what goes wrong with a stick is for who stands there, not for another try at
  // night.
  Result<> exchange_if_asked() {
    WV_TRY(const auto wish, wish_in(job_.place.stick_request_file()));
    WV_TRY(const auto seen, store_.number(fact::stick_seen, 0));
    if (wish == seen) return {};
    WV_CHECK(store_.set(fact::stick_seen, wish));
    job_.supervisor.alive();
    WV_TRY(const auto outcome, exchange_with_stick(job_, store_));
    job_.world.log.notice("stick", {{"outcome", outcome.word()},
                                    {"activated", outcome.content_activated ? 1 : 0},
                                    {"confirmed", outcome.confirmed},
                                    {"carried", outcome.carried}});
    return {};
  }

  Result<> enrol_if_asked() {
    WV_TRY(const auto outcome, client::enrol_as_wished(job_.world, job_.place, store_, job_.options));
    if (!outcome) return {};
    job_.supervisor.alive();
    job_.world.log.notice("enrolment", {{"outcome", outcome->word()},
                                        {"enrolled", outcome->enrolled ? 1 : 0},
                                        {"activated", outcome->content_activated ? 1 : 0}});
    return {};
  }

  Result<std::int64_t> wish_in(const std::filesystem::path& file) const {
    const auto bytes = job_.world.files.read(file);
    if (!bytes) return 0;
    std::int64_t wish = 0;
    const auto text = base::as_text(*bytes);
    std::from_chars(text.data(), text.data() + text.size(), wish);
    return wish;
  }

  Result<Instant> plan() {
    if (auto taken = client::take_in_ideas(store_, job_.place); !taken) {
      job_.world.log.warning("setback",
                             {{"code", taken.error().code.word}, {"detail", taken.error().detail}});
    }
    WV_TRY(const auto situation, look_around());
    WV_TRY(const auto kiosk, store_.fact(fact::kiosk));
    return client::next_round(job_.world.clock, job_.world.random, client::nightly_slot(kiosk.value_or("")),
                              situation);
  }

  Result<client::Situation> look_around() {
    client::Situation situation;
    situation.now = job_.world.clock.now();
    WV_TRY(situation.last_ended, store_.last_round_ended());
    WV_TRY(situation.failures, store_.number(fact::failed_rounds, 0));
    WV_TRY(const auto hopeless, store_.fact(fact::hopeless));
    situation.hopeless = hopeless.has_value();
    WV_TRY(const auto not_before, store_.number(fact::not_before, 0));
    situation.not_before = Instant{Millis{not_before}};
    WV_TRY(const auto active, client::Shelf(store_.database(), job_.place).active());
    situation.has_content = active.has_value();
    WV_TRY(situation.idea_due, client::Ledger(store_.database()).next_try());
    WV_TRY(situation.has_news, client::Commands(job_.world, job_.place, store_).has_news());
    WV_TRY(const auto wish, wish_in(job_.place.request_file()));
    WV_TRY(const auto seen, store_.number(fact::request_seen, 0));
    asked_ = wish != seen;
    situation.asked = asked_;
    situation.last_asked_round = last_asked_round_;
    return situation;
  }

  Job& job_;
  client::Store& store_;
  edge::Waiter& waiter_;
  bool asked_ = false;
  bool worked_ = false;
  std::optional<Instant> last_asked_round_;
};

}  // namespace

Result<> run_loop(Job& job, client::Store& store) {
  WV_TRY(const auto waiter,
         edge::Waiter::make(job.place.state, {job.place.ideas_file().filename().string(),
                                              job.place.request_file().filename().string(),
                                              job.place.enrolment_request_file().filename().string(),
                                              job.place.stick_request_file().filename().string(),
                                              job.place.screen_commands_file().filename().string()}));
  return Loop(job, store, *waiter).run();
}

}  // namespace wv::agent
