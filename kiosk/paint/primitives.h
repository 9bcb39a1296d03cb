// Dear ImGui's draw data taken apart once a frame, for both the damage finder and the rasteriser.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/paint/geometry.h"
#include "kiosk/paint/textures.h"

struct ImDrawData;
struct ImDrawVert;

namespace wv::paint {

// Quad: axis-aligned, of one colour, with a texture that is neither turned nor sheared; the same pixels as
// its two triangles.
enum class PrimitiveKind : std::uint8_t { Triangle, Quad };

struct Primitive {
  const ImDrawVert* vertices;   // of the draw data
  std::uint64_t hash;           // of everything that decides how it looks, texture contents included
  std::int16_t x0, y0, x1, y1;  // pixels whose centre may be inside, cut to clip and canvas; never empty
  std::uint16_t corner[4];      // into vertices; a triangle uses three, a Quad runs from left top clockwise
  TextureId texture;            // None when the colour alone decides
  PrimitiveKind kind;
  Rect box() const { return {x0, y0, x1, y1}; }
};

// Keeps its memory from frame to frame. Refers to the draw data it was built from: valid as long as that is.
class Primitives {
 public:
  // Primitives that cannot touch the canvas, and those with coordinates that are not numbers, are left out.
  void build(const ImDrawData& data, const Textures& textures, Size canvas);
  std::span<const Primitive> all() const { return all_; }
  Size canvas() const { return canvas_; }

 private:
  std::vector<Primitive> all_;
  Size canvas_;
};

}  // namespace wv::paint
