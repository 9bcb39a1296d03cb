// Commands from afar: only what the central signed for this kiosk, for now, and out of a closed list.
#include "sync/wire/command.h"

#include "sync/base/encoding.h"
#include "sync/wire/heartbeat.h"
#include "sync/wire/jws.h"
#include "sync/wire/receipt.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;
using namespace wv::wire;
using namespace std::chrono_literals;
using base::ErrorCode;

namespace {

const model::KioskId kiosk{"019a5e3c-0000-7000-8000-00000000000a"};
const base::Instant noon = test::at("2026-03-01T12:00:00Z");
const std::string an_id = "019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f";

base::KeyPair a_key(std::uint32_t seed) {
  test::SeededRandom random(seed);
  return base::make_key_pair(random);
}

Command a_command(Deed deed = Deed::Synchronise) {
  return {an_id, kiosk, deed, {}, {}, {}, noon, noon + 24h};
}

Command a_notice(std::string words) {
  auto command = a_command(Deed::Notice);
  command.notice = std::move(words);
  command.last_day = base::Day{2026y / 3 / 5};
  return command;
}

struct Signer {
  base::KeyPair key = a_key(1);
  ReceiptKey known{"ontvangst-1", key.public_key};
  std::string sign(const Command& command) const { return sign_command(command, key, known.kid); }
  base::Result<Command> open(std::string_view jws, base::Instant now = noon) const {
    return open_command(jws, kiosk, known, now);
  }
};

ErrorCode code(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

base::Bytes bytes(std::string_view text) {
  return base::Bytes(text.begin(), text.end());
}

}  // namespace

TEST_CASE("each command of the list comes back as it was signed") {
  const Signer signer;
  auto dark = a_command(Deed::Dark);
  dark.until = noon + 8h;
  for (const Command& command :
       {a_command(Deed::Synchronise), a_command(Deed::Restart), dark, a_command(Deed::Light),
        a_notice("Morgen is er koffie om tien uur: ‘welkom’"), a_command(Deed::Notice),
        a_command(Deed::Picture), a_command(Deed::Diagnose)}) {
    REQUIRE(check(command));
    const auto opened = signer.open(signer.sign(command));
    REQUIRE(opened);
    CHECK(*opened == command);
    CHECK(deed_from_word(deed_word(*command.deed)) == command.deed);
  }
}

TEST_CASE("a forged command, one for another kiosk and one of another time are refused") {
  const Signer signer;
  const auto good = signer.sign(a_command());
  CHECK(signer.open(good));
  CHECK(code(signer.open(sign_command(a_command(), a_key(2), "ontvangst-1"))) == ErrorCode::Denied);
  CHECK(code(signer.open(sign_command(a_command(), signer.key, "ontvangst-2"))) == ErrorCode::Denied);
  CHECK(code(open_command(good, {"019a5e3c-0000-7000-8000-00000000000b"}, signer.known, noon)) ==
        ErrorCode::Denied);
  CHECK(code(signer.open(good, noon + 24h)) == ErrorCode::Unavailable);
  CHECK(signer.open(good, noon + 24h - 1ms));
  CHECK(signer.open(good, noon - 5min));
  CHECK(code(signer.open(good, noon - 5min - 1ms)) == ErrorCode::Unavailable);
  for (const char* text : {"", "a.b.c", "{}", "synchroniseer"}) CHECK_FALSE(signer.open(text));
  for (std::size_t i = 0; i < good.size(); ++i) {
    auto changed = good;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    if (signer.open(changed)) FAIL("byte " << i << " may be changed");
  }
}

TEST_CASE("a receipt or a time statement of the same key is no command, and a command is neither") {
  const Signer signer;
  const auto receipt =
      make_receipt({an_id}, base::sha256("x"), noon, an_id, kiosk, signer.key, signer.known.kid);
  CHECK(code(signer.open(receipt.signature)) == ErrorCode::Denied);
  const std::string payload = R"({"id":")" + an_id + R"(","kioskId":")" + kiosk.value +
                              R"(","opdracht":"herstart","gegevenOp":"2026-03-01T12:00:00Z",)" +
                              R"("geldigTot":"2026-03-02T12:00:00Z"})";
  CHECK(code(signer.open(sign_jws(signer.key, signer.known.kid, "", payload))) == ErrorCode::Denied);
  CHECK(signer.open(sign_jws(signer.key, signer.known.kid, "wijkvenster-opdracht", payload)));
}

TEST_CASE("a command that a later central invents is opened as one that nobody here knows") {
  const Signer signer;
  const auto opened =
      signer.open(sign_jws(signer.key, signer.known.kid, "wijkvenster-opdracht",
                           R"({"id":")" + an_id + R"(","kioskId":")" + kiosk.value +
                               R"(","opdracht":"dans","gegevenOp":"2026-03-01T12:00:00Z",)" +
                               R"("geldigTot":"2026-03-02T12:00:00Z","passen":["links","rechts"]})"));
  REQUIRE(opened);
  CHECK_FALSE(opened->deed);
  CHECK(opened->id == an_id);
}

