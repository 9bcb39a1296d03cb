// The central's HTTP interface, answer by answer: every code of the contract, and what hostile requests get.
#include "sync/wire/problem.h"
#include "sync/wire/receipt.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;

namespace {

// Every refusal has the same shape, in Dutch, and says nothing of what was sent.
void check_problem(const Response& response, int status, std::string_view type = "") {
  CHECK(response.status == status);
  CHECK(header_of(response, "Content-Type") == "application/problem+json");
  CHECK(header_of(response, "API-Version") == "1.0.0");
  const auto json = json_of(response);
  CHECK(json.integer_or("status", 0) == status);
  CHECK_FALSE(json.text_or("title", "").empty());
  CHECK_FALSE(json.text_or("detail", "").empty());
  if (!type.empty()) CHECK(json.text_or("type", "") == type);
}

wire::Receipt receipt_in(const Response& response) {
  return must(wire::read_receipt(as_bytes(body_of(response))));
}

}  // namespace

TEST_CASE("an idea is received: 201 with a receipt that proves it", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto id = an_idea_id(central);
  const auto body = an_idea(1);
  const auto response = kiosk.put(central, id, body);
  REQUIRE(response.status == 201);
  const auto receipt = receipt_in(response);
  CHECK(receipt.epoch == central.store->system().epoch);
  must(wire::verify_receipt(receipt, {id}, base::sha256(body), kiosk.id,
                            {central.signer.kid, central.signer.key.public_key}));
}

TEST_CASE("the same idea again, hours later: 200 with the same receipt", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto id = an_idea_id(central);
  const auto first = kiosk.put(central, id, an_idea(1));
  central.clock.at += std::chrono::hours(3);
  const auto again = kiosk.put(central, id, an_idea(1));
  CHECK(again.status == 200);
  CHECK(body_of(again) == body_of(first));
}

TEST_CASE("the same request overheard and sent again changes nothing", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto request = kiosk.idea_request(central, an_idea_id(central), an_idea(1));
  const auto first = central.send(request);
  const auto replayed = central.send(request);
  CHECK(first.status == 201);
  CHECK(replayed.status == 200);
  CHECK(body_of(replayed) == body_of(first));
}

TEST_CASE("other bytes under a known id: 409", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto id = an_idea_id(central);
  kiosk.put(central, id, an_idea(1));
  check_problem(kiosk.put(central, id, an_idea(1, "Iets anders")), 409, wire::other_bytes);
  CHECK(kiosk.put(central, id, an_idea(1)).status == 200);
}

TEST_CASE("a number used twice: 409, and then this identity is blocked: 403", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  kiosk.put(central, an_idea_id(central), an_idea(5));
  check_problem(kiosk.put(central, an_idea_id(central), an_idea(5, "Van een ander apparaat")), 409,
                "volgnummer-dubbel");
  check_problem(kiosk.put(central, an_idea_id(central), an_idea(6)), 403, wire::kiosk_blocked);
}

TEST_CASE("wrong ideas: 400 with all mistakes at once, and without repeating what was typed", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto id = an_idea_id(central);
  const auto response = kiosk.put(central, id, R"({"tekst":"","volgnummer":0,"geheimzinnig":"kanarie-7"})");
  check_problem(response, 400);
  const auto json = json_of(response);
  REQUIRE(json.find("fouten"));
  CHECK(json.find("fouten")->items()->size() >= 3);
  CHECK(body_of(response).find("kanarie-7") == std::string::npos);
}

TEST_CASE("hostile bodies are refused as 400 and leave nothing behind", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const std::string deep(8000, '[');
  for (const std::string& body :
       {std::string(), std::string("{"), std::string("null"), std::string("[]"), deep,
        std::string("{\"tekst\":\"\xff\"}"),
        std::string(R"({"tekst":"a","tekst":"b","volgnummer":1,"ingevoerdOp":"2026-03-01T10:00:00Z"})"),
        std::string(R"({"tekst":"\ud800","volgnummer":1,"ingevoerdOp":"2026-03-01T10:00:00Z"})"),
        std::string("{\"tekst\":\"a\0b\"}", 15),
        std::string(
            R"({"tekst":"a","volgnummer":99999999999999999999,"ingevoerdOp":"2026-03-01T10:00:00Z"})"),
        an_idea(1, std::string(1001, 'x')), an_idea(1, "bel\x07")})
    check_problem(kiosk.put(central, an_idea_id(central), body), 400);
  std::size_t kept = 0;
  must(central.store->ideas([&](const central::IdeaRow&) { return ++kept, true; }));
  CHECK(kept == 0);
}

