// What a visitor can count on when words are laid out.
#include <cmath>
#include <set>

#include "tests/support/text_engine.h"

namespace wv::text {

using test::near;
using test::open_engine;

namespace {

std::string_view line_text(std::string_view text, const Line& line) {
  return text.substr(line.begin, line.end - line.begin);
}

std::vector<std::uint16_t> glyph_indices(const Paragraph& paragraph) {
  std::vector<std::uint16_t> out;
  for (const auto& glyph : paragraph.glyphs) out.push_back(glyph.index);
  return out;
}

}  // namespace

TEST_CASE("Letters are kerned: AVATAR is narrower than its letters apart") {
  auto engine = open_engine();
  float apart = 0;
  for (const char letter : std::string_view("AVATAR"))
    apart += engine->lay_out(std::string(1, letter), {}).width;
  const float together = engine->lay_out("AVATAR", {}).width;
  CHECK(together < apart - 2);
  CHECK(together > apart * 0.8F);
}

TEST_CASE("Arabic runs from right to left in joined letters") {
  auto engine = open_engine();
  const auto& word = engine->lay_out("سلام", {}, {.max_width = 500, .lang = "ar"});
  CHECK(word.right_to_left);
  CHECK(word.missing == 0);
  REQUIRE(word.clusters.size() == 4);
  CHECK(word.glyphs.size() == 3);  // lam and alef are one
  for (std::size_t i = 1; i < 4; ++i) CHECK(word.clusters[i].left < word.clusters[i - 1].left);
  CHECK(word.clusters[0].leading() == 500 * 64);  // starts at the right edge of the box
  CHECK(word.clusters[1].width > 0);              // a caret can stand between lam and alef
  CHECK(word.clusters[2].width > 0);

  const auto alone = glyph_indices(engine->lay_out("ب", {}, {.lang = "ar"}));
  const auto joined = glyph_indices(engine->lay_out("ببب", {}, {.lang = "ar"}));
  REQUIRE(joined.size() == 3);
  CHECK(joined[0] != joined[1]);
  CHECK(joined[1] != joined[2]);
  CHECK(joined[1] != alone[0]);
}

TEST_CASE("Letters that became one are drawn at its left and never torn apart") {
  auto engine = open_engine();
  const auto& one = engine->lay_out("لا", {}, {.lang = "ar"});
  REQUIRE(one.glyphs.size() == 1);
  REQUIRE(one.clusters.size() == 2);
  CHECK(one.clusters[1].left == 0);
  CHECK(one.glyphs[0].x == one.clusters[1].left);

  const std::string many = "لالالالالا";
  for (float width = 5; width < 200; width += 3) {
    for (const auto& line : engine->lay_out(many, {}, {.max_width = width, .lang = "ar"}).lines)
      CHECK(line.end % 4 == 0);  // two letters of two bytes
  }
}

TEST_CASE("Every Latin letter is its own glyph, so that a caret and a hyphen find their place") {
  auto engine = open_engine();
  CHECK(engine->lay_out("officiële affiche", {}).glyphs.size() == 16);
}

TEST_CASE("Dutch and digits inside Arabic keep their own order, and brackets are mirrored") {
  auto engine = open_engine();
  const std::string text = "حي 17 (Noord)";
  const auto& mixed = engine->lay_out(text, {}, {.max_width = 800, .lang = "ar"});
  const auto left_of = [&](std::string_view piece) { return mixed.caret_at(text.find(piece)).x; };
  CHECK(left_of("7") > left_of("1"));
  CHECK(left_of("rd") > left_of("Noo"));
  CHECK(left_of("17") > left_of("Noord"));

  const auto opening = glyph_indices(engine->lay_out("(", {}, {.direction = Direction::RightToLeft}));
  const auto closing = glyph_indices(engine->lay_out(")", {}, {.direction = Direction::LeftToRight}));
  CHECK(opening == closing);
}

TEST_CASE("Each line of the author takes its direction from its first letter") {
  auto engine = open_engine();
  const auto& text = engine->lay_out("Hallo\nحي\n12", {}, {.max_width = 300, .lang = "nl"});
  REQUIRE(text.lines.size() == 3);
  CHECK_FALSE(text.lines[0].right_to_left);
  CHECK(text.lines[1].right_to_left);
  CHECK(text.lines[1].left + text.lines[1].width == 300 * 64);
  CHECK(engine->lay_out("12", {}, {.max_width = 300, .lang = "ar"}).right_to_left);
  CHECK_FALSE(engine->lay_out("Hallo", {}, {.max_width = 300, .lang = "ar"}).right_to_left);
}

TEST_CASE("A long Dutch word is divided with a hyphen only when no line can hold it") {
  auto engine = open_engine();
  const std::string word = "arbeidsongeschiktheidsverzekering";
  const float whole = engine->lay_out(word, {}).width;

  const auto& divided = engine->lay_out(word, {}, {.max_width = whole * 0.6F});
  REQUIRE(divided.lines.size() == 2);
  CHECK(divided.lines[0].hyphenated);
  CHECK(line_text(word, divided.lines[0]) == "arbeidsongeschikt");
  CHECK_FALSE(divided.lines[1].hyphenated);

  const std::string sentence = "uw " + word;
  const auto& moved = engine->lay_out(sentence, {}, {.max_width = whole});
  REQUIRE(moved.lines.size() == 2);
  CHECK_FALSE(moved.lines[0].hyphenated);
  CHECK(line_text(sentence, moved.lines[1]) == word);

  const auto& turkish = engine->lay_out(word, {}, {.max_width = whole * 0.6F, .lang = "tr"});
  CHECK_FALSE(turkish.lines[0].hyphenated);
}

TEST_CASE("Long words are divided by the rules of their own language") {
  auto engine = open_engine();
  const auto first = [&](const std::string& word, std::string_view lang) {
    const float whole = engine->lay_out(word, {}, {.lang = lang}).width;
    const auto& text = engine->lay_out(word, {}, {.max_width = whole * 0.7F, .lang = lang});
    return (text.lines[0].hyphenated ? "" : "cut: ") + std::string(line_text(word, text.lines[0]));
  };
  CHECK(first("international", "en") == "interna");
  CHECK(first("dzielnicowego", "pl") == "dzielnico");
  CHECK(first("współpracować", "pl") == "współpra");
  CHECK(first("муніципалітету", "uk") == "муніци");
  CHECK(first("belediyesinde", "tr").starts_with("cut: "));
}

TEST_CASE("A long word begins on the line where it stands when a part of it fits there") {
  auto engine = open_engine();
  const std::string text = "uw arbeidsongeschiktheidsverzekering";
  const auto& divided = engine->lay_out(text, {}, {.max_width = 400});
  CHECK(line_text(text, divided.lines[0]) == "uw arbeidsonge");
  CHECK(divided.lines[0].hyphenated);
}

TEST_CASE("A word is not divided before a letter that would lose its trema") {
  auto engine = open_engine();
  const std::string word = "ideeënbusbeheer";
  std::set<std::size_t> ends;
  for (float width = 40; width < 500; width += 3) {
    for (const auto& line : engine->lay_out(word, {}, {.max_width = width}).lines)
      if (line.hyphenated) ends.insert(line.end);
  }
  CHECK(ends.contains(std::string_view("ideeën").size()));
  CHECK_FALSE(ends.contains(std::string_view("idee").size()));
}

TEST_CASE("A soft hyphen shows only where the line is broken") {
  auto engine = open_engine();
  const auto plain = engine->lay_out("wijkagenda", {}).width;
  const auto& whole = engine->lay_out("wijk\u00adagenda", {});
  CHECK(near(whole.width, plain, 1));
  const auto& broken = engine->lay_out("wijk\u00adagenda", {}, {.max_width = plain * 0.7F, .lang = "en"});
  REQUIRE(broken.lines.size() == 2);
  CHECK(broken.lines[0].hyphenated);
}

TEST_CASE("Text beyond the last line ends in an ellipsis that fits") {
  auto engine = open_engine();
  const std::string text = "Wat kan er beter in de buurt? Twee minuten, uw naam hoeft niet.";
  const auto& cut = engine->lay_out(text, {}, {.max_width = 400, .max_lines = 2});
  CHECK(cut.truncated);
  REQUIRE(cut.lines.size() == 2);
  CHECK(cut.width <= 400);
  CHECK(text[cut.lines[1].end - 1] != ' ');
  const auto dots = glyph_indices(engine->lay_out("…", {}));
  CHECK(cut.glyphs.back().index == dots.front());

  CHECK_FALSE(engine->lay_out(text, {}, {.max_width = 2000, .max_lines = 1}).truncated);
  CHECK_FALSE(engine->lay_out("Hallo\n", {}, {.max_width = 400, .max_lines = 1}).truncated);
  CHECK(engine->lay_out("Hallo", {}, {.max_width = 3, .max_lines = 1}).width <= 3);
}

TEST_CASE("An ellipsis stands at the left of Arabic") {
  auto engine = open_engine();
  const auto& cut =
      engine->lay_out("ماذا يمكن تحسينه في الحي", {}, {.max_width = 250, .max_lines = 1, .lang = "ar"});
  CHECK(cut.truncated);
  const auto dots = glyph_indices(engine->lay_out("…", {}));
  CHECK(cut.glyphs.front().index == dots.front());
  CHECK(cut.glyphs.front().x == cut.lines[0].left);
}

TEST_CASE("Every language of the screen has its letters, and what no font has is a box that counts") {
  auto engine = open_engine();
  for (const auto* text : {"Hoi, ĳs & café €", "Mahallede ışık", "zażółć gęślą jaźń", "Ґанок, їжа",
                           "أفكار من الحي", "ኣብ ከባቢኹም", "bunita, ñ", "→ ☺ “ja” – nee…"})
    CHECK(engine->lay_out(text, {}).missing == 0);
  CHECK(engine->missing_glyphs() == 0);
  const auto& box = engine->lay_out("a漢b", {});
  CHECK(box.missing == 1);
  CHECK(box.glyphs.size() == 3);
  CHECK(engine->missing_glyphs() == 1);
  for (const auto weight : {Weight::Regular, Weight::SemiBold, Weight::Bold})
    CHECK(engine->lay_out("Noord حي ከተማ", {.weight = weight}).missing == 0);
}

TEST_CASE("Broken bytes and controls show as replacement characters, each in its place") {
  auto engine = open_engine();
  const auto& text = engine->lay_out("a\xff\xc3z\x07", {});
  REQUIRE(text.clusters.size() == 5);
  for (std::uint32_t i = 0; i < 5; ++i) CHECK(text.clusters[i].begin == i);
  const auto replacement = glyph_indices(engine->lay_out("\uFFFD", {})).front();
  CHECK(text.glyphs[1].index == replacement);
  CHECK(text.glyphs[2].index == replacement);
  CHECK(text.glyphs[4].index == replacement);
  CHECK(text.missing == 0);
}

TEST_CASE("Line ends of every kind begin a line, also at the end of the text") {
  auto engine = open_engine();
  CHECK(engine->lay_out("", {}).lines.size() == 1);
  CHECK(engine->lay_out("a\nb\r\nc\rd\u2028e", {}).lines.size() == 5);
  const auto& open = engine->lay_out("a\n", {});
  REQUIRE(open.lines.size() == 2);
  CHECK(open.caret_at(2).line == 1);
  CHECK(open.caret_at(1).line == 0);
  const float space = engine->lay_out("a b", {}).width - engine->lay_out("ab", {}).width;
  CHECK(near(engine->lay_out("a\tb", {}).width, engine->lay_out("ab", {}).width + 4 * space, 0.5));
}

TEST_CASE("A text laid out in exactly its own width keeps its one line") {
  auto engine = open_engine();
  test::TextMaker maker(7);
  for (int i = 0; i < 200; ++i) {
    std::string text = "Wijk " + std::to_string(maker.below(1'000'000)) + " – Toevallig";
    const Style style{.size_px = 10.0F + static_cast<float>(maker.below(4000)) / 64};
    const float width = engine->lay_out(text, style).width;
    CHECK(engine->lay_out(text, style, {.max_width = width}).lines.size() == 1);
  }
}

TEST_CASE("Spaces behind a full line move nothing, and a caret behind them stays in the box") {
  auto engine = open_engine();
  const Box box{.max_width = 300, .lang = "ar"};
  const std::string spaces(60, ' ');
  for (const std::string word : {"حي", "wijk"}) {
    const auto without = engine->lay_out(word, {}, box).glyphs;
    const auto& with = engine->lay_out(word + spaces, {}, box);
    REQUIRE(with.lines.size() == 1);
    REQUIRE(with.glyphs.size() == without.size());
    for (std::size_t i = 0; i < without.size(); ++i) CHECK(with.glyphs[i].x == without[i].x);
    for (std::size_t byte = 0; byte <= word.size() + spaces.size(); ++byte) {
      CHECK(with.caret_at(byte).x >= 0);
      CHECK(with.caret_at(byte).x <= 300);
    }
  }
}

TEST_CASE("A finger beside a line finds a caret on that line") {
  auto engine = open_engine();
  const auto& text = engine->lay_out("een twee drie vier vijf", {}, {.max_width = 200});
  REQUIRE(text.lines.size() > 2);
  for (std::size_t i = 0; i < text.lines.size(); ++i) {
    const float y = to_px(text.lines[i].top + text.lines[i].height / 2);
    for (const float x : {-50.0F, 0.0F, 5000.0F}) CHECK(text.caret_at(text.byte_at(x, y)).line == i);
  }
  CHECK(text.byte_at(-1, -100) == 0);
  CHECK(text.byte_at(5000, 5000) == text.bytes);
}

TEST_CASE("Lines stand one line height apart and alignment uses the whole box") {
  auto engine = open_engine();
  const Style style{.size_px = 41.2F};
  const auto metrics = engine->metrics(style);
  CHECK(metrics.line_height == 56);
  CHECK(near(metrics.cap_height, 41.2 * 0.714, 0.1));
  CHECK(metrics.ascent + metrics.descent == metrics.line_height);
  const auto& text = engine->lay_out("a\nb\nc", style, {.max_width = 200, .align = Align::Centre});
  CHECK(text.height == 3 * 56);
  CHECK(text.lines[2].baseline - text.lines[1].baseline == 56 * 64);
  const auto& line = text.lines[0];
  CHECK(std::abs(line.left - (200 * 64 - line.width) / 2) <= 64);
  const auto& right = engine->lay_out("a", style, {.max_width = 200, .align = Align::End});
  CHECK(right.lines[0].left + right.lines[0].width == 200 * 64);
}

TEST_CASE("The words being spoken can be marked on every line they are on") {
  auto engine = open_engine();
  const std::string text = "een twee drie vier";
  const float half = engine->lay_out("een twee ", {}).width + 10;
  const auto& paragraph = engine->lay_out(text, {}, {.max_width = half});
  REQUIRE(paragraph.lines.size() == 2);
  std::vector<Span> spans;
  paragraph.spans(text.find("twee"), text.find(" vier"), spans);
  REQUIRE(spans.size() == 2);
  CHECK(spans[0].left == paragraph.caret_at(4).x);
  CHECK(spans[1].left == 0);
  CHECK(spans[1].top == to_px(paragraph.lines[1].top));
}

}  // namespace wv::text
