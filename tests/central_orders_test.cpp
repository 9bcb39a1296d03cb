// Commands from afar at the central: who may give which, what a kiosk gets to hear, and what is written down
// of it.
#include "sync/central/order_books.h"
#include "sync/central/order_options.h"
#include "sync/wire/command.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using namespace std::chrono_literals;
using wire::CommandOutcome;
using wire::Deed;

namespace {

base::Result<std::vector<Json>> ask(Central& central, Json request) {
  std::vector<Json> rows;
  const auto done = central.desk->ask(request, [&](const Json& row) { return rows.push_back(row), true; });
  if (!done) return std::unexpected(done.error());
  return rows;
}

Json an_order(const TestKiosk& kiosk, std::string_view word) {
  return Json::object({{"vraag", "opdracht-geven"}, {"kiosk", kiosk.id.value}, {"opdracht", word}});
}

std::string give(Central& central, const Json& request) {
  return std::string(must(ask(central, request)).front().text_or("opdrachtId", ""));
}

// What the kiosk reads in the answer to its heartbeat, verified as it does.
struct Heartbeats {
  Central& central;
  const TestKiosk& kiosk;
  std::string ticket;
  std::vector<wire::Command> next() {
    const auto response = kiosk.beat(central, ticket);
    REQUIRE(response.status == 200);
    const auto answer = must(wire::read_heartbeat_answer(as_bytes(body_of(response))));
    ticket = answer.ticket;
    std::vector<wire::Command> commands;
    for (const auto& jws : answer.commands)
      commands.push_back(must(wire::open_command(
          jws, kiosk.id, {central.signer.kid, central.signer.key.public_key}, central.clock.at)));
    return commands;
  }
};

Response tell(Central& central, const TestKiosk& kiosk, const std::string& order, std::string body,
              const std::string& of = {}) {
  const auto path = "/kiosk/v1/kiosken/" + (of.empty() ? kiosk.id.value : of) + "/opdrachten/" + order;
  return central.send(kiosk.signed_request(central, "PUT", path, std::move(body)));
}

std::string outcome_of(Central& central, const std::string& order) {
  for (const auto& row : must(ask(central, Json::object({{"vraag", "opdrachten"}}))))
    if (row.text_or("opdrachtId", "") == order) return std::string(row.text_or("uitkomst", ""));
  return "(none)";
}

std::vector<std::string> logged(Central& central) {
  std::vector<std::string> lines;
  for (const auto& row : must(ask(central, Json::object({{"vraag", "logboek"}}))))
    if (row.text_or("wat", "").starts_with("opdracht-"))
      lines.push_back(std::string(row.text_or("wie", "")) + " " + std::string(row.text_or("wat", "")));
  must(central::verify_log(*central.own.reader()));
  return lines;
}

constexpr std::string_view done = R"({"uitkomst":"gedaan"})";

}  // namespace

TEST_CASE(
    "a command waits for the kiosk's heartbeat, comes with each until it is answered, and stands in the log",
    "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central, "een"), other = a_kiosk(central, "twee");
  auto request = an_order(kiosk, "boodschap");
  request.set("tekst", " Morgen is er koffie. ")
      .set("laatsteDag", "2026-03-05")
      .set("wie", "beheerder-noord");
  const auto id = give(central, request);
  Heartbeats beats{central, kiosk, ""}, others{central, other, ""};
  CHECK(others.next().empty());
  for (int twice = 0; twice < 2; ++twice) {
    const auto commands = beats.next();
    REQUIRE(commands.size() == 1);
    CHECK(commands[0].id == id);
    CHECK(commands[0].notice == "Morgen is er koffie.");
    CHECK(commands[0].last_day == base::Day{2026y / 3 / 5});
    CHECK(commands[0].expires_at == central.clock.at + 72h);
  }
  CHECK(outcome_of(central, id).empty());
  CHECK(tell(central, kiosk, id, std::string(done)).status == 200);
  CHECK(tell(central, kiosk, id, std::string(done)).status == 200);  // the answer got lost
  CHECK(outcome_of(central, id) == "gedaan");
  CHECK(beats.next().empty());
  CHECK(logged(central) ==
        std::vector<std::string>{"beheerder-noord opdracht-gegeven " + id + " boodschap " + kiosk.id.value,
                                 kiosk.id.value + " opdracht-gedaan " + id + " boodschap"});
}