TEST_CASE("an address that is no idea: 400; an envelope that is too large: 413; not JSON: 415", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  check_problem(kiosk.put(central, "", an_idea(1)), 404);  // a slash at the end is no address at all
  for (const std::string id : {"1", "../../etc/passwd", "019a5e3c-7d10-4c3a-9f0e-5b8f7c1d2e3f",
                               "019A5E3C-7D10-7C3A-9F0E-5B8F7C1D2E3F"})
    check_problem(kiosk.put(central, id, an_idea(1)), 400);
  const auto id = an_idea_id(central);
  check_problem(kiosk.put(central, id, std::string(17 * 1024, ' ') + an_idea(1)), 413);
  auto request = kiosk.idea_request(central, id, an_idea(1));
  request.headers[0].second = "text/plain";
  check_problem(central.send(request), 415);
  request.headers[0].second = "application/json; charset=utf-8";
  CHECK(central.send(request).status == 201);
}

TEST_CASE("who cannot prove to be a kiosk gets 401", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto id = an_idea_id(central);
  const auto good = kiosk.idea_request(central, id, an_idea(1));

  auto none = good;
  none.headers.pop_back();
  const auto refused = central.send(none);
  check_problem(refused, 401);
  CHECK(header_of(refused, "WWW-Authenticate") == "Bearer");

  for (const std::string token : {"", "x", "a.b.c", "Basic eDp5"}) {
    auto wrong = good;
    wrong.headers.back().second = "Bearer " + token;
    check_problem(central.send(wrong), 401);
  }
  auto other_body = good;
  other_body.body = an_idea(1, "Verwisseld onderweg");
  check_problem(central.send(other_body), 401);
  auto other_path = good;
  other_path.target = "/kiosk/v1/ideeen/" + an_idea_id(central);
  check_problem(central.send(other_path), 401);

  TestKiosk stranger{base::make_key_pair(central.random), kiosk.id};
  check_problem(stranger.put(central, id, an_idea(1)), 401);
  TestKiosk unknown{base::make_key_pair(central.random), {an_idea_id(central)}};
  check_problem(unknown.put(central, id, an_idea(1)), 401);
}

TEST_CASE("a kiosk with a wrong clock is told that it is the clock, with the right time beside it",
          "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto request = kiosk.idea_request(central, an_idea_id(central), an_idea(1));
  for (const auto shift : {std::chrono::hours(1), std::chrono::hours(-2)}) {
    central.clock.at += shift;
    const auto refused = central.send(request);
    check_problem(refused, 401, wire::clock_differs);
    CHECK(header_of(refused, "Date") == (shift > std::chrono::hours(0) ? "Sun, 01 Mar 2026 11:00:00 GMT"
                                                                       : "Sun, 01 Mar 2026 09:00:00 GMT"));
  }
}

TEST_CASE("a revoked kiosk: 403 for ideas and heartbeats", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  must(central.desk->ask(
      Json::object({{"vraag", "kiosk-staat"}, {"kiosk", kiosk.id.value}, {"staat", "ingetrokken"}}),
      [](const Json&) { return true; }));
  check_problem(kiosk.put(central, an_idea_id(central), an_idea(1)), 403, wire::kiosk_revoked);
  check_problem(kiosk.beat(central, ""), 403, wire::kiosk_revoked);
}

TEST_CASE("a flood from one kiosk: 429 that says how long to wait, and others go on", "[store]") {
  Central central;
  central.limits.ideas_at_once = 3;
  central.open();
  const auto one = a_kiosk(central, "een");
  const auto two = a_kiosk(central, "twee");
  for (int i = 1; i <= 3; ++i) CHECK(one.put(central, an_idea_id(central), an_idea(i)).status == 201);
  const auto refused = one.put(central, an_idea_id(central), an_idea(4));
  check_problem(refused, 429);
  CHECK(std::stoi(header_of(refused, "Retry-After")) > 0);
  CHECK(two.put(central, an_idea_id(central), an_idea(1)).status == 201);
  central.clock.at += std::chrono::seconds(std::stoi(header_of(refused, "Retry-After")));
  CHECK(one.put(central, an_idea_id(central), an_idea(4)).status == 201);
}

TEST_CASE("a store that cannot take more: 503 with Retry-After, while content goes on", "[sqlite]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  central.open({.reserve_bytes = ~0ull});
  const auto refused = kiosk.put(central, an_idea_id(central), an_idea(1));
  check_problem(refused, 503);
  CHECK_FALSE(header_of(refused, "Retry-After").empty());
  CHECK(central.get("/gezondheid").status == 200);
}

