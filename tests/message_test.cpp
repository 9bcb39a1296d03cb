// Tokens, receipts, enrolment, heartbeat and problems: what is signed binds, what is strange is refused.
#include "sync/wire/enrolment.h"
#include "sync/wire/heartbeat.h"
#include "sync/wire/jws.h"
#include "sync/wire/problem.h"
#include "sync/wire/receipt.h"
#include "sync/wire/token.h"

#include <random>

#include "sync/base/encoding.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv;
using namespace wv::wire;
using base::ErrorCode;
using std::chrono::seconds;
using test::SeededRandom;

namespace {

const model::KioskId kiosk{"019a5e3c-0000-7000-8000-00000000000a"};
const model::IdeaId idea{"019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e3f"};
constexpr std::string_view epoch = "5d1e0000-0000-4000-8000-000000000001";
const base::Instant noon = test::at("2026-03-01T12:00:00Z");

base::KeyPair a_key(std::uint32_t seed) {
  SeededRandom random(seed);
  return base::make_key_pair(random);
}

ErrorCode code(const auto& result) {
  REQUIRE_FALSE(result);
  return result.error().code;
}

base::Bytes bytes(std::string_view text) {
  return base::Bytes(text.begin(), text.end());
}

}  // namespace

TEST_CASE("a JWS agrees with RFC 8037, appendix A.4") {
  const auto key =
      base::key_pair_from_seed(base::from_base64url("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A").value())
          .value();
  CHECK(base::to_base64url(key.public_key) == "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");
  const std::string jws =
      "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-"
      "09PGcvMg3AIbQR6dWbhijcNR4ki4iylGj"
      "g5BhVsPt9g7sVvpAr_MuM0KAg";
  const auto opened = open_jws(jws, key.public_key);
  REQUIRE(opened);
  CHECK(opened->payload == "Example of Ed25519 signing");
  CHECK(opened->kid.empty());
}

