// Journey scripts are read strictly: a misspelt step must never pass as a test that was done.
#include "kiosk/app/journey.h"

#include "tests/support/catch.h"

using namespace wv;
using namespace std::chrono_literals;

TEST_CASE("a journey reads like what a visitor does") {
  const auto steps = app::read_journey(R"(# a visit
tap "Geef uw idee"
type "Een \"groen\" plein"
  wait 90s
key Select
finger down 10.5 20
finger up
hold "Wijkpunt Noord" 3s
expect-screen idea-write
sync
)",
                                       "visit.journey");
  REQUIRE(steps);
  REQUIRE(steps->size() == 9);
  CHECK(std::get<app::Tap>(steps->at(0).doing).label == "Geef uw idee");
  CHECK(std::get<app::Type>(steps->at(1).doing).text == "Een \"groen\" plein");
  CHECK(std::get<app::Wait>(steps->at(2).doing).time == 90s);
  CHECK(std::get<app::FingerDown>(steps->at(4).doing).x == 10.5F);
  CHECK(std::get<app::Hold>(steps->at(6).doing).time == 3s);
  CHECK(steps->at(7).line == 9);
}

TEST_CASE("every wrong line of a journey is named with what was meant") {
  const auto steps =
      app::read_journey("tap Idee\nwait 90\nkey Enter\nspring hoog\nexpect \"a\" b\n", "wrong.journey");
  REQUIRE(!steps);
  CHECK(steps.error().code == base::ErrorCode::Invalid);
  CHECK(steps.error().message ==
        "wrong.journey:1: this step is written as: tap \"label\"\n"
        "wrong.journey:2: this step is written as: wait 90s (or 250ms, 5m)\n"
        "wrong.journey:3: this step is written as: key Up|Down|Left|Right|Select|Help\n"
        "wrong.journey:4: no step is called 'spring'; there are tap, hold, type, key, keys-to, expect, "
        "expect-not, "
        "expect-screen, expect-exit, wait, finger, lang, shot, speak-expect, headphones, sync, press, "
        "press-long, "
        "touch, letter\n"
        "wrong.journey:5: this step is written as: expect \"text\"");
}
