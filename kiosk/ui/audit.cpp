// The rules, one function each, over the nodes of one frame.
#include "kiosk/ui/audit.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace wv::ui {
namespace {

constexpr double kSlackMm = 0.06;  // a quarter of a pixel at 4 px a mm
constexpr float kLeastLines = 2;   // a scrolling region that shows less than this many lines is no reading
constexpr float kTouch = 2;        // px that neighbours may share by rounding

class Audit {
 public:
  Audit(const Tree& tree, const Metrics& metrics, std::string_view screen)
      : tree_(tree), metrics_(metrics), screen_(screen), nodes_(tree.nodes()) {}

  std::vector<Violation> run() {
    ids();
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      labels(node);
      texts(node);
      shape(node);
      place(node);
      region(node);
      if (is_target(node)) {
        size(node);
        for (std::size_t j = i + 1; j < nodes_.size(); ++j) {
          if (is_target(nodes_[j])) between(node, nodes_[j]);
        }
      }
    }
    overlapping_texts();
    reading_order();
    return std::move(found_);
  }

 private:
  void report(const Node& node, std::string_view rule, double measured, double wanted, std::string detail) {
    found_.push_back({screen_, node.id, std::string(rule), measured, wanted, std::move(detail)});
  }

  bool is_target(const Node& node) const {
    return node.focusable() && tree_.answers(node.layer) && !node.visible().empty() &&
           !tree_.is_covered(node);
  }

  bool is_above(const Node& ancestor, const Node& node) const {
    for (int up = node.parent; up >= 0; up = tree_.at(up).parent) {
      if (&tree_.at(up) == &ancestor) return true;
    }
    return false;
  }

  Rect screen_rect() const { return {0, 0, metrics_.screen().width, metrics_.screen().height}; }

  void ids() {
    std::unordered_set<std::string_view> seen;
    for (const Node& node : nodes_) {
      if (node.role != Role::Decoration && !seen.insert(node.id).second) {
        report(node, "duplicate-id", 2, 1, node.label);
      }
    }
  }

  void labels(const Node& node) {
    const bool speaks = node.role != Role::Group && node.role != Role::Decoration;
    if (speaks && node.label.empty()) report(node, "no-label", 0, 1, std::string(name(node.role)));
    if (node.role == Role::TextField || node.role == Role::Key || node.role == Role::Decoration) return;
    for (const TextUse& use : node.texts) {
      if (use.sample || node.label.find(use.text) != std::string::npos ||
          node.value.find(use.text) != std::string::npos) {
        continue;
      }
      // The bar shows a short word and speaks the whole name.
      if (node.layer == Layer::Bar && !node.label.empty()) continue;
      report(node, "unspoken-text", 0, 1, use.text);
    }
  }

  void texts(const Node& node) {
    const bool scrolls = tree_.region_of(node) != nullptr;
    for (const TextUse& use : node.texts) {
      if (use.sample) continue;
      const double least = least_capital_mm(node);
      if (use.capital_mm < least - kSlackMm) report(node, "capital-height", use.capital_mm, least, use.text);
      const double ratio = contrast(use.foreground, use.ground);
      const double wanted = node.state.disabled ? kControlContrast : kTextContrast;
      if (ratio < wanted) report(node, "text-contrast", ratio, wanted, use.text);
      if (use.cut) report(node, "text-cut", 1, 0, use.text);
      // What a visitor types may be any row of letters.
      if (use.broken && node.role != Role::TextField) report(node, "word-broken", 1, 0, use.text);
      cut_by_box(node, use, scrolls);
    }
  }

  // The bar never changes, and on a key no letter can be larger than the key.
  double least_capital_mm(const Node& node) const {
    const double wanted = metrics_.wanted_capital_mm();
    if (node.layer == Layer::Bar) return kBarCapitalMm;
    return node.role == Role::Key ? std::min<double>(wanted, kBarCapitalMm) : wanted;
  }

  void cut_by_box(const Node& node, const TextUse& use, bool scrolls) {
    if (use.rect.empty() || node.role == Role::TextField) return;
    const float wide = std::max(node.rect.x - use.rect.x, use.rect.right() - node.rect.right());
    const float high = std::max(node.rect.y - use.rect.y, use.rect.bottom() - node.rect.bottom());
    if (std::max(wide, high) > kTouch) report(node, "text-cut", std::max(wide, high), 0, use.text);
    const float out = std::max(node.clip.x - use.rect.x, use.rect.right() - node.clip.right());
    const float over = std::max(node.clip.y - use.rect.y, use.rect.bottom() - node.clip.bottom());
    if (out > kTouch || (!scrolls && over > kTouch))
      report(node, "text-cut", std::max(out, over), 0, use.text);
  }

