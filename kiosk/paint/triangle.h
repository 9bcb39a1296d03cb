// One triangle of any shape, colour and texture, inside a rectangle of pixels.
#pragma once

#include "kiosk/paint/canvas.h"
#include "kiosk/paint/primitives.h"
#include "kiosk/paint/textures.h"

namespace wv::paint {

// Paints the pixels of `inside` whose centre lies in the triangle. Neighbours that share a side leave no gap
// and paint no pixel twice: a centre exactly on a side belongs to the triangle that has it left or on top.
void paint_triangle(const Primitive& primitive, const Textures& textures, const Rect& inside,
                    const Canvas& canvas);

}  // namespace wv::paint
