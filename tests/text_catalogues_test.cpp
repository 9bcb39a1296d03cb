// Every letter of every catalogue is in the fonts that travel along.
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/text_engine.h"

using namespace wv;

TEST_CASE("no text of the interface asks for a letter that no font has") {
  auto engine = test::open_engine();
  for (const std::string lang : {"nl", "en", "tr", "pl", "uk", "ar", "pap", "ti"}) {
    std::ifstream po(std::string(WV_SOURCE_DIR) + "/assets/strings/" + lang + ".po");
    REQUIRE(po);
    std::size_t texts = 0;
    for (std::string line; std::getline(po, line);) {
      if (!line.starts_with("msgstr")) continue;
      ++texts;
      for (const auto weight : {text::Weight::Regular, text::Weight::SemiBold, text::Weight::Bold}) {
        INFO(lang << ": " << line);
        CHECK(engine->lay_out(line, {.weight = weight}, {.lang = lang}).missing == 0);
      }
    }
    CHECK(texts > 300);
  }
  CHECK(engine->missing_glyphs() == 0);
}
