// Text that has been shaped, broken into lines and measured: what is drawn, and where a caret or a finger is
// in it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace wv::text {

enum class Weight : std::uint8_t { Regular, SemiBold, Bold };
enum class Align : std::uint8_t { Start, Centre, End };  // Start is where the paragraph's script begins
enum class Direction : std::uint8_t { Auto, LeftToRight, RightToLeft };

struct Style {
  float size_px = 41.2F;  // of the em; the capitals of Noto Sans are 0.714 of it; kept between 4 and 400
  Weight weight = Weight::Regular;
  float line_height = 1.362F;  // distance of baselines in em; the distance in px is a whole number
  bool operator==(const Style&) const = default;
};

constexpr float unlimited = std::numeric_limits<float>::infinity();

struct Box {
  float max_width = unlimited;  // px
  int max_lines = 0;            // 0: as many as it takes; else the last line ends in an ellipsis
  std::string_view lang =
      "nl";  // BCP 47; decides breaks, hyphens, letter forms, and the direction of text without letters
  Align align = Align::Start;             // within max_width; without a limit, within the widest line
  Direction direction = Direction::Auto;  // Auto: each line of the author by its first letter
};

// All positions below are whole 1/64 px from the left and top of the paragraph, so that sums are exact
// everywhere.
using Fixed = std::int32_t;
constexpr float to_px(Fixed value) {
  return static_cast<float>(value) / 64.0F;
}

struct Glyph {
  Fixed x = 0;              // pen position
  Fixed y = 0;              // below the baseline of the line
  std::uint16_t index = 0;  // in the font
  std::uint8_t face = 0;    // of the engine
};

// The smallest piece a caret can stand before: a letter with its marks, a space, a line end.
struct Cluster {
  std::uint32_t begin = 0;  // byte in the text; it ends where the next one begins
  Fixed left = 0;
  Fixed width = 0;
  bool right_to_left = false;  // its leading edge is its right side

  Fixed leading() const { return right_to_left ? left + width : left; }
  Fixed trailing() const { return right_to_left ? left : left + width; }
};

struct Line {
  std::uint32_t begin = 0, end = 0;  // bytes; the lines together are the whole text, unless it is truncated
  Fixed left = 0, width = 0;         // of what is seen: spaces at the end do not count
  Fixed top = 0, height = 0, baseline = 0;
  bool right_to_left = false;  // of the paragraph it belongs to
  bool hyphenated = false;     // ends in a hyphen that the text does not hold
  std::uint32_t first_glyph = 0, glyphs = 0;
  std::uint32_t first_cluster = 0, clusters = 0;  // in the order of the text
};

// Pixels from the left and top of the paragraph.
struct Caret {
  float x = 0, top = 0, bottom = 0;
  std::uint32_t line = 0;
};

struct Span {  // a part of one line, as a rectangle; for marking what is spoken or selected
  float left = 0, top = 0, right = 0, bottom = 0;
};

struct Paragraph {
  Style style;
  char lang[16] = {};          // that it was laid out in, as Box said; who reads aloud needs it
  float width = 0;             // of the widest line; never more than Box::max_width unless `overflowing`
  float height = 0;            // lines × line height
  bool right_to_left = false;  // of the first line
  bool truncated = false;      // the text goes on behind an ellipsis
  bool overflowing = false;    // one letter alone is wider than the box
  std::uint32_t missing = 0;   // letters that no font has; shown as boxes
  std::uint32_t bytes = 0;     // of the text
  std::vector<Line> lines;     // never empty
  std::vector<Glyph> glyphs;
  std::vector<Cluster> clusters;

  // Any byte is allowed: inside a cluster counts as its begin, behind the last line as the end of it.
  Caret caret_at(std::size_t byte) const;
  // The caret stop nearest to a point; above and below count as the first and the last line.
  std::size_t byte_at(float x, float y) const;
  // The caret stops around `byte`; the ends stay where they are.
  std::size_t stop_before(std::size_t byte) const;
  std::size_t stop_after(std::size_t byte) const;
  // Rectangles of the bytes [begin, end), one or more a line, appended to `out`.
  void spans(std::size_t begin, std::size_t end, std::vector<Span>& out) const;

 private:
  std::size_t cluster_of(std::size_t byte) const;
};

}  // namespace wv::text
