// Other systems and their misfortunes: whatever they do, every idea reaches them once in effect, one that
// they refuse stands in nobody's way, and nothing a resident typed is told to who may not have it.
#include "sync/central/books.h"
#include "sync/central/sql_outbox.h"
#include "sync/relay/klantinteracties.h"
#include "sync/relay/webhook.h"
#include "tests/support/central.h"
#include "tests/support/scripted_http.h"

using namespace wv;
using namespace wv::test;
using base::ErrorCode;
using base::HttpRequest;
using base::HttpResponse;

namespace {

constexpr const char* secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

HttpResponse answer(int status, const Json& body = {}) {
  const auto text = body.is_null() ? std::string() : base::to_text(body);
  return {status, {{"content-type", "application/json"}}, base::Bytes(text.begin(), text.end()), true};
}

// Open Klant, as far as a contact goes: reference numbers are unique.
struct Register {
  std::map<std::string, Json> contacts;  // by uuid
  int made = 0;

  base::Result<HttpResponse> serve(const HttpRequest& request) {
    const auto path = request.url.substr(request.url.find("/klantcontacten") + 15);
    if (request.method == "GET")
      return answer(200, Json::object({{"results", list(path.substr(path.find('=') + 1))}}));
    if (request.method == "POST") return make(*base::parse_json(request.body));
    const auto found = contacts.find(path.substr(1));
    if (found == contacts.end()) return answer(404);
    if (request.method == "DELETE") return contacts.erase(found), answer(204);
    const Json changes = *base::parse_json(request.body);
    for (const auto& [key, value] : *changes.members()) found->second.set(key, value);
    return answer(200, found->second);
  }
  Json list(const std::string& reference) const {
    Json found = Json::array();
    for (const auto& [uuid, contact] : contacts)
      if (contact.text_or("referentienummer", "") == reference) found.push(contact);
    return found;
  }
  HttpResponse make(Json contact) {
    if (!list(std::string(contact.text_or("referentienummer", ""))).items()->empty()) return answer(400);
    const auto uuid = "00000000-0000-4000-8000-" + std::to_string(100000000000 + made++);
    contact.set("uuid", uuid);
    contacts.emplace(uuid, contact);
    return answer(201, contact);
  }
  const Json& only() const {
    REQUIRE(contacts.size() == 1);
    return contacts.begin()->second;
  }
};

// A central with a kiosk, and one system outside behind an Http that the test spoils.
struct Town {
  Central central;
  TestKiosk kiosk = a_kiosk(central, "De Ypelaer");
  Register contacts;
  std::vector<HttpRequest> heard;  // by the webhook
  std::int64_t sequence = 0;
  ScriptedHttp* http = nullptr;  // of the target made last

  std::unique_ptr<relay::Target> open_klant(relay::KlantinteractiesSettings settings = {"openklant",
                                                                                        "https://x/api"}) {
    return relay::klantinteracties(
        std::move(settings), base::Secret("geheim"),
        scripted([this](const HttpRequest& request) { return contacts.serve(request); }));
  }
  std::unique_ptr<relay::Target> hook(relay::WebhookSettings settings = {"haak", "https://y/hook"}) {
    return relay::webhook(std::move(settings), must(relay::webhook_key(secret)),
                          scripted([this](const HttpRequest& request) -> base::Result<HttpResponse> {
                            heard.push_back(request);
                            return answer(204);
                          }),
                          central.clock);
  }
  std::unique_ptr<base::Http> scripted(ScriptedHttp::Handler usual) {
    auto made = std::make_unique<ScriptedHttp>(std::move(usual));
    http = made.get();
    return made;
  }

  std::string give(const std::string& text = "Een bankje bij de speeltuin") {
    const auto id = an_idea_id(central);
    REQUIRE(kiosk.put(central, id, an_idea(++sequence, text)).status == 201);
    return id;
  }
  void reply(const std::string& idea, model::IdeaStatus status, const std::string& words) {
    central::NewAnswer answer{{.id = idea}, status, {}, "gebiedsteam", central.clock.at, {}};
    answer.text.in["nl"] = words;
    must(central.store->answer(answer));
  }
  relay::Delivered round(relay::Target& target, const std::string& holder = "deze") {
    central::SqlOutbox outbox(*central.store, central.clock, holder);
    relay::Delivery delivery(outbox, central.clock, central.random);
    return must(delivery.run(target));
  }
  void later(base::Millis by) { central.clock.at += by; }
  Json event(std::size_t index) const { return must(base::parse_json(heard.at(index).body)); }
};

const auto unreachable = [](const HttpRequest&) -> base::Result<HttpResponse> {
  return base::fail(ErrorCode::Unavailable, "connection refused");
};

}  // namespace