TEST_CASE("a command that makes no sense is refused by who gives it and by who gets it") {
  const Signer signer;
  std::vector<Command> wrong;
  wrong.push_back(a_notice(std::string(201, 'x')));
  wrong.push_back(a_notice("twee\nregels"));
  wrong.push_back(a_notice("bel\x07"));
  wrong.push_back(a_notice(" met een spatie ervoor"));
  wrong.push_back(a_notice("tot wanneer?"));
  wrong.back().last_day.reset();
  wrong.push_back(a_notice(""));
  wrong.push_back(a_command(Deed::Restart));
  wrong.back().notice = "woorden";
  wrong.push_back(a_command(Deed::Dark));
  wrong.push_back(a_command(Deed::Dark));
  wrong.back().until = noon;
  wrong.push_back(a_command(Deed::Dark));
  wrong.back().until = noon + 32 * 24h;
  wrong.push_back(a_command(Deed::Light));
  wrong.back().until = noon + 1h;
  wrong.push_back(a_command());
  wrong.back().expires_at = noon;
  wrong.push_back(a_command());
  wrong.back().expires_at = noon + 32 * 24h;
  wrong.push_back(a_command());
  wrong.back().id = "1";
  for (const auto& command : wrong) {
    INFO(command.notice << " " << command.id);
    CHECK(code(check(command)) == ErrorCode::Invalid);
    CHECK_FALSE(signer.open(signer.sign(command)));
  }
  CHECK(code(check(a_notice("geen \xff letters"))) == ErrorCode::Invalid);
  std::string most;
  for (int i = 0; i < 200; ++i) most += "é";
  CHECK(check(a_notice(most)));
}

TEST_CASE("as many commands as may be open fit in one answer to a heartbeat, in whatever script") {
  const Signer signer;
  std::string words;
  for (std::size_t i = 0; i < most_notice_characters; ++i) words += "\U0001F333";
  HeartbeatAnswer answer{an_id, noon, "bon", noon, {}, {}};
  for (std::size_t i = 0; i < most_open_commands; ++i)
    answer.commands.push_back(signer.sign(a_notice(words)));
  const auto back = read_heartbeat_answer(to_bytes(answer));
  REQUIRE(back);
  CHECK(back->commands == answer.commands);
  CHECK(signer.open(back->commands.back())->notice == words);
}

TEST_CASE("what is no text among the signed commands does not hide the others") {
  const auto answer = read_heartbeat_answer(
      bytes(R"({"epoch":"e","duurzaamTot":"2026-03-01T03:00:00Z","bon":"b","tijd":"2026-03-01T10:00:00Z",)"
            R"("getekendeOpdrachten":[7,"a.b.c",null]})"));
  REQUIRE(answer);
  CHECK(answer->commands == std::vector<std::string>{"a.b.c"});
}

TEST_CASE("the result of a command comes back as it went, and one that is too large is refused") {
  CommandResult result{CommandOutcome::Done, base::Json::object({{"vrijMb", 12}}), {1, 2, 3}};
  const auto back = read_command_result(to_bytes(result));
  REQUIRE(back);
  CHECK(back->outcome == result.outcome);
  CHECK(back->diagnosis == result.diagnosis);
  CHECK(back->picture == result.picture);
  CHECK(read_command_result(bytes(R"({"uitkomst":"mislukt","ietsNieuws":1})"))->outcome ==
        CommandOutcome::Failed);
  result.diagnosis.reset();
  result.picture.resize(most_picture_bytes);
  const auto largest = to_bytes(result);
  CHECK(largest.size() < 64 * 1024);
  CHECK(read_command_result(largest));
  result.picture.resize(most_picture_bytes + 1);
  CHECK_FALSE(read_command_result(to_bytes(result)));
  for (const char* text : {"", "{}", "[]", R"({"uitkomst":"ja"})", R"({"uitkomst":"gedaan","beeld":"*"})",
                           R"({"uitkomst":"gedaan","diagnose":[]})"})
    CHECK_FALSE(read_command_result(bytes(text)));
}

TEST_CASE("what the screen keeps of commands comes back as it went") {
  ScreenCommands kept;
  CHECK(read_screen_commands(to_bytes(kept)).value() == kept);
  kept.finished = {{an_id, CommandOutcome::Done}, {an_id, CommandOutcome::Failed}};
  kept.dark_until = noon + 8h;
  kept.notice = "Morgen is er koffie.";
  kept.last_day = base::Day{2026y / 3 / 5};
  CHECK(read_screen_commands(to_bytes(kept)).value() == kept);
  for (const char* text : {"", "{}", "[7]", R"({"gedaan":[{"id":"x","uitkomst":"ja"}]})"})
    CHECK_FALSE(read_screen_commands(bytes(text)));
}
