// Requests made to be read one way by a proxy and another way by the central, and what is no HTTP/1.1 at all.
#include "tests/support/running_central.h"

using namespace wv;
using namespace wv::test;

namespace {

const std::string hidden = "GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\n\r\n";

std::size_t answers_in(const std::string& heard) {
  std::size_t count = 0;
  for (auto at = heard.find("HTTP/1.1 "); at != std::string::npos; at = heard.find("HTTP/1.1 ", at + 1))
    ++count;
  return count;
}

}  // namespace

TEST_CASE("two lengths, a length beside chunks, or a length that is no number: 400 and the door") {
  const RunningCentral central;
  const std::string put = "PUT /kiosk/v1/ideeen/x HTTP/1.1\r\nHost: x\r\n";
  for (const std::string& head :
       {put + "Content-Length: 0\r\nContent-Length: 49\r\n\r\n",
        put + "Content-Length: 49\r\nContent-Length: 0\r\n\r\n",
        put + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        put + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
        put + "Content-Length: 0, 49\r\n\r\n", put + "Content-Length: +49\r\n\r\n",
        put + "Content-Length: 0x31\r\n\r\n", put + "Content-Length: 49 1\r\n\r\n",
        put + "Content-Length: -1\r\n\r\n", put + "Content-Length: 18446744073709551617\r\n\r\n",
        put + "Content-Length : 49\r\n\r\n", put + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"}) {
    const auto heard = central.tell(head + hidden);
    INFO(head << heard);
    CHECK(answers_in(heard) == 1);
    CHECK((heard.starts_with("HTTP/1.1 400 ") || heard.starts_with("HTTP/1.1 413 ")));
    CHECK(heard.find("\r\nConnection: close\r\n") != std::string::npos);
  }
}

TEST_CASE("a transfer coding that is not ours never leaves a second request behind") {
  const RunningCentral central;
  for (const std::string coding :
       {"gzip, chunked", "identity", "xchunked", "chunked, identity", "chunked, chunked"}) {
    const auto heard =
        central.tell("PUT /kiosk/v1/ideeen/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + coding +
                     "\r\n\r\n0\r\n\r\n" + hidden);
    INFO(coding << heard);
    CHECK(heard.starts_with("HTTP/1.1 4"));
  }
}

TEST_CASE("bare line feeds, folded lines and spaces where none belong are no way around the rules") {
  const RunningCentral central;
  for (const std::string& head :
       {std::string("GET /kiosk/v1/gezondheid HTTP/1.1\nHost: x\n\n"),
        std::string("GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\nX: y\r\n\r\n"),
        std::string(" GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\n\r\n"),
        std::string("GET  /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\n\r\n"),
        std::string("GET /kiosk/v1/gezondheid HTTP/1.1\r\n Host: x\r\n\r\n"),
        std::string("GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\nX\r\n\r\n"),
        "GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: x\r\nX: a" + std::string(1, 0) + "b\r\n\r\n"}) {
    const auto heard = central.tell(head);
    INFO(head << heard);
    CHECK((heard.empty() || heard.starts_with("HTTP/1.1 400 ")));
  }
  const auto folded = central.tell(
      "PUT /kiosk/v1/ideeen/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding:\r\n chunked\r\nContent-Length: "
      "49\r\n\r\n" +
      hidden);
  CHECK(answers_in(folded) == 1);
}

TEST_CASE("an HTTP/1.1 request names one host") {
  const RunningCentral central;
  CHECK(central.tell("GET /kiosk/v1/gezondheid HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 400 "));
  CHECK(central.tell("GET /kiosk/v1/gezondheid HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")
            .starts_with("HTTP/1.1 400 "));
  CHECK(central.tell("GET /kiosk/v1/gezondheid HTTP/1.0\r\n\r\n").starts_with("HTTP/1.1 200 "));
}

TEST_CASE("other tongues get 400 or the door: HTTP/0.9, the preface of HTTP/2, TLS, and noise") {
  const RunningCentral central;
  std::string noise(5'000, '\0');
  central.random.fill({reinterpret_cast<std::uint8_t*>(noise.data()), noise.size()});
  for (const std::string& words :
       {std::string("GET /kiosk/v1/gezondheid\r\n\r\n"), std::string("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11),
        std::string("SSH-2.0-OpenSSH_9.2\r\n"), noise}) {
    const auto heard = central.tell(words);
    CHECK((heard.empty() || heard.starts_with("HTTP/1.1 400 ")));
  }
  CHECK(central.tell(hidden).starts_with("HTTP/1.1 200 "));
}

TEST_CASE("a hundred requests in one breath are a hundred answers in their order") {
  const RunningCentral central;
  std::string all;
  for (int i = 1; i <= 100; ++i) all += central.put(central.new_idea(), an_idea(i));
  auto line = central.line();
  line.say(all);
  for (int i = 1; i <= 100; ++i) CHECK(line.answer().starts_with("HTTP/1.1 201 "));
  CHECK(central.ideas().size() == 100);
}
