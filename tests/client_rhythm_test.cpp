// When a kiosk comes back, and how it reads the outside of an answer.
#include "sync/client/rhythm.h"

#include <set>

#include "sync/client/answer.h"
#include "sync/client/picture.h"
#include "sync/client/round_clock.h"
#include "tests/support/catch.h"
#include "tests/support/fake_central.h"

using namespace wv;
using namespace wv::test;
using client::next_round;
using client::Situation;
using namespace std::chrono;

namespace {

Situation quiet(base::Instant now) {
  Situation situation;
  situation.now = now;
  situation.last_ended = now - hours{1};
  situation.has_content = true;
  return situation;
}

}  // namespace

TEST_CASE("seven thousand kiosks spread themselves evenly over the night") {
  int per_hour[4] = {};
  for (int i = 0; i < 7000; ++i) {
    const auto slot = client::nightly_slot("kiosk-" + std::to_string(i));
    REQUIRE(slot >= hours{1});
    REQUIRE(slot < hours{5});
    ++per_hour[slot / hours{1} - 1];
  }
  for (const int count : per_hour) CHECK(std::abs(count - 1750) < 175);
  CHECK(client::nightly_slot("kiosk-1") == client::nightly_slot("kiosk-1"));
}

TEST_CASE("the slot is local time: the next one lies ahead, and within a day") {
  VirtualClock clock(at("2026-03-01T23:30:00Z"));  // 00:30 local
  CHECK(client::next_night(clock, clock.now(), hours{2}) == at("2026-03-02T01:00:00Z"));
  CHECK(client::next_night(clock, at("2026-03-02T01:00:00Z"), hours{2}) == at("2026-03-03T01:00:00Z"));
  CHECK(client::next_night(clock, at("2026-03-02T00:59:59Z"), hours{2}) == at("2026-03-02T01:00:00Z"));
}

TEST_CASE("a quiet kiosk waits for the night") {
  VirtualClock clock(at("2026-03-01T10:00:00Z"));
  SeededRandom random(1);
  CHECK(next_round(clock, random, hours{2}, quiet(clock.now())) == at("2026-03-02T01:00:00Z"));
}

TEST_CASE("a new idea goes out within a minute, but not all kiosks at one instant") {
  VirtualClock clock(at("2026-03-01T10:00:00Z"));
  SeededRandom random(1);
  auto situation = quiet(clock.now());
  situation.idea_due = clock.now();
  std::set<base::Instant> moments;
  for (int i = 0; i < 100; ++i) {
    const auto next = next_round(clock, random, hours{2}, situation);
    CHECK(next >= clock.now() + seconds{5});
    CHECK(next <= clock.now() + seconds{45});
    moments.insert(next);
  }
  CHECK(moments.size() > 50);
}

TEST_CASE("after failures the kiosk comes back less and less eagerly, never later than half an hour") {
  SeededRandom random(1);
  base::Millis longest{};
  for (int i = 0; i < 1000; ++i) {
    CHECK(client::backoff(1, random) <= minutes{1});
    longest = std::max(longest, client::backoff(1000, random));
  }
  CHECK(longest <= minutes{30});
  CHECK(longest > minutes{25});
}

TEST_CASE("a fault that daylight does not mend waits for the night, also with an idea waiting") {
  VirtualClock clock(at("2026-03-01T10:00:00Z"));
  SeededRandom random(1);
  auto situation = quiet(clock.now());
  situation.idea_due = clock.now();
  situation.failures = 3;
  situation.hopeless = true;
  CHECK(next_round(clock, random, hours{2}, situation) == at("2026-03-02T01:00:00Z"));
}

TEST_CASE(
    "an idea that was postponed is tried again when its time has come, not before and not the next night") {
  VirtualClock clock(at("2026-03-01T10:00:00Z"));
  SeededRandom random(1);
  auto situation = quiet(clock.now());
  situation.idea_due = clock.now() + minutes{10};
  const auto next = next_round(clock, random, hours{2}, situation);
  CHECK(next >= clock.now() + minutes{10});
  CHECK(next <= clock.now() + minutes{11});
}

