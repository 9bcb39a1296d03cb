// What a letter, a word and a capital are, in the scripts that people type here.
#include "kiosk/visit/letters.h"

#include "tests/support/catch.h"

using namespace wv::visit;

TEST_CASE("a letter keeps its accents, vowel signs and joiners") {
  CHECK(letters_of("cafe\u0301") == std::vector<std::string>{"c", "a", "f", "e\u0301"});
  CHECK(letters_of("مَن") == std::vector<std::string>{"مَ", "ن"});
  CHECK(letters_of("👩‍🌾!") == std::vector<std::string>{"👩‍🌾", "!"});
  CHECK(letters_of("ሰላም").size() == 3);
  CHECK(letters_of("").empty());
}

TEST_CASE("one letter back and one letter on are each other's opposite") {
  const std::string text = "ïJ e\u0301 مَن ї";
  std::size_t at = 0;
  for (const auto& letter : letters_of(text)) {
    CHECK(letter_after(text, at) == at + letter.size());
    CHECK(letter_before(text, at + letter.size()) == at);
    at += letter.size();
    CHECK(letter_start(text, at - 1) == at - letter.size());
  }
  CHECK(letter_before(text, 0) == 0);
  CHECK(letter_after(text, text.size()) == text.size());
}

TEST_CASE("a word is found from inside it and from its end, and keeps its apostrophe") {
  const std::string text = "opa’s bankje, hier";
  CHECK(word_at(text, 0) == Stretch{0, 7});
  CHECK(word_at(text, 5) == Stretch{0, 7});
  CHECK(word_at(text, 7) == Stretch{0, 7});
  CHECK(word_at(text, 10) == Stretch{8, 14});
  CHECK(word_at(text, text.size()) == Stretch{16, 20});
  CHECK(word_at(text, 15).empty());
  CHECK(word_at("   ", 1).empty());
  CHECK(word_at("", 0).empty());
  const std::string arabic = "مرحبا بكم";
  CHECK(word_at(arabic, 2) == Stretch{0, 10});
}

TEST_CASE("Turkish keeps the dot of its i, and others do not get one") {
  CHECK(capital_of("i", Capitals::Turkish) == "İ");
  CHECK(capital_of("ı", Capitals::Turkish) == "I");
  CHECK(capital_of("ğ", Capitals::Turkish) == "Ğ");
  CHECK(capital_of("i", Capitals::Common) == "I");
  CHECK(capital_of("ї", Capitals::Common) == "Ї");
  CHECK(capital_of("’", Capitals::Common) == "’");
}

TEST_CASE("a text reads from the side of its first letter") {
  CHECK(reads_from_right("12. مرحبا hello", false));
  CHECK_FALSE(reads_from_right("hello مرحبا", true));
  CHECK(reads_from_right("123", true));
  CHECK_FALSE(reads_from_right("", false));
}
