// Where the arrows take the focus: to what lies there, and never into a trap.
#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

#include "kiosk/ui/tree.h"

namespace wv::ui {
namespace {

constexpr float kSidewaysCost = 2.5F;  // a card straight below beats a nearer one aside
constexpr float kOffCentreCost = 0.1F;
constexpr float kTouching = 2.0F;  // px that neighbours may overlap by rounding

struct Way {
  float ahead;     // white space in the direction of the arrow; negative: not ahead at all
  float sideways;  // white space across it
  float off_centre;
};

Way way(const Rect& from, const Rect& to, Direction direction) {
  const float across = std::max({0.0F, to.x - from.right(), from.x - to.right()});
  const float along = std::max({0.0F, to.y - from.bottom(), from.y - to.bottom()});
  const float dx = std::abs(to.centre_x() - from.centre_x());
  const float dy = std::abs(to.centre_y() - from.centre_y());
  switch (direction) {
    case Direction::Up:
      return {from.y - to.bottom(), across, dx};
    case Direction::Down:
      return {to.y - from.bottom(), across, dx};
    case Direction::Left:
      return {from.x - to.right(), along, dy};
    case Direction::Right:
      return {to.x - from.right(), along, dy};
  }
  return {-1, 0, 0};
}

using Nodes = std::vector<const Node*>;
// In the order of reading: of two ways that are equally long the first one goes on reading.
constexpr Direction kAll[] = {Direction::Down, Direction::Right, Direction::Left, Direction::Up};

std::optional<std::size_t> place_of(const Nodes& all, const NodeId& id) {
  const auto found = std::ranges::find(all, id, [](const Node* node) { return node->id; });
  if (found == all.end()) return std::nullopt;
  return static_cast<std::size_t>(found - all.begin());
}

class Paths {
 public:
  Paths(const Tree& tree, Nodes nodes) : tree_(tree), nodes_(std::move(nodes)) {
    geometric_ = true;
    geometric_ = reaches_all(false) && reaches_all(true);
  }

  std::size_t next(std::size_t from, Direction direction) const {
    const bool forward = direction == Direction::Down || direction == Direction::Right;
    const bool sideways = direction == Direction::Left || direction == Direction::Right;
    // When looking only at geometry would strand something, Left and Right walk the reading order instead.
    if (!geometric_ && sideways) return beside(from, forward);
    const std::ptrdiff_t near = nearest(from, direction);
    return near >= 0 ? static_cast<std::size_t>(near) : beside(from, forward);
  }

  // From the first control on, or with the arrows turned round.
  std::vector<bool> reached(bool backwards) const {
    std::vector<std::vector<std::size_t>> edges(nodes_.size());
    for (std::size_t from = 0; from < nodes_.size(); ++from) {
      for (const Direction direction : kAll) {
        const std::size_t to = next(from, direction);
        edges[backwards ? to : from].push_back(backwards ? from : to);
      }
    }
    std::vector<bool> seen(nodes_.size(), false);
    std::vector<std::size_t> open = {0};
    seen[0] = true;
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      for (const std::size_t to : edges[at]) {
        if (seen[to]) continue;
        seen[to] = true;
        open.push_back(to);
      }
    }
    return seen;
  }

  // Nearest first, so the first way found is the shortest.
  std::vector<Direction> arrows(std::size_t from, std::size_t to) const {
    struct Came {
      std::size_t from;
      Direction by;
    };
    std::vector<std::optional<Came>> came(nodes_.size());
    std::vector<std::size_t> open = {from};
    for (std::size_t i = 0; i < open.size() && !came[to]; ++i) {
      for (const Direction direction : kAll) {
        const std::size_t there = next(open[i], direction);
        if (there == from || came[there]) continue;
        came[there] = Came{open[i], direction};
        open.push_back(there);
      }
    }
    std::vector<Direction> found;
    for (std::size_t at = to; at != from && came[at]; at = came[at]->from) found.push_back(came[at]->by);
    std::ranges::reverse(found);
    return found;
  }

 private:
  std::size_t beside(std::size_t from, bool forward) const {
    return (from + (forward ? 1 : nodes_.size() - 1)) % nodes_.size();
  }

  // Within a list first, so that scrolled-out cards come before the bar that hides them.
  std::ptrdiff_t nearest(std::size_t from, Direction direction) const {
    const Node* region = tree_.region_of(*nodes_[from]);
    if (region != nullptr) {
      const auto inside = best(from, direction, [&](const Node& n) { return tree_.region_of(n) == region; });
      if (inside >= 0) return inside;
    }
    return best(from, direction, [&](const Node& n) {
      return !n.visible().empty() && (region == nullptr || tree_.region_of(n) != region);
    });
  }

  template <class Accept>
  std::ptrdiff_t best(std::size_t from, Direction direction, Accept accept) const {
    std::ptrdiff_t found = -1;
    float least = 0;
    for (std::size_t to = 0; to < nodes_.size(); ++to) {
      if (to == from || !accept(*nodes_[to])) continue;
      const Way w = way(nodes_[from]->rect, nodes_[to]->rect, direction);
      if (w.ahead < -kTouching) continue;
      const float cost = w.ahead + kSidewaysCost * w.sideways + kOffCentreCost * w.off_centre;
      if (found < 0 || cost < least) {
        found = static_cast<std::ptrdiff_t>(to);
        least = cost;
      }
    }
    return found;
  }

  bool reaches_all(bool backwards) const {
    const auto seen = reached(backwards);
    return std::ranges::find(seen, false) == seen.end();
  }

  const Tree& tree_;
  Nodes nodes_;
  bool geometric_ = true;
};

}  // namespace

std::vector<const Node*> Tree::candidates() const {
  std::vector<const Node*> found;
  for (const Node& node : nodes_) {
    if (node.focusable() && !node.rect.empty() && answers(node.layer) && !is_covered(node))
      found.push_back(&node);
  }
  return found;
}

const Node* Tree::first_actionable() const {
  const Nodes all = candidates();
  return all.empty() ? nullptr : all.front();
}

const Node* Tree::neighbour(const NodeId& from, Direction direction) const {
  const Nodes all = candidates();
  if (all.empty()) return nullptr;
  const auto at = place_of(all, from);
  return at ? all[Paths(*this, all).next(*at, direction)] : all.front();
}

std::vector<Direction> Tree::arrows(const NodeId& from, const NodeId& to) const {
  const Nodes all = candidates();
  const auto start = place_of(all, from), end = place_of(all, to);
  if (!start || !end || *start == *end) return {};
  return Paths(*this, all).arrows(*start, *end);
}

std::vector<const Node*> Tree::trapped() const {
  const Nodes all = candidates();
  if (all.empty()) return {};
  const Paths paths(*this, all);
  const auto there = paths.reached(false), back = paths.reached(true);
  Nodes found;
  for (std::size_t i = 0; i < all.size(); ++i)
    if (!there[i] || !back[i]) found.push_back(all[i]);
  return found;
}

}  // namespace wv::ui
