// Everything hostile at the door of a real process: a refusal in the agreed form, bounded memory, a line in
// the log without a word of what was sent, and nothing in the archive.
#include "tests/support/running_central.h"

using namespace wv;
using namespace wv::test;

namespace {

const std::string canary = "kanarie-Zwaluwstraat-7";

// What the refusal says, with its form checked.
Json problem_in(const std::string& answer, const std::vector<int>& statuses) {
  INFO(answer.substr(0, 800));
  REQUIRE(answer.starts_with("HTTP/1.1 "));
  const int status = std::stoi(answer.substr(9, 3));
  CHECK(std::ranges::count(statuses, status) == 1);
  CHECK(answer.find("\r\nContent-Type: application/problem+json\r\n") != std::string::npos);
  CHECK(answer.find("\r\nAPI-Version: 1.0.0\r\n") != std::string::npos);
  const auto json = must(base::parse_json(answer.substr(answer.find("\r\n\r\n") + 4)));
  CHECK(json.integer_or("status", 0) == status);
  CHECK_FALSE(json.text_or("title", "").empty());
  CHECK_FALSE(json.text_or("detail", "").empty());
  return json;
}

// Still serving, nothing kept, nothing repeated in the log, but told in it.
void check_no_effect(const RunningCentral& central) {
  CHECK(central.tell("GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\n\r\n").starts_with("HTTP/1.1 200 "));
  CHECK(central.ideas().empty());
  const auto log = central.log();
  CHECK(log.find("request_refused: status=") != std::string::npos);
  CHECK(log.find(canary) == std::string::npos);
  CHECK(log.find("Sanitizer") == std::string::npos);
}

// More memory than this for a hostile visit would be a way to bring the machine down.
constexpr long most_growth_kib = 48 * 1024;

}  // namespace

