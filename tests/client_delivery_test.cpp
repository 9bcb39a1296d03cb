// What happens to an idea between "Bewaard" and the central's signature, and after.
#include <fstream>

#include "tests/support/courier.h"

using namespace wv;
using namespace wv::test;
using base::HttpRequest;
using base::HttpResponse;

namespace {

ScriptedHttp::Handler reply(HttpResponse response) {
  return [response](const HttpRequest&) -> ScriptedHttp::Answer { return response; };
}

}  // namespace

TEST_CASE(
    "ideas arrive oldest first, byte for byte, and wait for the durable mark before they may be erased") {
  ReadyCourier courier;
  const auto first = courier.idea("Een bankje"), second = courier.idea("Een boom");
  CHECK(courier.word() == "goed");
  CHECK(courier.central.order == std::vector{first, second});
  CHECK(courier.central.ideas.at(first) == bytes_of("Een bankje"));
  CHECK(courier.state_of(first) == "bevestigd");
  CHECK(courier.notice("aflevering") == "alles-bezorgd");
  courier.clock.advance(std::chrono::hours{1});
  courier.central.durable_until = courier.clock.now();
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(first) == "wissen");
  courier.screen_erases(first);
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(first) == "(no row)");
  CHECK(courier.state_of(second) == "wissen");
  CHECK(courier.central.order.size() == 2);
}

TEST_CASE("an idea received a moment after the durable mark is kept") {
  ReadyCourier courier;
  const auto id = courier.idea();
  courier.central.durable_until = courier.clock.now() - std::chrono::seconds{1};
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(id) == "bevestigd");
}

TEST_CASE("a reset after the central's commit is mended by sending the same bytes again") {
  ReadyCourier courier;
  const auto id = courier.idea();
  courier.loses_receipt("/ideeen/");
  CHECK(courier.word() == "geen-verbinding");
  CHECK(courier.state_of(id) == "klaar");
  courier.clock.advance(std::chrono::minutes{31});
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(id) == "bevestigd");
  CHECK(courier.central.order.size() == 1);
}

TEST_CASE(
    "only a receipt that the central signed for this idea, these bytes and this kiosk is an "
    "acknowledgement") {
  ReadyCourier courier;
  const auto id = courier.idea("Een bankje");
  const auto digest = base::sha256("Een bankje");
  const auto other_digest = base::sha256("Iets anders");
  const std::string other = "019a5e3c-7d10-7c3a-9f0e-000000000999";
  const auto& key = courier.central.receipt_key;
  const base::KeyPair stranger = courier.central.repository.new_key();
  const model::KioskId kiosk{FakeCentral::kiosk_id};
  const auto receipt = [&](const model::IdeaId& idea, const base::Digest& sha256, const model::KioskId& to,
                           const base::KeyPair& by) {
    return wire::to_bytes(
        wire::make_receipt(idea, sha256, courier.clock.now(), courier.central.epoch, to, by, "ontvangst-1"));
  };
  base::Bytes body;
  SECTION("forged by a proxy") {
    body = receipt({id}, digest, kiosk, stranger);
  }
  SECTION("for another idea") {
    body = receipt({other}, digest, kiosk, key);
  }
  SECTION("for other bytes") {
    body = receipt({id}, other_digest, kiosk, key);
  }
  SECTION("for another kiosk") {
    body = receipt({id}, digest, {other}, key);
  }
  SECTION("no receipt at all") {
    body = bytes_of("{}");
  }
  SECTION("no JSON") {
    body = bytes_of("OK");
  }
  courier.http.misfortune("/ideeen/", reply(json_answer(201, body)));
  CHECK(courier.word() == "bewijs-ongeldig");
  CHECK(courier.state_of(id) == "klaar");
  CHECK(courier.notice("aflevering") == "bewijs-ongeldig");
}

TEST_CASE("a portal that says 200 to everything does not swallow an idea") {
  ReadyCourier courier;
  const auto id = courier.idea();
  courier.http.misfortune("/ideeen/", reply(portal_page()));
  CHECK(courier.word() == "portaal");
  CHECK(courier.state_of(id) == "klaar");
}

