// Read, remove, say so, and only then ask the network: the code lies about no longer than it takes to read
// it.
#include "sync/client/enrol_wish.h"

#include "sync/base/epoch.h"
#include "sync/base/secret.h"
#include "sync/client/enrol.h"
#include "sync/wire/enrolment.h"

namespace wv::client {
namespace {

using base::Instant;
using base::Result;

class WishedEnrolment {
 public:
  WishedEnrolment(World& world, const Place& place, Store& store, const RoundOptions& options, Instant began)
      : world_(world), place_(place), store_(store), options_(options), began_(began) {}

  Result<EnrolmentOutcome> run(const wire::EnrolmentWish& wish) {
    WV_CHECK(report({}));
    if (auto done = enrol_with(wish); done) {
      outcome_.enrolled = true;
      WV_CHECK(report({}));
      WV_TRY(auto round, run_round(world_, place_, store_, options_));
      outcome_.content_activated = round.content_activated;
      outcome_.setbacks = std::move(round.setbacks);
    } else {
      world_.log.warning("setback", {{"code", done.error().code.word}, {"detail", done.error().detail}});
      outcome_.setbacks.push_back(std::move(done).error());
    }
    WV_CHECK(report(world_.clock.now()));
    return std::move(outcome_);
  }

 private:
  Attempt<> enrol_with(const wire::EnrolmentWish& wish) {
    if (options_.address.empty() || options_.root_sha256.empty())
      return set_back(code::no_address, "[centraal] url and wortel_sha256 are not both in the settings");
    WV_KEEP(const auto known, store_.fact(fact::kiosk));
    WV_KEEP(const auto earlier, store_.number(fact::enrolled_by, 0));
    if (known && earlier == base::millis(wish.at)) return {};  // the power went before its first round
    if (known && !wish.anew) return set_back(code::already_enrolled, "");
    Invitation invitation{wish.code, options_.address, options_.root_sha256, options_.software_version,
                          base::millis(wish.at)};
    auto done =
        known ? enrol_anew(world_, place_, store_, invitation) : enrol(world_, place_, store_, invitation);
    base::wipe(invitation.code);
    return done;
  }

  Result<> report(std::optional<Instant> ended) {
    auto json = base::Json::object({{"begonnen", base::millis(began_)},
                                    {"aangemeld", outcome_.enrolled},
                                    {"inhoud", outcome_.content_activated}});
    if (ended) {
      json.set("geeindigd", base::millis(*ended));
      json.set("uitkomst", outcome_.word());
      json.set("detail", outcome_.setbacks.empty() ? std::string() : outcome_.setbacks.front().detail);
    }
    return store_.set(fact::enrolment_report, base::to_text(json));
  }

  World& world_;
  const Place& place_;
  Store& store_;
  const RoundOptions& options_;
  Instant began_;
  EnrolmentOutcome outcome_;
};

}  // namespace

std::string_view EnrolmentOutcome::word() const {
  return setbacks.empty() ? "goed" : setbacks.front().code.word;
}

Result<std::optional<EnrolmentOutcome>> enrol_as_wished(World& world, const Place& place, Store& store,
                                                        const RoundOptions& options) {
  const auto file = place.enrolment_request_file();
  auto bytes = world.files.read(file);
  if (!bytes) return std::nullopt;
  // Where screen and courier are two users the folder lets nobody remove what the other wrote; the screen
  // then does it, at the first sign of this program.
  (void)world.files.remove(file);
  auto wish = wire::read_enrolment_wish(*bytes);
  base::wipe(*bytes);
  if (!wish) {
    world.log.warning("enrolment_wish_unreadable", {{"detail", wish.error().message}});
    return std::nullopt;
  }
  WV_TRY(const auto seen, store.number(fact::enrolment_seen, 0));
  if (base::millis(wish->at) == seen) return std::nullopt;
  auto outcome = WishedEnrolment(world, place, store, options, world.clock.now()).run(*wish);
  base::wipe(wish->code);
  if (!outcome) return std::unexpected(std::move(outcome).error());
  // Only now: when the power went in between and the file is still there, it is done once more.
  WV_CHECK(store.set(fact::enrolment_seen, base::millis(wish->at)));
  return std::optional(*std::move(outcome));
}

}  // namespace wv::client
