// Which request goes to which handler; the handlers do one thing each.
#include "sync/central/routes.h"

#include "embedded/openapi_json.h"
#include "sync/base/reference_code.h"
#include "sync/base/uuid.h"
#include "sync/central/content_files.h"
#include "sync/central/order_books.h"
#include "sync/central/problem.h"
#include "sync/central/refusals.h"
#include "sync/central/steering.h"
#include "sync/central/throttle.h"
#include "sync/central/troubles.h"
#include "sync/wire/enrolment.h"
#include "sync/wire/heartbeat.h"
#include "sync/wire/idea.h"
#include "sync/wire/receipt.h"
#include "sync/wire/support.h"
#include "sync/wire/token.h"

namespace wv::central {
namespace {

using base::as_bytes;
using base::ErrorCode;

constexpr std::string_view enrolments = "/aanmeldingen";

// Undecoded and without the query. All that the central knows has a name without one.
std::string_view path_of(const Request& request) {
  return std::string_view(request.target).substr(0, request.target.find('?'));
}

// For the log: a name of ours, whatever the client wrote.
std::string_view part_of(std::string_view path) {
  if (!path.starts_with(base_path)) return "elsewhere";
  path.remove_prefix(base_path.size());
  for (const std::string_view part : {"/ideeen", "/steunbetuigingen", "/kiosken", "/aanmeldingen",
                                      "/tijdsverklaringen", "/inhoud", "/gezondheid", "/openapi.json"})
    if (path.starts_with(part)) return part;
  return "elsewhere";
}

bool is_read_only(std::string_view path) {
  path.remove_prefix(base_path.size());
  return path.starts_with("/inhoud/") || path == "/gezondheid" || path == "/openapi.json";
}

bool is_json(const Request& request) {
  auto type = base::header(request.headers, "content-type");
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.remove_suffix(1);
  return type == "application/json";
}

// Nothing that comes in is unpacked: 16 KiB can become gigabytes.
bool is_packed(const Request& request) {
  const auto encoding = base::header(request.headers, "content-encoding");
  return !encoding.empty() && encoding != "identity";
}

// What a store's failure means to a kiosk: its request was fine, try later.
Trouble later(const base::Error&) {
  return unavailable(soon);
}

}  // namespace

class Routes::Handlers {
 public:
  Handlers(World world, RouteLimits limits)
      : world_(std::move(world)),
        limits_(limits),
        refusals_(world_.log, world_.clock),
        ideas_({double(limits.ideas_at_once), limits.ideas_per_hour / 3600.0}),
        wrong_codes_(
            {double(limits.wrong_codes), limits.wrong_codes / double(limits.wrong_codes_within.count())}) {}

  void handle(Request request, const Reply& reply);
  Response refuse(Refusal refusal);

  base::Instant now() const { return world_.clock.now(); }

 private:
  Workers& who_does(std::string_view path) const;
  Reply noting(const Request& request, const Reply& reply);
  void dispatch(const Request& request, const Reply& reply);
  void read_only(const Request& request, std::string_view path, const Reply& reply);
  void keep_idea(const Request& request, std::string_view id, const Reply& reply);
  void keep_support(const Request& request, std::string_view id, const Reply& reply);
  void beat(const Request& request, std::string_view kiosk, const Reply& reply);
  void keep_result(const Request& request, std::string_view kiosk, std::string_view order,
                   const Reply& reply);
  void enrol(const Request& request, const Reply& reply);
  void state_time(const Request& request, const Reply& reply);
  Response health();

  std::expected<Kiosk, Trouble> authenticate(const Request& request);
  void refuse(const Trouble& trouble, const Reply& reply) { reply(problem(trouble, now())); }
  // What the store's thread would otherwise be kept from its next commit by.
  template <class Make>
  void sign(Make make, const Reply& reply) {
    world_.workers.finish([make = std::move(make), reply] { reply(make()); });
  }
  Response receipt(const KeptIdea& kept, const NewIdea& idea);
  Response receipt(const KeptSupport& kept, const NewSupport& support);