TEST_CASE("an idea becomes one contact with the fields of Open Klant, within its limits", "[store]") {
  Town town;
  const auto id = town.give("Een bankje, 06-12345678");
  const auto target = town.open_klant();
  CHECK(town.round(*target).told == 1);
  const Json& contact = town.contacts.only();
  CHECK(contact.text_or("referentienummer", "") == "7000000001");
  CHECK(contact.text_or("kanaal", "") == "kiosk");
  CHECK(contact.text_or("inhoud", "") == "Een bankje, 06-12345678");
  CHECK(contact.text_or("taal", "") == "nld");
  CHECK(contact.text_or("plaatsgevondenOp", "") == "2026-03-01T10:00:00Z");
  CHECK(contact.find("metadata")->text_or("ideeId", "") == id);
  CHECK(town.round(*target).told == 0);
  CHECK(town.contacts.made == 1);
}

TEST_CASE("an answer of the municipality follows as the reaction, cut to what fits", "[store]") {
  Town town;
  const auto id = town.give();
  const auto target =
      town.open_klant({.name = "openklant", .url = "https://x/api", .longest_reaction = 1000});
  town.round(*target);
  town.reply(id, model::IdeaStatus::InProgress, std::string(1200, 'a'));
  CHECK(town.round(*target).told == 1);
  CHECK(town.contacts.only().text_or("reactie", "").size() == 1000);
  CHECK(town.contacts.only().find("metadata")->text_or("status", "") == "in behandeling");
  CHECK(town.contacts.made == 1);
}

TEST_CASE("the connection breaks after they made the contact: it is found again, not made twice", "[store]") {
  Town town;
  town.give();
  const auto target = town.open_klant();
  town.http->misfortune("/klantcontacten", [&](const HttpRequest& request) -> base::Result<HttpResponse> {
    REQUIRE(request.method == "GET");
    return town.contacts.serve(request);
  });
  town.http->misfortune("/klantcontacten", [&](const HttpRequest& request) -> base::Result<HttpResponse> {
    REQUIRE(request.method == "POST");
    (void)town.contacts.serve(request);
    return base::fail(ErrorCode::Unavailable, "connection reset");
  });
  CHECK(town.round(*target).put_off == 1);
  town.later(std::chrono::minutes{2});
  CHECK(town.round(*target).told == 1);
  CHECK(town.contacts.made == 1);
}

TEST_CASE("a central that forgot what it told, as after a restore, makes nothing twice", "[store]") {
  Town town;
  town.give();
  const auto target = town.open_klant();
  town.round(*target);
  must(town.central.store->change([](central::Books& books) -> base::Result<> {
    WV_CHECK(books.sql().run("DELETE FROM overdracht"));
    return {};
  }));
  CHECK(town.round(*target).told == 1);
  CHECK(town.contacts.made == 1);
}

TEST_CASE("a reference number of somebody else is left alone, and said", "[store]") {
  Town town;
  town.contacts.make(Json::object({{"referentienummer", "7000000001"}, {"onderwerp", "van een ander"}}));
  town.give();
  const auto round = town.round(*town.open_klant());
  CHECK(round.put_off == 1);
  CHECK(round.last_trouble.find("nummerreeks") != std::string::npos);
  CHECK(town.contacts.only().text_or("onderwerp", "") == "van een ander");
}

TEST_CASE("one idea that they refuse stands in nobody's way, and its words are in no message", "[store]") {
  Town town;
  town.give("kanarie");
  town.give("tweede");
  town.give("derde");
  const auto target = town.open_klant();
  const auto refuse = [&](const HttpRequest& request) -> base::Result<HttpResponse> {
    const auto body = base::parse_json(request.body);
    if (request.method != "POST" || body->text_or("inhoud", "") != "kanarie")
      return town.contacts.serve(request);
    return answer(
        400, Json::object({{"invalidParams", Json(Json::Array{Json::object(
                                                 {{"name", "inhoud"}, {"reason", "kanarie mag niet"}})})}}));
  };
  town.http->misfortune("/klantcontacten", refuse, 1000);
  const auto round = town.round(*target);
  CHECK(round.told == 2);
  CHECK(round.put_off == 1);
  CHECK(round.last_trouble.find("400: inhoud") != std::string::npos);
  CHECK(round.last_trouble.find("kanarie") == std::string::npos);
  town.later(std::chrono::hours{2});
  CHECK(town.round(*target).put_off == 0);  // a day is early enough
  town.later(std::chrono::hours{23});
  town.http->forgive();
  CHECK(town.round(*target).told == 1);
  CHECK(town.contacts.contacts.size() == 3);
}