TEST_CASE("heartbeats hand on a ticket; a lost answer is no reason for alarm", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto first = kiosk.beat(central, "");
  REQUIRE(first.status == 200);
  const auto answer = must(wire::read_heartbeat_answer(as_bytes(body_of(first))));
  CHECK(answer.epoch == central.store->system().epoch);
  CHECK(answer.time == central.clock.at);
  CHECK(kiosk.beat(central, "").status == 200);  // the first answer never arrived
  const auto third = kiosk.beat(central, "");
  CHECK(third.status == 200);
  const auto ticket = must(wire::read_heartbeat_answer(as_bytes(body_of(third)))).ticket;
  CHECK(kiosk.beat(central, ticket).status == 200);
}

TEST_CASE(
    "two machines with one identity: the third heartbeat tells, and nothing more is taken from either") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto ticket_of = [](const Response& response) {
    return must(wire::read_heartbeat_answer(as_bytes(body_of(response)))).ticket;
  };
  const auto shared = ticket_of(kiosk.beat(central, ""));
  const auto original = ticket_of(kiosk.beat(central, shared));
  const auto clone = ticket_of(kiosk.beat(central, shared));
  CHECK(original != clone);
  check_problem(kiosk.beat(central, original), 409, "bon-verouderd");
  check_problem(kiosk.beat(central, clone), 403, wire::kiosk_blocked);
  must(central.desk->ask(
      Json::object({{"vraag", "kiosk-staat"}, {"kiosk", kiosk.id.value}, {"staat", "actief"}}),
      [](const Json&) { return true; }));
  CHECK(kiosk.beat(central, "whatever it has").status == 200);
}

TEST_CASE("a heartbeat is about the kiosk itself: 403 for another's, 400 for nonsense", "[store]") {
  Central central;
  const auto one = a_kiosk(central, "een");
  const auto two = a_kiosk(central, "twee");
  const auto path = "/kiosk/v1/kiosken/" + two.id.value + "/hartslag";
  check_problem(
      central.send(one.signed_request(central, "PUT", path, R"({"volgnummer":1,"bon":"","inhoudVersie":0})")),
      403);
  const auto own = "/kiosk/v1/kiosken/" + one.id.value + "/hartslag";
  check_problem(central.send(one.signed_request(central, "PUT", own, R"({"bon":1})")), 400);
  check_problem(central.send(one.signed_request(central, "PUT", "/kiosk/v1/kiosken/x/hartslag", "{}")), 400);
}

TEST_CASE("a time statement is signed, bound to the nonce, and free for who has a dead clock", "[store]") {
  Central central;
  const std::string nonce = "0123456789abcdefghijkl";
  const auto response = central.post("/tijdsverklaringen", R"({"nonce":")" + nonce + R"("})");
  REQUIRE(response.status == 200);
  const auto time =
      wire::read_time_statement(as_bytes(body_of(response)), nonce, central.signer.key.public_key);
  CHECK(must(time) == central.clock.at);
  CHECK_FALSE(wire::read_time_statement(as_bytes(body_of(response)), "another-nonce-0123456789",
                                        central.signer.key.public_key));
  check_problem(central.post("/tijdsverklaringen", R"({"nonce":"kort"})"), 400);
}

TEST_CASE("the contract and the probe are open; what is not there is 404, a wrong method 405", "[store]") {
  Central central;
  CHECK(json_of(central.get("/gezondheid")).text_or("status", "") == "ok");
  const auto contract = central.get("/openapi.json");
  CHECK(contract.status == 200);
  CHECK(header_of(contract, "Access-Control-Allow-Origin") == "*");
  CHECK(json_of(contract).text_or("openapi", "") == "3.0.3");
  check_problem(central.get("/nergens"), 404);
  check_problem(central.send({"GET", "/", {}, "", ""}), 404);
  check_problem(central.send({"GET", "", {}, "", ""}), 404);
  const auto wrong = central.send({"DELETE", "/kiosk/v1/gezondheid", {}, "", ""});
  check_problem(wrong, 405);
  CHECK(header_of(wrong, "Allow") == "GET");
}

TEST_CASE("every answer carries the security headers", "[store]") {
  Central central;
  for (const auto& response :
       {central.get("/gezondheid"), central.get("/nergens"), central.get("/inhoud/mini/x.json"),
        central.routes->refuse(central::Routes::Refusal::HeaderTooLarge)}) {
    CHECK(header_of(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header_of(response, "X-Frame-Options") == "DENY");
    CHECK(header_of(response, "Strict-Transport-Security") == "max-age=31536000");
    CHECK(header_of(response, "Content-Security-Policy").find("frame-ancestors 'none'") != std::string::npos);
    CHECK(header_of(response, "Cache-Control") == "no-store");
  }
}
