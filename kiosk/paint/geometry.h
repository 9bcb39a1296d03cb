// Points, boxes and colours in pixels, so that no room above needs Dear ImGui's types.
#pragma once

#include <algorithm>
#include <cstdint>

namespace wv::paint {

struct Point {
  float x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

struct Size {
  int width = 0, height = 0;
  bool operator==(const Size&) const = default;
};

// A box in pixels, fractions allowed. x1 and y1 are just outside.
struct Box {
  float x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  constexpr float width() const { return x1 - x0; }
  constexpr float height() const { return y1 - y0; }
  constexpr bool contains(Point p) const { return p.x >= x0 && p.x < x1 && p.y >= y0 && p.y < y1; }
  constexpr Box inset(float by) const { return {x0 + by, y0 + by, x1 - by, y1 - by}; }
  bool operator==(const Box&) const = default;
};

// Whole pixels. x1 and y1 are just outside; empty when nothing is inside.
struct Rect {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  constexpr int width() const { return x1 - x0; }
  constexpr int height() const { return y1 - y0; }
  constexpr bool empty() const { return x0 >= x1 || y0 >= y1; }
  constexpr std::int64_t area() const { return empty() ? 0 : std::int64_t{width()} * height(); }
  constexpr Rect cut(const Rect& o) const {
    return {std::max(x0, o.x0), std::max(y0, o.y0), std::min(x1, o.x1), std::min(y1, o.y1)};
  }
  bool operator==(const Rect&) const = default;
};

// sRGB, straight alpha.
struct Colour {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;
  static constexpr Colour rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex), 255};
  }
  constexpr Colour with_alpha(std::uint8_t alpha) const { return {r, g, b, alpha}; }
  bool operator==(const Colour&) const = default;
};

}  // namespace wv::paint
