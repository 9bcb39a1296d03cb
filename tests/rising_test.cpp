#include "kiosk/app/rising.h"

#include "tests/support/catch.h"

using namespace wv;
using namespace std::chrono_literals;
using app::Rising;

TEST_CASE("a menu rises once when it opens, quickly, and stays in its place") {
  Rising rising;
  rising.note(false, 500ms);
  CHECK_FALSE(rising.moves(500ms));
  rising.note(true, 1s);
  CHECK(rising.share(1s) == 0);
  float before = 0;
  for (auto at = 1s + 16ms; at < 1s + Rising::whole_way; at += 16ms) {
    rising.note(true, at);
    CHECK(rising.moves(at));
    CHECK(rising.share(at) > before);
    before = rising.share(at);
  }
  CHECK(Rising::whole_way < 200ms);
  CHECK_FALSE(rising.moves(1s + Rising::whole_way));
  CHECK(rising.share(1s + Rising::whole_way) == 1);
  rising.note(true, 9s);
  CHECK(rising.share(9s) == 1);
  rising.note(false, 10s);
  rising.note(true, 11s);
  CHECK(rising.moves(11s));
}
