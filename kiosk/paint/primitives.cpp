// Takes draw data apart: which triangles are really boxes, where each lies, and a hash of how it looks.
#include "kiosk/paint/primitives.h"

#include <imgui.h>

#include <bit>
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

Rect covered(const Primitive& p) {
  const ImVec2 first = p.vertices[p.corner[0]].pos;
  const ImVec2 last = p.vertices[p.corner[2]].pos;
  float x0 = first.x, y0 = first.y, x1 = last.x, y1 = last.y;
  if (p.kind == PrimitiveKind::Triangle) {
    const ImVec2 middle = p.vertices[p.corner[1]].pos;
    x0 = std::min({first.x, middle.x, last.x}), x1 = std::max({first.x, middle.x, last.x});
    y0 = std::min({first.y, middle.y, last.y}), y1 = std::max({first.y, middle.y, last.y});
  }
  return {pixel_from(to_fixed(x0)), pixel_from(to_fixed(y0)), pixel_from(to_fixed(x1)),
          pixel_from(to_fixed(y1))};
}

// Two corners say all of a box.
constexpr int step_of(PrimitiveKind kind) {
  return kind == PrimitiveKind::Quad ? 2 : 1;
}

bool all_numbers(const Primitive& p) {
  float sum = 0;  // one NaN or infinity makes the sum no number
  for (int k = 0; k < 3; k += step_of(p.kind)) {
    const ImDrawVert& v = p.vertices[p.corner[k]];
    sum += (v.pos.x + v.pos.y + v.uv.x + v.uv.y) * 0;
  }
  return sum == 0;
}

bool plain(const Primitive& p) {
  const ImVec2& uv = p.vertices[p.corner[0]].uv;
  return same(uv, p.vertices[p.corner[1]].uv) && same(uv, p.vertices[p.corner[2]].uv);
}

std::uint64_t packed(std::int16_t high, std::int16_t low) {
  return std::uint64_t{static_cast<std::uint16_t>(high)} << 16 | static_cast<std::uint16_t>(low);
}

void hash_looks(Primitive& p, std::uint64_t generation) {
  Hash hash(static_cast<std::uint64_t>(p.kind) + 1);
  hash.add(packed(p.x0, p.y0) << 32 | packed(p.x1, p.y1));
  for (int k = 0; k < 3; k += step_of(p.kind)) {
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
  if (!all_numbers(p)) return false;
  const Rect box = covered(p).cut(command.clip);
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
    Primitive& p = out.emplace_back();
    p.vertices = command.vertices;
    const bool quad = i + 6 <= indices.size() && is_quad(command.vertices, at);
    p.kind = quad ? PrimitiveKind::Quad : PrimitiveKind::Triangle;
    p.corner[0] = at[0], p.corner[1] = at[1], p.corner[2] = at[2];
    p.corner[3] = quad ? at[5] : at[2];
    i += quad ? 6 : 3;
    if (!complete(p, command)) out.pop_back();
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
