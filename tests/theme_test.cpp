#include "kiosk/ui/theme.h"

#include <cmath>
#include <fstream>
#include <sstream>

#include "kiosk/ui/themes.h"
#include "sync/edge/disk.h"
#include "tests/support/catch.h"
#include "tests/support/world.h"

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

TEST_CASE("a municipality maps its own tokens to ours, through as many steps as it likes") {
  const auto house = *ui::load_theme(theme_text("light"), "light.tokens.json");
  const auto theme = ui::load_theme(R"json({
    "voorbeeldstad": {"color": {"violet": {"40": {"value": "hsl(270 60% 35%)"
}
, "30" : {"$value" : "#3A1063"}
}
}
, "button" : {
  "background" : {"value" : "{voorbeeldstad.color.violet.40.value}"}
}
}
, "wv" : {"colour" : {"brand" : {"value" : "{voorbeeldstad.button.background}"}}}, "wijkvenster" : {
  "brand" : {"value" : "{wv.colour.brand}"},
            "brand-deep" : {"$value" : "{voorbeeldstad.color.violet.30}"},
                           "soft" : {
    "$value" : {"colorSpace" : "srgb", "components" : [ 0.2, 0.2, 0.2 ], "hex" : "#333333"}
  }
}
})json",
                                    "stad.tokens.json", &house);
  INFO((theme ? "" : theme.error().message));
  REQUIRE(theme);
  CHECK(theme->name == "stad");
  CHECK(theme->brand == *ui::parse_colour("hsl(270 60% 35%)"));
  CHECK(theme->brand_deep == ui::Colour{0x3A, 0x10, 0x63});
  CHECK(theme->soft == ui::Colour{0x33, 0x33, 0x33});
  CHECK(theme->paper == house.paper);  // left out: as it was
}

TEST_CASE("references that go round in a circle or lead to nothing are refused by name") {
  const auto house = *ui::load_theme(theme_text("light"), "light.tokens.json");
  const auto why = [&](const std::string& tokens) {
    const auto theme = ui::load_theme(tokens, "stad.tokens.json", &house);
    return theme ? std::string() : theme.error().message;
  };
  CHECK(
      why(R"({"a": {"value": "{b}"}, "b": {"value": "{a}"}, "wijkvenster": {"brand": {"value": "{a}"}}})") ==
      "stad.tokens.json: brand: {wijkvenster.brand} → {a} → {b} → {a} goes round in a circle");
  CHECK(why(R"({"wijkvenster": {"brand": {"value": "{wijkvenster.brand}"}}})").find("circle") !=
        std::string::npos);
  CHECK(why(R"({"wijkvenster": {"ink": {"value": "{stad.inkt}"}}})") ==
        "stad.tokens.json: ink: {wijkvenster.ink} → {stad.inkt} leads to nothing");
  CHECK(why(R"({"wijkvenster": {"ink": {"value": 7}}})") == "stad.tokens.json: ink: is no colour");
}

namespace {

// A kiosk with the themes of the house and a folder for the municipality's.
struct Wardrobe {
  test::TemporaryFolder folder;
  edge::Disk disk;
  ui::Themes themes = *ui::load_themes(disk, std::string(WV_SOURCE_DIR) + "/assets/themes");
  ui::OwnTheme own{visit::Contrast::Light, folder.path() / "stad.tokens.json", folder.path() / "goed.json"};

  std::string wears(const std::string& tokens) {
    std::ofstream(own.file) << tokens;
    const auto taken = ui::take_own_theme(themes, disk, own);
    return taken ? std::string() : taken.error().message;
  }
  ui::Colour brand() const { return themes.of(visit::Contrast::Light).brand; }
};

const std::string violet =
    R"({"wijkvenster": {"brand": {"value": "#5B2C91"}, "brand-deep": {"value": "#43206B"}}})";
const std::string pale = R"({"wijkvenster": {"brand": {"value": "#B9A6D3"}}})";

}  // namespace

