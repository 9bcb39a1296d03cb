// The central on a real loopback socket, among clients that are slow, silent, rude or gone.
#include <fstream>
#include <thread>

#include "sync/central/listener.h"
#include "sync/central/problem.h"
#include "tests/support/central.h"
#include "tests/support/line.h"

using namespace wv;
using namespace wv::test;
using central::Listener;
using central::ListenLimits;

namespace {

// The real listener on a free port, its io thread, and a handler that the test chooses.
class Served {
 public:
  explicit Served(Listener::Handler handler, ListenLimits limits = {})
      : listener_(must(Listener::bind("127.0.0.1:0", std::move(handler), refuse, limits))),
        thread_([this] { listener_->run(Listener::Signals::Ignore); }) {}
  ~Served() { stop(); }
  void stop() {
    listener_->stop();
    if (thread_.joinable()) thread_.join();
  }
  void ask_to_stop() { listener_->stop(); }
  Line line() const { return Line(listener_->port()); }

  static Response refuse(central::Routes::Refusal refusal) {
    using enum central::Routes::Refusal;
    const int status = refusal == HeaderTooLarge ? 431
                       : refusal == BodyTooLarge ? 413
                       : refusal == TooBusy      ? 503
                                                 : 400;
    return central::problem({status, "", "t", "d"}, {});
  }

 private:
  std::unique_ptr<Listener> listener_;
  std::thread thread_;
};

void echo(const Request& request, central::Reply reply) {
  auto response = central::bare(200, {});
  response.body = request.method + " " + request.target + " " + request.body;
  reply(std::move(response));
}

const std::string get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";

}  // namespace

TEST_CASE("requests follow one another on one connection, also when sent in one breath") {
  Served served(echo);
  auto line = served.line();
  line.say("GET /a HTTP/1.1\r\nHost: x\r\n\r\nPUT /b HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc");
  CHECK(line.answer().ends_with("GET /a "));
  CHECK(line.answer().ends_with("PUT /b abc"));
  line.say(get);
  CHECK(line.answer().starts_with("HTTP/1.1 200 OK\r\n"));
}

TEST_CASE("a request that comes byte by byte is a request like any other") {
  Served served(echo);
  auto line = served.line();
  for (const char c :
       std::string("POST /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"))
    line.say(std::string(1, c));
  CHECK(line.answer().ends_with("POST /b abc"));
}

TEST_CASE(
    "half-open and dripping clients lose their connection at the deadline; the honest one never waits") {
  Served served(echo, {.whole_message = std::chrono::milliseconds(400)});
  std::vector<std::unique_ptr<Line>> drippers;
  for (int i = 0; i < 40; ++i) {
    drippers.push_back(std::make_unique<Line>(served.line()));
    drippers.back()->say(i % 2 == 0 ? "PUT /b HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc"
                                    : "GET /a HT");
  }
  auto silent = served.line();
  auto honest = served.line();
  honest.say(get);
  CHECK(honest.answer().ends_with("GET /a "));
  for (auto& dripper : drippers) CHECK(dripper->is_closed());
  CHECK(silent.is_closed());
}

TEST_CASE("each dripped byte buys no time") {
  Served served(echo, {.whole_message = std::chrono::milliseconds(300)});
  auto line = served.line();
  line.say("GET /a HTTP/1.1\r\nX: ");
  bool closed = false;
  for (int i = 0; i < 500 && !closed; ++i) {
    pollfd pause{-1, 0, 0};
    ::poll(&pause, 1, 20);
    closed = !line.say("y");
  }
  CHECK(closed);
}

TEST_CASE("a header without end: 431, in words, and no more is read") {
  Served served(echo);
  auto line = served.line();
  line.say("GET /a HTTP/1.1\r\nX: ");
  const std::string piece(4096, 'y');
  for (int i = 0; i < 100 && line.say(piece); ++i) {
  }
  const auto heard = line.rest();
  CHECK(heard.starts_with("HTTP/1.1 431 "));
  CHECK(heard.find("Connection: close") != std::string::npos);
}

