// Typing, erasing and taking it back, in any script.
#include "kiosk/visit/typed_text.h"

#include "tests/support/catch.h"

using namespace wv::visit;

namespace {

TypedText text_of(std::string_view text) {
  TypedText typed;
  REQUIRE(typed.insert(text, 1000));
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
  for (int i = 0; i < 5; ++i) typed.move(Caret::Left);
  for (int i = 0; i < 6; ++i) typed.erase();
  CHECK(typed.text() == "een  hier");
  REQUIRE(typed.can_undo());
  typed.move(Caret::End);
  typed.undo();
  CHECK(typed.text() == "een bankje hier");
  CHECK(typed.caret_byte() == 10);
  CHECK_FALSE(typed.can_undo());
}

TEST_CASE("erasing elsewhere begins a new run") {
  TypedText typed = text_of("abcdef");
  typed.erase();
  typed.move(Caret::Start);
  typed.move(Caret::Right);
  typed.erase();
  CHECK(typed.text() == "bcde");
  typed.undo();
  CHECK(typed.text() == "abcde");
}

TEST_CASE("erase all can be taken back until something new is typed") {
  TypedText typed = text_of("alles");
  typed.erase_all();
  CHECK(typed.empty());
  typed.undo();
  CHECK(typed.text() == "alles");
  typed.erase_all();
  REQUIRE(typed.insert("n", 10));
  CHECK_FALSE(typed.can_undo());
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
  typed.move(Caret::Left);
  typed.move(Caret::Left);
  typed.move(Caret::Left);
  CHECK(typed.caret_byte() == 0);
}

TEST_CASE("bytes that are no UTF-8 never get in") {
  TypedText typed;
  CHECK_FALSE(typed.insert("\xc3", 10));
  CHECK_FALSE(typed.insert("\xf5\x80\x80\x80", 10));
  CHECK(typed.empty());
}