TEST_CASE("a theme that nobody can read is refused with the pair named, and the one before it stays") {
  Wardrobe kiosk;
  const auto green = kiosk.brand();
  CHECK(kiosk.wears(violet).empty());
  CHECK(kiosk.brand() == ui::Colour{0x5B, 0x2C, 0x91});
  Wardrobe next;  // the same kiosk after a restart
  next.own.last_good = kiosk.own.last_good;
  const auto why = next.wears(pale);
  CHECK(why.find("stad.tokens.json: on-brand #FFFFFF on brand #B9A6D3 has contrast 2.") == 0);
  CHECK(why.find("wanted 4.5:1") != std::string::npos);
  CHECK(why.find("(the theme in use is stad, as it was before)") != std::string::npos);
  CHECK(next.brand() == ui::Colour{0x5B, 0x2C, 0x91});
  Wardrobe fresh;
  CHECK(fresh.wears(pale).find("(the theme in use is light)") != std::string::npos);
  CHECK(fresh.brand() == green);
}

TEST_CASE("a theme file that is not there is named, and the kiosk keeps its own") {
  Wardrobe kiosk;
  const auto taken = ui::take_own_theme(kiosk.themes, kiosk.disk, kiosk.own);
  REQUIRE_FALSE(taken);
  CHECK(taken.error().message.find("stad.tokens.json") != std::string::npos);
  CHECK(taken.error().message.find("the theme in use is light") != std::string::npos);
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

TEST_CASE("colours are written as design tools write them, and are never see-through") {
  CHECK(*ui::parse_colour("#0A5C4F") == ui::Colour{0x0A, 0x5C, 0x4F});
  CHECK(*ui::parse_colour("#fa3") == ui::Colour{0xFF, 0xAA, 0x33});
  CHECK(*ui::parse_colour("#0A5C4Fff") == ui::Colour{0x0A, 0x5C, 0x4F});
  for (const char* same : {"rgb(10, 92, 79)", "rgb(10 92 79)", "rgba(10,92,79,1)", "rgb(10 92 79 / 100%)"}) {
    INFO(same);
    REQUIRE(ui::parse_colour(same));
    CHECK(*ui::parse_colour(same) == ui::Colour{10, 92, 79});
  }
  // The corners of the hue circle, and a grey; worked out by CSS Color 4.
  CHECK(*ui::parse_colour("hsl(0, 100%, 50%)") == ui::Colour{255, 0, 0});
  CHECK(*ui::parse_colour("hsl(120deg 100% 25%)") == ui::Colour{0, 128, 0});
  CHECK(*ui::parse_colour("hsl(240 100% 50%)") == ui::Colour{0, 0, 255});
  CHECK(*ui::parse_colour("hsl(-120 100% 50%)") == ui::Colour{0, 0, 255});
  CHECK(*ui::parse_colour("hsl(77 0% 50%)") == ui::Colour{128, 128, 128});
  CHECK(*ui::parse_colour("white") == ui::Colour{255, 255, 255});
  CHECK(ui::to_hex({0x0A, 0x5C, 0x4F}) == "#0A5C4F");
  for (const char* wrong : {"", "#", "0A5C4F", "#0A5C4", "#0A5C4FF", "#0A5C4G", "rood", "#-12345",
                            "#0A5C4F80", "rgba(0, 0, 0, 0.5)", "hsl(0 100% 50% / 10%)", "rgb(1, 2)",
                            "transparent", "rgb(1 2 3", "hsl(1 2 3)"}) {
    INFO(wrong);
    CHECK_FALSE(ui::parse_colour(wrong).has_value());
  }
}

TEST_CASE("a scrim darkens what lies below it") {
  CHECK(ui::blend({0, 0, 0, 255}, {255, 255, 255}) == ui::Colour{0, 0, 0});
  CHECK(ui::blend({0, 0, 0, 0}, {255, 255, 255}) == ui::Colour{255, 255, 255});
  CHECK(ui::blend({0, 0, 0, 128}, {255, 255, 255}).r == 127);
}
