// How a kiosk gets in, and how somebody who guesses does not.
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;

namespace {

std::string other_code_like(const std::string& code) {
  std::string wrong = code;
  wrong.back() = wrong.back() == 'A' ? 'B' : 'A';
  return wrong;
}

std::string from(int number) {
  return "198.51.100." + std::to_string(number);
}

}  // namespace

TEST_CASE("a code works once, for one machine, and its answer may get lost", "[store]") {
  Central central;
  const auto code = a_code(central, "Wijkcentrum");
  const auto key = base::make_key_pair(central.random);
  const auto first = central.post("/aanmeldingen", enrolment_body(code, key));
  REQUIRE(first.status == 201);
  CHECK(json_of(first).text_or("kanaal", "") == "mini");
  CHECK(json_of(first).text_or("epoch", "") == central.store->system().epoch);
  const auto again = central.post("/aanmeldingen", enrolment_body(code, key));
  CHECK(again.status == 201);
  CHECK(json_of(again).text_or("kioskId", "") == json_of(first).text_or("kioskId", ""));
  const auto thief = base::make_key_pair(central.random);
  const auto refused = central.post("/aanmeldingen", enrolment_body(code, thief), from(1));
  CHECK(refused.status == 403);
  CHECK(json_of(refused).text_or("type", "") == "code-ongeldig");
}

TEST_CASE("a code lives for a day", "[store]") {
  Central central;
  const auto code = a_code(central, "Wijkcentrum");
  const auto key = base::make_key_pair(central.random);
  central.clock.at += std::chrono::hours(24) + std::chrono::seconds(1);
  CHECK(central.post("/aanmeldingen", enrolment_body(code, key)).status == 403);
  const auto fresh = a_code(central, "Wijkcentrum");
  CHECK(central.post("/aanmeldingen", enrolment_body(code, key)).status == 403);
  CHECK(central.post("/aanmeldingen", enrolment_body(fresh, key)).status == 201);
}

TEST_CASE("five wrong tries kill a code, whoever tries and from wherever", "[store]") {
  Central central;
  const auto code = a_code(central, "Wijkcentrum");
  const auto key = base::make_key_pair(central.random);
  for (int i = 1; i <= 5; ++i)
    CHECK(central.post("/aanmeldingen", enrolment_body(other_code_like(code), key), from(i)).status == 403);
  const auto dead = central.post("/aanmeldingen", enrolment_body(code, key), from(6));
  CHECK(dead.status == 429);
  CHECK(json_of(dead).text_or("type", "") == "code-geblokkeerd");
  // Also after a restart.
  central.open();
  CHECK(central.post("/aanmeldingen", enrolment_body(code, key), from(7)).status == 429);
}

TEST_CASE("who keeps guessing codes has to wait, and somebody else does not", "[store]") {
  Central central;
  const auto code = a_code(central, "Wijkcentrum");
  const auto key = base::make_key_pair(central.random);
  std::string guess = "0000000000";
  if (code.starts_with("0000")) guess = "1111111111";
  for (int i = 0; i < 5; ++i)
    CHECK(central.post("/aanmeldingen", enrolment_body(guess, key), from(1)).status == 403);
  const auto wait = central.post("/aanmeldingen", enrolment_body(guess, key), from(1));
  CHECK(wait.status == 429);
  CHECK(std::stoi(header_of(wait, "Retry-After")) > 0);
  CHECK(central.post("/aanmeldingen", enrolment_body(code, key), from(2)).status == 201);
  central.clock.at += std::chrono::seconds(std::stoi(header_of(wait, "Retry-After")));
  CHECK(central.post("/aanmeldingen", enrolment_body(guess, key), from(1)).status == 403);
}

TEST_CASE("what is no enrolment is 400 and counts for nobody", "[store]") {
  Central central;
  const auto key = base::make_key_pair(central.random);
  for (int i = 0; i < 20; ++i)
    for (const std::string& body :
         {std::string("{}"), enrolment_body("kort", key), enrolment_body("ILOU123456", key),
          std::string(R"({"code":"0123456789","publiekeSleutel":"te kort"})")})
      CHECK(central.post("/aanmeldingen", body).status == 400);
  const auto code = a_code(central, "Wijkcentrum");
  CHECK(central.post("/aanmeldingen", enrolment_body(code, key)).status == 201);
}

TEST_CASE("one key belongs to one kiosk", "[store]") {
  Central central;
  const auto key = base::make_key_pair(central.random);
  CHECK(central.post("/aanmeldingen", enrolment_body(a_code(central, "een"), key)).status == 201);
  CHECK(central.post("/aanmeldingen", enrolment_body(a_code(central, "twee"), key)).status == 403);
}

TEST_CASE("the store keeps no code that could be read back", "[store]") {
  Central central;
  const auto code = a_code(central, "Wijkcentrum");
  central.open();
  for (const auto& entry : std::filesystem::directory_iterator(central.folder.path)) {
    if (!entry.is_regular_file()) continue;
    const auto bytes = must(central.files.read(entry.path()));
    CHECK(base::as_text(bytes).find(code) == std::string_view::npos);
  }
}

TEST_CASE("a name can be used again once its kiosk is revoked, and not before", "[store]") {
  Central central;
  const auto kiosk = a_kiosk(central, "Wijkcentrum");
  const auto add = [&] {
    return central.desk->ask(
        Json::object({{"vraag", "kiosk-toevoegen"}, {"naam", "Wijkcentrum"}, {"kanaal", "mini"}}),
        [](const Json&) { return true; });
  };
  CHECK_FALSE(add());
  must(central.store->set_state(kiosk.id, central::KioskState::Revoked, "", central.clock.at));
  CHECK(add());
}
