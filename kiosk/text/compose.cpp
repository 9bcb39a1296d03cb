// Left to right becomes a matter of places here; what comes after only draws.
#include "kiosk/text/compose.h"

#include <algorithm>

namespace wv::text {

namespace {

// Something of a line that has a width: a cluster, or the hyphen or ellipsis behind them.
struct Item {
  std::uint32_t cluster = 0;
  std::uint8_t level = 0;
  Mark mark = Mark::None;  // not None: the mark itself
};

// Rule L2 of UAX 9: from the deepest level down to the lowest odd one, every stretch is turned around.
void reorder(Wiped<Item>& items) {
  std::uint8_t deepest = 0;
  for (const auto& item : items) deepest = std::max(deepest, item.level);
  for (auto level = deepest; level > 0; --level) {
    for (auto i = items.begin(); i != items.end();) {
      const auto from = std::find_if(i, items.end(), [&](const Item& item) { return item.level >= level; });
      i = std::find_if(from, items.end(), [&](const Item& item) { return item.level < level; });
      std::reverse(from, i);
    }
  }
}

class Composer {
 public:
  Composer(const Layout& layout, Paragraph& out) : in_(layout), out_(out) {
    for (const auto& line : in_.wrapped.lines) widest_ = std::max(widest_, line.width);
    room_ = in_.max_width == no_limit ? widest_ : in_.max_width;
  }

  void compose_all();

 private:
  void compose_line(const WrappedLine& wrapped);
  Fixed collect(const WrappedLine& wrapped, bool right_to_left);
  Fixed left_of(const WrappedLine& wrapped, bool right_to_left) const;
  void place(const Line& line, Fixed pen);
  void place_cluster(const Line& line, const Item& item, Fixed pen);
  void add_glyph(const ShapedGlyph& glyph, Fixed pen, Em inside);
  const ShapedGlyph& glyph_of(Mark mark) const {
    return mark == Mark::Hyphen ? in_.shaped.hyphen : in_.shaped.ellipsis;
  }

  const Layout& in_;
  Paragraph& out_;
  Fixed widest_ = 0;
  Fixed room_ = 0;
  std::uint32_t first_ = 0;  // cluster of the line
  Wiped<Item> items_;
};

void Composer::compose_all() {
  const auto& shaped = in_.shaped;
  out_.lines.reserve(in_.wrapped.lines.size());
  out_.glyphs.reserve(shaped.glyphs.size() + in_.wrapped.lines.size());
  out_.clusters.reserve(shaped.clusters.size());
  for (const auto& line : in_.wrapped.lines) compose_line(line);
  out_.width = to_px(widest_);
  out_.height = to_px(in_.metrics.height * static_cast<Fixed>(out_.lines.size()));
  out_.right_to_left = out_.lines.front().right_to_left;
  out_.truncated = in_.wrapped.truncated;
  out_.overflowing = in_.wrapped.overflowing;
  out_.missing = shaped.missing;
  out_.bytes = shaped.bytes;
}

void Composer::compose_line(const WrappedLine& wrapped) {
  const auto& clusters = in_.shaped.clusters;
  Line line;
  const auto byte_at = [&](std::uint32_t at) {
    return at < clusters.size() ? clusters[at].begin : in_.shaped.bytes;
  };
  line.begin = byte_at(wrapped.first);
  line.end = byte_at(wrapped.end);
  line.width = wrapped.width;
  line.right_to_left = in_.shaped.parts[wrapped.part].right_to_left;
  line.left = left_of(wrapped, line.right_to_left);
  line.height = in_.metrics.height;
  line.top = in_.metrics.height * static_cast<Fixed>(out_.lines.size());
  line.baseline = line.top + in_.metrics.baseline;
  line.hyphenated = wrapped.mark == Mark::Hyphen;
  line.first_glyph = static_cast<std::uint32_t>(out_.glyphs.size());
  line.first_cluster = static_cast<std::uint32_t>(out_.clusters.size());
  line.clusters = wrapped.end - wrapped.first;
  first_ = wrapped.first;

  const Fixed hanging = collect(wrapped, line.right_to_left);
  reorder(items_);
  out_.clusters.resize(out_.clusters.size() + line.clusters);
  place(line, line.right_to_left ? line.left - hanging : line.left);
  line.glyphs = static_cast<std::uint32_t>(out_.glyphs.size()) - line.first_glyph;
  out_.lines.push_back(line);
}

Fixed Composer::left_of(const WrappedLine& wrapped, bool right_to_left) const {
  const Fixed spare = std::max(0, room_ - wrapped.width);
  if (in_.align == Align::Centre) return spare / 2 / 64 * 64;  // on a whole pixel: fewer glyph images
  return (in_.align == Align::End) == right_to_left ? 0 : spare;
}

// Items in the order of the text; returns the width of the spaces that hang behind the line.
Fixed Composer::collect(const WrappedLine& wrapped, bool right_to_left) {
  const auto& clusters = in_.shaped.clusters;
  const std::uint8_t base = right_to_left ? 1 : 0;
  auto ink = wrapped.end;
  while (ink > wrapped.first && clusters[ink - 1].kind != Kind::Ink) --ink;
  items_.clear();
  for (auto i = wrapped.first; i < ink; ++i) items_.push_back({i, clusters[i].level, Mark::None});
  if (wrapped.mark == Mark::Hyphen) items_.push_back({0, clusters[ink - 1].level, Mark::Hyphen});
  if (wrapped.mark == Mark::Ellipsis) items_.push_back({0, base, Mark::Ellipsis});
  Fixed hanging = 0;
  for (auto i = ink; i < wrapped.end; ++i) {
    items_.push_back({i, base, Mark::None});
    hanging += in_.widths[i];
  }
  return hanging;
}

void Composer::place(const Line& line, Fixed pen) {
  for (const auto& item : items_) {
    if (item.mark != Mark::None) {
      add_glyph(glyph_of(item.mark), pen, 0);
      pen += scaled(glyph_of(item.mark).advance, in_.size);
      continue;
    }
    place_cluster(line, item, pen);
    pen += in_.widths[item.cluster];
  }
}

void Composer::place_cluster(const Line& line, const Item& item, Fixed pen) {
  const auto& shaped = in_.shaped.clusters[item.cluster];
  Cluster cluster{shaped.begin, pen, in_.widths[item.cluster], item.level % 2 == 1};
  if (shaped.kind != Kind::Ink && in_.max_width != no_limit) {
    // Spaces behind a full line stay inside the box, so that a caret behind them can be seen.
    const Fixed right = std::clamp(cluster.left + cluster.width, 0, room_);
    cluster.left = std::clamp(cluster.left, 0, room_);
    cluster.width = right - cluster.left;
  }
  out_.clusters[line.first_cluster + (item.cluster - first_)] = cluster;
  Em inside = 0;
  for (std::uint32_t i = shaped.first_glyph; i < shaped.first_glyph + shaped.glyphs; ++i) {
    const auto& glyph = in_.shaped.glyphs[i];
    add_glyph(glyph, pen, inside);
    inside += glyph.advance;
  }
}

void Composer::add_glyph(const ShapedGlyph& glyph, Fixed pen, Em inside) {
  out_.glyphs.push_back(
      {pen + scaled(inside + glyph.dx, in_.size), -scaled(glyph.dy, in_.size), glyph.index, glyph.face});
}

}  // namespace

void compose(const Layout& layout, Paragraph& out) {
  Composer(layout, out).compose_all();
}

}  // namespace wv::text
