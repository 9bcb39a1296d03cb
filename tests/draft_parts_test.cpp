// A text that is cut for a phone loses nothing and stays readable at its cuts.
#include "kiosk/screens/draft_parts.h"

#include <numeric>
#include <string>

#include "sync/base/utf8.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"

using namespace wv;
using screens::parts_for_codes;

TEST_CASE("a text of any script, cut for the phone, comes together again without a character broken") {
  test::Dice dice(5);
  for (int i = 0; i < 500; ++i) {
    std::string text;
    const int length = dice.whole(0, 1200);
    for (int k = 0; k < length; ++k)
      base::append_code_point(text, dice.one_in(6)   ? U' '
                                    : dice.one_in(3) ? static_cast<char32_t>(dice.whole(0x1200, 0x135a))
                                                     : static_cast<char32_t>(dice.whole('a', 'z')));
    const std::size_t most =
        dice.one_in(2) ? screens::most_bytes_in_code : static_cast<std::size_t>(dice.whole(1, 90));
    const auto parts = parts_for_codes(text, most);
    std::string together;
    for (const auto part : parts) {
      REQUIRE(base::is_utf8(part));
      REQUIRE_FALSE(part.empty());
      REQUIRE(part.size() <= std::max<std::size_t>(most, 4));
      together += part;
    }
    REQUIRE(together == text);
  }
}

TEST_CASE("words stay whole, and two codes are about as full as each other") {
  std::string text;
  while (text.size() < 1150) text += "bankje ";
  const auto parts = parts_for_codes(text);
  REQUIRE(parts.size() == 2);
  CHECK(parts[0].ends_with(' '));
  CHECK(parts[0].size() < 700);
  CHECK(parts[1].size() > 400);
}

TEST_CASE("an idea that may be sent fits into one code") {
  CHECK(parts_for_codes(std::string(1000, 'x')).size() == 1);
  CHECK(parts_for_codes("").empty());
}
