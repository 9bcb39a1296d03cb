// Boxes, pictures, glyphs and clipping. Lines and curves are in strokes.cpp, areas in areas.cpp.
#include "kiosk/paint/painter.h"

#include <imgui.h>

#include <array>

#include "kiosk/paint/contour.h"
#include "kiosk/paint/pen.h"

namespace wv::paint {
namespace {

constexpr float kHalf = 0.5F;  // a soft edge reaches half a pixel to both sides

bool on_grid(float v) {
  return v == static_cast<float>(static_cast<int>(v));
}
bool on_grid(const Box& b) {
  return on_grid(b.x0) && on_grid(b.y0) && on_grid(b.x1) && on_grid(b.y1);
}
bool empty(const Box& b) {
  return !(b.x0 < b.x1) || !(b.y0 < b.y1);
}

void filled(Pen& pen, const Box& box, float radius, Corners round) {
  const std::array<Layer, 2> edge = {Layer{-kHalf, 0}, Layer{kHalf, 1}};
  paint_layers(pen, Contour(box, radius, round, kHalf), edge, Inner::Filled);
}

void plain_box(Pen& pen, const Box& box, ImU32 top, ImU32 bottom) {
  pen.reserve(2, 4);
  const unsigned first = pen.vertex({box.x0, box.y0}, top);
  pen.vertex({box.x1, box.y0}, top);
  pen.vertex({box.x1, box.y1}, bottom);
  pen.vertex({box.x0, box.y1}, bottom);
  pen.quad(first, first + 1, first + 2, first + 3);
}

Skin skin_of(const Box& box, const Box& part) {
  return {{box.x0, box.y0}, {part.width() / box.width(), part.height() / box.height()}, {part.x0, part.y0}};
}

}  // namespace

void Painter::fill(const Box& box, Colour colour) {
  if (empty(box) || colour.a == 0) return;
  Pen pen(*list_, colour);
  if (on_grid(box)) return plain_box(pen, box, to_im(colour), to_im(colour));
  filled(pen, box, 0, Corners::None);
}

void Painter::fill_gradient(const Box& box, Colour top, Colour bottom) {
  if (empty(box)) return;
  Pen pen(*list_, top);
  plain_box(pen, box, to_im(top), to_im(bottom));
}

void Painter::fill_round(const Box& box, float radius, Colour colour, Corners round) {
  if (!(radius > 0) || round == Corners::None) return fill(box, colour);
  if (empty(box) || colour.a == 0) return;
  Pen pen(*list_, colour);
  filled(pen, box, radius, round);
}

void Painter::stroke_round(const Box& box, float radius, float width, Colour colour, Corners round) {
  if (empty(box) || !(width > 0) || colour.a == 0) return;
  Pen pen(*list_, colour);
  const Contour contour(box, radius, round, kHalf);
  if (width < 1) {
    const std::array<Layer, 3> thin = {Layer{-kHalf, 0}, Layer{width / 2, width}, Layer{width + kHalf, 0}};
    return paint_layers(pen, contour, thin, Inner::Open);
  }
  const std::array<Layer, 4> line = {Layer{-kHalf, 0}, Layer{kHalf, 1}, Layer{width - kHalf, 1},
                                     Layer{width + kHalf, 0}};
  paint_layers(pen, contour, line, Inner::Open);
}

void Painter::shadow(const Box& box, float radius, float blur, Colour colour) {
  if (empty(box) || !(blur > 0) || colour.a == 0) return;
  Pen pen(*list_, colour);
  const Contour contour(box, radius, Corners::All, blur);
  // As a lamp that is not a point throws it, in straight pieces.
  const std::array<Layer, 6> fading = {Layer{-blur, 0}, Layer{-0.5F * blur, 0.156F},
                                       Layer{0, 0.5F},  Layer{0.5F * blur, 0.844F},
                                       Layer{blur, 1},  Layer{radius + 2 * blur, 1}};
  paint_layers(pen, contour, fading, Inner::Open);
}

void Painter::fill_circle(Point centre, float radius, Colour colour) {
  fill_round({centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius}, radius, colour);
}

void Painter::stroke_circle(Point centre, float radius, float width, Colour colour) {
  stroke_round({centre.x - radius, centre.y - radius, centre.x + radius, centre.y + radius}, radius, width,
               colour);
}

void Painter::image(TextureId id, const Box& box, const Box& part, Colour tint) {
  if (empty(box)) return;
  list_->PushTextureID(to_im(id));
  Pen pen(*list_, tint, skin_of(box, part));
  plain_box(pen, box, to_im(tint), to_im(tint));
  list_->PopTextureID();
}

void Painter::image_round(TextureId id, const Box& box, float radius, const Box& part, Colour tint,
                          Corners round) {
  if (!(radius > 0) || round == Corners::None) return image(id, box, part, tint);
  if (empty(box)) return;
  list_->PushTextureID(to_im(id));
  Pen pen(*list_, tint, skin_of(box, part));
  filled(pen, box, radius, round);
  list_->PopTextureID();
}

void Painter::glyph(int x, int y, const AtlasCell& cell, Size atlas, Colour colour) {
  const auto f = [](int v) { return static_cast<float>(v); };
  const float w = f(atlas.width);
  const float h = f(atlas.height);
  list_->PrimReserve(6, 4);
  list_->PrimRectUV({f(x), f(y)}, {f(x + cell.width), f(y + cell.height)}, {f(cell.x) / w, f(cell.y) / h},
                    {f(cell.x + cell.width) / w, f(cell.y + cell.height) / h}, to_im(colour));
}

void Painter::push_clip(const Box& box) {
  list_->PushClipRect({box.x0, box.y0}, {box.x1, box.y1}, true);
}

void Painter::pop_clip() {
  list_->PopClipRect();
}

Box Painter::clip() const {
  const ImVec2 from = list_->GetClipRectMin();
  const ImVec2 to = list_->GetClipRectMax();
  return {from.x, from.y, to.x, to.y};
}

}  // namespace wv::paint