TEST_CASE("a refused idea steps aside with its reason, and the queue goes on") {
  ReadyCourier courier;
  const auto bad = courier.idea("Geweigerd"), good = courier.idea("Goed");
  const int status = GENERATE(400, 409, 413, 415);
  courier.http.misfortune(bad, reply(problem_answer(status, "reden")));
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(bad) == "afgewezen");
  CHECK(courier.fault_of(bad) == std::to_string(status) + " reden");
  CHECK(courier.state_of(good) == "bevestigd");
  CHECK(courier.notice("aflevering") == "geweigerd");
  courier.http.requests.clear();
  CHECK(courier.word() == "goed");
  CHECK(courier.http.count(bad) == 0);  // only an operator may offer it again
}

TEST_CASE("a 400 or 413 from something that is not the central refuses nothing") {
  ReadyCourier courier;
  const auto id = courier.idea();
  courier.http.misfortune("/ideeen/",
                          reply({413, {{"content-type", "text/html"}}, bytes_of("<h1>413</h1>"), true}));
  CHECK(courier.word() == "portaal");
  CHECK(courier.state_of(id) == "klaar");
}

TEST_CASE("a clock that is an hour off is corrected once by the answer's date, and the idea goes through") {
  ReadyCourier courier;
  courier.central.clock_ahead = std::chrono::hours{1};
  const auto id = courier.idea();
  CHECK(courier.word() == "goed");
  CHECK(courier.central.tokens_refused == 1);
  CHECK(courier.state_of(id) == "bevestigd");
  CHECK(courier.notice("klok") == "wijkt-af");
  CHECK(courier.word() == "goed");
  CHECK(courier.central.tokens_refused == 1);  // the offset is remembered
}

TEST_CASE("a second 401 is no matter of the clock and stops the round") {
  ReadyCourier courier;
  const auto id = courier.idea();
  courier.http.misfortune("/ideeen/",
                          reply(problem_answer(401, {}, {{"date", "Sun, 01 Mar 2026 10:00:00 GMT"}})), 9);
  CHECK(courier.word() == "onbetrouwbaar");
  CHECK(courier.http.count("/ideeen/") == 2);
  CHECK(courier.state_of(id) == "klaar");
}

TEST_CASE("a revoked kiosk stops sending and keeps its sealed ideas") {
  ReadyCourier courier;
  const auto first = courier.idea("Een"), second = courier.idea("Twee");
  courier.http.misfortune("/ideeen/", reply(problem_answer(403, "apparaat-ingetrokken")), 9);
  CHECK(courier.word() == "ingetrokken");
  CHECK(courier.http.count("/ideeen/") == 1);
  CHECK(courier.state_of(first) == "klaar");
  CHECK(courier.state_of(second) == "klaar");
  CHECK(courier.notice("aanmelding") == "ingetrokken");
}

TEST_CASE("an idea on which the central stumbles does not keep the others here") {
  ReadyCourier courier;
  const auto bad = courier.idea("Struikelblok"), good = courier.idea("Goed");
  courier.http.misfortune(bad, reply(problem_answer(500)), 9);
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(bad) == "klaar");
  CHECK(courier.state_of(good) == "bevestigd");
  CHECK(courier.text("SELECT pogingen FROM levering WHERE idee='" + bad + "'") == "1");
}

TEST_CASE("a busy central stops the queue for as long as it asks") {
  ReadyCourier courier;
  const auto id = courier.idea("Een");
  courier.idea("Twee");
  courier.http.misfortune("/ideeen/", reply(problem_answer(503, {}, {{"retry-after", "600"}})), 9);
  CHECK(courier.word() == "druk");
  CHECK(courier.http.count("/ideeen/") == 1);
  courier.http.forgive();
  courier.clock.advance(std::chrono::minutes{9});
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(id) == "klaar");
  courier.clock.advance(std::chrono::minutes{2});
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(id) == "bevestigd");
}

TEST_CASE("a restored central gets every acknowledged idea again, in the same round that it says so") {
  ReadyCourier courier;
  const auto id = courier.idea();
  REQUIRE(courier.word() == "goed");
  courier.central.ideas.clear();  // the backup is older
  courier.central.order.clear();
  courier.central.epoch = "5d1e0000-0000-4000-8000-000000000002";
  CHECK(courier.word() == "goed");
  CHECK(courier.central.order == std::vector{id});
  CHECK(courier.state_of(id) == "bevestigd");
  CHECK(courier.fact(client::fact::epoch) == courier.central.epoch);
}

