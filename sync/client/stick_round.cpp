// First what comes in, then what goes out: what the central answered need not travel again.
#include "sync/client/stick_round.h"

#include <algorithm>

#include "sync/client/deliver.h"
#include "sync/client/enrol.h"
#include "sync/client/heartbeat.h"
#include "sync/client/stick_http.h"
#include "sync/wire/invitation.h"

namespace wv::client {
namespace {

namespace carry = wire::stick;
using base::ErrorCode;
using base::Instant;
using base::Json;
using base::Result;
using std::filesystem::path;

constexpr std::size_t max_invitation = 512;

// The stick is not the disk of the kiosk: what goes wrong with it is said of the stick.
#define WV_STICK(expression) \
  if (auto done = (expression); !done) return stick_setback(done.error())

class StickRound {
 public:
  StickRound(World& world, const Place& place, Store& store, base::Files& stick, const RoundOptions& options,
             RoundClock& clock)
      : network_(world),
        place_(place),
        store_(store),
        stick_(stick),
        options_(options),
        clock_(clock),
        http_(stick),
        world_{http_, world.files, world.secrets, world.clock, world.random, world.steps, world.log} {}

  Result<StickOutcome> run() {
    if (auto done = everything(); !done) note(std::move(done).error());
    WV_CHECK(tell_delivery(store_, clock_.now()));
    return std::move(outcome_);
  }

 private:
  Attempt<> everything() {
    WV_KEEP(const auto kiosk, store_.fact(fact::kiosk));
    if (!kiosk) WV_CHECK(enrol_from_stick());
    WV_TRY(const Identity identity, read_identity(world_, place_, store_));
    WV_KEEP(const auto address, store_.fact(fact::central));
    Central central(world_, clock_, address.value_or(""));
    if (auto fetched = fetch(central); !fetched) note(std::move(fetched).error());
    WV_CHECK(take_in_ideas(store_, place_));
    WV_TRY(const auto key, receipt_key(store_, place_));
    if (auto taken = take_answers(identity, key); !taken) note(std::move(taken).error());
    auto delivered = deliver(central, identity, key);
    // What was refused by one answer keeps the others not from going along.
    if (!delivered) note(std::move(delivered).error());
    return write_ideas(identity, key);
  }

  void note(Setback setback) {
    // Central calls whatever fails below it a matter of the line; here it was the stick.
    if (const auto& trouble = http_.trouble(); trouble && setback.code.subject == Subject::Connection)
      setback = stick_setback(*trouble).error();
    network_.log.warning("stick", {{"code", setback.code.word}, {"detail", setback.detail}});
    outcome_.setbacks.push_back(std::move(setback));
  }

  Attempt<> enrol_from_stick() {
    const auto file = path(carry::folder) / carry::invitation;
    const auto bytes = stick_.read(file);
    if (!bytes && bytes.error().code == ErrorCode::NotFound)
      return set_back(code::not_enrolled, "no " + std::string(carry::invitation) + " on the stick");
    if (!bytes) return stick_setback(bytes.error());
    if (bytes->size() > max_invitation) return set_back(code::bad_invitation, file.string() + " is too long");
    auto read = wire::read_invitation(base::as_text(*bytes));
    if (!read) return set_back(code::bad_invitation, file.string() + ": " + read.error().message);
    const Invitation invitation{std::move(read->code), std::move(read->address), std::move(read->root_sha256),
                                options_.software_version};
    WV_CHECK(enrol_with(invitation));
    outcome_.enrolled = true;
    // The code is spent; on a stick that may only be read all of it stays.
    (void)stick_.remove(file);
    if (const auto folder = enrolment_folder(); folder && *folder)
      for (const auto name : {carry::enrolment, carry::enrolment_answer})
        (void)stick_.remove(**folder / name);
    return {};
  }

  Attempt<> enrol_with(const Invitation& invitation) {
    WV_CHECK(bring_enrolment_answer());
    auto by_stick = enrol(world_, place_, store_, invitation);
    if (by_stick || http_.taken_along().empty()) return by_stick;
    auto by_network = enrol(network_, place_, store_, invitation);
    if (by_network || by_network.error().code.subject != Subject::Connection) return by_network;
    WV_TRY(const auto folder, enrolment_folder());
    WV_STICK(stick_.make_folder(*folder));
    WV_STICK(stick_.write(*folder / carry::enrolment, http_.taken_along().front().body));
    return set_back(code::enrolment_carried, "bring the stick to the central, and back here");
  }

  // Nothing when this kiosk has no key yet: then nobody can have answered it.
  Attempt<std::optional<path>> enrolment_folder() {
    auto key = read_device_key(world_, place_);
    if (!key && key.error().code == code::key_missing) return std::nullopt;
    if (!key) return std::unexpected(std::move(key).error());
    return carry::enrolment_folder_of(key->public_key);
  }

  Attempt<> bring_enrolment_answer() {
    WV_TRY(const auto folder, enrolment_folder());
    if (!folder) return {};
    const auto bytes = stick_.read(*folder / carry::enrolment_answer);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) return {};
    if (!bytes) return stick_setback(bytes.error());
    auto answer = carry::read_answered(*bytes);
    if (!answer) return set_back(code::stick_damaged, answer.error().message);
    http_.bring({*std::move(answer)});
    return {};
  }

