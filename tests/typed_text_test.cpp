// Typing, erasing and taking it back, in any script.
#include "kiosk/visit/typed_text.h"

#include "sync/base/utf8.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"

using namespace wv::visit;

namespace {

TypedText text_of(std::string_view text) {
  TypedText typed;
  REQUIRE(typed.insert(text, 1000));
  return typed;
}

// As keys bring it: one letter at a time.
TypedText keyed(std::string_view text) {
  TypedText typed;
  for (const auto& letter : letters_of(text)) REQUIRE(typed.insert(letter, 1000));
  return typed;
}

}  // namespace

TEST_CASE("erasing takes whole characters, whatever their bytes") {
  TypedText typed = text_of("café ☕");
  typed.erase();
  CHECK(typed.text() == "café ");
  typed.erase();
  typed.erase();
  CHECK(typed.text() == "caf");
  CHECK(typed.characters() == 3);
}

TEST_CASE("undo brings back the last run of erasing, at its place") {
  TypedText typed = text_of("een bankje hier");
  for (int i = 0; i < 5; ++i) typed.move(Caret::Before);
  for (int i = 0; i < 6; ++i) typed.erase();
  CHECK(typed.text() == "een  hier");
  REQUIRE(typed.can_undo());
  typed.move(Caret::End);
  typed.undo();
  CHECK(typed.text() == "een bankje hier");
  CHECK(typed.caret_byte() == 10);
}

TEST_CASE("erasing elsewhere begins a new run") {
  TypedText typed = text_of("abcdef");
  typed.erase();
  typed.move(Caret::Start);
  typed.move(Caret::After);
  typed.erase();
  CHECK(typed.text() == "bcde");
  typed.undo();
  CHECK(typed.text() == "abcde");
}

TEST_CASE("erase all can be taken back, also after something new was typed") {
  TypedText typed = text_of("alles");
  typed.erase_all();
  CHECK(typed.empty());
  typed.undo();
  CHECK(typed.text() == "alles");
  typed.erase_all();
  REQUIRE(typed.insert("n", 10));
  typed.undo();
  CHECK(typed.empty());
  typed.undo();
  CHECK(typed.text() == "alles");
}

TEST_CASE("undo goes back a word at a time, and redo comes forward the same way") {
  TypedText typed = keyed("een bankje hier");
  typed.undo();
  CHECK(typed.text() == "een bankje ");
  typed.undo();
  CHECK(typed.text() == "een ");
  typed.redo();
  CHECK(typed.text() == "een bankje ");
  CHECK(typed.caret_byte() == 11);
  typed.redo();
  CHECK(typed.text() == "een bankje hier");
  CHECK_FALSE(typed.can_redo());
  typed.undo();
  REQUIRE(typed.insert("x", 100));
  CHECK_FALSE(typed.can_redo());
}

TEST_CASE("erasing a page by holding the key comes back word by word") {
  TypedText typed = keyed("een bankje hier");
  while (!typed.empty()) typed.erase();
  typed.undo();
  CHECK(typed.text() == "een");
  typed.undo();
  CHECK(typed.text() == "een bankje");
  typed.undo();
  CHECK(typed.text() == "een bankje hier");
}

TEST_CASE("erasing and the arrows take a letter with its marks as one") {
  TypedText typed = text_of("مَن e\u0301");
  typed.erase();
  CHECK(typed.text() == "مَن ");
  typed.move(Caret::Start);
  typed.move(Caret::After);
  CHECK(typed.caret_byte() == 4);
  typed.move(Caret::Before);
  CHECK(typed.caret_byte() == 0);
}

TEST_CASE("a finger places the caret, then selects the word, then places the caret again") {
  TypedText typed = text_of("een bankje hier");
  typed.touch(6);
  CHECK(typed.caret_byte() == 6);
  CHECK(typed.selection().empty());
  typed.touch(9);
  CHECK(typed.selection() == Stretch{4, 10});
  typed.touch(5);
  CHECK(typed.selection().empty());
  CHECK(typed.caret_byte() == 5);
  typed.touch(6);
  CHECK(typed.selection() == Stretch{4, 10});
  typed.touch(12);
  CHECK(typed.selection().empty());
  CHECK(typed.caret_byte() == 12);
}

