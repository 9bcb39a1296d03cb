// The screens that are only read: house rules and privacy.
#include "tests/support/seeing.h"

using namespace wv;
using namespace wv::screens;
using namespace wv::visit;
using test::a_visitor;
using test::page;
using test::see;

TEST_CASE("help leads to the house rules and to what happens with one's details") {
  const auto help = page<HelpView>(see(a_visitor().does(Open{Screen::Help})));
  REQUIRE(help.sections.size() == 4);
  REQUIRE(help.sections[2].opens);
  const View rules = see(a_visitor().does(*help.sections[2].opens));
  CHECK(rules.name == "house-rules");
  CHECK(page<TextPageView>(rules).blocks.front().words.text == "Houd het prettig.");
  REQUIRE(help.sections[3].opens);
  const View privacy = see(a_visitor().does(*help.sections[3].opens));
  CHECK(privacy.name == "privacy");
  CHECK(page<TextPageView>(privacy).blocks.front().words.text == "Wij wissen uw gegevens na vier weken.");
}

TEST_CASE("a kiosk without content still has rules and says what it keeps") {
  const store::Content nothing;
  for (const Screen screen : {Screen::HouseRules, Screen::Privacy}) {
    const auto view = page<TextPageView>(see(a_visitor().does(Open{screen}), nothing));
    REQUIRE(view.blocks.size() == 1);
    CHECK(view.blocks.front().words.text.size() > 60);
  }
}