  void shape(const Node& node) {
    if (!node.shape || !node.actionable()) return;
    const double ratio = std::max(contrast(node.shape->fill, node.shape->ground),
                                  contrast(node.shape->border, node.shape->ground));
    if (ratio < kControlContrast) report(node, "control-contrast", ratio, kControlContrast, node.label);
  }

  void size(const Node& node) {
    const double least = node.primary ? kPrimaryMm : kTargetMm;
    const double side = metrics_.mm(std::min(node.rect.width, node.rect.height));
    if (side < least - kSlackMm) report(node, "target-size", side, least, node.label);
  }

  void between(const Node& one, const Node& other) {
    if (is_above(one, other) || is_above(other, one)) return;
    const Rect common = one.visible().common(other.visible());
    if (!common.empty()) {
      report(one, "targets-overlap", std::min(common.width, common.height), 0,
             one.label + " / " + other.label);
      return;
    }
    const double gap = metrics_.mm(gap_between(one.visible(), other.visible()));
    if (gap < kTargetGapMm - kSlackMm)
      report(one, "target-gap", gap, kTargetGapMm, one.label + " / " + other.label);
  }

  void place(const Node& node) {
    if (node.role == Role::Decoration || tree_.region_of(node) != nullptr) return;
    const Rect screen = screen_rect();
    if (!screen.contains(node.rect, kTouch)) report(node, "off-screen", 1, 0, node.label);
    if (node.layer != Layer::Page || node.parent < 0) return;
    const Node* bar = tree_.find(nodes_.front().id + "/bar");
    if (bar == nullptr) return;
    const Rect hidden = node.visible().common(bar->rect);
    if (std::min(hidden.width, hidden.height) > kTouch)
      report(node, "behind-bar", hidden.height, 0, node.label);
  }

  void region(const Node& node) {
    if (!node.scroll || node.scroll->most() <= 0) return;
    const float lines = node.scroll->view / metrics_.em(Type::Body);
    if (lines < kLeastLines)
      report(node, "little-room", lines, kLeastLines, "lines of text that show at once");
    const Node* down = tree_.find(node.id + "-buttons/down");
    const Node* up = tree_.find(node.id + "-buttons/up");
    if (down == nullptr || up == nullptr) {
      report(node, "no-way-to-scroll", node.scroll->most(), 0, "px of content that nobody can reach");
    }
  }

  struct Ink {
    const Node* node;
    const TextUse* use;
    Rect rect;
  };

  // Line boxes may touch; the letters in them may not.
  void overlapping_texts() {
    std::vector<Ink> inks;
    for (const Node& node : nodes_) {
      for (const TextUse& use : node.texts) {
        for (const Rect& row : use.rows.empty() ? std::vector<Rect>{use.rect} : use.rows) {
          const Rect seen = row.common(node.clip);
          if (!seen.empty())
            inks.push_back({&node, &use, seen.inset(1, std::min(seen.height * 0.15F, 12.0F))});
        }
      }
    }
    for (std::size_t i = 0; i < inks.size(); ++i) {
      for (std::size_t j = i + 1; j < inks.size(); ++j) {
        if (inks[i].node->layer != inks[j].node->layer || inks[i].use == inks[j].use) continue;
        if (inks[i].node == inks[j].node && inks[j].use->marked) continue;
        const Rect common = inks[i].rect.common(inks[j].rect);
        if (common.empty()) continue;
        report(*inks[i].node, "texts-overlap", std::min(common.width, common.height), 0,
               inks[i].use->text + " / " + inks[j].use->text);
      }
    }
  }

  // Siblings go down, or on to the side; whoever listens hears them as who looks sees them.
  void reading_order() {
    std::vector<int> last(nodes_.size(), -1);
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      if (node.parent < 0 || node.role == Role::Decoration || node.rect.empty()) continue;
      const int before = last[static_cast<std::size_t>(node.parent)];
      last[static_cast<std::size_t>(node.parent)] = static_cast<int>(i);
      if (before < 0 || tree_.at(before).layer != node.layer) continue;
      const Rect& one = tree_.at(before).rect;
      const bool beside = node.rect.x >= one.right() - kTouch || node.rect.right() <= one.x + kTouch;
      if (!beside && node.rect.bottom() <= one.y + kTouch) {
        report(node, "reading-order", node.rect.y, one.y, tree_.at(before).label + " / " + node.label);
      }
    }
  }

  const Tree& tree_;
  const Metrics& metrics_;
  std::string screen_;
  const std::vector<Node>& nodes_;
  std::vector<Violation> found_;
};

}  // namespace

std::vector<Violation> audit(const Tree& tree, const Metrics& metrics, std::string_view screen) {
  return Audit(tree, metrics, screen).run();
}

}  // namespace wv::ui
