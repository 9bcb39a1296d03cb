// Takes draw data apart: which triangles are really boxes, where each lies, and a hash of how it looks.
#include "kiosk/paint/primitives.h"

#include <imgui.h>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>

#include "kiosk/paint/fixed.h"

namespace wv::paint {
namespace {

static_assert(sizeof(ImDrawIdx) == 2, "Primitive::corner holds 16-bit indices");

class Hash {
 public:
  explicit Hash(std::uint64_t seed) : state_(seed) {}
  void add(std::uint64_t word) { state_ = std::rotl((state_ ^ word) * 0x9E3779B97F4A7C15u, 29); }
  void add(const ImVec2& pair) {
    std::uint64_t word = 0;
    std::memcpy(&word, &pair, sizeof word);
    add(word);
  }
  std::uint64_t value() const {
    const std::uint64_t once = (state_ ^ (state_ >> 32)) * 0xD6E8FEB86659FD93u;
    return once ^ (once >> 32);
  }

 private:
  std::uint64_t state_;
};

struct Command {
  const ImDrawVert* vertices;
  Rect clip;
  TextureId texture;
  std::uint64_t generation;
};

bool same(const ImVec2& a, const ImVec2& b) {
  return a.x == b.x && a.y == b.y;
}

// Whether six indices are the two triangles of an axis-aligned box of one colour, as PrimRect and PrimRectUV
// write it.
bool is_quad(const ImDrawVert* v, const ImDrawIdx* i) {
  if (i[0] != i[3] || i[2] != i[4]) return false;
  const ImDrawVert &a = v[i[0]], &b = v[i[1]], &c = v[i[2]], &d = v[i[5]];
  if (a.pos.y != b.pos.y || b.pos.x != c.pos.x || c.pos.y != d.pos.y || d.pos.x != a.pos.x) return false;
  if (!(a.pos.x < c.pos.x) || !(a.pos.y < c.pos.y)) return false;
  if (a.uv.y != b.uv.y || b.uv.x != c.uv.x || c.uv.y != d.uv.y || d.uv.x != a.uv.x) return false;
  return a.col == b.col && b.col == c.col && c.col == d.col;
}

Rect covered(const Primitive& primitive, int corners) {
  float x0 = primitive.vertices[primitive.corner[0]].pos.x, x1 = x0;
  float y0 = primitive.vertices[primitive.corner[0]].pos.y, y1 = y0;
  for (int k = 1; k < corners; ++k) {
    const ImVec2& p = primitive.vertices[primitive.corner[k]].pos;
    x0 = std::min(x0, p.x), x1 = std::max(x1, p.x);
    y0 = std::min(y0, p.y), y1 = std::max(y1, p.y);
  }
  return {pixel_from(to_fixed(x0)), pixel_from(to_fixed(y0)), pixel_from(to_fixed(x1)),
          pixel_from(to_fixed(y1))};
}

bool all_numbers(const Primitive& primitive, int corners) {
  float sum = 0;  // one NaN or infinity makes the sum no number
  for (int k = 0; k < corners; ++k) {
    const ImDrawVert& v = primitive.vertices[primitive.corner[k]];
    sum += (v.pos.x - v.pos.x) + (v.pos.y - v.pos.y) + (v.uv.x - v.uv.x) + (v.uv.y - v.uv.y);
  }
  return sum == 0;
}

bool plain(const Primitive& p) {
  const ImVec2& uv = p.vertices[p.corner[0]].uv;
  return same(uv, p.vertices[p.corner[1]].uv) && same(uv, p.vertices[p.corner[2]].uv);
}

void hash_looks(Primitive& p, std::uint64_t generation) {
  Hash hash(static_cast<std::uint64_t>(p.kind) + 1);
  hash.add(std::bit_cast<std::uint64_t>(std::array{p.x0, p.y0, p.x1, p.y1}));
  const int step = p.kind == PrimitiveKind::Quad ? 2 : 1;  // two corners say all of a box
  for (int k = 0; k < 3; k += step) {
    const ImDrawVert& v = p.vertices[p.corner[k]];
    hash.add(v.pos);
    hash.add(v.col);
    if (p.texture != TextureId::None) hash.add(v.uv);
  }
  if (p.texture != TextureId::None) {
    hash.add(static_cast<std::uint64_t>(p.texture));
    hash.add(generation);
  }
  p.hash = hash.value();
}

// False when there is nothing to see.
bool complete(Primitive& p, const Command& command) {
  const int corners = p.kind == PrimitiveKind::Quad ? 4 : 3;
  if (!all_numbers(p, corners)) return false;
  const Rect box = covered(p, corners).cut(command.clip);
  if (box.empty()) return false;
  p.x0 = static_cast<std::int16_t>(box.x0);
  p.y0 = static_cast<std::int16_t>(box.y0);
  p.x1 = static_cast<std::int16_t>(box.x1);
  p.y1 = static_cast<std::int16_t>(box.y1);
  p.texture = command.texture;
  // Dear ImGui points plain shapes at one white pixel of the font texture.
  if (p.texture == TextureId::Glyphs && plain(p)) p.texture = TextureId::None;
  hash_looks(p, command.generation);
  return true;
}

void take_apart(const Command& command, std::span<const ImDrawIdx> indices, std::vector<Primitive>& out) {
  for (std::size_t i = 0; i + 3 <= indices.size();) {
    const ImDrawIdx* at = &indices[i];
    Primitive p{};
    p.vertices = command.vertices;
    const bool quad = i + 6 <= indices.size() && is_quad(command.vertices, at);
    p.kind = quad ? PrimitiveKind::Quad : PrimitiveKind::Triangle;
    p.corner[0] = at[0], p.corner[1] = at[1], p.corner[2] = at[2];
    p.corner[3] = quad ? at[5] : at[2];
    i += quad ? 6 : 3;
    if (complete(p, command)) out.push_back(p);
  }
}

int edge(float position) {
  return position == position ? pixel_from(to_fixed(position)) : 0;
}

}  // namespace

void Primitives::build(const ImDrawData& data, const Textures& textures, Size canvas) {
  all_.clear();
  canvas_ = canvas;
  const Rect whole{0, 0, canvas.width, canvas.height};
  for (int n = 0; n < data.CmdListsCount; ++n) {
    const ImDrawList& list = *data.CmdLists[n];
    for (const ImDrawCmd& drawn : list.CmdBuffer) {
      if (drawn.UserCallback != nullptr || drawn.ElemCount == 0) continue;
      const ImVec4& c = drawn.ClipRect;
      const auto id = static_cast<TextureId>(std::bit_cast<std::uintptr_t>(drawn.GetTexID()));
      const Command command{list.VtxBuffer.Data + drawn.VtxOffset,
                            whole.cut({edge(c.x), edge(c.y), edge(c.z), edge(c.w)}), id,
                            textures.generation(id)};
      take_apart(command, {list.IdxBuffer.Data + drawn.IdxOffset, drawn.ElemCount}, all_);
    }
  }
}

}  // namespace wv::paint
