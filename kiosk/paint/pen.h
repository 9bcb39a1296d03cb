// Writes soft-edged triangles into a draw list: the only place that knows how Dear ImGui stores vertices.
#pragma once

#include <imgui.h>

#include "kiosk/paint/geometry.h"

namespace wv::paint {

inline ImVec2 to_im(Point p) {
  return {p.x, p.y};
}
inline ImU32 to_im(Colour c) {
  return IM_COL32(c.r, c.g, c.b, c.a);
}
inline ImTextureID to_im(TextureId id) {
  return reinterpret_cast<ImTextureID>(static_cast<std::uintptr_t>(id));
}

// Maps a position to a texture coordinate; plain shapes have none.
struct Skin {
  Point origin, per_px, at_origin;
  ImVec2 at(Point p) const {
    return {at_origin.x + (p.x - origin.x) * per_px.x, at_origin.y + (p.y - origin.y) * per_px.y};
  }
};

class Pen {
 public:
  Pen(ImDrawList& list, Colour colour, const Skin& skin = {}) : list_(list), colour_(colour), skin_(skin) {}

  // Room for exactly this many; every one of them must be written before the next reserve.
  void reserve(int triangles, int vertices) {
    list_.PrimReserve(triangles * 3, vertices);
    next_ = list_._VtxCurrentIdx;
  }
  unsigned next() const { return next_; }
  // `share` of the colour's alpha, 0 to 1.
  unsigned vertex(Point p, float share = 1) {
    const auto alpha = static_cast<std::uint8_t>(static_cast<float>(colour_.a) * share + 0.5F);
    return vertex(p, to_im(colour_.with_alpha(alpha)));
  }
  unsigned vertex(Point p, ImU32 colour) {
    list_.PrimWriteVtx(to_im(p), skin_.at(p), colour);
    return next_++;
  }
  void triangle(unsigned a, unsigned b, unsigned c) {
    list_.PrimWriteIdx(static_cast<ImDrawIdx>(a));
    list_.PrimWriteIdx(static_cast<ImDrawIdx>(b));
    list_.PrimWriteIdx(static_cast<ImDrawIdx>(c));
  }
  // Clockwise from the left top when it is to be recognised as a box.
  void quad(unsigned a, unsigned b, unsigned c, unsigned d) {
    triangle(a, b, c);
    triangle(a, c, d);
  }

 private:
  ImDrawList& list_;
  Colour colour_;
  Skin skin_;
  unsigned next_ = 0;
};

}  // namespace wv::paint
