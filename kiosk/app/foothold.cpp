// A new screen begins at its first control, a layer at the choice that is made, and closing one leads back.
#include "kiosk/app/foothold.h"

namespace wv::app {
namespace {

bool stands(const ui::Tree& tree, const ui::NodeId& id) {
  const auto* node = tree.find(id);
  return node != nullptr && node->focusable() && tree.answers(node->layer);
}

const ui::Node* dialog_of(const ui::Tree& tree) {
  for (const auto& node : tree.nodes())
    if (node.role == ui::Role::Dialog) return &node;
  return nullptr;
}

// The choice that is made, else the first thing to do.
const ui::Node* first_in(const ui::Tree& tree, ui::Layer layer) {
  const ui::Node* first = nullptr;
  for (const auto& node : tree.nodes()) {
    if (node.layer != layer || !node.focusable() || node.rect.empty()) continue;
    if (node.state.selected && layer != ui::Layer::Page) return &node;
    if (first == nullptr) first = &node;
  }
  return first;
}

}  // namespace

void Foothold::leave(const visit::Visit& visit, const ui::Hand& hand) {
  // An action may follow on another that left the screen already.
  if (!hand.focused.empty()) last_ = {visit.at.screen, hand.focused};
}

bool Foothold::settle(const visit::Visit& visit, const ui::Tree& tree, ui::Hand& hand) {
  ui::NodeId back;
  const auto depth = visit.back.size();
  if (depth > way_.size()) {
    way_.resize(depth, last_);
  } else if (depth < way_.size()) {
    if (way_[depth].screen == visit.at.screen) back = way_[depth].focused;
    way_.resize(depth);
  }
  const auto* dialog = dialog_of(tree);
  const std::string layer = dialog == nullptr ? std::string() : dialog->id + dialog->label;
  const bool opened = !layer.empty() && layer != layer_;
  if (opened && layer_.empty()) below_ = last_.focused;
  if (layer.empty() && !layer_.empty() && back.empty()) back = below_;
  layer_ = layer;
  if (!hand.focus_shows || (!opened && stands(tree, hand.focused))) return false;
  const ui::Node* wanted = nullptr;
  if (dialog != nullptr) {
    wanted = first_in(tree, dialog->layer);
  } else if (stands(tree, back)) {
    wanted = tree.find(back);
  } else {
    wanted = first_in(tree, ui::Layer::Page);
  }
  if (wanted == nullptr) wanted = tree.first_actionable();
  if (wanted == nullptr || wanted->id == hand.focused) return false;
  hand.focused = wanted->id;
  return true;
}

}  // namespace wv::app