  World world_;
  RouteLimits limits_;
  Refusals refusals_;
  Throttle ideas_;
  Throttle wrong_codes_;
};

Reply Routes::Handlers::noting(const Request& request, const Reply& reply) {
  return [this, reply, at = part_of(path_of(request)), from = request.remote](Response response) {
    if (response.status >= 400) refusals_.note(response.status, at, from);
    reply(std::move(response));
  };
}

void Routes::Handlers::handle(Request request, const Reply& asked) {
  const auto reply = noting(request, asked);
  const auto path = path_of(request);
  if (!path.starts_with(base_path)) return refuse(not_found(), reply);
  if (is_read_only(path)) return dispatch(request, reply);
  // An address with a slash at its end is another address, and there is nothing (NLGov
  // /core/no-trailing-slash).
  if (path.ends_with('/')) return refuse(not_found(), reply);
  auto& workers = who_does(path);
  if (!workers.offer([this, request = std::move(request), reply] { dispatch(request, reply); }))
    refuse(unavailable(soon), reply);
}

Workers& Routes::Handlers::who_does(std::string_view path) const {
  return path.ends_with(enrolments) ? world_.enrolments : world_.workers;
}

void Routes::Handlers::dispatch(const Request& request, const Reply& reply) {
  if (is_packed(request)) return refuse(packed(), reply);
  const auto path = path_of(request).substr(base_path.size());
  constexpr std::string_view ideas = "/ideeen/", supports = "/steunbetuigingen/", kiosks = "/kiosken/",
                             heartbeat = "/hartslag", orders = "/opdrachten/";
  const auto only = [&](std::string_view method, auto&& run) {
    if (request.method == method) return run();
    auto refused = problem(wrong_method(), now());
    refused.headers.emplace_back("Allow", std::string(method));
    reply(std::move(refused));
  };
  if (path.starts_with(ideas))
    return only("PUT", [&] { keep_idea(request, path.substr(ideas.size()), reply); });
  if (path.starts_with(supports))
    return only("PUT", [&] { keep_support(request, path.substr(supports.size()), reply); });
  if (path.starts_with(kiosks) && path.ends_with(heartbeat) &&
      path.size() > kiosks.size() + heartbeat.size()) {
    const auto kiosk = path.substr(kiosks.size(), path.size() - kiosks.size() - heartbeat.size());
    return only("PUT", [&] { beat(request, kiosk, reply); });
  }
  if (const auto at = path.find(orders); path.starts_with(kiosks) && at != std::string_view::npos) {
    const auto kiosk = path.substr(kiosks.size(), std::max(at, kiosks.size()) - kiosks.size());
    return only("PUT", [&] { keep_result(request, kiosk, path.substr(at + orders.size()), reply); });
  }
  if (path == enrolments) return only("POST", [&] { enrol(request, reply); });
  if (path == "/tijdsverklaringen") return only("POST", [&] { state_time(request, reply); });
  if (is_read_only(path_of(request)))
    return only(request.method == "HEAD" ? "HEAD" : "GET", [&] { read_only(request, path, reply); });
  refuse(not_found(), reply);
}

void Routes::Handlers::read_only(const Request& request, std::string_view path, const Reply& reply) {
  if (path == "/gezondheid") return reply(health());
  if (path != "/openapi.json")
    return reply(serve_content(world_.published, path.substr(8), request.headers, now()));
  auto contract = json(200, as_bytes(embedded::openapi_json), now());
  contract.headers.emplace_back("Access-Control-Allow-Origin", "*");
  reply(std::move(contract));
}

Response Routes::Handlers::health() {
  const auto asked = world_.store.kiosk({});
  if (!asked && asked.error().code != ErrorCode::NotFound) return problem(unavailable(), now());
  return json(200, as_bytes(R"({"status":"ok"})"), now());
}

std::expected<Kiosk, Trouble> Routes::Handlers::authenticate(const Request& request) {
  auto token = base::header(request.headers, "authorization");
  if (!token.starts_with("Bearer ")) return std::unexpected(unknown_device("Er is geen token meegestuurd."));
  token.remove_prefix(7);
  const auto claimed = wire::token_kiosk(token);
  if (!claimed) return std::unexpected(unknown_device("Het token heeft niet de afgesproken vorm."));
  auto kiosk = world_.store.kiosk(*claimed);
  if (!kiosk && kiosk.error().code != ErrorCode::NotFound) return std::unexpected(later(kiosk.error()));
  if (!kiosk || !kiosk->public_key) return std::unexpected(unknown_device("Dit apparaat is niet aangemeld."));
  const auto verified = wire::verify_token(token, *kiosk->public_key,
                                           {request.method, path_of(request), as_bytes(request.body)}, now(),
                                           limits_.token_skew);
  if (!verified && verified.error().code == ErrorCode::Unavailable)
    return std::unexpected(unknown_device("De klok van het apparaat wijkt te veel af.", wire::clock_differs));
  if (!verified) return std::unexpected(unknown_device("Het token past niet bij dit verzoek."));
  if (kiosk->state != KioskState::Active) return std::unexpected(stopped(kiosk->state));
  return std::move(*kiosk);
}

void Routes::Handlers::keep_idea(const Request& request, std::string_view id, const Reply& reply) {
  if (!base::is_uuid7(id)) return refuse(unreadable("het nummer van het idee is geen UUID versie 7"), reply);
  if (!is_json(request)) return refuse(not_json(), reply);
  const auto kiosk = authenticate(request);
  if (!kiosk) return refuse(kiosk.error(), reply);
  if (const auto wait = ideas_.take(kiosk->id.value, world_.clock.monotonic()))
    return refuse(too_often(*wait), reply);
  const auto bytes = as_bytes(request.body);
  const auto idea = wire::thaw({std::string(id)}, bytes);
  if (!idea && idea.error().too_large)
    return refuse({413, "", "Te groot", "Een idee is hooguit 16 KiB groot."}, reply);
  if (!idea)
    return refuse({400, "", "Ongeldig idee", "Het idee heeft niet de afgesproken vorm.", idea.error().faults},
                  reply);
  NewIdea kept{idea->id,
               kiosk->id,
               idea->sequence,
               idea->reference_hash,
               base::sha256(bytes),
               {bytes.begin(), bytes.end()},
               now()};
  NewIdea known = kept;  // for the receipt; without the bytes
  known.bytes.clear();
  world_.store.keep_idea(std::move(kept), [this, known = std::move(known), reply](Result<KeptIdea> outcome) {
    if (!outcome) return refuse(later(outcome.error()), reply);
    switch (outcome->outcome) {
      case KeptIdea::Outcome::Different:
        return refuse(other_bytes(), reply);
      case KeptIdea::Outcome::SequenceTwice:
        world_.log.warning("kiosk_blocked", {{"kiosk", known.kiosk.value}, {"why", "sequence_twice"}});
        return refuse(sequence_twice(), reply);
      default:
        sign([this, kept = *outcome, known] { return receipt(kept, known); }, reply);
    }
  });
}

Response Routes::Handlers::receipt(const KeptIdea& kept, const NewIdea& idea) {
  const auto receipt = wire::make_receipt(idea.id, idea.sha256, kept.received_at, world_.store.system().epoch,
                                          idea.kiosk, world_.signer.key, world_.signer.kid);
  return json(kept.outcome == KeptIdea::Outcome::New ? 201 : 200, wire::to_bytes(receipt), now());
}

void Routes::Handlers::keep_support(const Request& request, std::string_view id, const Reply& reply) {
  if (!base::is_uuid7(id))
    return refuse(unreadable("het nummer van de steunbetuiging is geen UUID versie 7"), reply);
  if (!is_json(request)) return refuse(not_json(), reply);
  const auto kiosk = authenticate(request);
  if (!kiosk) return refuse(kiosk.error(), reply);
  if (const auto wait = ideas_.take(kiosk->id.value, world_.clock.monotonic()))
    return refuse(too_often(*wait), reply);
  const auto bytes = as_bytes(request.body);
  const auto support = wire::thaw_support({std::string(id)}, bytes);
  if (!support) return refuse(unreadable("verwacht worden idee, gegevenOp en volgnummer"), reply);
  const NewSupport fresh{*support, kiosk->id, base::sha256(bytes), now()};
  world_.store.keep_support(fresh, [this, fresh, reply](Result<KeptSupport> outcome) {
    if (!outcome) return refuse(later(outcome.error()), reply);
    switch (outcome->outcome) {
      case KeptSupport::Outcome::Different:
        return refuse(other_support(), reply);
      case KeptSupport::Outcome::NoSuchIdea:
        return refuse(no_such_idea(), reply);
      default:
        sign([this, kept = *outcome, fresh] { return receipt(kept, fresh); }, reply);
    }
  });
}

Response Routes::Handlers::receipt(const KeptSupport& kept, const NewSupport& support) {
  const auto receipt =
      wire::make_receipt(support.support.id, support.sha256, kept.received_at, world_.store.system().epoch,
                         support.kiosk, world_.signer.key, world_.signer.kid, wire::Acknowledged::Support);
  return json(kept.outcome == KeptSupport::Outcome::New ? 201 : 200, wire::to_bytes(receipt), now());
}

void Routes::Handlers::beat(const Request& request, std::string_view kiosk_id, const Reply& reply) {
  if (!base::is_uuid(kiosk_id)) return refuse(unreadable("het nummer van de kiosk is geen UUID"), reply);
  if (!is_json(request)) return refuse(not_json(), reply);
  const auto kiosk = authenticate(request);
  if (!kiosk) return refuse(kiosk.error(), reply);
  if (kiosk->id.value != kiosk_id) return refuse(not_its_own(), reply);
  const auto said = wire::read_heartbeat(as_bytes(request.body));
  if (!said) return refuse(unreadable("verwacht worden volgnummer, bon en inhoudVersie"), reply);
  Beat beat{kiosk->id,
            said->sequence,
            said->ticket,
            base::make_uuid4(world_.random),
            said->content_version,
            said->software_version,
            said->waiting_ideas,
            said->free_mb,
            said->clock_offset_ms,
            said->last_error,
            said->self_test,
            now()};
  std::string ticket = beat.next_ticket;
  world_.store.beat(std::move(beat), [this, reply, ticket = std::move(ticket),
                                      id = kiosk->id](Result<BeatOutcome> outcome) {
    if (!outcome) return refuse(later(outcome.error()), reply);
    if (*outcome == BeatOutcome::Stale) {
      world_.log.warning("kiosk_blocked", {{"kiosk", id.value}, {"why", "stale_ticket"}});
      return refuse(stale_ticket(), reply);
    }
    sign([this, id, ticket] { return json(200, wire::to_bytes(steering_of(world_, id, ticket)), now()); },
         reply);
  });
}

// Rare enough for a worker to wait until it is on disk.
void Routes::Handlers::keep_result(const Request& request, std::string_view kiosk_id, std::string_view order,
                                   const Reply& reply) {
  if (!base::is_uuid(kiosk_id) || !base::is_uuid(order))
    return refuse(unreadable("het nummer van de kiosk of van de opdracht is geen UUID"), reply);
  if (!is_json(request)) return refuse(not_json(), reply);
  const auto kiosk = authenticate(request);
  if (!kiosk) return refuse(kiosk.error(), reply);
  if (kiosk->id.value != kiosk_id) return refuse(not_its_own(), reply);
  if (const auto wait = ideas_.take(kiosk->id.value, world_.clock.monotonic()))
    return refuse(too_often(*wait), reply);
  const auto result = wire::read_command_result(as_bytes(request.body));
  if (!result) return refuse(unreadable("verwacht wordt uitkomst, en zo nodig diagnose of beeld"), reply);
  const auto kept = world_.store.change(
      [&](Books& books) { return take_result(books, kiosk->id, std::string(order), *result, now()); });
  if (!kept && kept.error().code == ErrorCode::NotFound) return refuse(not_found(), reply);
  if (!kept) return refuse(later(kept.error()), reply);
  reply(json(200, as_bytes(base::to_text(base::Json::object({{"opdrachtId", order}}))), now()));
}

void Routes::Handlers::enrol(const Request& request, const Reply& reply) {
  if (!is_json(request)) return refuse(not_json(), reply);
  if (const auto wait = wrong_codes_.wait_for(request.remote, world_.clock.monotonic()))
    return refuse(too_often(*wait), reply);
  const auto asked = wire::read_enrolment(as_bytes(request.body));
  if (!asked)
    return refuse(unreadable("verwacht worden code (10 tekens) en publiekeSleutel (43 tekens)"), reply);
  const auto wrong = [this, remote = request.remote] {
    (void)wrong_codes_.take(remote, world_.clock.monotonic());
  };
  const auto selector = asked->code.substr(0, 4);
  const auto open = world_.store.open_code(selector);
  if (!open && open.error().code != ErrorCode::NotFound) return refuse(later(open.error()), reply);
  if (!open) return wrong(), refuse(wrong_code(), reply);
  const auto hash = base::argon2id(as_bytes(asked->code), open->salt, limits_.code_cost, 32);
  if (!hash) return refuse(later(hash.error()), reply);
  // Counted here and not when the store has answered, which happens on its own thread.
  if (!base::same_bytes(*hash, open->hash)) wrong();
  world_.store.enrol({selector, *hash, asked->public_key, asked->software_version, now()},
                     [this, reply](Result<Enrolled> outcome) {
                       if (!outcome) return refuse(later(outcome.error()), reply);
                       if (outcome->outcome == Enrolled::Outcome::TooManyTries)
                         return refuse(dead_code(), reply);
                       if (outcome->outcome == Enrolled::Outcome::Refused) return refuse(wrong_code(), reply);
                       world_.log.notice("kiosk_enrolled", {{"kiosk", outcome->kiosk.value}});
                       reply(json(201,
                                  wire::to_bytes(wire::Enrolled{outcome->kiosk, outcome->channel,
                                                                world_.store.system().epoch}),
                                  now()));
                     });
}

void Routes::Handlers::state_time(const Request& request, const Reply& reply) {
  if (!is_json(request)) return refuse(not_json(), reply);
  const auto nonce = wire::read_time_request(as_bytes(request.body));
  if (!nonce) return refuse(unreadable("verwacht wordt een nonce van 22 tot 64 tekens"), reply);
  reply(json(200, wire::time_statement(*nonce, now(), world_.signer.key, world_.signer.kid), now()));
}

Response Routes::Handlers::refuse(Refusal refusal) {
  const auto trouble = trouble_of(refusal);
  refusals_.note(trouble.status, "connection", "");
  return problem(trouble, now());
}

Routes::Routes(World world, RouteLimits limits)
    : handlers_(std::make_unique<Handlers>(std::move(world), limits)) {}
Routes::~Routes() = default;

void Routes::handle(Request request, const Reply& reply) {
  handlers_->handle(std::move(request), reply);
}

Response Routes::refuse(Refusal refusal) const {
  return handlers_->refuse(refusal);
}

}  // namespace wv::central
