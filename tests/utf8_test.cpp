// Text from outside is Unicode or it is nothing.
#include "sync/base/utf8.h"

#include "tests/support/catch.h"

using namespace wv::base;

TEST_CASE("every code point comes back as it went, and surrogates are none") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    std::string text;
    append_code_point(text, c);
    std::string_view rest = text;
    const auto read = next_code_point(rest);
    if (c >= 0xD800 && c <= 0xDFFF) {
      if (read) FAIL("surrogate " << static_cast<unsigned>(c));
    } else if (!read || *read != c || !rest.empty()) {
      FAIL("code point " << static_cast<unsigned>(c));
    }
  }
}

TEST_CASE("overlong, cut and impossible sequences are no UTF-8") {
  for (const char* text : {"\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
                           "\xF5\x80\x80\x80", "\xED\xA0\x80", "\x80", "\xE2\x82", "a\xFF", "\xE2\x28\xA1"}) {
    CHECK_FALSE(is_utf8(text));
  }
  CHECK(is_utf8("Tîlburg ሰላም 🌳"));
}

TEST_CASE("characters are counted as people count letters, roughly") {
  CHECK(count_code_points("één") == 3);
  CHECK(count_code_points("🌳🌳") == 2);
  CHECK(count_code_points("\xff\xff") == 2);
  CHECK(first_code_points("één boom", 3) == "één");
  CHECK(first_code_points("ab", 9) == "ab");
}

TEST_CASE("what looks like nothing is stripped") {
  CHECK(strip(" \t\n\u00a0\u200b een boom \u3000\n") == "een boom");
  CHECK(strip("\u2003\u200b").empty());
  CHECK(strip("a") == "a");
}

TEST_CASE("a cleaned text has no controls and no broken bytes") {
  CHECK(clean_text("a\r\nb\x01\x7f"
                   "c\xff\td") == "a\nbc\xEF\xBF\xBD\td");
}

TEST_CASE("texts are joined with a separator between them and none around") {
  CHECK(joined({}).empty());
  CHECK(joined(std::vector<std::string>{"nl"}) == "nl");
  CHECK(joined(std::vector<std::string>{"nl", "en", "tr"}) == "nl, en, tr");
  CHECK(joined(std::vector<std::string>{"brug", "mei"}, " · ") == "brug · mei");
}
