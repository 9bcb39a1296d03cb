// One tree answers everything: what lies under the finger, where the focus goes, what scrolls.
#include "kiosk/app/reaction.h"

#include <algorithm>
#include <cmath>

namespace wv::app {

namespace {

using paint::GestureKind;
using paint::Key;
using visit::Touched;

ui::Point of(paint::Point point) {
  return {point.x, point.y};
}
paint::Box of(const ui::Rect& rect) {
  return {rect.x, rect.y, rect.right(), rect.bottom()};
}

bool is_held_key(const ui::Node& node) {
  return node.role == ui::Role::Key && node.actionable() && node.hold;
}

void press(const paint::Gesture& gesture, const ui::Tree& tree, ui::Hand& hand) {
  hand.focus_shows = false;
  const auto* node = tree.hit(of(gesture.start));
  hand.pressed = node ? node->id : ui::NodeId();
}

// The same target at start and end: who slides off a button has changed their mind. What holding a key meant
// has been done already.
void tap(const paint::Gesture& gesture, const ui::Tree& tree, ui::Hand& hand,
         std::vector<visit::Action>& out) {
  hand.pressed.clear();
  const auto* from = tree.hit(of(gesture.start));
  const auto* to = tree.hit(of(gesture.end));
  const bool means_it = from && from == to && !(gesture.was_held && is_held_key(*from));
  if (!means_it) return out.push_back(Touched{});
  if (from->actionable()) hand.focused = from->id;
  out.push_back(from->touched_at(of(gesture.end)));
}

// A key answers after half a second, and again when it repeats; everything else only after three.
void hold(const paint::Gesture& gesture, const ui::Tree& tree, std::vector<visit::Action>& out) {
  out.push_back(Touched{});
  if (gesture.held < paint::kHoldForStaff) {
    const auto* key = tree.hit(of(gesture.start));
    if (key && is_held_key(*key)) out.push_back(*key->hold);
    return;
  }
  if (const auto* node = held_at(tree, of(gesture.start))) out.push_back(*node->hold);
}

void repeat(const paint::Gesture& gesture, const ui::Tree& tree, std::vector<visit::Action>& out) {
  const auto* key = tree.hit(of(gesture.start));
  if (key && is_held_key(*key) && key->repeats) out.push_back(*key->hold);
}

void scroll(const paint::Gesture& gesture, const ui::Tree& tree, ui::Hand& hand,
            std::vector<visit::Action>& out) {
  hand.pressed.clear();
  const auto* region = tree.region_at(of(gesture.start));
  if (region) out.push_back(region->scroll->moved_to(region->scroll->offset - gesture.dy));
}

std::optional<ui::Direction> direction(Key key) {
  switch (key) {
    case Key::Up:
      return ui::Direction::Up;
    case Key::Down:
      return ui::Direction::Down;
    case Key::Left:
      return ui::Direction::Left;
    case Key::Right:
      return ui::Direction::Right;
    default:
      return std::nullopt;
  }
}

void focus(const ui::Node* node, const ui::Tree& tree, ui::Hand& hand, std::vector<visit::Action>& out) {
  hand.focus_shows = true;
  if (!node) return;
  hand.focused = node->id;
  if (auto reveal = tree.reveal(*node)) out.push_back(*std::move(reveal));
}

void select(const ui::Tree& tree, ui::Hand& hand, std::vector<visit::Action>& out) {
  const auto* node = tree.find(hand.focused);
  if (!hand.focus_shows || !node || !node->actionable())
    return focus(tree.first_actionable(), tree, hand, out);
  out.push_back(*node->action);
}

// Typing on a real keyboard is for development; it goes where the screen's own keyboard would type.
bool has_field(const ui::Tree& tree) {
  for (const auto& node : tree.nodes())
    if (node.role == ui::Role::TextField && tree.answers(node.layer)) return true;
  return false;
}

// On the help screen itself the same key reads aloud: who cannot see finds the voice with one key, twice.
void help(const ui::Tree& tree, std::vector<visit::Action>& out) {
  const auto* voice = tree.find("help/bar/read-aloud");
  if (voice && voice->actionable() && tree.answers(voice->layer)) return out.push_back(*voice->action);
  out.push_back(visit::Open{visit::Screen::Help});
}

void key(const paint::Gesture& gesture, const ui::Tree& tree, ui::Hand& hand,
         std::vector<visit::Action>& out) {
  out.push_back(Touched{});
  if (gesture.types_text && has_field(tree)) return;
  if (const auto to = direction(gesture.key)) {
    const auto* from = hand.focus_shows ? tree.find(hand.focused) : nullptr;
    return focus(from ? tree.neighbour(from->id, *to) : tree.first_actionable(), tree, hand, out);
  }
  switch (gesture.key) {
    case Key::Select:
      return gesture.repeat ? void() : select(tree, hand, out);
    case Key::Help:
      return help(tree, out);
    case Key::Back:
      return out.push_back(visit::Back{});
    case Key::Erase:
      return has_field(tree) ? out.push_back(visit::Erase{}) : void();
    default:
      return;
  }
}

}  // namespace

const ui::Node* held_at(const ui::Tree& tree, ui::Point finger) {
  const auto found = std::ranges::find_if(tree.nodes(), [&](const ui::Node& node) {
    return node.hold && node.role != ui::Role::Key && tree.answers(node.layer) &&
           node.visible().contains(finger);
  });
  return found == tree.nodes().end() ? nullptr : &*found;
}

void react(const paint::Gesture& gesture, const ui::Tree& tree, ui::Hand& hand,
           std::vector<visit::Action>& out) {
  switch (gesture.kind) {
    case GestureKind::Press:
      press(gesture, tree, hand);
      return out.push_back(Touched{});
    case GestureKind::Tap:
      return tap(gesture, tree, hand, out);
    case GestureKind::Cancel:
      return hand.pressed.clear();
    case GestureKind::Hold:
      return hold(gesture, tree, out);
    case GestureKind::Repeat:
      return repeat(gesture, tree, out);
    case GestureKind::Scroll:
      return scroll(gesture, tree, hand, out);
    case GestureKind::Key:
      return key(gesture, tree, hand, out);
    case GestureKind::Text:
      return has_field(tree) ? out.push_back(visit::TypeText{gesture.text}) : void();
  }
}

paint::TouchMap touch_map(const ui::Tree& tree) {
  paint::TouchMap map;
  for (const auto& node : tree.nodes()) {
    if (!tree.answers(node.layer)) continue;
    if (node.scroll && node.scroll->most() > 0) map.scrolling.push_back(of(node.visible()));
    if (node.role == ui::Role::Key) map.typing.push_back(of(node.visible()));
    if (node.repeats) map.repeating.push_back(of(node.visible()));
  }
  return map;
}

}  // namespace wv::app
