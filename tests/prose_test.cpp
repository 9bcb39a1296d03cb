// Longer texts in blocks, as authors type them: plain lines, round bullets or a little Markdown.
#include "kiosk/screens/prose_view.h"

#include "tests/support/catch.h"
#include "tests/support/dice.h"

using namespace wv;
using screens::prose_blocks;
using screens::ProseBlock;
using screens::Words;
using Kind = ProseBlock::Kind;

namespace {

std::string shape(const std::string& text) {
  std::string all;
  for (const auto& block : prose_blocks({text})) {
    if (!all.empty()) all += block.opens ? "|| " : "| ";
    all += block.kind == Kind::Heading ? "# " : block.kind == Kind::Item ? "- " : "";
    if (!block.mark.empty()) all += block.mark + " ";
    all += block.words.text;
  }
  return all;
}

}  // namespace

TEST_CASE("rules typed with round bullets become a list between two sentences") {
  CHECK(shape("Houd het prettig:\n• Noem geen namen.\n• Scheld niet.\nWij lezen elk idee.") ==
        "Houd het prettig:| - Noem geen namen.| - Scheld niet.| Wij lezen elk idee.");
}

TEST_CASE("headings, lists and bold lines of Markdown are seen for what they are") {
  CHECK(shape("## Wat doen wij?\nWij lezen alles.\n\n- een\n- twee\n\n**Wanneer?**\nMorgen.") ==
        "# Wat doen wij?|| Wij lezen alles.|| - een| - twee|| # Wanneer?| Morgen.");
  CHECK(shape("1. eerst\n2. dan\n\nKlaar.") == "- 1. eerst| - 2. dan|| Klaar.");
  CHECK(shape("- een\n\n- twee") == "- een|| - twee");
}

TEST_CASE("a line that is only partly bold stays a line and keeps its words") {
  CHECK(shape("Bel **14 013** bij *haast*.") == "Bel 14 013 bij haast.");
}

TEST_CASE("what looks like HTML is text: nothing disappears from a rule") {
  CHECK(shape("Een <b>vet</b> plan & meer dan 3 < 4 &amp; zo") ==
        "Een <b>vet</b> plan & meer dan 3 < 4 &amp; zo");
}

TEST_CASE("only the end of a text in another language is marked") {
  const auto blocks = prose_blocks({"een\n\ntwee", "nl", true});
  REQUIRE(blocks.size() == 2);
  CHECK_FALSE(blocks[0].words.fallback);
  CHECK(blocks[1].words.fallback);
  CHECK(prose_blocks({}).empty());
}

TEST_CASE("whatever an author types, every word is kept in order") {
  test::Dice dice(20261125);
  const std::vector<std::string> pieces = {"*",    "**", "_",  "`",   "#",  "- ",  "1. ", "\n",
                                           "\n\n", "• ", "<",  "&",   "> ", "[ ",  "]",   "!",
                                           "~~~",  " ",  "\t", "---", "é",  "\\ ", "|",   "wijk"};
  for (int round = 0; round < 2000; ++round) {
    std::string text, wanted;
    for (int i = 0; i < 24; ++i) {
      text += pieces[static_cast<std::size_t>(dice.whole(0, static_cast<int>(pieces.size()) - 1))];
      if (i % 4 != 0) continue;
      const std::string word = "w" + std::to_string(i);
      text += word;
      wanted += word;
    }
    std::string read;
    for (const auto& block : prose_blocks({text})) read += block.words.text;
    std::size_t at = 0;
    for (int i = 0; i < 24; i += 4) {
      at = read.find("w" + std::to_string(i), at);
      INFO(text);
      REQUIRE(at != std::string::npos);
    }
  }
}
