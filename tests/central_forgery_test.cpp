// Tokens that are forged, stolen, old or cleverly written, and codes that are guessed: nobody gets in.
#include "tests/support/running_central.h"

using namespace wv;
using namespace wv::test;

namespace {

std::string encoded(const std::string& text) {
  return base::to_base64url(as_bytes(text));
}

struct Forger {
  const RunningCentral& central;
  std::string path = central.new_idea(), body = an_idea(1);

  Json claims() const {
    const auto now =
        std::chrono::floor<std::chrono::seconds>(central.clock->now()).time_since_epoch().count();
    return Json::object({{"iss", central.kiosk.id.value},
                         {"aud", "wijkvenster-centraal"},
                         {"iat", std::int64_t{now}},
                         {"exp", std::int64_t{now + 300}},
                         {"htm", "PUT"},
                         {"htu", path},
                         {"bsh", base::to_base64url(base::sha256(body))},
                         {"jti", "0123456789abcdef"}});
  }
  std::string head(const std::string& alg = "EdDSA", const std::string& kid = "") const {
    return R"({"alg":")" + alg + R"(","kid":")" + (kid.empty() ? central.kiosk.id.value : kid) +
           R"(","typ":"JWT"})";
  }
  std::string signed_with(const base::KeyPair& key, const std::string& header,
                          const std::string& payload) const {
    const auto text = encoded(header) + "." + encoded(payload);
    return text + "." + base::to_base64url(base::sign(key, as_bytes(text)));
  }
  std::string token(const Json& claims, const std::string& header) const {
    return signed_with(central.kiosk.key, header, base::to_text(claims));
  }
  std::string with(const std::string& name, Json value) const {
    return token(claims().set(name, std::move(value)), head());
  }
  int status(const std::string& token) const {
    const auto answer = central.tell(central.put(path, body, token));
    INFO(answer);
    REQUIRE(answer.starts_with("HTTP/1.1 "));
    return std::stoi(answer.substr(9, 3));
  }
};

std::int64_t seconds_from_now(const RunningCentral& central, std::int64_t seconds) {
  return std::chrono::floor<std::chrono::seconds>(central.clock->now()).time_since_epoch().count() + seconds;
}

std::string guess(const RunningCentral& central, const std::string& code, const std::string& from) {
  const auto body = R"({"code":")" + code + R"(","publiekeSleutel":")" +
                    base::to_base64url(central.kiosk.key.public_key) + R"("})";
  return central.tell(
      "POST /kiosk/v1/aanmeldingen HTTP/1.1\r\nHost: x\r\nContent-Type: "
      "application/json\r\nX-Forwarded-For: " +
      from + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
}

}  // namespace

TEST_CASE(
    "a token that the forger makes as the kiosk would is taken, so that the refusals below mean something") {
  const RunningCentral central;
  const Forger forger{central};
  CHECK(forger.status(forger.token(forger.claims(), forger.head())) == 201);
}

TEST_CASE("forged signatures: none, another algorithm, another key, a bit turned, cut short") {
  const RunningCentral central;
  const Forger forger{central};
  const auto payload = base::to_text(forger.claims());
  const auto good = forger.token(forger.claims(), forger.head());
  const auto stranger = base::make_key_pair(central.random);
  auto turned = good;
  turned[good.rfind('.') + 5] = turned[good.rfind('.') + 5] == 'A' ? 'B' : 'A';
  const auto unsigned_part = good.substr(0, good.rfind('.') + 1);
  for (const auto& token :
       {encoded(forger.head("none")) + "." + encoded(payload) + ".",
        encoded(forger.head("none")) + "." + encoded(payload) + ".AA",
        forger.token(forger.claims(), forger.head("none")),
        forger.token(forger.claims(), forger.head("HS256")),
        forger.token(forger.claims(), forger.head("ES256")),
        forger.token(forger.claims(), forger.head("eddsa")),
        forger.signed_with(stranger, forger.head(), payload), turned, good.substr(0, good.size() - 4),
        good + "AA", good + ".", "." + good, unsigned_part, unsigned_part + std::string(86, 'A'), good + "=",
        std::string("a.b.c"), std::string("..")})
    CHECK(forger.status(token) == 401);
  CHECK(central.ideas().empty());
}