TEST_CASE("a kiosk answers for itself alone, and only what it was asked", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central, "een"), other = a_kiosk(central, "twee");
  const auto id = give(central, an_order(kiosk, "herstart"));
  CHECK(tell(central, other, id, std::string(done)).status == 404);
  CHECK(tell(central, other, id, std::string(done), kiosk.id.value).status == 403);
  CHECK(tell(central, kiosk, "019a5e3c-7d10-7c3a-9f0e-000000000999", std::string(done)).status == 404);
  CHECK(tell(central, kiosk, "x", std::string(done)).status == 400);
  CHECK(tell(central, kiosk, id, R"({"uitkomst":"misschien"})").status == 400);
  CHECK(tell(central, kiosk, id, "{}").status == 400);
  CHECK(tell(central, kiosk, id, R"({"uitkomst":"gedaan","beeld":"*"})").status == 400);
  auto unsigned_request = kiosk.signed_request(
      central, "PUT", "/kiosk/v1/kiosken/" + kiosk.id.value + "/opdrachten/" + id, std::string(done));
  unsigned_request.body = R"({"uitkomst":"mislukt"})";
  CHECK(central.send(unsigned_request).status == 401);
  CHECK(outcome_of(central, id).empty());
  CHECK(central.get("/kiosken/" + kiosk.id.value + "/opdrachten/" + id).status == 405);
}

