// Commands from afar as the courier takes them: once, only from the central, and told back until it knows.
#include <fstream>

#include "sync/client/commands.h"
#include "sync/client/rhythm.h"
#include "tests/support/courier.h"

using namespace wv;
using namespace wv::test;
using namespace std::chrono_literals;
using base::HttpRequest;
using wire::CommandOutcome;
using wire::Deed;

namespace {

std::string outcome_of(Courier& courier, const std::string& id) {
  return courier.text("SELECT uitkomst FROM opdracht WHERE id='" + id + "'");
}

// What the screen leaves in its file.
void screen_did(Courier& courier, const std::string& id, CommandOutcome outcome = CommandOutcome::Done) {
  wire::ScreenCommands commands;
  commands.finished = {{id, outcome}};
  REQUIRE(courier.files.write(courier.place.screen_commands_file(), wire::to_bytes(commands)));
}

}  // namespace

TEST_CASE("the courier looks for content once more when the central says so, and tells that it did") {
  ReadyCourier courier;
  const auto id = courier.central.command(Deed::Synchronise);
  CHECK(courier.word() == "goed");
  CHECK(courier.http.count("timestamp.json") == 2);
  REQUIRE(courier.central.results.contains(id));
  CHECK(courier.central.results.at(id).outcome == CommandOutcome::Done);
}

TEST_CASE("a diagnosis says how the kiosk is, and no word of what visitors typed") {
  ReadyCourier courier;
  courier.idea("Een kanarie in het park");
  std::ofstream(courier.place.self_test_file())
      << R"({"op":"2026-02-28T02:30:00Z","uitslag":"fout","fouten":["scherm-donker"]})";
  const auto id = courier.central.command(Deed::Diagnose);
  CHECK(courier.word() == "goed");
  const auto& result = courier.central.results.at(id);
  REQUIRE(result.diagnosis);
  const auto text = base::to_text(*result.diagnosis);
  CHECK(result.diagnosis->text_or("softwareVersie", "") == "test");
  CHECK(result.diagnosis->text_or("kioskId", "") == FakeCentral::kiosk_id);
  CHECK(result.diagnosis->find("vrijeRuimteMb"));
  CHECK(result.diagnosis->find("rondes")->items()->size() == 1);  // this one is not over yet
  CHECK(text.find("scherm-donker") != std::string::npos);
  CHECK(text.find("kanarie") == std::string::npos);
  CHECK(text.find("\"bon\"") == std::string::npos);
}

TEST_CASE("a command overheard and sent again is carried out once, and told again to a central that forgot") {
  ReadyCourier courier;
  const auto id = courier.central.command(Deed::Synchronise);
  CHECK(courier.word() == "goed");
  courier.central.results.clear();
  courier.http.requests.clear();
  CHECK(courier.word() == "goed");  // the command came again
  CHECK(courier.http.count("timestamp.json") == 1);
  CHECK(courier.central.results.contains(id));
  courier.central.commands.clear();
  courier.central.results.clear();
  CHECK(courier.word() == "goed");
  CHECK(courier.central.results.empty());
}

TEST_CASE("a proxy that writes its own commands into the answer is not obeyed") {
  ReadyCourier courier;
  const auto stranger = courier.central.repository.new_key();
  const auto now = courier.clock.now();
  const std::string other = "019a5e3c-7d10-7c3a-9f0e-000000000999";
  const auto good = courier.central.command(Deed::Synchronise);
  courier.central.commands.push_back("a.b.c");
  courier.central.commands.push_back(wire::sign_command(
      {other, {FakeCentral::kiosk_id}, Deed::Restart, {}, {}, {}, now, now + 1h}, stranger, "ontvangst-1"));
  courier.central.commands.push_back(
      wire::sign_command({other, {other}, Deed::Restart, {}, {}, {}, now, now + 1h},
                         courier.central.receipt_key, "ontvangst-1"));
  courier.central.commands.push_back(
      wire::sign_command({other, {FakeCentral::kiosk_id}, Deed::Restart, {}, {}, {}, now - 2h, now - 1h},
                         courier.central.receipt_key, "ontvangst-1"));
  CHECK(courier.word() == "goed");
  CHECK(courier.text("SELECT count(*) FROM opdracht") == "1");
  CHECK(courier.central.results.size() == 1);
  CHECK(courier.central.results.contains(good));
}

