// Hints for who writes for residents: what is found, where, and what is left alone.
#include "sync/intake/check.h"
#include "tests/support/content_folder.h"

using namespace wv;
using namespace wv::test;
using intake::Hint;
using Kind = intake::Hint::Kind;

namespace {

std::vector<Kind> kinds_in(std::string_view text) {
  std::vector<Kind> kinds;
  for (const auto& hint : intake::plain_language(text)) kinds.push_back(hint.kind);
  return kinds;
}
using Kinds = std::vector<Kind>;

}  // namespace

TEST_CASE("a sentence that residents read without stopping gets no hint") {
  CHECK(kinds_in("Wij maken het plein groen. U kunt meedoen! Komt u ook?").empty());
  CHECK(kinds_in("").empty());
  CHECK(kinds_in("Loop binnen op ma. t/m vr. van 9.00 tot 12.30 uur.").empty());
  CHECK(kinds_in("De gemeente heeft geld voor het gebied. Het wordt mooi.").empty());
}

TEST_CASE("a sentence of more than fifteen words is told to be long, and where it stands") {
  const std::string_view text =
      "Kort. Wij gaan samen met u en alle andere mensen in de buurt kijken wat er dit jaar nog moet "
      "gebeuren.";
  const auto hints = intake::plain_language(text);
  REQUIRE(hints.size() == 1);
  CHECK(hints[0].kind == Kind::LongSentence);
  CHECK(hints[0].offset == 6);
  CHECK(hints[0].message == "Deze zin heeft 20 woorden. Kan het korter, met hooguit 15?");
  CHECK(kinds_in("een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien")
            .empty());
}

TEST_CASE("a line of a list is a sentence of its own") {
  CHECK(kinds_in("• een twee drie vier vijf zes zeven acht\n• een twee drie vier vijf zes zeven acht\n")
            .empty());
}

TEST_CASE("words of officials get a plain word beside them") {
  const auto hints = intake::plain_language("Indien u komt, dient te bellen i.v.m. het plan.");
  REQUIRE(hints.size() == 3);
  CHECK(hints[0].message == "Schrijf gewoner: als.");
  CHECK(hints[0].excerpt == "Indien");
  CHECK(hints[1].excerpt == "dient te");
  CHECK(hints[2].excerpt == "i.v.m.");
  CHECK(kinds_in("Dit is niet optioneel.") == Kinds{Kind::Officialese});
  CHECK(kinds_in("De conformiteit").empty());  // only whole words
}

TEST_CASE("somebody does it: sentences in which it is done get a hint") {
  CHECK(kinds_in("Het plein wordt volgend jaar opgeknapt.") == Kinds{Kind::Passive});
  CHECK(kinds_in("Er werden vragen gesteld.") == Kinds{Kind::Passive});
  CHECK(kinds_in("Wij hebben het plein opgeknapt.").empty());
}

TEST_CASE("a very long word gets a hint") {
  const auto hints = intake::plain_language("De gebiedsmanagementondersteuner komt.");
  REQUIRE(hints.size() == 1);
  CHECK(hints[0].kind == Kind::LongWord);
  CHECK(hints[0].excerpt == "gebiedsmanagementondersteuner");
}

TEST_CASE("texts that are no texts are read to their end") {
  for (const std::string& odd : {std::string(1'000'000, 'a'), std::string(300'000, '.'),
                                 std::string("\xff\xfe\x80 wordt \xc3"), std::string(200'000, '\n')})
    CHECK(intake::plain_language(odd).size() < 10);
}

TEST_CASE("hints of a folder name file, line and key, and stop nothing") {
  ContentFolder content;
  auto text = content.text("gebieden/noord.toml");
  text.replace(text.find("\"Meer groen in de straat\""), 25,
               "{ nl = \"Indien het warm is\", en = \"Indien\" }");
  content.write("gebieden/noord.toml", text);
  const auto checked = intake::check_folder(content.files, content.path);
  CHECK(checked.mistakes.empty());
  REQUIRE(checked.hints.size() == 1);
  CHECK(checked.hints[0].text() ==
        "gebieden/noord.toml:20: agendas[0].opgaven[0].titel.nl: Schrijf gewoner: als. (\"Indien\")");
  CHECK(content.mistakes().empty());
}

TEST_CASE("the example content gives hints and no mistakes") {
  const auto checked =
      intake::check_folder(edge::Disk(), std::string(WV_SOURCE_DIR) + "/assets/content/tilburg");
  CHECK(checked.hints.size() < 400);
  for (const auto& hint : checked.hints) CHECK(hint.line > 0);
}