  Attempt<> fetch(Central& central) {
    WV_KEEP(const auto channel, store_.fact(fact::channel));
    WV_KEEP(const auto root_hash, store_.fact(fact::root_hash));
    const auto names = stick_.list(path(carry::folder) / carry::content / channel.value_or(""));
    if (!names && names.error().code == ErrorCode::NotFound)
      return set_back(code::stick_empty, "no content for this kiosk on the stick");
    if (!names) return stick_setback(names.error());
    WV_CHECK(anchor_trust(central, store_, channel.value_or(""), root_hash.value_or("")));
    auto fetched = fetch_content(world_, place_, store_, central, channel.value_or(""));
    if (!fetched) {
      const Setback& setback = fetched.error();
      if (setback.code.subject == Subject::Content)
        WV_KEPT(store_.tell(setback.code, setback.detail, clock_.now()));
      return std::unexpected(setback);
    }
    outcome_.content_activated = *fetched == Fetched::Activated;
    WV_KEPT(store_.tell(code::up_to_date, {}, clock_.now()));
    return {};
  }

  Attempt<> take_answers(const Identity& identity, const wire::ReceiptKey& key) {
    const auto bytes = stick_.read(carry::folder_of(identity.kiosk) / carry::receipts);
    if (!bytes && bytes.error().code == ErrorCode::NotFound) return {};
    if (!bytes) return stick_setback(bytes.error());
    auto incoming = carry::read(*bytes, identity.kiosk, key);
    if (!incoming) {
      const bool foreign = incoming.error().code == ErrorCode::Denied;
      return set_back(foreign ? code::stick_foreign : code::stick_damaged,
                      std::string(carry::receipts) + ": " + incoming.error().message);
    }
    WV_KEEP(const bool counts, take_standing(*incoming));
    if (counts) http_.bring(std::move(incoming->answers));
    return {};
  }

  // An old stick knows less than we do. What it says about what the central holds is passed over, and so are
  // receipts of before the central was restored: those ideas have to be offered again.
  Result<bool> take_standing(const carry::Incoming& incoming) {
    WV_TRY(const auto floor, store_.number(fact::time_floor, 0));
    if (incoming.time.time_since_epoch().count() >= floor) {
      WV_TRY(auto transaction, db::Transaction::begin(store_.database()));
      WV_CHECK(take_holding(store_, {incoming.epoch, incoming.durable_until, incoming.time}));
      WV_CHECK(transaction.commit());
    }
    WV_TRY(const auto epoch, store_.fact(fact::epoch));
    return epoch == incoming.epoch;
  }

  Attempt<> deliver(Central& central, const Identity& identity, const wire::ReceiptKey& key) {
    auto ideas = Ideas::open(place_.ideas_file());
    if (!ideas && ideas.error().code == ErrorCode::NotFound) return {};
    if (!ideas) return set_back(code::ideas_unreadable, ideas.error().message);
    WV_TRY(const Delivered delivered,
           deliver_ideas(world_, store_, central, identity, key, *ideas, Line::Stick));
    outcome_.confirmed += delivered.confirmed + delivered.supports_confirmed;
    outcome_.refused += delivered.refused;
    return {};
  }

  // Also when nothing goes along: the central then says what it holds for good.
  Attempt<> write_ideas(const Identity& identity, const wire::ReceiptKey& key) {
    const auto folder = carry::folder_of(identity.kiosk);
    const auto sealed = carry::seal({identity.kiosk, http_.taken_along()}, key.key);
    if (!sealed) return set_back(code::unusable, sealed.error().message);
    WV_STICK(stick_.make_folder(folder));
    WV_STICK(stick_.write(folder / carry::ideas, *sealed));
    outcome_.carried = static_cast<std::int64_t>(http_.taken_along().size());
    return {};
  }

  World& network_;
  const Place& place_;
  Store& store_;
  base::Files& stick_;
  const RoundOptions& options_;
  RoundClock& clock_;
  StickHttp http_;
  World world_;
  StickOutcome outcome_;
};

#undef WV_STICK

}  // namespace

const Setback* StickOutcome::worst() const {
  if (setbacks.empty()) return nullptr;
  const auto fault =
      std::ranges::find(setbacks, Severity::Fault, [](const Setback& one) { return one.code.severity; });
  return fault == setbacks.end() ? &setbacks.front() : &*fault;
}

std::string_view StickOutcome::word() const {
  const auto* setback = worst();
  return setback ? setback->code.word : "goed";
}

Json to_json(const StickOutcome& outcome, Instant began, Instant ended) {
  return Json::object({{"begonnen", base::millis(began)},
                       {"geeindigd", base::millis(ended)},
                       {"uitkomst", outcome.word()},
                       {"detail", outcome.setbacks.empty() ? std::string() : outcome.worst()->detail},
                       {"aangemeld", outcome.enrolled},
                       {"inhoud", outcome.content_activated},
                       {"bevestigd", outcome.confirmed},
                       {"geweigerd", outcome.refused},
                       {"mee", outcome.carried}});
}

Result<StickOutcome> run_stick_round(World& world, const Place& place, Store& store, base::Files& stick,
                                     const RoundOptions& options) {
  const Instant began = world.clock.now();
  WV_CHECK(store.set(fact::stick_report, base::to_text(Json::object({{"begonnen", base::millis(began)}}))));
  WV_TRY(auto clock, begin_clock(world, store, options));
  WV_TRY(auto outcome, StickRound(world, place, store, stick, options, clock).run());
  WV_CHECK(store.set(fact::stick_report, base::to_text(to_json(outcome, began, world.clock.now()))));
  return outcome;
}

}  // namespace wv::client
