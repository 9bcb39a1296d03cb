// What must hold for any text in any box: found by trying thousands, the same ones each time.
#include <algorithm>

#include "tests/support/text_engine.h"

namespace wv::text {

using test::near;
using test::open_engine;

namespace {

struct Case {
  std::string text;
  Style style;
  Box box;
};

Case any_case(test::TextMaker& maker) {
  static constexpr std::string_view languages[] = {"nl", "ar", "ti", "en", "uk", ""};
  Case out;
  out.text = maker.text(30);
  out.style = {.size_px = 8.0F + static_cast<float>(maker.below(60)),
               .weight = static_cast<Weight>(maker.below(3))};
  out.box.max_width = maker.below(5) == 0 ? unlimited : static_cast<float>(maker.below(900));
  out.box.max_lines = maker.below(3) == 0 ? maker.below(4) : 0;
  out.box.lang = languages[static_cast<std::size_t>(maker.below(std::size(languages)))];
  out.box.align = static_cast<Align>(maker.below(3));
  out.box.direction = static_cast<Direction>(maker.below(3));
  return out;
}

bool inside(Fixed left, Fixed right, float max_width) {
  return left >= 0 && to_px(right) <= max_width;
}

template <class Check>
void for_many(std::uint32_t seed, int count, Check&& check) {
  auto engine = open_engine();
  test::TextMaker maker(seed);
  for (int i = 0; i < count; ++i) {
    const auto any = any_case(maker);
    engine->begin_frame();
    CAPTURE(seed, i, any.text, any.style.size_px, any.box.max_width, any.box.max_lines, any.box.lang);
    check(any, engine->lay_out(any.text, any.style, any.box));
  }
}

}  // namespace

TEST_CASE("No line of any text is wider than its box, unless one letter alone is") {
  for_many(11, 4000, [](const Case& any, const Paragraph& text) {
    for (const auto& line : text.lines) {
      const bool one_letter = std::count_if(text.clusters.begin() + line.first_cluster,
                                            text.clusters.begin() + line.first_cluster + line.clusters,
                                            [](const Cluster& cluster) { return cluster.width > 0; }) <= 2;
      if (to_px(line.width) <= any.box.max_width) {
        if (!inside(line.left, line.left + line.width, any.box.max_width)) FAIL("a line leaves the box");
      } else if (!text.overflowing || !one_letter) {
        FAIL("a line is too wide");
      }
    }
    if (text.width > any.box.max_width && !text.overflowing) FAIL("the text is too wide");
  });
}

TEST_CASE("The lines together are the whole text, in order, and every cluster stands on its line") {
  for_many(12, 3000, [](const Case& any, const Paragraph& text) {
    REQUIRE_FALSE(text.lines.empty());
    std::uint32_t byte = 0;
    std::uint32_t cluster = 0;
    for (const auto& line : text.lines) {
      REQUIRE(line.begin == byte);
      REQUIRE(line.first_cluster == cluster);
      byte = line.end;
      cluster += line.clusters;
    }
    REQUIRE(cluster == text.clusters.size());
    if (!text.truncated && any.box.max_lines == 0) REQUIRE(byte == any.text.size());
    REQUIRE(std::ranges::is_sorted(text.clusters, std::ranges::less{}, &Cluster::begin));
    if (any.box.max_lines > 0) REQUIRE(text.lines.size() <= static_cast<std::size_t>(any.box.max_lines));
    REQUIRE(near(text.height, static_cast<float>(text.lines.size()) * to_px(text.lines[0].height), 0.001));
  });
}

TEST_CASE("A finger on a caret finds that caret again") {
  for_many(13, 2000, [](const Case& any, const Paragraph& text) {
    for (std::size_t byte = 0; byte <= any.text.size(); ++byte) {
      const auto caret = text.caret_at(byte);
      const auto found = text.byte_at(caret.x, (caret.top + caret.bottom) / 2);
      const auto again = text.caret_at(found);
      REQUIRE(again.line == caret.line);
      REQUIRE(again.x == caret.x);
    }
  });
}

TEST_CASE("In plain Dutch a finger finds the very letter") {
  auto engine = open_engine();
  const std::string text = "Wat kan er beter in de buurt? Officiële ideeën!";
  const auto& paragraph = engine->lay_out(text, {}, {.max_width = 500});
  for (std::size_t byte = 0; byte <= text.size();
       byte = byte == text.size() ? byte + 1 : paragraph.stop_after(byte)) {
    const auto caret = paragraph.caret_at(byte);
    CHECK(paragraph.byte_at(caret.x + 1, caret.top + 1) == byte);
  }
}

TEST_CASE("Stepping through the caret stops visits each once, forwards and back") {
  for_many(14, 1500, [](const Case&, const Paragraph& text) {
    std::vector<std::size_t> forwards = {0};
    while (text.stop_after(forwards.back()) != forwards.back())
      forwards.push_back(text.stop_after(forwards.back()));
    REQUIRE(forwards.back() == text.lines.back().end);
    for (auto i = forwards.size() - 1; i > 0; --i) REQUIRE(text.stop_before(forwards[i]) == forwards[i - 1]);
  });
}

TEST_CASE("The same text gives the same places however it came about") {
  auto fresh = open_engine();
  for_many(15, 1000, [&](const Case& any, const Paragraph& text) {
    fresh->forget();
    const auto& other = fresh->lay_out(any.text, any.style, any.box);
    REQUIRE(other.glyphs.size() == text.glyphs.size());
    for (std::size_t i = 0; i < text.glyphs.size(); ++i) {
      REQUIRE(other.glyphs[i].x == text.glyphs[i].x);
      REQUIRE(other.glyphs[i].index == text.glyphs[i].index);
    }
  });
}

}  // namespace wv::text