TEST_CASE("no more commands than fit in a heartbeat, and one that is withdrawn makes room", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  std::string first;
  for (std::size_t i = 0; i < wire::most_open_commands; ++i) {
    const auto id = give(central, an_order(kiosk, "synchroniseer"));
    if (first.empty()) first = id;
  }
  const auto refused = ask(central, an_order(kiosk, "synchroniseer"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.find("withdraw one first") != std::string::npos);
  const auto withdraw = Json::object({{"vraag", "opdracht-intrekken"}, {"opdracht", first}});
  must(ask(central, withdraw));
  CHECK_FALSE(ask(central, withdraw));
  CHECK(outcome_of(central, first) == "ingetrokken");
  CHECK(Heartbeats{central, kiosk, ""}.next().size() == wire::most_open_commands - 1);
  give(central, an_order(kiosk, "synchroniseer"));
  // It had heard of it before it was withdrawn, and says what it did.
  CHECK(tell(central, kiosk, first, std::string(done)).status == 200);
  CHECK(outcome_of(central, first) == "gedaan");
}

TEST_CASE("a command that no kiosk fetched in time is over, and the daily round writes that down once",
          "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto id = give(central, an_order(kiosk, "herstart"));
  central.clock.at += 72h;
  CHECK(outcome_of(central, id) == "verlopen");
  CHECK(Heartbeats{central, kiosk, ""}.next().empty());
  CHECK_FALSE(ask(central, Json::object({{"vraag", "opdracht-intrekken"}, {"opdracht", id}})));
  must(central.desk->keep_daily());
  central.clock.at += 25h;
  must(central.desk->keep_daily());
  CHECK(logged(central).back() == "centraal opdracht-verlopen " + id);
  CHECK(logged(central).size() == 2);
  central.clock.at += 91 * 24h;
  must(central.desk->keep_daily());
  CHECK(outcome_of(central, id) == "(none)");
}

TEST_CASE("a command that makes no sense is refused at the desk, with what to do", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto refusal = [&](Json request) {
    const auto asked = ask(central, std::move(request));
    REQUIRE_FALSE(asked);
    return asked.error().message;
  };
  const auto with = [&](std::string_view word, const std::string& key, Json value) {
    return an_order(kiosk, word).set(key, std::move(value));
  };
  CHECK(refusal(an_order(kiosk, "dans")).find("use one of") != std::string::npos);
  CHECK(refusal(an_order(kiosk, "donker")).find("until when") != std::string::npos);
  CHECK(refusal(with("boodschap", "tekst", "Koffie")).find("up to which day") != std::string::npos);
  CHECK(refusal(with("herstart", "tekst", "Koffie")).find("notice alone") != std::string::npos);
  CHECK(refusal(with("boodschap", "tekst", std::string(201, 'x'))).find("200") != std::string::npos);
  CHECK(refusal(with("donker", "laatsteDag", "2026-02-28")).find("over already") != std::string::npos);
  CHECK(refusal(with("herstart", "geldigUren", 745)).find("744") != std::string::npos);
  CHECK(refusal(with("herstart", "kiosk", "nergens")).find("kiosks list") != std::string::npos);
  must(central.store->set_state(kiosk.id, central::KioskState::Revoked, "gestolen", central.clock.at));
  CHECK(refusal(an_order(kiosk, "herstart")).find("kiosks list") != std::string::npos);
}

TEST_CASE("darkness ends at the end of its last day, and is not taken up after it", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  give(central, an_order(kiosk, "donker").set("laatsteDag", "2026-03-01"));
  const auto commands = Heartbeats{central, kiosk, ""}.next();
  REQUIRE(commands.size() == 1);
  CHECK(commands[0].until == base::parse_rfc3339("2026-03-02T00:00:00Z").value());
  CHECK(commands[0].expires_at == commands[0].until);
}

TEST_CASE("a picture and a diagnosis are kept until the next one comes", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto attachment = [&](const std::string& id) {
    return ask(central, Json::object({{"vraag", "opdracht-bijlage"}, {"opdracht", id}}));
  };
  const auto first = give(central, an_order(kiosk, "beeld")),
             second = give(central, an_order(kiosk, "beeld"));
  const auto diagnosis = give(central, an_order(kiosk, "diagnose"));
  wire::CommandResult picture{CommandOutcome::Done, {}, {0x89, 'P', 'N', 'G', 0, 1}};
  const auto send = [&](const std::string& id, const wire::CommandResult& result) {
    const auto bytes = wire::to_bytes(result);
    CHECK(tell(central, kiosk, id, std::string(base::as_text(bytes))).status == 200);
  };
  send(first, picture);
  CHECK(must(attachment(first)).front().text_or("beeld", "") == base::to_base64url(picture.picture));
  picture.picture.push_back(2);
  send(second, picture);
  CHECK_FALSE(attachment(first));
  CHECK(must(attachment(second)).front().text_or("beeld", "") == base::to_base64url(picture.picture));
  send(diagnosis, {CommandOutcome::Done, Json::object({{"vrijeRuimteMb", 12}}), {}});
  const auto said = must(base::from_base64url(must(attachment(diagnosis)).front().text_or("diagnose", "")));
  CHECK(base::as_text(said) == R"({"vrijeRuimteMb":12})");
  CHECK(must(attachment(second)).size() == 1);
}

TEST_CASE("commands survive a copy of the store and a move to the other database", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central);
  const auto id = give(central, an_order(kiosk, "beeld"));
  CHECK(tell(central, kiosk, id, R"({"uitkomst":"gedaan","beeld":"AQID"})").status == 200);
  const auto open = give(central, an_order(kiosk, "donker").set("tot", "2026-03-02T07:00:00+01:00"));
  const auto copy = central.folder.path / "kopie.db";
  must(central.store->copy_to(copy, central.clock.at));
  const auto sql = must(central::open_sqlite(copy, db::OpenMode::Read));
  CHECK(must(central::attachment_of(*sql, id)).bytes == base::Bytes{1, 2, 3});
  const auto orders = must(central::orders_of(*sql, {}, central.clock.at));
  REQUIRE(orders.size() == 2);
  CHECK(must(central::open_orders(*sql, kiosk.id, central.clock.at)).front().id == open);
}
