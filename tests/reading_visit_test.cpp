// Going through the screens that are only read, and back.
#include "tests/support/catch.h"
#include "tests/support/visitor.h"

using namespace wv;
using namespace wv::visit;
using test::Visitor;

TEST_CASE("the house rules can be read before sending, and Back leads to the same idea") {
  Visitor visitor;
  visitor.begins().does(GiveIdea{}).types("Meer bankjes in het park");
  visitor.does(Open{Screen::IdeaContact}).does(Open{Screen::IdeaCheck});
  REQUIRE(visitor.at() == Screen::IdeaCheck);
  visitor.does(Open{Screen::HouseRules}).does(Open{Screen::Privacy});
  CHECK(visitor.at() == Screen::Privacy);
  visitor.does(Back{}).does(Back{});
  CHECK(visitor.at() == Screen::IdeaCheck);
  CHECK(visitor.visit.draft.text.text() == "Meer bankjes in het park");
}