TEST_CASE("they are down for days: few tries, ever further apart, and then everything arrives", "[store]") {
  Town town;
  for (int i = 0; i < 20; ++i) town.give();
  const auto target = town.open_klant();
  town.http->misfortune("/", unreachable, 1'000'000);
  std::size_t rounds = 0;
  for (; rounds < 3 * 24 * 12; ++rounds) {  // every five minutes, three days long
    town.round(*target);
    town.later(std::chrono::minutes{5});
  }
  // Twenty ideas that are tried once an hour.
  CHECK(town.http->requests.size() < 20 * (3 * 24 * 2 + 10));
  CHECK(town.http->requests.size() > 20 * 3 * 24);
  town.http->forgive();
  for (int i = 0; i < 61; ++i) {
    town.round(*target);
    town.later(std::chrono::minutes{1});
  }
  CHECK(town.contacts.contacts.size() == 20);
  CHECK(town.contacts.made == 20);
}

TEST_CASE("a token that is refused ends the round at once, and so does an address that is wrong", "[store]") {
  for (const int status : {401, 403, 404, 301}) {
    Town town;
    for (int i = 0; i < 5; ++i) town.give();
    const auto target = town.open_klant();
    town.http->misfortune(
        "/", [status](const HttpRequest&) -> base::Result<HttpResponse> { return answer(status); }, 99);
    CHECK(town.round(*target).put_off == 1);
    CHECK(town.http->requests.size() == 1);
  }
}

TEST_CASE("who asks to wait is waited for", "[store]") {
  Town town;
  town.give();
  const auto target = town.open_klant();
  town.http->misfortune("/", [](const HttpRequest&) -> base::Result<HttpResponse> {
    auto busy = answer(503);
    busy.headers.emplace_back("retry-after", "7200");
    return busy;
  });
  town.round(*target);
  town.later(std::chrono::minutes{119});
  town.round(*target);
  CHECK(town.http->requests.size() == 1);
  town.later(std::chrono::minutes{2});
  CHECK(town.round(*target).told == 1);
}

TEST_CASE(
    "an idea that is erased on request is erased over there too, even when their answer about it was lost",
    "[store]") {
  const bool lost = GENERATE(false, true);
  Town town;
  const auto id = town.give();
  const auto target = town.open_klant();
  if (lost)
    town.http->misfortune(
        "/klantcontacten",
        [&](const HttpRequest& request) -> base::Result<HttpResponse> {
          auto served = town.contacts.serve(request);
          if (request.method == "GET") return served;
          return base::fail(ErrorCode::Unavailable, "connection reset");
        },
        2);
  town.round(*target);
  REQUIRE(town.contacts.contacts.size() == 1);
  must(town.central.store->erase({id}, "verzoek bewoner", town.central.clock.at));
  town.later(std::chrono::minutes{2});
  town.round(*target);
  CHECK(town.contacts.contacts.empty());
  town.later(std::chrono::hours{2});
  CHECK(town.round(*target).told == 0);
}

TEST_CASE("what they deleted themselves is not made again", "[store]") {
  Town town;
  const auto id = town.give();
  const auto target = town.open_klant();
  town.round(*target);
  town.contacts.contacts.clear();
  town.reply(id, model::IdeaStatus::InProgress, "We kijken ernaar.");
  CHECK(town.round(*target).told == 1);
  CHECK(town.contacts.contacts.empty());
}

TEST_CASE("only one process at a time tells a system, and another takes over when it died", "[store]") {
  Town town;
  const auto target = town.open_klant();
  town.round(*target, "een");
  town.give();
  CHECK(town.round(*target, "twee").told == 0);
  CHECK(town.contacts.made == 0);
  town.later(std::chrono::minutes{3});
  CHECK(town.round(*target, "twee").told == 1);
}

