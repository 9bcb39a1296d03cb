// Points and rectangles of the screen, in pixels, y downwards: the one vocabulary of layout, tree and audit.
#pragma once

#include <algorithm>
#include <cmath>

#include "kiosk/paint/geometry.h"

namespace wv::ui {

using paint::Point;

struct Size {
  float width = 0, height = 0;
  bool operator==(const Size&) const = default;
};

// Half open: the right and bottom edges are outside. Origin and size, because layout adds and shares sizes.
struct Rect {
  float x = 0, y = 0, width = 0, height = 0;

  float right() const { return x + width; }
  float bottom() const { return y + height; }
  float centre_x() const { return x + width / 2; }
  float centre_y() const { return y + height / 2; }
  Point centre() const { return {centre_x(), centre_y()}; }
  Size size() const { return {width, height}; }
  bool empty() const { return width <= 0 || height <= 0; }

  bool contains(Point p) const { return p.x >= x && p.x < right() && p.y >= y && p.y < bottom(); }
  bool contains(const Rect& other, float slack = 0.5F) const {
    return other.x >= x - slack && other.y >= y - slack && other.right() <= right() + slack &&
           other.bottom() <= bottom() + slack;
  }

  Rect inset(float all) const { return inset(all, all); }
  Rect inset(float dx, float dy) const { return {x + dx, y + dy, width - 2 * dx, height - 2 * dy}; }
  Rect shifted(float dx, float dy) const { return {x + dx, y + dy, width, height}; }

  // What both have in common; empty() when nothing.
  Rect common(const Rect& other) const {
    const float left = std::max(x, other.x);
    const float top = std::max(y, other.y);
    return {left, top, std::max(0.0F, std::min(right(), other.right()) - left),
            std::max(0.0F, std::min(bottom(), other.bottom()) - top)};
  }

  paint::Box box() const { return {x, y, right(), bottom()}; }
  bool operator==(const Rect&) const = default;
};

// The white space between two rectangles: 0 when they touch or overlap.
inline float gap_between(const Rect& a, const Rect& b) {
  const float dx = std::max({0.0F, b.x - a.right(), a.x - b.right()});
  const float dy = std::max({0.0F, b.y - a.bottom(), a.y - b.bottom()});
  return std::hypot(dx, dy);
}

}  // namespace wv::ui