TEST_CASE("200,000 nested arrays are refused, in the body of an idea and over the limit") {
  const RunningCentral central;
  const auto before = central.resident();
  const std::string deep(200'000, '[');
  problem_in(central.tell(central.put(central.new_idea(), deep)), {413});
  problem_in(central.tell(central.put(central.new_idea(), std::string(16'000, '['))), {400});
  problem_in(central.tell(central.put(central.new_idea(), R"({"tekst":)" + std::string(15'000, '['))), {400});
  CHECK(central.resident() - before < most_growth_kib);
  check_no_effect(central);
}

TEST_CASE("members twice, lone surrogates, NUL and broken UTF-8 are no idea") {
  const RunningCentral central;
  const std::string rest = R"(,"ingevoerdOp":"2026-03-01T10:00:00Z","volgnummer":1})";
  for (const std::string& body :
       {R"({"tekst":")" + canary + R"(","tekst":"b")" + rest,
        R"({"tekst":"a")" + rest.substr(0, rest.size() - 1) + R"(,"volgnummer":2})",
        R"({"tekst":"\ud800 )" + canary + "\"" + rest, R"({"tekst":"\udc00\ud800")" + rest,
        R"({"tekst":"a\u0000b")" + rest, "{\"tekst\":\"\xed\xa0\x80\"" + rest,
        "{\"tekst\":\"\xc0\xaf\"" + rest, R"({"tekst":"a")" + rest + "{}",
        R"({"tekst":"a",")" + canary + R"(":1)" + rest})
    problem_in(central.tell(central.put(central.new_idea(), body)), {400});
  check_no_effect(central);
}

TEST_CASE("what comes packed is not unpacked: no gzip bomb can go off") {
  const RunningCentral central;
  const auto before = central.resident();
  const auto path = central.new_idea();
  for (const char* encoding : {"gzip", "br", "deflate", "gzip, gzip"}) {
    const auto header = std::string("Content-Encoding: ") + encoding + "\r\n";
    problem_in(central.tell(central.put(path, "\x1f\x8b\x08 bommen " + canary, "", header)), {415});
  }
  problem_in(central.tell("PUT " + path +
                          " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
             {400, 401, 415});
  CHECK(central.resident() - before < most_growth_kib);
  check_no_effect(central);
}

TEST_CASE("bodies without an end are cut off, whether their length was told or not") {
  const RunningCentral central;
  const auto before = central.resident();
  auto told = central.line();
  told.say("PUT " + central.new_idea() + " HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999\r\n\r\n");
  problem_in(told.rest(), {413});
  auto chunked = central.line();
  chunked.say("PUT " + central.new_idea() + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "10000\r\n" + std::string(65'536, 'z') + "\r\n";
  for (int i = 0; i < 1'000 && chunked.say(chunk); ++i) {
  }
  problem_in(chunked.rest(), {413});
  auto extension = central.line();  // endless words after the length of a chunk
  extension.say("PUT " + central.new_idea() + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;");
  const std::string words(65'536, 'w');
  for (int i = 0; i < 1'000 && extension.say(words); ++i) {
  }
  extension.rest();
  CHECK(central.resident() - before < most_growth_kib);
  check_no_effect(central);
}

TEST_CASE("400 kB of header, in one line, in thousands, or as an address: 431 or 400") {
  const RunningCentral central;
  const auto before = central.resident();
  std::string many;
  for (int i = 0; many.size() < 400'000; ++i) many += "X-" + std::to_string(i) + ": y\r\n";
  for (const auto& head :
       {"GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\nX: " + std::string(400'000, 'y') + "\r\n\r\n",
        "GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\n" + many + "\r\n",
        "GET /" + std::string(400'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n",
        std::string(400'000, 'G') + " / HTTP/1.1\r\nHost: x\r\n\r\n"})
    problem_in(central.tell(head), {400, 431});
  CHECK(central.resident() - before < most_growth_kib);
  check_no_effect(central);
}

TEST_CASE("no trick in an address leads out of what is published") {
  const RunningCentral central;
  for (const std::string path : {"../sleutels/online/timestamp.key",
                                 "mini/../../sleutels",
                                 "mini/%2e%2e/%2e%2e/sleutels",
                                 "mini/..%2f..%2fsleutels",
                                 "mini/%00timestamp.json",
                                 "mini\\..\\..\\sleutels",
                                 "//etc/passwd",
                                 "/etc/passwd",
                                 "mini//timestamp.json",
                                 "mini/./timestamp.json",
                                 "mini/timestamp.json/",
                                 "mini/timestamp.json%00.png",
                                 "mini/.timestamp.json",
                                 "MINI/timestamp.json",
                                 "mini/\xc0\xae\xc0\xae/sleutels",
                                 "mini",
                                 "",
                                 "mini/..",
                                 "~root/x",
                                 "mini/timestamp.json;v=1"})
    problem_in(central.tell("GET /kiosk/v1/inhoud/" + path + " HTTP/1.1\r\nHost: x\r\n\r\n"), {400, 404});
  for (const std::string target :
       {"http://elders.example/kiosk/v1/ideeen", "*", "elders.example:443", "/kiosk/v1/../v1/gezondheid",
        "/kiosk//v1/gezondheid", "//kiosk/v1/gezondheid", "/kiosk/v1/gezondheid/", "/kiosk/v1/%67ezondheid",
        "/KIOSK/v1/gezondheid", "/kiosk/v1gezondheid"})
    problem_in(central.tell("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n"), {400, 404});
  CHECK(central.tell("GET /kiosk/v1/inhoud/mini/timestamp.json?x=../../ HTTP/1.1\r\nHost: x\r\n\r\n")
            .starts_with("HTTP/1.1 200 "));
  check_no_effect(central);
}

TEST_CASE("SQL and HTML in an idea are words like any others: kept letter by letter, without effect") {
  const RunningCentral central;
  const std::vector<std::string> texts = {"Robert'); DROP TABLE idee;--",
                                          "' OR '1'='1' UNION SELECT * FROM kiosk --",
                                          "<script>alert('x')</script><img src=x onerror=alert(1)>",
                                          "${jndi:ldap://x/y} {{7*7}} $(reboot) `id` %s%n",
                                          "=HYPERLINK(\"http://x\")",
                                          "\xe2\x80\xaegnp.exe"};
  std::int64_t sequence = 0;
  for (const auto& text : texts) {
    const auto answer = central.tell(central.put(central.new_idea(), an_idea(++sequence, text)));
    INFO(answer);
    CHECK(answer.starts_with("HTTP/1.1 201 "));
  }
  std::vector<std::string> kept;
  for (const auto& idea : central.ideas()) kept.emplace_back(idea.find("idee")->text_or("tekst", ""));
  CHECK(kept == texts);
  CHECK(central.log().find("DROP") == std::string::npos);
}

TEST_CASE("500 clients that drip hold up nobody: every honest request is answered while all of them wait") {
  const RunningCentral central;
  std::vector<std::unique_ptr<Line>> drippers;
  for (int i = 0; i < 500; ++i) {
    drippers.push_back(std::make_unique<Line>(central.line()));
    drippers.back()->say(i % 2 == 0
                             ? "PUT /kiosk/v1/ideeen/x HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na"
                             : "GET /kio");
  }
  constexpr int honest = 60;
  for (int i = 1; i <= honest; ++i) {
    for (auto& dripper : drippers)
      if (i % 20 == 0) dripper->say("s");
    auto line = central.line();
    line.say(central.put(central.new_idea(), an_idea(i)));
    CHECK(line.answer().starts_with("HTTP/1.1 201 "));
  }
  const auto waiting =
      std::ranges::count_if(drippers, [](const auto& dripper) { return dripper->is_still_waiting(); });
  CHECK(waiting == 500);
  CHECK(central.ideas().size() == honest);
}

TEST_CASE("who asks for much and reads nothing costs little memory, however many do") {
  const RunningCentral central;
  const auto before = central.resident();
  std::vector<std::unique_ptr<Line>> silent;
  std::string many;
  for (int i = 0; i < 200; ++i) many += "GET /kiosk/v1/openapi.json HTTP/1.1\r\nHost: x\r\n\r\n";
  for (int i = 0; i < 100; ++i) {
    silent.push_back(std::make_unique<Line>(central.line()));
    silent.back()->say(many);
  }
  auto honest = central.line();
  honest.say("GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\n\r\n");
  CHECK(honest.answer().starts_with("HTTP/1.1 200 "));
  CHECK(central.resident() - before < most_growth_kib);
}

TEST_CASE("300 bodies that lack their last byte stay within bounds") {
  const RunningCentral central;
  const auto before = central.resident();
  std::vector<std::unique_ptr<Line>> holders;
  for (int i = 0; i < 300; ++i) {
    holders.push_back(std::make_unique<Line>(central.line()));
    holders.back()->say("PUT " + central.new_idea() +
                        " HTTP/1.1\r\nHost: x\r\nContent-Length: 65536\r\n\r\n" + std::string(65'535, 'b'));
  }
  CHECK(central.tell(central.put(central.new_idea(), an_idea(1))).starts_with("HTTP/1.1 201 "));
  CHECK(central.resident() - before < 300 * 2 * 64 + most_growth_kib);
}
