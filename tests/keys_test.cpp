// The keyboard as a visitor meets it: capitals, layers, other letters, and what is offered over the keys.
#include "tests/support/catch.h"
#include "tests/support/visitor.h"

using namespace wv;
using namespace wv::visit;
using test::Visitor;

namespace {

Visitor a_writer() {
  Visitor visitor;
  visitor.begins().does(GiveIdea{});
  return visitor;
}

std::string text_of(const Visitor& visitor) {
  return std::string(visitor.visit.draft.text.text());
}

}  // namespace

TEST_CASE("shift gives one capital, twice gives only capitals, and a third time ends that") {
  Visitor writer = a_writer().types("Een ");
  CHECK(writer.does(PressShift{}).visit.keys.shift == Shift::Once);
  CHECK(writer.types("B").visit.keys.shift == Shift::Off);
  writer.does(PressShift{}).does(PressShift{}).types("ANK. ");
  CHECK(writer.visit.keys.shift == Shift::Locked);
  CHECK(writer.does(PressShift{}).visit.keys.shift == Shift::Off);
}

TEST_CASE("the capital that came with the sentence goes at one press") {
  Visitor writer = a_writer();
  REQUIRE(writer.visit.keys.shift == Shift::Once);
  CHECK(writer.does(PressShift{}).visit.keys.shift == Shift::Off);
  CHECK(writer.does(PressShift{}).does(PressShift{}).visit.keys.shift == Shift::Locked);
}

TEST_CASE("capitals that were locked do not follow to the next screen, and an address starts small") {
  Visitor writer = a_writer().does(PressShift{}).does(PressShift{}).does(PressShift{}).types("EEN BANK");
  REQUIRE(writer.visit.keys.shift == Shift::Locked);
  writer.does(Open{Screen::IdeaWhere})
      .does(Open{Screen::IdeaContact})
      .does(ChooseChannel{ContactChannel::Email});
  CHECK(writer.visit.keys.shift == Shift::Off);
  CHECK(writer.types("a").visit.keys.shift == Shift::Off);
}

TEST_CASE("who presses long gets the letter, and may make it another one") {
  Visitor writer = a_writer().types("caf").does(OfferVariants{"e"});
  CHECK(text_of(writer) == "cafe");
  CHECK(writer.visit.keys.offer == KeyOffer::Variants);
  CHECK(writer.visit.keys.letter == "e");
  writer.does(Touched{});
  CHECK(writer.visit.keys.offer == KeyOffer::Variants);
  writer.does(SwapLetter{"é"});
  CHECK(text_of(writer) == "café");
  CHECK(writer.visit.keys.offer == KeyOffer::None);
}

TEST_CASE("somebody who presses every key long writes on undisturbed") {
  Visitor writer = a_writer();
  for (const char* letter : {"E", "e", "n"}) writer.does(OfferVariants{letter});
  writer.does(TypeText{"!"});
  CHECK(text_of(writer) == "Een!");
  CHECK(writer.visit.keys.offer == KeyOffer::None);
}

TEST_CASE("a letter that does not fit offers nothing") {
  Visitor writer = a_writer();
  const std::string full(model::max_idea_characters + idea_overrun, 'a');
  writer.does(TypeText{full}).does(OfferVariants{"e"});
  CHECK(text_of(writer) == full);
  CHECK(writer.visit.typing_trouble == TypingTrouble::Full);
  CHECK(writer.visit.keys.offer == KeyOffer::None);
}

TEST_CASE("other letters stay for the visit, until another language is chosen") {
  Visitor writer = a_writer().does(OfferLayouts{});
  CHECK(writer.visit.keys.offer == KeyOffer::Layouts);
  writer.does(ChooseLayout{KeyLayout::Ukrainian}).does(OrderKeys{KeyOrder::Alphabet}).types("Так");
  CHECK(writer.visit.keys.offer == KeyOffer::None);
  writer.does(Open{Screen::IdeaWhere}).does(Back{});
  CHECK(writer.visit.keys.layout == KeyLayout::Ukrainian);
  CHECK(writer.visit.keys.order == KeyOrder::Alphabet);
  writer.does(ChooseLanguage{"en"});
  CHECK_FALSE(writer.visit.keys.layout);
  CHECK(writer.visit.keys.order == KeyOrder::Alphabet);
  writer.does(EndVisit{}).does(ThrowAwayDraft{});
  CHECK(writer.visit.keys == KeyState{});
}

TEST_CASE("the globe takes its offer back when it is pressed again") {
  Visitor writer = a_writer().does(OfferLayouts{}).does(OfferLayouts{});
  CHECK(writer.visit.keys.offer == KeyOffer::None);
}

TEST_CASE("undo, redo and selecting go to the field that is on the screen") {
  Visitor writer = a_writer().types("Een bank ");
  writer.does(Undo{});
  CHECK(text_of(writer) == "Een ");
  writer.does(Redo{});
  CHECK(text_of(writer) == "Een bank ");
  writer.does(TouchText{5}).does(TouchText{6}).does(TypeText{"plein"});
  CHECK(text_of(writer) == "Een plein ");
  writer.does(SelectWord{}).does(Erase{});
  CHECK(text_of(writer) == "Een  ");
}

TEST_CASE("when the visit ends nothing of the way back is left") {
  Visitor writer = a_writer().types("Geheim woord");
  writer.does(EraseAll{}).does(Undo{}).does(Undo{});
  REQUIRE(writer.visit.draft.text.can_redo());
  writer.does(Redo{}).does(EndVisit{}).does(ThrowAwayDraft{});
  CHECK(writer.visit == Visit{});
  CHECK_FALSE(writer.visit.draft.text.can_undo());
  CHECK_FALSE(writer.visit.draft.text.can_redo());
}