TEST_CASE("headers of tokens that ask for more than they may") {
  const RunningCentral central;
  const Forger forger{central};
  const auto id = central.kiosk.id.value;
  for (const auto& header :
       {forger.head("EdDSA", "00000000-0000-4000-8000-000000000000"),
        forger.head("EdDSA", "../../sleutels/ontvangst"), forger.head("EdDSA", "x' OR '1'='1"),
        forger.head("EdDSA", std::string(1'000, 'k')),
        R"({"alg":"EdDSA","kid":")" + id + R"(","typ":"JWT","crit":["b64"],"b64":false})",
        R"({"alg":"none","alg":"EdDSA","kid":")" + id + R"(","typ":"JWT"})",
        R"({"alg":"EdDSA","kid":")" + id + R"(","typ":"at+jwt"})",
        R"({"alg":["EdDSA"],"kid":")" + id + R"(","typ":"JWT"})", std::string("[]"), std::string(),
        std::string(3'000, '[')})
    CHECK(forger.status(forger.token(forger.claims(), header)) == 401);
  const auto jwk = R"({"alg":"EdDSA","typ":"JWT","jwk":{"kty":"OKP","crv":"Ed25519","x":")" +
                   base::to_base64url(base::make_key_pair(central.random).public_key) + R"("}})";
  CHECK(forger.status(forger.token(forger.claims(), jwk)) == 401);
  CHECK(central.ideas().empty());
}

TEST_CASE("tokens of another time: expired, from the future, or made to live for years") {
  const RunningCentral central;
  const Forger forger{central};
  const auto at = [&](std::int64_t from, std::int64_t until) {
    return forger.token(forger.claims()
                            .set("iat", seconds_from_now(central, from))
                            .set("exp", seconds_from_now(central, until)),
                        forger.head());
  };
  for (const auto& token : {at(-4'000, -3'700), at(3'600, 3'900), at(-10, 40'000'000), at(10, -10), at(0, 0),
                            forger.with("exp", "morgen"), forger.with("iat", std::int64_t{-1}),
                            forger.with("exp", std::int64_t{9'223'372'036'854'775'807})})
    CHECK(forger.status(token) == 401);
  CHECK(central.ideas().empty());
}

TEST_CASE(
    "a token is for one request: not for another method, address, body or service, and not for another "
    "kiosk") {
  const RunningCentral central;
  const Forger forger{central};
  for (const auto& token :
       {forger.with("htm", "POST"), forger.with("htu", "/kiosk/v1/ideeen/x"),
        forger.with("htu", forger.path + "/"), forger.with("bsh", base::to_base64url(base::sha256("anders"))),
        forger.with("aud", "elders"), forger.with("iss", "00000000-0000-4000-8000-000000000000"),
        forger.with("jti", ""), forger.with("jti", std::string(65, 'j'))})
    CHECK(forger.status(token) == 401);
  CHECK(central.ideas().empty());
}

TEST_CASE(
    "an overheard token opens no other address and carries no other idea; the same request again changes "
    "nothing") {
  const RunningCentral central;
  const auto path = central.new_idea(), body = an_idea(1);
  const auto token = central.token_for("PUT", path, body);
  CHECK(central.tell(central.put(path, body, token)).starts_with("HTTP/1.1 201 "));
  CHECK(central.tell(central.put(central.new_idea(), body, token)).starts_with("HTTP/1.1 401 "));
  CHECK(central.tell(central.put(path, an_idea(1, "Iets heel anders"), token)).starts_with("HTTP/1.1 401 "));
  CHECK(central.tell(central.put("/kiosk/v1/kiosken/" + central.kiosk.id.value + "/hartslag", body, token))
            .starts_with("HTTP/1.1 401 "));
  CHECK(central.tell(central.put(path, body, token)).starts_with("HTTP/1.1 200 "));
  CHECK(central.ideas().size() == 1);
}

TEST_CASE(
    "guessing codes: five tries from one address, then 429; a code that was guessed at five times is dead") {
  const RunningCentral central;
  for (int i = 0; i < 5; ++i)
    CHECK(guess(central, "000000000" + std::to_string(i), "192.0.2.7").starts_with("HTTP/1.1 403 "));
  const auto stopped = guess(central, "0000000009", "192.0.2.7");
  CHECK(stopped.starts_with("HTTP/1.1 429 "));
  CHECK(stopped.find("\r\nRetry-After: ") != std::string::npos);

  auto code = central.command("kiosks add Tweede --code-only");
  code.erase(code.find_last_not_of(" \n") + 1);
  std::erase(code, '-');
  const auto wrong = code.substr(0, code.size() - 1) + (code.back() == '0' ? '1' : '0');
  for (int i = 0; i < 5; ++i)
    CHECK(guess(central, wrong, "192.0.2." + std::to_string(20 + i)).starts_with("HTTP/1.1 403 "));
  CHECK(guess(central, code, "192.0.2.30").starts_with("HTTP/1.1 429 "));
  CHECK(central.log().find(code) == std::string::npos);
}
