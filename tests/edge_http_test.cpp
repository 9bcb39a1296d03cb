// curl against a server that breaks every rule: nothing hangs, nothing grows, nothing wrong passes for whole.
#include <zlib.h>

#include "sync/edge/curl_http.h"
#include "tests/support/catch.h"
#include "tests/support/raw_server.h"

using namespace wv;
using namespace wv::test;
using base::ErrorCode;
using base::HttpRequest;
using Ending = RawServer::Ending;

namespace {

base::HttpRequest get(const std::string& url, std::uint64_t max_body_bytes = 1 << 20) {
  HttpRequest request;
  request.url = url;
  request.max_body_bytes = max_body_bytes;
  request.deadline = std::chrono::seconds{20};
  return request;
}

base::Result<base::HttpResponse> fetch(const RawServer& server, std::uint64_t max_body_bytes = 1 << 20) {
  return edge::curl_http({.stalled_after = std::chrono::seconds{1}})
      ->exchange(get(server.url(), max_body_bytes));
}

std::string gzipped(const std::string& text) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string ok(const std::string& headers, const std::string& body) {
  return "HTTP/1.1 200 OK\r\n" + headers + "\r\n" + body;
}

}  // namespace

TEST_CASE("an ordinary answer comes whole, with header names in lower case") {
  RawServer server({{ok("Content-Length: 5\r\nX-Iets:  waarde \r\n", "hallo")}});
  const auto answer = fetch(server).value();
  CHECK(answer.status == 200);
  CHECK(base::as_text(answer.body) == "hallo");
  CHECK(base::header(answer.headers, "x-iets") == "waarde");
  CHECK(answer.complete);
}

TEST_CASE("a body that ends before its Content-Length is handed over as incomplete") {
  const auto ending = GENERATE(Ending::Close, Ending::Reset);
  RawServer server({{ok("Content-Length: 500\r\n", "hallo"), ending}});
  const auto answer = fetch(server);
  if (ending == Ending::Reset && !answer) {
    CHECK(answer.error().code == ErrorCode::Unavailable);  // a reset may overtake the bytes before it
    return;
  }
  CHECK_FALSE(answer->complete);
  CHECK(base::as_text(answer->body) == "hallo");
}

TEST_CASE("chunks without their end are incomplete") {
  RawServer server({{ok("Transfer-Encoding: chunked\r\n", "5\r\nhallo\r\n")}});
  const auto answer = fetch(server).value();
  CHECK_FALSE(answer.complete);
  CHECK(base::as_text(answer.body) == "hallo");
}

