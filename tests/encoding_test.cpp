// Codes and encodings: what somebody types from paper is understood, what is wrong is noticed.
#include "sync/base/encoding.h"

#include <set>

#include "sync/base/reference_code.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

using namespace wv::base;
using wv::test::SeededRandom;

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// 4,096 different words: "aaa", "aab", … in base 16.
std::string invented_words() {
  std::string text;
  for (int i = 0; i < 4096; ++i) {
    text += {static_cast<char>('a' + i / 256), static_cast<char>('a' + i / 16 % 16),
             static_cast<char>('a' + i % 16)};
    text += '\n';
  }
  return text;
}

}  // namespace

TEST_CASE("bytes come back from hex and base64url as they went") {
  SeededRandom random(3);
  for (std::size_t size = 0; size < 70; ++size) {
    Bytes bytes(size);
    random.fill(bytes);
    CHECK(from_hex(to_hex(bytes)).value() == bytes);
    CHECK(from_base64url(to_base64url(bytes)).value() == bytes);
    CHECK(from_base64(to_base64(bytes)).value() == bytes);
  }
}

TEST_CASE("base64url agrees with RFC 4648 and has no padding") {
  CHECK(to_base64url(as_bytes("f")) == "Zg");
  CHECK(to_base64url(as_bytes("foobar")) == "Zm9vYmFy");
  CHECK(to_base64url(Bytes{0xfb, 0xff}) == "-_8");
  CHECK(to_base64(as_bytes("f")) == "Zg==");
}

TEST_CASE("encodings refuse what another reader might read differently") {
  for (const char* text : {"Zg==", "Zh", "Z", "Zm9v YmFy", "Zm9vYmFy\n", "+/8", "Zg\xC3\xA9"}) {
    INFO(text);
    CHECK_FALSE(from_base64url(text));
  }
  for (const char* text : {"Zg", "Zg=", "Zh==", "-_8=", "Zm9v YmFy", "Zg==\n", "Zg\xC3\xA9="}) {
    INFO(text);
    CHECK_FALSE(from_base64(text));
  }
  for (const char* text : {"0", "0g", "00 ", " 00", "0x00"}) {
    INFO(text);
    CHECK_FALSE(from_hex(text));
  }
  CHECK(from_hex("AbCd").value() == Bytes{0xab, 0xcd});
}

TEST_CASE("a code comes back from the screen, from paper and from small letters") {
  SeededRandom random(4);
  for (int i = 0; i < 500; ++i) {
    const CodeBytes code = make_code(random);
    const std::string shown = code_for_screen(code);
    REQUIRE(shown.size() == 11);
    CHECK(shown[5] == '-');
    CHECK(parse_code(shown).value() == code);
    std::string typed = " " + code_text(code) + " ";
    for (char& c : typed)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    CHECK(parse_code(typed).value() == code);
  }
}

TEST_CASE("the letters that look like digits are read as those digits") {
  const CodeBytes code{};  // all zero: "0000000000"
  CHECK(code_text(code) == "0000000000");
  CHECK(parse_code("OOOOO-ooooo").value() == code);
  SeededRandom random(5);
  for (int i = 0; i < 300; ++i) {
    const CodeBytes other = make_code(random);
    std::string typed = code_text(other);
    for (char& c : typed)
      if (c == '1') c = i % 2 ? 'I' : 'l';
    CHECK(parse_code(typed).value() == other);
  }
}

TEST_CASE("most wrong characters in a code are noticed, and none is read as the same idea") {
  SeededRandom random(6);
  int wrong = 0, noticed = 0;
  for (int i = 0; i < 40; ++i) {
    const CodeBytes code = make_code(random);
    const std::string right = code_text(code);
    for (std::size_t at = 0; at < right.size(); ++at)
      for (const char c : alphabet) {
        if (c == right[at]) continue;
        std::string typed = right;
        typed[at] = c;
        const auto read = parse_code(typed);
        ++wrong;
        noticed += !read;
        if (read) CHECK(*read != code);
      }
  }
  CHECK(noticed * 100 > wrong * 70);  // two check bits: three of four
}

TEST_CASE("what is no code is refused") {
  for (const char* typed : {"", "0", "00000-0000", "00000-000000", "0000U-00000", "00000_00000",
                            "00000\xC3\xA9"
                            "0000"}) {
    INFO(typed);
    CHECK_FALSE(parse_code(typed));
  }
}

TEST_CASE("a code comes back from its four words") {
  const std::string text = invented_words();
  const auto words = read_word_list(text);
  REQUIRE(words);
  SeededRandom random(7);
  for (int i = 0; i < 200; ++i) {
    const CodeBytes code = make_code(random);
    const auto four = code_words(code, *words);
    std::string typed = " " + std::string(four[0]) + ", " + std::string(four[1]) + "-" +
                        std::string(four[2]) + ".  " + std::string(four[3]);
    typed[1] = static_cast<char>(typed[1] - 32);
    CHECK(parse_words(typed, *words).value() == code);
  }
  CHECK_FALSE(parse_words("aaa aaa aaa", *words));
  CHECK_FALSE(parse_words("aaa aaa aaa aaa aaa", *words));
  CHECK_FALSE(parse_words("aaa aaa aaa zzz", *words));
  CHECK_FALSE(parse_words("", *words));
}

TEST_CASE("a word list that is short, doubled or has other letters is refused") {
  std::string text = invented_words();
  CHECK_FALSE(read_word_list(text.substr(4)));
  CHECK_FALSE(read_word_list("aaa\n" + text.substr(4, text.size() - 8) + "aaa\n"));
  text[0] = 'A';
  CHECK_FALSE(read_word_list(text));
  CHECK_FALSE(read_word_list(""));
}

TEST_CASE("enrolment codes have ten characters of the alphabet and differ") {
  SeededRandom random(8);
  std::set<std::string> seen;
  for (int i = 0; i < 200; ++i) {
    const std::string code = make_enrolment_code(random);
    CHECK(code.size() == 10);
    CHECK(code.find_first_not_of(alphabet) == std::string::npos);
    seen.insert(code);
    CHECK(normal_enrolment_code(code.substr(0, 5) + "-" + code.substr(5)).value() == code);
  }
  CHECK(seen.size() == 200);
  CHECK_FALSE(normal_enrolment_code("12345"));
}
