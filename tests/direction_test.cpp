// Latin inside Arabic: what keeps it together, and what is said and searched instead.
#include "sync/base/direction.h"

#include "tests/support/catch.h"

using namespace wv;

TEST_CASE("each line of an address is kept together by itself") {
  CHECK(base::isolated("Plein 1") == "\u2068Plein 1\u2069");
  CHECK(base::isolated("Plein 1\n14 013") == "\u2068Plein 1\u2069\n\u206814 013\u2069");
  CHECK(base::isolated("") == "");
  CHECK(base::isolated("a\n\nb\n") == "\u2068a\u2069\n\n\u2068b\u2069\n");
}

TEST_CASE("what is spoken and searched has no direction marks") {
  CHECK(base::spoken_form(base::isolated("Plein 1\n14 013")) == "Plein 1\n14 013");
  CHECK(base::spoken_form("\u2066a\u2067b\u2068c\u2069") == "abc");
  CHECK(base::spoken_form("\u2065\u206A\u2014 é") == "\u2065\u206A\u2014 é");
  CHECK(base::spoken_form("23\u00A0000") == "23 000");
  CHECK(base::spoken_form("\xE2\x81") == "\xE2\x81");  // cut off: left as it is
}

TEST_CASE("Arabic begins at the right, Papiamentu at the left") {
  CHECK(base::is_right_to_left("ar"));
  CHECK(base::is_right_to_left("ar-SY"));
  CHECK_FALSE(base::is_right_to_left("pap"));
  CHECK_FALSE(base::is_right_to_left("ti"));
  CHECK_FALSE(base::is_right_to_left(""));
}