TEST_CASE("a compressed answer is handed over decompressed") {
  const std::string body = gzipped("Een bankje bij de speeltuin");
  RawServer server(
      {{ok("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(body.size()) + "\r\n", body)}});
  const auto answer = fetch(server).value();
  CHECK(base::as_text(answer.body) == "Een bankje bij de speeltuin");
  CHECK(server.requests().front().find("Accept-Encoding: gzip") != std::string::npos);
}

TEST_CASE("a compressed body with a wrong checksum is asked for once more, uncompressed") {
  std::string body = gzipped("Een bankje bij de speeltuin");
  body[body.size() - 6] ^= 1;
  RawServer server(
      {{ok("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(body.size()) + "\r\n", body)},
       {ok("Content-Length: 4\r\n", "heel")}});
  const auto answer = fetch(server).value();
  CHECK(base::as_text(answer.body) == "heel");
  REQUIRE(server.requests().size() == 2);
  CHECK(server.requests()[1].find("Accept-Encoding") == std::string::npos);
}

TEST_CASE("a gzip bomb stops at the limit") {
  const std::string body = gzipped(std::string(64 << 20, '\0'));
  CHECK(body.size() < 100'000);
  RawServer server(
      {{ok("Content-Encoding: gzip\r\nContent-Length: " + std::to_string(body.size()) + "\r\n", body)}});
  const auto answer = fetch(server);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Invalid);
  CHECK(answer.error().message.find("larger than allowed") != std::string::npos);
}

TEST_CASE("a body without end stops at the limit") {
  RawServer server({{ok("", ""), Ending::Close, 1u << 30}});
  CHECK(fetch(server).error().code == ErrorCode::Invalid);
}

TEST_CASE("a body of exactly the limit is fine, one byte more is not") {
  RawServer server({{ok("Content-Length: 5\r\n", "hallo")}});
  CHECK(fetch(server, 5).has_value());
  CHECK(fetch(server, 4).error().code == ErrorCode::Invalid);
}

TEST_CASE("a server that takes the question and never answers is given up") {
  RawServer server({{"", Ending::Hold}});
  const auto answer = fetch(server);
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Unavailable);
}

TEST_CASE("a body that stops coming is given up, and what came is kept") {
  RawServer server({{ok("Content-Length: 500\r\n", "hallo"), Ending::Hold}});
  const auto answer = fetch(server).value();
  CHECK_FALSE(answer.complete);
  CHECK(base::as_text(answer.body) == "hallo");
}

TEST_CASE("a header of 400 kB is a fault of the network, not of the kiosk") {
  const auto many = GENERATE(true, false);
  std::string headers = "X-Groot: " + std::string(400'000, 'x') + "\r\n";
  if (many) {
    headers.clear();
    for (int i = 0; i < 5000; ++i) headers += "X-" + std::to_string(i) + ": " + std::string(80, 'x') + "\r\n";
  }
  RawServer server({{ok(headers, "hallo")}});
  CHECK(fetch(server).error().code == ErrorCode::Unavailable);
}

TEST_CASE("a redirect comes back as it is and is not followed") {
  RawServer elsewhere({{ok("Content-Length: 2\r\n", "hi")}});
  RawServer server(
      {{"HTTP/1.1 302 Found\r\nLocation: " + elsewhere.url() + "\r\nContent-Length: 0\r\n\r\n"}});
  CHECK(fetch(server)->status == 302);
  CHECK(elsewhere.requests().empty());
}

TEST_CASE("something that speaks no HTTP is no answer") {
  RawServer server({{"SSH-2.0-OpenSSH_9.2\r\n"}});
  CHECK(fetch(server).error().code == ErrorCode::Unavailable);
}

TEST_CASE("the headers before a 100 Continue do not count") {
  RawServer server(
      {{"HTTP/1.1 100 Continue\r\nX-Oud: 1\r\n\r\n" + ok("Content-Length: 2\r\nX-Nieuw: 1\r\n", "hi")}});
  const auto answer = fetch(server).value();
  CHECK(base::header(answer.headers, "x-oud").empty());
  CHECK(base::header(answer.headers, "x-nieuw") == "1");
}

TEST_CASE("nobody there is told with the host and the reason") {
  std::string url;
  {
    RawServer server({{""}});
    url = server.url();
  }
  const auto answer = edge::curl_http({})->exchange(get(url));
  REQUIRE_FALSE(answer);
  CHECK(answer.error().code == ErrorCode::Unavailable);
  CHECK(answer.error().message.starts_with("127.0.0.1: "));
}

TEST_CASE("without encryption nothing leaves this machine") {
  const auto http = edge::curl_http({});
  for (const char* url :
       {"http://centraal.example.org/", "http://127.0.0.1.example.org/", "http://128.0.0.1/",
        "ftp://127.0.0.1/", "file:///etc/passwd", "http://user:pw@127.0.0.1/", "geen adres"}) {
    INFO(url);
    const auto answer = http->exchange(get(url));
    REQUIRE_FALSE(answer);
    CHECK(answer.error().code == ErrorCode::Invalid);
  }
}

TEST_CASE("a body is sent whole, with the method that was asked") {
  RawServer server({{ok("Content-Length: 0\r\n", "")}});
  HttpRequest request = get(server.url("/kiosk/v1/ideeen/1"));
  request.method = "PUT";
  request.headers = {{"Content-Type", "application/json"}};
  const std::string body = "{}";
  request.body.assign(body.begin(), body.end());
  CHECK(edge::curl_http({})->exchange(request)->status == 200);
  const std::string& head = server.requests().front();
  CHECK(head.starts_with("PUT /kiosk/v1/ideeen/1 HTTP/1.1\r\n"));
  CHECK(head.find("Content-Length: 2\r\n") != std::string::npos);
  CHECK(head.find("Expect:") == std::string::npos);
}

TEST_CASE("a part of a file is never asked for compressed") {
  RawServer server({{ok("Content-Length: 0\r\n", "")}});
  HttpRequest request = get(server.url());
  request.headers = {{"Range", "bytes=5-"}};
  CHECK(edge::curl_http({})->exchange(request).has_value());
  CHECK(server.requests().front().find("Accept-Encoding") == std::string::npos);
}
