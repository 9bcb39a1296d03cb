// Thousands of kiosks at once through TLS: each asks for news, sends two ideas and a heartbeat, and comes
// back later when something went wrong. One thread; what it waited and how often it had to come back is told
// as JSON.
#include <sys/resource.h>

#include <algorithm>
#include <utility>  // Boost 1.74 forgets it

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/connect.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <cstdio>
#include <cstdlib>

#include "sync/base/json.h"
#include "sync/base/uuid.h"
#include "sync/edge/clock.h"
#include "sync/edge/random.h"
#include "sync/wire/receipt.h"
#include "sync/wire/token.h"
#include "tests/bench/crowd.h"

using namespace wv;
namespace net = boost::asio;
namespace http = boost::beast::http;
using net::ip::tcp;
using Steady = std::chrono::steady_clock;

namespace {

constexpr int most_tries = 20;
constexpr int ideas_each = 2;

struct Herd {
  const base::Clock& clock;
  edge::SystemRandom random;
  net::io_context io{1};
  net::ssl::context tls{net::ssl::context::tls_client};
  tcp::endpoint endpoint;
  std::string news_path, news_etag;
  std::vector<double> request_ms, session_ms;
  std::size_t done = 0, given_up = 0, failed_tries = 0, refused = 0;
};

// What is left to do; a try that fails goes on where it was.
struct Round {
  const bench::Kiosk& kiosk;
  bool has_news = false, has_beaten = false;
  int ideas_sent = 0;
  std::array<std::string, ideas_each> ids;
};

using Stream = boost::beast::ssl_stream<boost::beast::tcp_stream>;
using Answer = http::response<http::string_body>;

net::awaitable<Answer> exchange(Herd& herd, Stream& stream, http::request<http::string_body> request) {
  const auto began = Steady::now();
  request.set(http::field::host, "localhost");
  request.prepare_payload();
  boost::beast::get_lowest_layer(stream).expires_after(std::chrono::seconds(30));
  co_await http::async_write(stream, request, net::use_awaitable);
  boost::beast::flat_buffer buffer;
  Answer answer;
  co_await http::async_read(stream, buffer, answer, net::use_awaitable);
  herd.request_ms.push_back(std::chrono::duration<double, std::milli>(Steady::now() - began).count());
  co_return answer;
}

http::request<http::string_body> signed_put(Herd& herd, const bench::Kiosk& kiosk, const std::string& path,
                                            const std::string& body) {
  http::request<http::string_body> request{http::verb::put, path, 11};
  request.set(http::field::content_type, "application/json");
  request.set(http::field::authorization,
              "Bearer " + wire::make_token(kiosk.key, kiosk.id, {"PUT", path, base::as_bytes(body)},
                                           herd.clock.now(), herd.random));
  request.body() = body;
  return request;
}

net::awaitable<bool> ask_for_news(Herd& herd, Stream& stream) {
  http::request<http::string_body> request{http::verb::get, herd.news_path, 11};
  request.set(http::field::if_none_match, herd.news_etag);
  co_return (co_await exchange(herd, stream, std::move(request))).result_int() == 304;
}

// Only a receipt for these bytes counts.
net::awaitable<bool> send_idea(Herd& herd, Stream& stream, const Round& round) {
  const auto& id = round.ids[static_cast<std::size_t>(round.ideas_sent)];
  const auto body = bench::idea_body(round.ideas_sent);
  const auto answer =
      co_await exchange(herd, stream, signed_put(herd, round.kiosk, "/kiosk/v1/ideeen/" + id, body));
  if (answer.result_int() != 201 && answer.result_int() != 200) co_return false;
  const auto receipt = wire::read_receipt(base::as_bytes(answer.body()));
  co_return receipt && receipt->idea.value == id && receipt->sha256 == base::sha256(body);
}

net::awaitable<bool> beat(Herd& herd, Stream& stream, const Round& round) {
  const auto path = "/kiosk/v1/kiosken/" + round.kiosk.id.value + "/hartslag";
  const std::string body = R"({"volgnummer":1,"bon":"","inhoudVersie":0,"wachtendeIdeeen":0})";
  co_return (co_await exchange(herd, stream, signed_put(herd, round.kiosk, path, body))).result_int() == 200;
}

// One connection, from handshake to the last answer. False: refused; an exception: the connection failed.
net::awaitable<bool> try_once(Herd& herd, Round& round) {
  Stream stream(herd.io, herd.tls);
  auto& socket = boost::beast::get_lowest_layer(stream);
  socket.expires_after(std::chrono::seconds(30));
  co_await socket.async_connect(herd.endpoint, net::use_awaitable);
  co_await stream.async_handshake(net::ssl::stream_base::client, net::use_awaitable);
  if (!round.has_news && !(round.has_news = co_await ask_for_news(herd, stream))) co_return false;
  while (round.ideas_sent < ideas_each) {
    if (!co_await send_idea(herd, stream, round)) co_return false;
    ++round.ideas_sent;
  }
  if (!round.has_beaten && !(round.has_beaten = co_await beat(herd, stream, round))) co_return false;
  co_return true;
}

// Full jitter, as the courier does, only faster: the herd is in a hurry.
net::awaitable<void> wait_a_while(Herd& herd, int tries) {
  std::array<std::uint8_t, 2> chance{};
  herd.random.fill(chance);
  const auto most = std::min(100 << std::min(tries, 7), 6'000);
  net::steady_timer timer(herd.io);
  timer.expires_after(std::chrono::milliseconds((chance[0] << 8 | chance[1]) % most));
  co_await timer.async_wait(net::use_awaitable);
}

net::awaitable<void> live(Herd& herd, const bench::Kiosk& kiosk) {
  const auto began = Steady::now();
  Round round{kiosk};
  for (auto& id : round.ids) id = base::make_uuid7(herd.clock.now(), herd.random);
  for (int tries = 0; tries < most_tries; ++tries) {
    bool done = false;
    try {
      done = co_await try_once(herd, round);
      if (!done) ++herd.refused;
    } catch (const boost::system::system_error&) {
      ++herd.failed_tries;
    }
    if (done) {
      ++herd.done;
      herd.session_ms.push_back(std::chrono::duration<double, std::milli>(Steady::now() - began).count());
      co_return;
    }
    co_await wait_a_while(herd, tries);
  }
  ++herd.given_up;
}

double percentile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  return values[std::min(values.size() - 1, static_cast<std::size_t>(part * double(values.size())))];
}

void report(const Herd& herd, std::size_t kiosks, double seconds) {
  std::printf(
      R"({"kiosks":%zu,"done":%zu,"givenUp":%zu,"failedTries":%zu,"refused":%zu,"requests":%zu,"seconds":%.1f,)"
      R"("requestP50Ms":%.1f,"requestP99Ms":%.1f,"sessionP99Ms":%.0f})"
      "\n",
      kiosks, herd.done, herd.given_up, herd.failed_tries, herd.refused, herd.request_ms.size(), seconds,
      percentile(herd.request_ms, 0.5), percentile(herd.request_ms, 0.99), percentile(herd.session_ms, 0.99));
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 6) return std::fputs("Usage: herd PORT CA_FILE KEYS NEWS_PATH NEWS_ETAG\n", stderr), 2;
  rlimit files{};
  ::getrlimit(RLIMIT_NOFILE, &files);
  files.rlim_cur = files.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &files);
  const auto clock = edge::system_clock();
  const auto crowd = bench::read_crowd(arguments[3]);
  if (!clock || !crowd) return std::fputs("herd: no clock or no kiosks\n", stderr), 1;
  Herd herd{**clock};
  herd.tls.load_verify_file(arguments[2]);
  herd.tls.set_verify_mode(net::ssl::verify_peer);
  herd.endpoint = {net::ip::make_address("127.0.0.1"), static_cast<std::uint16_t>(std::atoi(arguments[1]))};
  herd.news_path = arguments[4];
  herd.news_etag = arguments[5];
  const auto began = Steady::now();
  for (const auto& kiosk : *crowd) net::co_spawn(herd.io, live(herd, kiosk), net::detached);
  herd.io.run();
  report(herd, crowd->size(), std::chrono::duration<double>(Steady::now() - began).count());
  return herd.done == crowd->size() ? 0 : 1;
}