TEST_CASE("the word at which somebody is typing is not selected by the first touch") {
  TypedText typed = text_of("een bankje");
  typed.touch(6);
  CHECK(typed.selection().empty());
  REQUIRE(typed.insert("x", 100));
  typed.touch(6);
  CHECK(typed.selection().empty());
}

TEST_CASE("typing replaces what is selected, erasing takes it, and both come back whole") {
  TypedText typed = text_of("een bankje hier");
  typed.touch(6);
  typed.touch(6);
  REQUIRE(typed.insert("stoel", 15));
  CHECK(typed.text() == "een stoel hier");
  CHECK(typed.caret_byte() == 9);
  typed.undo();
  CHECK(typed.text() == "een bankje hier");
  typed.select_word();
  CHECK(typed.selection() == Stretch{4, 10});
  typed.erase();
  CHECK(typed.text() == "een  hier");
  typed.undo();
  CHECK(typed.text() == "een bankje hier");
}

TEST_CASE("an arrow leaves a selection at its own side") {
  TypedText typed = text_of("een bankje hier");
  typed.place_caret(6);
  typed.select_word();
  typed.move(Caret::Before);
  CHECK(typed.caret_byte() == 4);
  typed.select_word();
  typed.move(Caret::After);
  CHECK(typed.caret_byte() == 10);
}

TEST_CASE("another form of the letter takes its place within the same step back") {
  TypedText typed = keyed("cafe");
  REQUIRE(typed.swap_letter("é", 4));
  CHECK(typed.text() == "café");
  REQUIRE(typed.insert("s", 10));
  typed.undo();
  CHECK(typed.empty());
  REQUIRE(typed.swap_letter("ñ", 4));
  CHECK(typed.text() == "ñ");
}

TEST_CASE("whatever is done to a text, undo leads back to every earlier word and redo to the end") {
  const std::vector<std::string> pieces = {"a", "b", " ",  "é",           "e\u0301", "ї",
                                           "مَ", "ሰ", "\n", "👩‍🌾", "woord "};
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    wv::test::Dice dice(seed);
    TypedText typed;
    for (int i = 0; i < 60; ++i) {
      const auto byte = static_cast<std::size_t>(dice.whole(0, static_cast<int>(typed.text().size())));
      const auto& piece =
          pieces[static_cast<std::size_t>(dice.whole(0, static_cast<int>(pieces.size()) - 1))];
      switch (dice.whole(0, 9)) {
        case 0:
          typed.erase();
          break;
        case 1:
          typed.touch(byte);
          break;
        case 2:
          typed.touch(byte);
          typed.touch(byte);
          break;
        case 3:
          typed.move(static_cast<Caret>(dice.whole(0, 3)));
          break;
        case 4:
          typed.select_word();
          break;
        case 5:
          typed.swap_letter(piece, 40);
          break;
        default:
          typed.insert(piece, 40);
          break;
      }
      if (dice.one_in(80)) typed.erase_all();
      CHECK(wv::base::is_utf8(typed.text()));
      CHECK(typed.characters() <= 40);
      CHECK(typed.caret_byte() <= typed.text().size());
      CHECK(typed.selection().end <= typed.text().size());
    }
    const std::string end(typed.text());
    int steps = 0;
    for (; typed.can_undo(); ++steps) typed.undo();
    CHECK(typed.empty());
    for (; typed.can_redo(); --steps) typed.redo();
    CHECK(typed.text() == end);
    CHECK(steps == 0);
  }
}

TEST_CASE("what would not fit is left out whole") {
  TypedText typed = text_of("12345");
  CHECK_FALSE(typed.insert("ab", 6));
  CHECK(typed.text() == "12345");
  CHECK(typed.insert("é", 6));
  CHECK(typed.characters() == 6);
}

TEST_CASE("a caret put inside a character goes to its start") {
  TypedText typed = text_of("éé");
  typed.place_caret(3);
  CHECK(typed.caret_byte() == 2);
  typed.place_caret(99);
  CHECK(typed.caret_byte() == 4);
  typed.move(Caret::Before);
  typed.move(Caret::Before);
  typed.move(Caret::Before);
  CHECK(typed.caret_byte() == 0);
}

TEST_CASE("bytes that are no UTF-8 never get in") {
  TypedText typed;
  CHECK_FALSE(typed.insert("\xc3", 10));
  CHECK_FALSE(typed.insert("\xf5\x80\x80\x80", 10));
  CHECK(typed.empty());
}
