// Step 1 of 3: text as glyphs in units of the em, whatever size and width it will get.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "kiosk/text/breaks.h"
#include "kiosk/text/fonts.h"
#include "kiosk/text/paragraph.h"
#include "kiosk/text/unicode.h"

namespace wv::text {

using Em = std::int32_t;  // 1/65536 em
constexpr std::int64_t em_unit = 65536;

// size: 1/64 px of the em. Rounded to the nearest 1/64 px.
constexpr Fixed scaled(Em value, Fixed size) {
  return static_cast<Fixed>((std::int64_t{value} * size + em_unit / 2) >> 16);
}

struct ShapedGlyph {
  Em advance = 0, dx = 0, dy = 0;  // dy upwards
  std::uint16_t index = 0;
  FaceId face = 0;
};

enum class Kind : std::uint8_t { Ink, Space, LineEnd };

struct ShapedCluster {
  std::uint32_t begin = 0;  // byte
  std::uint32_t first_glyph = 0;
  std::uint16_t glyphs = 0;  // from left to right
  Kind kind = Kind::Ink;
  std::uint8_t level = 0;    // of bidi; odd is right to left
  Break brk = Break::None;   // behind it
  bool soft_hyphen = false;  // a break behind it shows a hyphen
  bool bound = false;        // part of the ligature before it: no line ends between them
  Em advance = 0;
};

// What the author ended with a line end: broken into lines on its own.
struct ShapedPart {
  std::uint32_t first = 0, end = 0;  // clusters, its line end included
  bool right_to_left = false;
};

struct Shaped {
  Wiped<ShapedGlyph> glyphs;
  Wiped<ShapedCluster> clusters;  // in the order of the text
  Wiped<ShapedPart> parts;        // never empty
  ShapedGlyph hyphen, ellipsis;   // of the primary face, for who breaks the lines
  std::uint32_t bytes = 0;        // of the text
  std::uint32_t missing = 0;
  bool truncated = false;
};

class Shaper {
 public:
  struct Work;  // the memory it works in

  explicit Shaper(Fonts& fonts);
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  Shaped shape(std::string_view text, Weight weight, std::string_view lang, Direction direction);
  // Wipes what the last texts left in the working memory.
  void forget();

 private:
  std::unique_ptr<Work> work_;
  Fonts& fonts_;
};

}  // namespace wv::text
