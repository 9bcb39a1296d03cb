// Support for an idea on its way to the central: once in effect, in one queue with ideas, and never in their
// way.
#include "tests/support/courier.h"

using namespace wv;
using namespace wv::test;
using base::HttpRequest;

TEST_CASE("support arrives byte for byte, and waits for the durable mark like an idea") {
  ReadyCourier courier;
  const auto id = courier.support();
  CHECK(courier.word() == "goed");
  CHECK(courier.central.supports.at(id) == bytes_of(R"({"idee":"i41"})"));
  CHECK(courier.central.ideas.empty());
  CHECK(courier.state_of(id) == "bevestigd");
  courier.clock.advance(std::chrono::hours{1});
  courier.central.durable_until = courier.clock.now();
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(id) == "wissen");
}

TEST_CASE("support whose receipt got lost is delivered again under the same name") {
  ReadyCourier courier;
  const auto id = courier.support();
  courier.loses_receipt("/steunbetuigingen/");
  CHECK(courier.word() == "geen-verbinding");
  CHECK(courier.state_of(id) == "klaar");
  courier.clock.advance(std::chrono::minutes{31});
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(id) == "bevestigd");
  CHECK(courier.central.supports.size() == 1);
}

TEST_CASE("support for an idea that is gone is let go, and nobody is bothered with it") {
  ReadyCourier courier;
  courier.central.idea_is_gone = true;
  const auto support = courier.support();
  const auto idea = courier.idea();
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(support) == "wissen");
  CHECK(courier.state_of(idea) == "bevestigd");
  CHECK(courier.notice("aflevering") == "alles-bezorgd");
}

TEST_CASE("a receipt for an idea does not acknowledge support, however well it is signed") {
  ReadyCourier courier;
  const auto id = courier.support();
  const auto digest = base::sha256(R"({"idee":"i41"})");
  const auto receipt =
      wire::make_receipt({id}, digest, courier.clock.now(), courier.central.epoch, {FakeCentral::kiosk_id},
                         courier.central.receipt_key, "ontvangst-1");
  courier.http.misfortune("/steunbetuigingen/", [&](const HttpRequest&) -> ScriptedHttp::Answer {
    return json_answer(201, wire::to_bytes(receipt));
  });
  CHECK(courier.word() == "bewijs-ongeldig");
  CHECK(courier.state_of(id) == "klaar");
}

TEST_CASE("ideas and support leave in the order in which they were given; the heartbeat counts ideas alone") {
  ReadyCourier courier;
  const auto first = courier.support();
  const auto second = courier.idea();
  courier.http.misfortune(
      "/ideeen/", [](const HttpRequest&) -> ScriptedHttp::Answer { return problem_answer(500); }, 9);
  (void)courier.word();
  CHECK(courier.state_of(first) == "bevestigd");
  CHECK(courier.state_of(second) == "klaar");
  REQUIRE_FALSE(courier.central.heartbeats.empty());
  CHECK(courier.central.heartbeats.back().waiting_ideas == 1);
}

TEST_CASE("a restored central is offered the support again") {
  ReadyCourier courier;
  const auto id = courier.support();
  CHECK(courier.word() == "goed");
  courier.central.epoch = "5d1e0000-0000-4000-8000-000000000002";
  courier.central.supports.clear();
  CHECK(courier.word() == "goed");
  CHECK(courier.central.supports.contains(id));
  CHECK(courier.state_of(id) == "bevestigd");
}
