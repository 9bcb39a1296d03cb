// Contrast as an eye gets it: from the pixels of the finished picture, whatever the tree says was drawn
// there.
#include <cmath>
#include <unordered_map>

#include "kiosk/ui/audit.h"

namespace wv::ui {
namespace {

constexpr double kSlack = 0.1;  // letters end in half-covered pixels; the core of a stroke has to be all ink
constexpr float kLeastPart = 0.9F;  // of a line that is partly scrolled away nothing can be said

Colour colour_of(std::uint32_t pixel) {
  return Colour::rgb(pixel & 0xFFFFFF);
}

struct Seen {
  Colour ground;        // what there is most of
  double contrast = 1;  // of the pixel that stands out most
};

Seen look_at(const paint::Canvas& canvas, const Rect& row) {
  std::unordered_map<std::uint32_t, int> counts;
  const int right = static_cast<int>(row.right()), bottom = static_cast<int>(row.bottom());
  for (int y = static_cast<int>(std::ceil(row.y)); y < bottom; ++y)
    for (int x = static_cast<int>(std::ceil(row.x)); x < right; ++x) ++counts[canvas.at(x, y)];
  std::uint32_t most = 0;
  int often = 0;
  for (const auto& [pixel, count] : counts)
    if (count > often) most = pixel, often = count;
  Seen seen{colour_of(most)};
  for (const auto& [pixel, count] : counts)
    seen.contrast = std::max(seen.contrast, contrast(colour_of(pixel), seen.ground));
  return seen;
}

}  // namespace

std::vector<Violation> audit_pixels(const Tree& tree, const paint::Canvas& canvas, std::string_view screen) {
  std::vector<Violation> found;
  const Rect all{0, 0, static_cast<float>(canvas.width()), static_cast<float>(canvas.height())};
  for (const Node& node : tree.nodes()) {
    // Below a dialog everything is dimmed, and a popup hides what it covers.
    if (!tree.answers(node.layer) || tree.is_covered(node)) continue;
    const double wanted = node.state.disabled ? kControlContrast : kTextContrast;
    for (const TextUse& use : node.texts) {
      if (use.sample || use.text.empty()) continue;
      float whole = 0;
      for (const Rect& row : use.rows) whole = std::max(whole, row.height);
      for (const Rect& row : use.rows) {
        const Rect shown = row.common(node.clip).common(all);
        if (shown.height < whole * kLeastPart || shown.width < row.width * kLeastPart) continue;
        const Seen seen = look_at(canvas, shown);
        if (seen.contrast < wanted - kSlack)
          found.push_back({std::string(screen), node.id, "pixel-contrast", seen.contrast, wanted, use.text});
      }
    }
  }
  return found;
}

}  // namespace wv::ui
