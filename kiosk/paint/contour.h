// The outline of a box with round corners at any distance inside or outside it, point for point alike.
#pragma once

#include <array>
#include <span>

#include "kiosk/paint/painter.h"

namespace wv::paint {

class Pen;

// A direction of length 1. Computed from a series: the same bits on every machine.
Point direction(float radians);
int arc_pieces(float radius, float radians);

// Runs clockwise from the left end of the left top corner.
class Contour {
 public:
  Contour(const Box& box, float radius, Corners round, float outset);
  int per_corner() const { return pieces_ + 1; }
  int points() const { return 4 * per_corner(); }
  // Point `index` of the outline `inset` pixels inside the box (negative: outside).
  Point at(int index, float inset) const;
  // The middle of a corner's arc on that outline; where there is no arc, the corner itself.
  Point centre(int corner, float inset) const;

 private:
  float deepest() const;
  Point corner_at(int corner) const;
  Box box_;
  float radius_;
  Corners round_;
  static constexpr int kMost = 63;  // pieces in a quarter
  int pieces_;
  std::array<Point, kMost + 1> quarter_;
};

// One outline of a band: how far inside, and the share of the colour's alpha there.
struct Layer {
  float inset, share;
};

enum class Inner : unsigned char { Filled, Open };

// Bands between outlines given from the outside in, and what lies inside the last.
void paint_layers(Pen& pen, const Contour& contour, std::span<const Layer> layers, Inner inner);

}  // namespace wv::paint
