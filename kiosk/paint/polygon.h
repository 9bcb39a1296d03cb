// Outlines of areas become triangles, so that the map can be painted like everything else.
#pragma once

#include <span>
#include <vector>

#include "kiosk/paint/painter.h"

namespace wv::paint {

// One outer ring and its holes; rings in either direction, not repeating the first point, not crossing
// themselves. Points closer together than `tolerance` are joined first (0 keeps all). Crossing rings give
// some triangles, never a crash. Fewer than three points: an empty mesh. Quadratic in the number of points:
// do it once, not each frame.
Mesh triangulate(std::span<const std::vector<Point>> rings, float tolerance = 0);

// Whether a point lies inside (even-odd over all rings): for "which area was touched".
bool contains(const Mesh& mesh, Point point);

}  // namespace wv::paint
