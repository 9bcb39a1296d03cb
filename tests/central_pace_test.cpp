// Answers go out within a minute and at most once a minute, by a clock that only moves when told.
#include "sync/central/pace.h"

#include <set>

#include "sync/content/content_source.h"
#include "tests/support/central.h"

using namespace wv;
using namespace wv::test;
using base::Millis;
using std::chrono::seconds;

TEST_CASE("a change goes out at once after a quiet time, and else a minute after the last publication") {
  central::Pace pace(Millis(60'000));
  CHECK(pace.allows(Millis(0)));
  CHECK(pace.until_next_look(Millis(0)) == Millis(0));
  pace.looked(Millis(0), false);  // nothing had changed
  CHECK(pace.allows(Millis(1)));
  pace.looked(Millis(10'000), true);
  CHECK_FALSE(pace.allows(Millis(69'999)));
  CHECK(pace.allows(Millis(70'000)));
  pace.looked(Millis(80'000), false);
  CHECK(pace.until_next_look(Millis(81'000)) == Millis(59'000));
  // What may not go out yet does not wait for a whole round more.
  pace.looked(Millis(100'000), true);
  pace.hold_back();
  CHECK(pace.until_next_look(Millis(130'000)) == Millis(30'000));
  CHECK(pace.until_next_look(Millis(170'000)) == Millis(0));
}

namespace {

// A server's desk: it publishes at most once a minute, and somebody calls it when it wants to be called.
struct Server : Central {
  TestKiosk kiosk = a_kiosk(*this);
  std::string idea = an_idea_id(*this);

  Server() {
    must(repository.init(random, clock.now()));
    edge::Disk disk;
    must(repository.publish(must_read(disk), {}, clock.now()));
    REQUIRE(kiosk.put(*this, idea, an_idea(1, "bankje", "AAAAAAAAAAAAAAAAAAAAAA")).status == 201);
    desk = std::make_unique<central::Desk>(central::Desk::Setup{.store = *store,
                                                                .repository = &repository,
                                                                .clock = clock,
                                                                .random = random,
                                                                .publications_apart = Millis(60'000)});
  }
  static content::Documents must_read(const edge::Disk& disk) {
    auto read = content::read_content(disk, content_mini());
    REQUIRE(read);
    return *read;
  }
  void answer(const std::string& status) {
    must(desk->ask(Json::object({{"vraag", "antwoord"},
                                 {"idee", idea},
                                 {"status", status},
                                 {"tekst", Json::object({{"nl", "We kijken ernaar."}})}}),
                   [](const Json&) { return true; }));
  }
  std::string timestamp() {
    const auto bytes = must(files.read(repository.published() / "mini" / "timestamp.json"));
    return std::string(base::as_text(bytes));
  }
  // What the server's thread does: it looks when it is time.
  void tick() {
    if (desk->until_next_publication() == Millis(0)) must(desk->publish_feedback());
  }
};

}  // namespace

TEST_CASE("twenty answers within a minute make two publications, and the last one goes out within a minute") {
  Server server;
  std::set<std::string> seen{server.timestamp()};
  std::vector<base::Instant> published;
  const auto note = [&] {
    if (seen.insert(server.timestamp()).second) published.push_back(server.clock.at);
  };
  base::Instant last_answer;
  const auto start = server.clock.at;
  for (int second = 0; second < 180; ++second) {
    if (second < 57 && second % 3 == 0) {
      server.answer(second % 2 == 0 ? "in behandeling" : "in agenda");
      last_answer = server.clock.at;
      note();
    }
    server.tick();
    note();
    server.clock.at += seconds(1);
  }
  REQUIRE(published.size() == 2);
  CHECK(published[0] - start == seconds(0));
  CHECK(published[1] - published[0] == seconds(60));
  CHECK(published[1] - last_answer <= seconds(60));
}

TEST_CASE("an idea that comes in unasked is in the answers within a minute") {
  Server server;
  server.tick();
  server.clock.at += seconds(61);
  server.tick();
  const auto before = server.timestamp();
  server.clock.at += seconds(20);
  REQUIRE(
      server.kiosk.put(server, an_idea_id(server), an_idea(2, "fiets", "BBBBBBBBBBBBBBBBBBBBBA")).status ==
      201);
  for (int second = 0; second < 60 && server.timestamp() == before; ++second) {
    server.clock.at += seconds(1);
    server.tick();
  }
  CHECK(server.timestamp() != before);
}

TEST_CASE("whoever says publish-answers is not kept waiting") {
  Server server;
  server.answer("in behandeling");
  const auto before = server.timestamp();
  server.clock.at += seconds(1);
  server.answer("in agenda");
  CHECK(server.timestamp() == before);
  must(server.desk->ask(Json::object({{"vraag", "terugkoppeling"}}), [](const Json&) { return true; }));
  CHECK(server.timestamp() != before);
}