TEST_CASE("a JWS with another algorithm, a critical header or one bit changed is refused") {
  const auto key = a_key(1);
  const std::string good = sign_jws(key, "k", "", "payload");
  CHECK(open_jws(good, key.public_key));
  CHECK(code(open_jws(good, a_key(2).public_key)) == ErrorCode::Denied);
  const auto with_header = [&](std::string_view header) {
    return base::to_base64url(base::as_bytes(header)) + good.substr(good.find('.'));
  };
  for (const char* header : {R"({"alg":"none"})", R"({"alg":"HS256","kid":"k"})", R"({"kid":"k"})",
                             R"({"alg":"EdDSA","crit":["b64"]})", "[]", "x", ""})
    CHECK_FALSE(open_jws(with_header(header), key.public_key));
  for (const char* text : {"", ".", "..", "a.b", "a.b.c.d", "....", "a.b.\xff"})
    CHECK_FALSE(open_jws(text, key.public_key));
  CHECK_FALSE(open_jws(std::string(20'000, 'a') + good, key.public_key));
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string changed = good;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    if (open_jws(changed, key.public_key)) FAIL("byte " << i << " may be changed");
  }
}

TEST_CASE("a token is good for its own request, for five minutes and a little") {
  const auto key = a_key(3);
  SeededRandom random(4);
  const base::Bytes body = bytes("{}");
  const Request request{"PUT", "/kiosk/v1/ideeen/x", body};
  const std::string token = make_token(key, kiosk, request, noon, random);
  CHECK(token_kiosk(token).value() == kiosk);
  const auto verified = verify_token(token, key.public_key, request, noon + seconds{10});
  REQUIRE(verified);
  CHECK(verified->kiosk == kiosk);
  CHECK(verified->expires_at - verified->issued_at == token_life);
  CHECK(make_token(key, kiosk, request, noon, random) != token);  // jti

  CHECK(verify_token(token, key.public_key, request, noon - seconds{60}));
  CHECK(code(verify_token(token, key.public_key, request, noon - seconds{61})) == ErrorCode::Unavailable);
  CHECK(verify_token(token, key.public_key, request, noon + seconds{359}));
  CHECK(code(verify_token(token, key.public_key, request, noon + seconds{360})) == ErrorCode::Unavailable);

  const base::Bytes other_body = bytes("{ }");
  CHECK(code(verify_token(token, key.public_key, {"PUT", request.path, other_body}, noon)) ==
        ErrorCode::Denied);
  CHECK(code(verify_token(token, key.public_key, {"POST", request.path, body}, noon)) == ErrorCode::Denied);
  CHECK(code(verify_token(token, key.public_key, {"PUT", "/kiosk/v1/ideeen/y", body}, noon)) ==
        ErrorCode::Denied);
  CHECK(code(verify_token(token, a_key(5).public_key, request, noon)) == ErrorCode::Denied);
}

TEST_CASE("a token that its own kiosk made too generous is refused") {
  const auto key = a_key(3);
  const base::Bytes body;
  const Request request{"PUT", "/p", body};
  const auto token = [&](std::string_view name, base::Json value) {
    base::Json claims = base::Json::object({{"iss", kiosk.value},
                                            {"aud", "wijkvenster-centraal"},
                                            {"iat", 1772366400},
                                            {"exp", 1772366700},
                                            {"htm", "PUT"},
                                            {"htu", "/p"},
                                            {"bsh", base::to_base64url(base::sha256(""))},
                                            {"jti", "x"}});
    if (!name.empty()) claims.set(std::string(name), std::move(value));
    return verify_token(sign_jws(key, kiosk.value, "JWT", base::to_text(claims)), key.public_key, request,
                        noon);
  };
  CHECK(token("", {}));
  CHECK(code(token("exp", 1772366400 + 301)) == ErrorCode::Denied);
  CHECK(code(token("exp", 1772366399)) == ErrorCode::Denied);
  CHECK(code(token("exp", INT64_MAX)) == ErrorCode::Denied);
  CHECK(code(token("iat", INT64_MIN)) == ErrorCode::Denied);
  CHECK(code(token("iat", 1.5)) == ErrorCode::Denied);
  CHECK(code(token("aud", "another")) == ErrorCode::Denied);
  CHECK(code(token("iss", "another")) == ErrorCode::Denied);
  CHECK(code(token("jti", "")) == ErrorCode::Denied);
  CHECK_FALSE(verify_token(sign_jws(key, kiosk.value, "", "{}"), key.public_key, request, noon));
}

TEST_CASE("only a receipt for this idea, these bytes and this kiosk is an acknowledgement") {
  const auto key = a_key(6);
  const ReceiptKey known{"ontvangst-1", key.public_key};
  const base::Digest sha256 = base::sha256("frozen");
  const Receipt made = make_receipt(idea, sha256, noon + base::Millis{250}, epoch, kiosk, key, known.kid);
  const auto receipt = read_receipt(to_bytes(made));
  REQUIRE(receipt);
  CHECK(receipt->received_at == noon);
  CHECK(receipt->epoch == epoch);
  CHECK(verify_receipt(*receipt, idea, sha256, kiosk, known));

  CHECK(code(verify_receipt(*receipt, {"019a5e3c-7d10-7c3a-9f0e-5b8f7c1d2e40"}, sha256, kiosk, known)) ==
        ErrorCode::Denied);
  CHECK(code(verify_receipt(*receipt, idea, base::sha256("other"), kiosk, known)) == ErrorCode::Denied);
  CHECK(code(verify_receipt(*receipt, idea, sha256, {"another"}, known)) == ErrorCode::Denied);
  CHECK(code(verify_receipt(*receipt, idea, sha256, kiosk, {known.kid, a_key(7).public_key})) ==
        ErrorCode::Denied);
  CHECK(code(verify_receipt(*receipt, idea, sha256, kiosk, {"ontvangst-2", key.public_key})) ==
        ErrorCode::Denied);
  Receipt changed = *receipt;
  changed.epoch = "5d1e0000-0000-4000-8000-000000000002";
  CHECK(code(verify_receipt(changed, idea, sha256, kiosk, known)) == ErrorCode::Denied);
  changed = *receipt;
  changed.received_at += seconds{1};
  CHECK(code(verify_receipt(changed, idea, sha256, kiosk, known)) == ErrorCode::Denied);
}

TEST_CASE("a body that is no receipt is no acknowledgement, whatever the status was") {
  for (const char* text :
       {"", "{}", "<html>", "{\"ideeId\":1}",
        "{\"ideeId\":\"x\",\"sha256\":\"00\",\"ontvangenOp\":\"nu\",\"epoch\":\"\",\"handtekening\":\"\"}"})
    CHECK_FALSE(read_receipt(bytes(text)));
}

TEST_CASE("a signed time answers one question of one kiosk") {
  const auto key = a_key(8);
  const std::string nonce = "AAECAwQFBgcICQoLDA0ODw";
  CHECK(read_time_request(time_request(nonce)).value() == nonce);
  CHECK_FALSE(read_time_request(time_request("short")));
  CHECK_FALSE(read_time_request(time_request(std::string(65, 'a'))));
  const base::Bytes answer = time_statement(nonce, noon, key, "ontvangst-1");
  CHECK(read_time_statement(answer, nonce, key.public_key).value() == noon);
  CHECK(code(read_time_statement(answer, "AAECAwQFBgcICQoLDA0OD0", key.public_key)) == ErrorCode::Denied);
  CHECK(code(read_time_statement(answer, nonce, a_key(9).public_key)) == ErrorCode::Denied);
}

TEST_CASE("enrolment comes back as it went, and a sloppy one is refused") {
  const Enrolment enrolment{"7K3MZ90QTC", a_key(10).public_key, "0.1.0"};
  const auto back = read_enrolment(to_bytes(enrolment));
  REQUIRE(back);
  CHECK(back->code == enrolment.code);
  CHECK(back->public_key == enrolment.public_key);
  CHECK(back->software_version == "0.1.0");
  CHECK_FALSE(read_enrolment(to_bytes(Enrolment{"7k3mz90qtc", enrolment.public_key, ""})));
  CHECK_FALSE(read_enrolment(to_bytes(Enrolment{"7K3MZ90QTC", enrolment.public_key, std::string(41, 'v')})));
  CHECK_FALSE(read_enrolment(bytes(R"({"code":"7K3MZ90QTC","publiekeSleutel":"AAAA"})")));
  CHECK_FALSE(read_enrolment(bytes(R"({"code":"7K3MZ90QTC"})")));
  CHECK_FALSE(read_enrolment(bytes(R"([])")));

  const Enrolled enrolled{kiosk, "tilburg", std::string(epoch)};
  const auto known = read_enrolled(to_bytes(enrolled));
  REQUIRE(known);
  CHECK(known->kiosk == kiosk);
  CHECK(known->channel == "tilburg");
  CHECK_FALSE(read_enrolled(to_bytes(Enrolled{kiosk, "../tilburg", std::string(epoch)})));
  CHECK_FALSE(read_enrolled(to_bytes(Enrolled{{"k17"}, "tilburg", std::string(epoch)})));
}

TEST_CASE("a heartbeat comes back as it went, and so does its answer") {
  Heartbeat beat{902, "r8Yc", 1772330400, "0.1.0", 3, std::nullopt, -310, "offline"};
  const auto back = read_heartbeat(to_bytes(beat));
  REQUIRE(back);
  CHECK(back->sequence == 902);
  CHECK(back->ticket == "r8Yc");
  CHECK(back->waiting_ideas == 3);
  CHECK_FALSE(back->free_mb);
  CHECK(back->clock_offset_ms == -310);
  CHECK(back->last_error == "offline");
  CHECK(read_heartbeat(to_bytes(Heartbeat{})));  // the first one has no ticket yet
  CHECK_FALSE(read_heartbeat(bytes(R"({"volgnummer":-1,"bon":"","inhoudVersie":0})")));

  const HeartbeatAnswer answer{
      std::string(epoch), noon - seconds{60}, "Zt5q", noon, {Order::SendLog, Order::StopIntake}, {}};
  const auto steering = read_heartbeat_answer(to_bytes(answer));
  REQUIRE(steering);
  CHECK(steering->durable_until == answer.durable_until);
  CHECK(steering->orders == answer.orders);
}

TEST_CASE("a heartbeat brings the self-test of the night along, and one that makes no sense is refused") {
  Heartbeat beat{};
  beat.self_test = model::SelfTest{noon, {"scherm-donker", "aanraakscherm-weg"}};
  const auto back = read_heartbeat(to_bytes(beat));
  REQUIRE(back);
  CHECK(back->self_test == beat.self_test);
  beat.self_test->faults.clear();
  CHECK(read_heartbeat(to_bytes(beat))->self_test == beat.self_test);
  const auto takes = [](const std::string& test) {
    return read_heartbeat(bytes(R"({"volgnummer":1,"bon":"","inhoudVersie":0,"zelftest":)" + test + "}"))
        .has_value();
  };
  const std::string at = R"({"op":"2026-03-01T02:30:00Z",)";
  CHECK(takes(at + R"("uitslag":"fout","fouten":["een-woord-van-later"]})"));
  CHECK(takes(at + R"("uitslag":"goed","fouten":[]})"));
  for (const std::string wrong :
       {R"("uitslag":"goed","fouten":["scherm-donker"]})", R"("uitslag":"fout","fouten":[]})",
        R"("uitslag":"goed"})", R"("fouten":[]})", R"("uitslag":"misschien","fouten":[]})",
        R"("uitslag":"fout","fouten":["Scherm donker"]})", R"("uitslag":"fout","fouten":[""]})",
        R"("uitslag":"fout","fouten":[7]})", R"("uitslag":"fout","fouten":"scherm-donker"})",
        R"("uitslag":"fout","fouten":["a","a","a","a","a","a","a","a","a"]})",
        R"("uitslag":"goed","fouten":[],"meer":1})"}) {
    INFO(wrong);
    CHECK_FALSE(takes(at + wrong));
  }
  CHECK_FALSE(takes(R"({"uitslag":"goed","fouten":[]})"));
  CHECK_FALSE(takes(R"({"op":"gisteren","uitslag":"goed","fouten":[]})"));
  CHECK_FALSE(takes("true"));
  CHECK_FALSE(takes(at + R"("uitslag":"fout","fouten":[")" + std::string(41, 'a') + "\"]}"));
}

TEST_CASE("a kiosk that was updated before its central still gets through with its heartbeat") {
  const auto beat =
      read_heartbeat(bytes(R"({"volgnummer":1,"bon":"b","inhoudVersie":0,"ietsNieuws":{"a":[1,2]}})"));
  REQUIRE(beat);
  CHECK(beat->ticket == "b");
}

TEST_CASE("an order that a later central invents does not hide the others") {
  const auto answer = read_heartbeat_answer(
      bytes(R"({"epoch":"e","duurzaamTot":"2026-03-01T03:00:00Z","bon":"b","tijd":"2026-03-01T10:00:00Z",)"
            R"("opdrachten":["dans",7,"synchroniseer"],"nieuw":{}})"));
  REQUIRE(answer);
  CHECK(answer->orders == std::vector<Order>{Order::Synchronise});
}

TEST_CASE("a problem comes back as it went, and a strange one is still a problem") {
  const ProblemDetails problem{"apparaat-ingetrokken", 403, "Apparaat ingetrokken",
                               "Bel de beheerder.",    "",  {{"tekst", "is leeg"}}};
  const auto back = read_problem(to_bytes(problem));
  REQUIRE(back);
  CHECK(back->type == kiosk_revoked);
  CHECK(back->status == 403);
  REQUIRE(back->faults.size() == 1);
  CHECK(back->faults[0].message == "is leeg");
  const auto strange = read_problem(bytes(R"({"status":"x","title":5,"fouten":[1,{"veld":2}]})"));
  REQUIRE(strange);
  CHECK(strange->status == 0);
  CHECK_FALSE(read_problem(bytes("<html>502</html>")));
}

TEST_CASE("random bytes are never a token, a receipt, an enrolment or an answer") {
  std::mt19937 engine(12);
  for (int i = 0; i < 300; ++i) {
    base::Bytes noise(engine() % 300);
    for (auto& byte : noise) byte = static_cast<std::uint8_t>(engine());
    CHECK_FALSE(read_receipt(noise));
    CHECK_FALSE(read_enrolment(noise));
    CHECK_FALSE(read_enrolled(noise));
    CHECK_FALSE(read_heartbeat(noise));
    CHECK_FALSE(read_heartbeat_answer(noise));
    CHECK_FALSE(peek_jws(base::as_text(noise)));
  }
}
