// The pencil of a frame: everything the screens draw goes through here into Dear ImGui's draw list,
// anti-aliased.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/paint/geometry.h"
#include "kiosk/paint/textures.h"

struct ImDrawList;

namespace wv::paint {

// Which corners of a box are round.
enum class Corners : std::uint8_t {
  None = 0,
  TopLeft = 1,
  TopRight = 2,
  BottomRight = 4,
  BottomLeft = 8,
  Top = 3,
  Right = 6,
  Bottom = 12,
  Left = 9,
  All = 15
};
constexpr Corners operator|(Corners a, Corners b) {
  return static_cast<Corners>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool has(Corners set, Corners one) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}

struct Dash {
  float on = 8, off = 6;  // pixels
};

enum class Ends : std::uint8_t { Flat, Round };
enum class Path : std::uint8_t { Open, Closed };

// A cell of the glyph atlas, in its pixels.
struct AtlasCell {
  int x = 0, y = 0, width = 0, height = 0;
};

// A filled shape cut into triangles once, to be painted many times (map areas). See polygon.h.
struct Mesh {
  std::vector<Point> points;             // in the unit of whoever made it
  std::vector<std::uint32_t> triangles;  // three indices each
  std::vector<std::uint32_t> rings;  // where each outline starts in `points`; its edges get the soft fringe
};

struct Placement {
  Point offset;
  float scale = 1;
};

// Coordinates are pixels of the screen; whole numbers lie between pixels, so a box on whole numbers has crisp
// edges. Valid from Frame::begin to Frame::end. Nothing is allocated once the frame's buffers have grown. Not
// thread-safe. The corner geometry is computed here and not by Dear ImGui: its 1/sqrt is an estimate that
// differs between processors.
class Painter {
 public:
  Painter(ImDrawList& list, std::vector<Point>& scratch) : list_(&list), scratch_(&scratch) {}

  void fill(const Box& box, Colour colour);
  void fill_gradient(const Box& box, Colour top, Colour bottom);
  void fill_round(const Box& box, float radius, Colour colour, Corners round = Corners::All);
  // The border lies inside the box. `width` in pixels.
  void stroke_round(const Box& box, float radius, float width, Colour colour, Corners round = Corners::All);
  void dash_round(const Box& box, float radius, float width, Dash dash, Colour colour);
  // A soft shadow of a rounded box: half its colour at the edge, gone `blur` pixels outside. Hollow deep
  // inside, where the box that throws it will cover it: paint that on top, moved by a few pixels at most.
  void shadow(const Box& box, float radius, float blur, Colour colour);

  void fill_circle(Point centre, float radius, Colour colour);
  void stroke_circle(Point centre, float radius, float width, Colour colour);  // `radius` is the outer edge
  // Radians, 0 is to the right, growing clockwise on the screen. The line's middle runs at `radius`.
  void arc(Point centre, float radius, float from, float to, float width, Colour colour,
           Ends ends = Ends::Flat);
  void line(Point from, Point to, float width, Colour colour, Ends ends = Ends::Flat);
  void polyline(std::span<const Point> points, Path path, float width, Colour colour, Ends ends = Ends::Flat);
  void fill_convex(std::span<const Point> points, Colour colour);  // either direction
  void fill_mesh(const Mesh& mesh, const Placement& placement, Colour colour);
  void stroke_mesh(const Mesh& mesh, const Placement& placement, float width, Colour colour);

  // `part` in fractions of the picture. White leaves the picture as it is; alpha fades it.
  void image(TextureId id, const Box& box, const Box& part = {0, 0, 1, 1},
             Colour tint = {255, 255, 255, 255});
  void image_round(TextureId id, const Box& box, float radius, const Box& part = {0, 0, 1, 1},
                   Colour tint = {255, 255, 255, 255}, Corners round = Corners::All);
  // The cell, pixel for pixel, with its left top corner at x, y. `atlas` is the size of the whole atlas.
  void glyph(int x, int y, const AtlasCell& cell, Size atlas, Colour colour);

  // Nothing is drawn outside, and outside what was set before. Every push has its pop.
  void push_clip(const Box& box);
  void pop_clip();
  Box clip() const;

  // For what is missing above. Texture 1 is bound; vertices with equal uv are plain colour, others glyph
  // coverage.
  ImDrawList& list() { return *list_; }

 private:
  ImDrawList* list_;
  std::vector<Point>* scratch_;
};

}  // namespace wv::paint