TEST_CASE("a durable mark of another epoch erases nothing") {
  ReadyCourier courier;
  const auto id = courier.idea();
  REQUIRE(courier.word() == "goed");
  courier.central.epoch = "5d1e0000-0000-4000-8000-000000000002";
  courier.central.durable_until = courier.clock.now() + std::chrono::hours{1};
  courier.http.misfortune("/ideeen/", [](const HttpRequest&) -> ScriptedHttp::Answer {
    return base::fail(base::ErrorCode::Unavailable, "centraal.test: down again");
  });
  CHECK(courier.word() == "geen-verbinding");
  CHECK(courier.state_of(id) == "klaar");
}

TEST_CASE("the heartbeat shows the last ticket it was given and counts what waits") {
  ReadyCourier courier;
  CHECK(courier.word() == "goed");
  const auto& beats = courier.central.heartbeats;
  REQUIRE(beats.size() == 2);
  CHECK(beats[0].ticket.empty());
  CHECK(beats[1].ticket == "bon-1");
  CHECK(beats[1].sequence == 2);
  CHECK(beats[1].content_version == courier.central.repository.targets.version);
  CHECK(beats[1].waiting_ideas == 0);
}

TEST_CASE("the heartbeat tells what the kiosk found at night, and nothing when that cannot be read") {
  ReadyCourier courier;
  const auto& beats = courier.central.heartbeats;
  const auto left_behind = [&](std::string_view text) {
    std::ofstream(courier.place.self_test_file()) << text;
    CHECK(courier.word() == "goed");
    return beats.back().self_test;
  };
  CHECK(left_behind(R"({"op":"2026-02-28T02:30:00Z","uitslag":"fout","fouten":["scherm-donker"]})") ==
        model::SelfTest{*base::parse_rfc3339("2026-02-28T02:30:00Z"), {"scherm-donker"}});
  CHECK_FALSE(left_behind(R"({"op":"2026-02-28T02:30:00Z","uitslag":"goed")"));
  CHECK_FALSE(left_behind(std::string(100'000, ' ')));
  CHECK_FALSE(left_behind(""));
}

TEST_CASE("a lost answer to a heartbeat is forgiven: the earlier ticket still counts") {
  ReadyCourier courier;
  courier.http.misfortune("/hartslag", [&](const HttpRequest& request) -> ScriptedHttp::Answer {
    (void)courier.central.answer(request);
    return base::fail(base::ErrorCode::Unavailable, "centraal.test: connection reset by peer");
  });
  CHECK(courier.word() == "geen-verbinding");
  CHECK(courier.word() == "goed");
}

TEST_CASE("a copy of this kiosk elsewhere blocks it, and the staff screen says so") {
  ReadyCourier courier;
  courier.http.misfortune("/hartslag", reply(problem_answer(409, "apparaat-geblokkeerd")));
  CHECK(courier.word() == "geblokkeerd");
  CHECK(courier.notice("aanmelding") == "geblokkeerd");
}

TEST_CASE("an order to stop intake is passed on to the screen, and lifted again") {
  ReadyCourier courier;
  courier.central.orders = {wire::Order::StopIntake};
  CHECK(courier.word() == "goed");
  CHECK(courier.notice("aanmelding") == "inname-gestopt");
  courier.central.orders.clear();
  CHECK(courier.word() == "goed");
  CHECK(courier.notice("aanmelding") == "aangemeld");
}

TEST_CASE("an idea that is damaged on the kiosk's own disk is set aside, not sent") {
  ReadyCourier courier;
  const auto id = courier.idea("Een bankje");
  {
    auto database = db::Database::open(courier.place.ideas_file(), db::OpenMode::OwnPrecious).value();
    REQUIRE(database.run("UPDATE idee SET bytes=CAST('Een bonkje' AS BLOB)"));
  }
  CHECK(courier.word() == "goed");
  CHECK(courier.state_of(id) == "afgewezen");
  CHECK(courier.central.ideas.empty());
}

TEST_CASE("a notice keeps the moment at which it began for as long as it says the same") {
  ReadyCourier courier;
  const auto since = courier.text("SELECT sinds FROM melding WHERE sleutel='verbinding'");
  courier.clock.advance(std::chrono::hours{1});
  CHECK(courier.word() == "goed");
  CHECK(courier.text("SELECT sinds FROM melding WHERE sleutel='verbinding'") == since);
  courier.http.misfortune(
      "",
      [](const HttpRequest&) -> ScriptedHttp::Answer {
        return base::fail(base::ErrorCode::Unavailable, "centraal.test: no route");
      },
      9);
  CHECK(courier.word() == "geen-verbinding");
  CHECK(courier.text("SELECT sinds FROM melding WHERE sleutel='verbinding'") != since);
}
