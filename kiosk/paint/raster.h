// Triangles become pixels, with whole numbers only: the same bits on every machine and at every optimisation
// level.
#pragma once

#include <span>

#include "kiosk/paint/canvas.h"
#include "kiosk/paint/textures.h"

struct ImDrawData;

namespace wv::paint {

class Primitives;

// Paints `background` and then every primitive, in order, inside the given rectangles (they must not overlap
// and must lie on the canvas). Pixels outside are untouched; pixels inside equal those of a full repaint.
void rasterise(const Primitives& primitives, const Textures& textures, std::span<const Rect> inside,
               Colour background, const Canvas& canvas);

// The whole canvas at once; allocates. For tests and one-off pictures.
void rasterise(const ImDrawData& data, const Textures& textures, Colour background, const Canvas& canvas);

}  // namespace wv::paint
