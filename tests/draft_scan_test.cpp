// A phone sees what the screen drew: the pixels of the draft layer, decoded by a reader of somebody else
// (zbar).
#include "tests/support/exposure.h"
#include "tests/support/phone.h"
#include "tests/support/seeing.h"

namespace {

using namespace wv;
using namespace wv::visit;

// What a phone finds on a screen with this panel, in these colours and letters.
struct Look {
  ui::Panel panel = test::portrait();
  Contrast contrast = Contrast::Light;
  TextSize size = TextSize::Normal;
};
std::vector<std::string> scanned(const test::Visitor& visitor, const Look& look = {}) {
  auto view = test::see(visitor);
  view.contrast = look.contrast;
  view.size = look.size;
  test::Exposure screen(look.panel);
  screen.draw(view);
  return test::codes_in(screen.canvas());
}

test::Visitor with_draft(std::string_view text) {
  auto visitor = test::a_visitor().does(GiveIdea{});
  visitor.does(TypeText{std::string(text)}).does(ShowOverlay{Overlay::DraftToPhone});
  REQUIRE(visitor.visit.overlay == Overlay::DraftToPhone);
  return visitor;
}

std::string as_long_as_may_be_sent() {
  std::string text;
  while (text.size() < 980) text += "Een bankje bij de speeltuin. ";
  return text + "Klaar!";
}

}  // namespace

TEST_CASE("a half-written idea reaches the phone letter for letter, with its accents and its lines") {
  for (const auto* text : {"Een bankje", "Eén café, ’s avonds: “mooi”.\nEn één bank — voor € 5.",
                           "Türkçe: çocuklar için bir bank", "Лавка біля дитячого майданчика",
                           "مقعد بجانب الملعب", "ኣብ ጥቓ መጻወቲ ቆልዑ"}) {
    INFO(text);
    CHECK(scanned(with_draft(text)) == std::vector<std::string>{text});
  }
}

TEST_CASE("the longest idea that may be sent is read from one code, on every panel and in every theme") {
  const std::string text = as_long_as_may_be_sent();
  const test::Visitor visitor = with_draft(text);
  const ui::Panel small{{1024, 768}, {304, 228}};
  for (const auto& panel : {test::portrait(), test::landscape(), small})
    for (const auto contrast :
         {Contrast::Light, Contrast::Dark, Contrast::HighOnLight, Contrast::HighOnDark}) {
      INFO(panel.pixels.width << " wide, theme " << static_cast<int>(contrast));
      CHECK(scanned(visitor, {.panel = panel, .contrast = contrast}) == std::vector<std::string>{text});
    }
}

TEST_CASE("a text that runs over comes in codes that together are the text") {
  std::string text = as_long_as_may_be_sent();
  text += text.substr(0, 150);
  test::Visitor visitor = with_draft(text);
  const auto first = scanned(visitor);
  const auto second = scanned(visitor.does(ShowDraftPart{1}));
  REQUIRE(first.size() == 1);
  REQUIRE(second.size() == 1);
  CHECK(first.front() + second.front() == text);
}

TEST_CASE("a code that was left alone cannot be read from the screen any more") {
  test::Visitor visitor = with_draft("Dit gaat niemand iets aan");
  visitor.waits(std::chrono::seconds(21));
  CHECK(scanned(visitor).empty());
}

TEST_CASE("the code on the thanks screen is read too") {
  auto visitor = test::a_visitor().does(GiveIdea{}).types("Een bankje").does(Open{Screen::IdeaWhere});
  visitor.does(Open{Screen::IdeaContact}).does(Open{Screen::IdeaCheck}).does(SendIdea{});
  visitor.does(IdeaKept{"K7QM3-TXB2F", {"linde", "fiets", "brug", "mei"}});
  const auto found = scanned(visitor);
  REQUIRE(found.size() == 1);
  CHECK(found.front().find("K7QM3-TXB2F") != std::string::npos);
}
