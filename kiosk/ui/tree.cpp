// What a finger, a reader and a test find in the tree. The way of the focus is in focus.cpp.
#include "kiosk/ui/tree.h"

#include <algorithm>

#include <array>
#include <cassert>
#include <cmath>
#include <utility>

namespace wv::ui {

std::string_view name(Role role) {
  constexpr std::array<std::string_view, 13> kNames = {
      "screen", "group",   "heading", "text",     "button", "option", "textfield",
      "key",    "picture", "qr",      "progress", "notice", "dialog"};
  const auto index = static_cast<std::size_t>(role);
  return index < kNames.size() ? kNames[index] : "decoration";
}

visit::Action ScrollUse::moved_to(float to) const {
  const int px = static_cast<int>(std::lround(std::clamp(to, 0.0F, most())));
  if (slot == Slot::Aside) return visit::ScrollAside{px};
  return visit::ScrollTo{px};
}

visit::Action Node::touched_at(Point finger) const {
  if (action) return *action;
  const auto away = [&](const CaretStop& stop) {
    const float lines = finger.y < stop.top ? stop.top - finger.y : std::max(0.0F, finger.y - stop.bottom);
    return std::pair(lines, std::abs(stop.x - finger.x));
  };
  const auto nearest = std::ranges::min_element(stops, {}, away);
  return nearest == stops.end() ? visit::Action(visit::Touched{}) : visit::TouchText{nearest->byte};
}

int Tree::add(Node node) {
  assert(node.parent < static_cast<int>(nodes_.size()));
  nodes_.push_back(std::move(node));
  return static_cast<int>(nodes_.size()) - 1;
}

bool Tree::answers(Layer layer) const {
  Layer top = Layer::Page;
  for (const Node& node : nodes_) {
    if (node.layer == Layer::Overlay || node.layer == Layer::Dialog) top = std::max(top, node.layer);
  }
  if (top == Layer::Dialog) return layer == Layer::Dialog;
  if (top == Layer::Overlay) return layer != Layer::Page;
  return true;
}

bool Tree::is_covered(const Node& node) const {
  if (node.layer != Layer::Page) return false;
  return std::ranges::any_of(nodes_, [&](const Node& over) {
    return over.layer == Layer::Popup && over.role == Role::Decoration &&
           !over.rect.common(node.visible()).empty();
  });
}

namespace {

// Of several shapes under one finger.
class Nearest {
 public:
  void look_at(const Node& node, Point finger) {
    const HitShape& shape = *node.hit_shape;
    const float away = std::hypot(finger.x - shape.label.x, finger.y - shape.label.y);
    if (away <= shape.reach && (labelled_ == nullptr || away < nearest_)) {
      nearest_ = away;
      labelled_ = &node;
    }
    if (holding_ == nullptr && shape.holds && shape.holds(finger)) holding_ = &node;
  }
  const Node* found() const { return labelled_ != nullptr ? labelled_ : holding_; }

 private:
  const Node* labelled_ = nullptr;
  const Node* holding_ = nullptr;
  float nearest_ = 0;
};

}  // namespace

const Node* Tree::hit(Point finger) const {
  Nearest shapes;
  for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node) {
    if (!node->touchable() || !node->visible().contains(finger) || !answers(node->layer)) continue;
    if (!node->hit_shape) return shapes.found() != nullptr ? shapes.found() : &*node;
    shapes.look_at(*node, finger);
  }
  return shapes.found();
}

const Node* Tree::find(std::string_view id) const {
  for (const Node& node : nodes_) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

namespace {

// What stands on a button may be shorter than what it is called: "Taal" on "Kies een taal".
bool draws(const Node& node, std::string_view text) {
  return std::ranges::any_of(node.texts, [&](const TextUse& use) { return use.text == text; });
}

}  // namespace

const Node* Tree::find_labelled(std::string_view label) const {
  const Node* hidden = nullptr;
  const Node* prefixed = nullptr;
  int prefixes = 0;
  for (const Node& node : nodes_) {
    if (!node.focusable() || !answers(node.layer)) continue;
    if (node.label == label) {
      if (!node.visible().empty()) return &node;
      if (hidden == nullptr) hidden = &node;
    } else if (node.label.starts_with(label) || draws(node, label)) {
      prefixed = &node;
      ++prefixes;
    }
  }
  if (hidden != nullptr) return hidden;
  return prefixes == 1 ? prefixed : nullptr;
}

bool Tree::shows(std::string_view text) const {
  const auto holds = [&](const std::string& where) { return where.find(text) != std::string::npos; };
  for (const Node& node : nodes_) {
    if (node.visible().empty()) continue;
    if (holds(node.label) || holds(node.value)) return true;
    for (const TextUse& use : node.texts) {
      if (holds(use.text) && !use.rect.common(node.clip).empty()) return true;
    }
  }
  return false;
}

const Node* Tree::region_of(const Node& node) const {
  for (int up = node.parent; up >= 0; up = at(up).parent) {
    if (at(up).scroll) return &at(up);
  }
  return nullptr;
}

const Node* Tree::region_at(Point finger) const {
  for (auto node = nodes_.rbegin(); node != nodes_.rend(); ++node) {
    if (node->scroll && node->scroll->most() > 0 && node->visible().contains(finger) &&
        answers(node->layer)) {
      return &*node;
    }
  }
  return nullptr;
}

std::optional<visit::Action> Tree::reveal(const Node& node) const {
  const Node* region = region_of(node);
  if (region == nullptr) return std::nullopt;
  const Rect view = region->visible();
  if (view.contains(node.rect)) return std::nullopt;
  const float above = view.y - node.rect.y;
  const float below = node.rect.bottom() - view.bottom();
  // A little of what comes next stays in sight, so that it is clear that there is more.
  const float rest = std::min(view.height / 8, std::max(0.0F, view.height - node.rect.height));
  const float by = above > 0 || node.rect.height > view.height ? -above - rest : below + rest;
  visit::Action action = region->scroll->moved_to(region->scroll->offset + by);
  if (action == region->scroll->moved_to(region->scroll->offset)) return std::nullopt;
  return action;
}

}  // namespace wv::ui