TEST_CASE("the button of the staff works at once, and then once in five minutes") {
  VirtualClock clock(at("2026-03-01T10:00:00Z"));
  SeededRandom random(1);
  auto situation = quiet(clock.now());
  situation.asked = true;
  CHECK(next_round(clock, random, hours{2}, situation) == clock.now());
  situation.last_asked_round = clock.now() - minutes{2};
  CHECK(next_round(clock, random, hours{2}, situation) == clock.now() + minutes{3});
}

TEST_CASE("nothing, not even the button, goes before the central's own wish") {
  VirtualClock clock(at("2026-03-01T10:00:00Z"));
  SeededRandom random(1);
  auto situation = quiet(clock.now());
  situation.asked = true;
  situation.not_before = clock.now() + hours{2};
  CHECK(next_round(clock, random, hours{2}, situation) == situation.not_before);
}

TEST_CASE("a kiosk that was off for two days does not wait for another night") {
  VirtualClock clock(at("2026-03-01T10:00:00Z"));
  SeededRandom random(1);
  auto situation = quiet(clock.now());
  situation.last_ended = clock.now() - days{2};
  CHECK(next_round(clock, random, hours{2}, situation) < clock.now() + minutes{1});
}

TEST_CASE("Retry-After is read as seconds or as a date by the server's own clock, and nonsense is no wish") {
  const auto read = [](const std::string& value, const std::string& date = "") {
    base::HttpResponse response{503, {{"retry-after", value}}, {}, true};
    if (!date.empty()) response.headers.emplace_back("date", date);
    return client::retry_after(response, at("2026-03-01T10:00:00Z"));
  };
  CHECK(read("0") == base::Millis{0});
  CHECK(read("90") == base::Millis{seconds{90}});
  CHECK(read("Sun, 01 Mar 2026 10:05:00 GMT") == base::Millis{minutes{5}});
  CHECK(read("Sun, 01 Mar 2026 12:05:00 GMT", "Sun, 01 Mar 2026 12:00:00 GMT") == base::Millis{minutes{5}});
  CHECK(read("Sun, 01 Mar 2020 10:05:00 GMT") == base::Millis{0});
  CHECK(read("Fri, 31 Dec 9999 23:59:59 GMT") == base::Millis{hours{6}});
  CHECK(read("-5") == std::nullopt);
  CHECK(read("morgen") == std::nullopt);
  CHECK(read("Sun, 31 Feb 2026 10:05:00 GMT") == std::nullopt);
  CHECK(read("") == std::nullopt);
}

TEST_CASE("the time of a round stands still in the face of jumps, and never before what is known") {
  VirtualClock clock(at("2026-03-01T10:00:00Z"));
  const client::RoundClock round(clock, {}, {});
  clock.advance(minutes{1});
  clock.set_wall_clock(at("2019-01-01T00:00:00Z"));
  CHECK(round.now() == at("2026-03-01T10:01:00Z"));
  const client::RoundClock dead(clock, at("2026-02-27T00:00:00Z"), {});
  CHECK(dead.is_behind_floor());
  CHECK(dead.now() == at("2026-02-27T00:00:00Z"));
}

TEST_CASE("only whole, sound PNG pictures of a sensible size are shown") {
  auto png = a_grey_dot();
  CHECK(client::check_png(png));
  SECTION("one byte changed") {
    png[44] ^= 1;
  }
  SECTION("cut off") {
    png.resize(png.size() - 1);
  }
  SECTION("something behind it") {
    png.push_back(0);
  }
  SECTION("a length beyond the end") {
    png[8] = 0x7f;
  }
  SECTION("nothing") {
    png.clear();
  }
  CHECK_FALSE(client::check_png(png));
}