TEST_CASE("a body over the limit: 413 before it is read, whether its length is told or not") {
  Served served(echo);
  auto told = served.line();
  told.say("PUT /b HTTP/1.1\r\nHost: x\r\nContent-Length: 70000000\r\n\r\n");
  CHECK(told.rest().starts_with("HTTP/1.1 413 "));
  auto chunked = served.line();
  chunked.say("PUT /b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
  const std::string chunk = "1000\r\n" + std::string(4096, 'z') + "\r\n";
  for (int i = 0; i < 30 && chunked.say(chunk); ++i) {
  }
  CHECK(chunked.rest().starts_with("HTTP/1.1 413 "));
}

TEST_CASE("what is no HTTP gets 400 and the door") {
  Served served(echo);
  for (const std::string& nonsense :
       {std::string("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11), std::string("HELLO\r\n\r\n"),
        std::string("GET /a HTTP/9.9\r\n\r\n"), std::string("GET /a b HTTP/1.1\r\n\r\n"),
        std::string("PUT /b HTTP/1.1\r\nContent-Length: -1\r\n\r\n"),
        std::string("PUT /b HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc")}) {
    auto line = served.line();
    line.say(nonsense);
    line.say_no_more();
    const auto heard = line.rest();
    CHECK((heard.empty() || heard.starts_with("HTTP/1.1 400 ")));
  }
  auto honest = served.line();
  honest.say(get);
  CHECK(honest.answer().ends_with("GET /a "));
}

TEST_CASE("a client that expects to be asked for its body is asked") {
  Served served(echo);
  auto line = served.line();
  line.say("PUT /b HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n");
  CHECK(line.answer() == "HTTP/1.1 100 Continue\r\n\r\n");
  line.say("abc");
  CHECK(line.answer().ends_with("PUT /b abc"));
}

TEST_CASE("a picture of megabytes arrives whole, and its head alone for HEAD") {
  TemporaryFolder folder;
  std::string picture(3'000'000, '\0');
  SeededRandom(7).fill({reinterpret_cast<std::uint8_t*>(picture.data()), picture.size()});
  std::ofstream(folder.path / "blob", std::ios::binary) << picture;
  Served served([&](const Request&, central::Reply reply) {
    auto response = central::bare(200, {});
    response.body = central::FileSlice{folder.path / "blob", 1000, picture.size() - 1000};
    reply(std::move(response));
  });
  auto line = served.line();
  line.say(get);
  CHECK(line.answer().ends_with(picture.substr(1000)));
  line.say("HEAD /a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const auto head = line.rest();
  CHECK(head.find("Content-Length: 2999000") != std::string::npos);
  CHECK(head.ends_with("\r\n\r\n"));
}

TEST_CASE("somebody who leaves before the answer comes harms nobody") {
  central::Reply kept;
  std::promise<void> asked;
  Served served([&](const Request& request, central::Reply reply) {
    if (request.target != "/later") return echo(request, std::move(reply));
    kept = std::move(reply);
    asked.set_value();
  });
  {
    auto gone = served.line();
    gone.say("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
    asked.get_future().wait();
  }
  std::thread([&] { kept(central::bare(200, {})); }).join();
  auto honest = served.line();
  honest.say(get);
  CHECK(honest.answer().ends_with("GET /a "));
}

TEST_CASE("asked to stop: who waits for an answer gets it, who is idle is let go") {
  central::Reply kept;
  std::promise<void> asked;
  Served served([&](const Request& request, central::Reply reply) {
    if (request.target != "/later") return echo(request, std::move(reply));
    kept = std::move(reply);
    asked.set_value();
  });
  auto idle = served.line();
  idle.say(get);
  idle.answer();
  auto busy = served.line();
  busy.say("GET /later HTTP/1.1\r\nHost: x\r\n\r\n");
  asked.get_future().wait();
  served.ask_to_stop();
  CHECK(idle.is_closed());
  auto response = central::bare(200, {});
  response.body = std::string("toch nog");
  kept(std::move(response));
  const auto heard = busy.rest();
  CHECK(heard.ends_with("toch nog"));
  CHECK(heard.find("Connection: close") != std::string::npos);
  served.stop();
}

TEST_CASE("more connections than there is room for hear 503") {
  Served served(echo, {.connections = 2});
  auto one = served.line();
  one.say(get);
  one.answer();
  auto two = served.line();
  two.say(get);
  two.answer();
  auto three = served.line();
  CHECK(three.rest().starts_with("HTTP/1.1 503 "));
}

TEST_CASE("addresses that are none are refused, and so is a port that is taken") {
  for (const auto* address :
       {"", "8080", "localhost", "127.0.0.1:", "127.0.0.1:70000", "127.0.0.1:8o", "nergens.example:80"}) {
    const auto bound = Listener::bind(address, echo, Served::refuse);
    REQUIRE(!bound);
    CHECK(bound.error().code == base::ErrorCode::Invalid);
  }
  const auto first = must(Listener::bind("127.0.0.1:0", echo, Served::refuse));
  const auto second = Listener::bind("127.0.0.1:" + std::to_string(first->port()), echo, Served::refuse);
  REQUIRE(!second);
  CHECK(second.error().code == base::ErrorCode::Unavailable);
}

TEST_CASE("the whole way over a socket: an idea goes in, its receipt comes out") {
  Central central;
  const auto kiosk = a_kiosk(central);
  Served served([&](const Request& request, central::Reply reply) {
    central.routes->handle(request, std::move(reply));
  });
  auto line = served.line();
  for (int i = 1; i <= 20; ++i) {
    const auto request = kiosk.idea_request(central, an_idea_id(central), an_idea(i));
    line.say("PUT " + request.target +
             " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAuthorization: " +
             request.headers[1].second + "\r\nContent-Length: " + std::to_string(request.body.size()) +
             "\r\n\r\n" + request.body);
    CHECK(line.answer().starts_with("HTTP/1.1 201 Created\r\n"));
  }
}

TEST_CASE("staff may paste a whole calendar, few at once; nobody else may send as much") {
  ListenLimits limits;
  limits.large_forms = "/beheer/inhoud/";
  limits.large_forms_at_once = 2;
  Served served(echo, limits);
  const auto announced = [](const std::string& target, std::size_t bytes) {
    return "POST " + target + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n";
  };
  const std::string calendar(300'000, 'a');
  auto staff = served.line();
  staff.say(announced("/beheer/inhoud/invoer", calendar.size()) + calendar);
  CHECK(staff.answer().ends_with("POST /beheer/inhoud/invoer " + calendar));

  auto kiosk = served.line();
  kiosk.say(announced("/kiosk/v1/ideeen/x", calendar.size()));
  CHECK(kiosk.rest().starts_with("HTTP/1.1 413"));
  auto endless = served.line();
  endless.say("POST /kiosk/v1/ideeen/x HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n" +
              std::string(0x20000, 'a') + "\r\n");
  CHECK(endless.rest().starts_with("HTTP/1.1 413"));
  auto too_large = served.line();
  too_large.say(announced("/beheer/inhoud/invoer", 3 << 20));
  CHECK(too_large.rest().starts_with("HTTP/1.1 413"));

  auto first = served.line(), second = served.line(), third = served.line();
  first.say(announced("/beheer/inhoud/invoer", 4) + "ab");
  second.say(announced("/beheer/inhoud/invoer", 4) + "ab");
  third.say("GET /elsewhere HTTP/1.1\r\nHost: x\r\n\r\n");  // both have been read when this one is answered
  CHECK(third.answer().starts_with("HTTP/1.1 200"));
  third.say(announced("/beheer/inhoud/invoer", 4) + "abcd");
  CHECK(third.rest().starts_with("HTTP/1.1 503"));
  first.say("cd");
  CHECK(first.answer().ends_with("abcd"));
  auto fourth = served.line();
  fourth.say(announced("/beheer/inhoud/invoer", 4) + "abcd");
  CHECK(fourth.answer().ends_with("abcd"));
}

TEST_CASE("a pulse that is due at the moment of stopping does not keep the listener going for ever") {
  const auto listener = must(Listener::bind("127.0.0.1:0", echo, Served::refuse));
  int beats = 0;
  listener->every(std::chrono::milliseconds(0), [&] {
    if (++beats == 1) listener->stop();
  });
  listener->run(Listener::Signals::Ignore);
  CHECK(beats == 1);
}