TEST_CASE("a word that only a later kiosk knows is answered as not known, and the next one is carried out") {
  ReadyCourier courier;
  const std::string id = "019a5e3c-7d10-7c3a-9f0e-000000000777";
  wire::Command command{
      id, {FakeCentral::kiosk_id}, {}, {}, {}, {}, courier.clock.now(), courier.clock.now() + 1h};
  courier.central.commands.push_back(wire::sign_command(command, courier.central.receipt_key, "ontvangst-1"));
  const auto known = courier.central.command(Deed::Synchronise);
  CHECK(courier.word() == "goed");
  CHECK(courier.central.results.at(id).outcome == CommandOutcome::Unknown);
  CHECK(courier.central.results.at(known).outcome == CommandOutcome::Done);
}

TEST_CASE("what the screen has to do waits for the screen, which is told of by day") {
  ReadyCourier courier;
  const auto id = courier.central.command(Deed::Notice, "Morgen is er koffie.");
  CHECK(courier.word() == "goed");
  CHECK(outcome_of(courier, id).empty());
  CHECK(courier.central.results.empty());
  client::Commands commands(courier.world, courier.place, *courier.store);
  CHECK_FALSE(commands.has_news().value());
  screen_did(courier, id);
  CHECK(commands.has_news().value());
  client::Situation situation;
  situation.now = situation.last_ended.emplace(courier.clock.now());
  situation.has_content = situation.has_news = true;
  CHECK(client::next_round(courier.clock, courier.random, 1h, situation) <= courier.clock.now() + 45s);
  CHECK(courier.word() == "goed");
  CHECK(courier.central.results.at(id).outcome == CommandOutcome::Done);
  CHECK_FALSE(commands.has_news().value());
}

TEST_CASE(
    "a screen that was busy for days is too late, and a command is forgotten when it cannot come again") {
  ReadyCourier courier;
  const auto id = courier.central.command(Deed::Restart);
  CHECK(courier.word() == "goed");
  courier.central.commands.clear();
  courier.clock.advance(73h);
  CHECK(courier.word() == "verlopen");  // so is the content, by then
  CHECK(courier.central.results.at(id).outcome == CommandOutcome::Late);
  courier.clock.advance(1h);
  (void)courier.word();
  CHECK(courier.text("SELECT count(*) FROM opdracht") == "0");
}

TEST_CASE("a picture goes along when the screen made one, and one that is no picture does not") {
  ReadyCourier courier;
  const auto id = courier.central.command(Deed::Picture);
  CHECK(courier.word() == "goed");
  const std::string png = "\x89PNG\r\n\x1a\n and the rest";
  const bool good = GENERATE(true, false);
  std::ofstream(courier.place.screen_picture_file()) << (good ? png : "<html>");
  screen_did(courier, id);
  CHECK(courier.word() == "goed");
  const auto& result = courier.central.results.at(id);
  CHECK(result.outcome == (good ? CommandOutcome::Done : CommandOutcome::Failed));
  CHECK(result.picture == (good ? bytes_of(png) : base::Bytes{}));
}

TEST_CASE("a central that cannot be told is told later, and one that will not hear is left alone") {
  ReadyCourier courier;
  const auto id = courier.central.command(Deed::Synchronise);
  SECTION("the line breaks") {
    courier.http.misfortune("/opdrachten/", [](const HttpRequest&) -> ScriptedHttp::Answer {
      return base::fail(base::ErrorCode::Unavailable, "centraal.test: connection reset by peer");
    });
    CHECK(courier.word() == "geen-verbinding");
    CHECK(courier.central.results.empty());
    courier.central.commands.clear();
    CHECK(courier.word() == "goed");
    CHECK(courier.central.results.contains(id));
  }
  SECTION("it was withdrawn there, and is no longer known") {
    courier.http.misfortune("/opdrachten/",
                            [](const HttpRequest&) -> ScriptedHttp::Answer { return problem_answer(404); });
    CHECK(courier.word() == "goed");
    courier.central.commands.clear();
    CHECK(courier.word() == "goed");
    CHECK(courier.central.results.empty());
  }
}