TEST_CASE("a listener hears of an idea and of each answer, in order, without a word that anybody typed",
          "[store]") {
  Town town;
  const auto id = town.give("kanarie");
  town.reply(id, model::IdeaStatus::InModeration, "kanarie twee");
  town.reply(id, model::IdeaStatus::Published, "");
  const auto target = town.hook();
  CHECK(town.round(*target).told == 3);
  REQUIRE(town.heard.size() == 3);
  CHECK(town.event(0).text_or("type", "") == "idee.ontvangen");
  CHECK(town.event(1).text_or("type", "") == "idee.beantwoord");
  CHECK(town.event(1).find("data")->text_or("status", "") == "in moderatie");
  CHECK(town.event(2).find("data")->text_or("status", "") == "gepubliceerd");
  for (const auto& request : town.heard)
    CHECK(base::as_text(request.body).find("kanarie") == std::string_view::npos);
  CHECK(request_header(town.heard[0], "Webhook-Id") != request_header(town.heard[1], "Webhook-Id"));
}

TEST_CASE("an event that has to be sent again keeps its id and gets a new time and signature", "[store]") {
  Town town;
  town.give();
  const auto target = town.hook();
  HttpRequest first;
  town.http->misfortune("/hook", [&](const HttpRequest& request) -> base::Result<HttpResponse> {
    first = request;
    return base::fail(ErrorCode::Unavailable, "connection reset");
  });
  town.round(*target);
  town.later(std::chrono::minutes{2});
  town.round(*target);
  REQUIRE(town.heard.size() == 1);
  CHECK(request_header(town.heard[0], "Webhook-Id") == request_header(first, "Webhook-Id"));
  CHECK(request_header(town.heard[0], "Webhook-Timestamp") != request_header(first, "Webhook-Timestamp"));
  CHECK(request_header(town.heard[0], "Webhook-Signature") != request_header(first, "Webhook-Signature"));
}

TEST_CASE("a listener that may have texts gets them, and one that wants no kiosks gets none", "[store]") {
  Town town;
  town.give("Een bankje");
  must(town.central.store->set_state(town.kiosk.id, central::KioskState::Blocked, "kloon",
                                     town.central.clock.at));
  town.round(*town.hook({.name = "haak",
                         .url = "https://y/hook",
                         .interest = relay::Interest::Ideas,
                         .tells = relay::WebhookSettings::Tells::Texts}));
  REQUIRE(town.heard.size() == 1);
  CHECK(town.event(0).find("data")->text_or("tekst", "") == "Een bankje");
}

TEST_CASE("a kiosk that falls silent is told once, and once more when it speaks again", "[store]") {
  Town town;
  must(answer_to<central::BeatOutcome>([&](auto done) {
    town.central.store->beat({.kiosk = town.kiosk.id, .next_ticket = "a", .now = town.central.clock.at},
                             done);
  }));
  const auto target = town.hook();
  CHECK(town.round(*target).told == 0);
  town.later(std::chrono::hours{40});
  town.round(*target);
  town.round(*target);
  REQUIRE(town.heard.size() == 1);
  CHECK(town.event(0).text_or("type", "") == "kiosk.melding");
  CHECK(town.event(0).find("data")->text_or("meldingen", "") == "stil");
  must(answer_to<central::BeatOutcome>([&](auto done) {
    town.central.store->beat(
        {.kiosk = town.kiosk.id, .ticket = "a", .next_ticket = "b", .now = town.central.clock.at}, done);
  }));
  town.round(*target);
  REQUIRE(town.heard.size() == 2);
  CHECK(town.event(1).find("data")->text_or("meldingen", "x").empty());
  CHECK(request_header(town.heard[0], "Webhook-Id") != request_header(town.heard[1], "Webhook-Id"));
}

TEST_CASE("a signature is that of Standard Webhooks") {
  // The example that the libraries of Standard Webhooks test themselves with.
  const auto key = must(relay::webhook_key(std::string(secret) + "\n"));
  CHECK(
      relay::webhook_signature(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, R"({"test": 2432232314})") ==
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  for (const auto* wrong : {"", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_", "whsec_a2xlaW4=", "whsec_%%%%"})
    CHECK_FALSE(relay::webhook_key(wrong).has_value());
}

TEST_CASE("reference numbers are ten digits, and a series that is full says so") {
  CHECK(relay::reference_number("70", 41) == "7000000041");
  CHECK(relay::reference_number("7", 999'999'999) == "7999999999");
  CHECK(relay::reference_number("7000", 1'000'000).empty());
}
