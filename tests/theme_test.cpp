#include "kiosk/ui/theme.h"

#include <cmath>
#include <fstream>
#include <sstream>

#include "tests/support/catch.h"

namespace {

using namespace wv;

std::string theme_text(const std::string& name) {
  std::ifstream in(std::string(WV_SOURCE_DIR) + "/assets/themes/" + name + ".tokens.json");
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

// The light theme with the colour of one token replaced.
std::string light_with(const std::string& token, const std::string& colour) {
  std::string text = theme_text("light");
  const auto at = text.find("\"" + token + "\": {\"value\": \"");
  REQUIRE(at != std::string::npos);
  const auto begin = text.find('#', at);
  return text.replace(begin, 7, colour);
}

}  // namespace

TEST_CASE("every theme of the house can be read by people") {
  for (const char* name : {"light", "dark", "contrast-light", "contrast-dark"}) {
    INFO(name);
    const auto theme = ui::load_theme(theme_text(name), std::string("themes/") + name + ".tokens.json");
    INFO((theme ? "" : theme.error().message));
    REQUIRE(theme.has_value());
    CHECK(theme->name == name);
  }
}

TEST_CASE("a theme whose text is too pale is refused with both colours and the ratio named") {
  const auto theme = ui::load_theme(light_with("soft", "#A0A8AE"), "gemeente.tokens.json");
  REQUIRE_FALSE(theme.has_value());
  CHECK(theme.error().message.find("gemeente.tokens.json: ") == 0);
  CHECK(theme.error().message.find("soft #A0A8AE on paper #FAF6EF has contrast 2.2") != std::string::npos);
  CHECK(theme.error().message.find("wanted 4.5:1") != std::string::npos);
}

TEST_CASE("all failing pairs are named at once, so that a designer mends them in one go") {
  const auto theme = ui::load_theme(light_with("brand", "#9FD8CC"), "t");
  REQUIRE_FALSE(theme.has_value());
  CHECK(theme.error().message.find("on-brand") != std::string::npos);
  CHECK(theme.error().message.find("accent") != std::string::npos);
}

TEST_CASE("missing tokens and wrong colours are refused by name") {
  CHECK(ui::load_theme(light_with("focus", "#12345G"), "t").error().message.find("focus: \"#12345G\"") !=
        std::string::npos);
  std::string text = theme_text("light");
  text.replace(text.find("\"skyline\""), 9, "\"horizon\"");
  CHECK(ui::load_theme(text, "t").error().message.find("skyline is missing") != std::string::npos);
  CHECK_FALSE(ui::load_theme("{}", "t").has_value());
  CHECK_FALSE(ui::load_theme("geen json", "t").has_value());
}

TEST_CASE("contrast is what WCAG says it is") {
  const ui::Colour black{0, 0, 0};
  const ui::Colour white{255, 255, 255};
  CHECK(std::abs(ui::contrast(black, white) - 21) < 1e-9);
  CHECK(ui::contrast(white, black) == ui::contrast(black, white));
  CHECK(ui::contrast(white, white) == 1);
  // The famous edge: #767676 is the palest grey that passes on white, #777777 does not.
  CHECK(ui::contrast(*ui::parse_colour("#767676"), white) >= 4.5);
  CHECK(ui::contrast(*ui::parse_colour("#777777"), white) < 4.5);
}

TEST_CASE("colours are written as #RRGGBB or #RGB and nothing else") {
  CHECK(*ui::parse_colour("#0A5C4F") == ui::Colour{0x0A, 0x5C, 0x4F});
  CHECK(*ui::parse_colour("#fa3") == ui::Colour{0xFF, 0xAA, 0x33});
  CHECK(ui::to_hex({0x0A, 0x5C, 0x4F}) == "#0A5C4F");
  for (const char* wrong : {"", "#", "0A5C4F", "#0A5C4", "#0A5C4FF", "#0A5C4G", "rood", "#-12345"}) {
    INFO(wrong);
    CHECK_FALSE(ui::parse_colour(wrong).has_value());
  }
}

TEST_CASE("a scrim darkens what lies below it") {
  CHECK(ui::blend({0, 0, 0, 255}, {255, 255, 255}) == ui::Colour{0, 0, 0});
  CHECK(ui::blend({0, 0, 0, 0}, {255, 255, 255}) == ui::Colour{255, 255, 255});
  CHECK(ui::blend({0, 0, 0, 128}, {255, 255, 255}).r == 127);
}
