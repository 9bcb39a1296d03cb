// Entering nodes, laying out text and the one place where the screen is mirrored and moved down.
#include "kiosk/ui/ui.h"

#include <cassert>
#include <cmath>

#include "sync/base/direction.h"

namespace wv::ui {
namespace {

std::string id_under(const std::string& parent, std::string_view name) {
  std::string id;
  id.reserve(parent.size() + 1 + name.size());
  if (!parent.empty()) id.append(parent).append("/");
  return id.append(name);
}

// What a screen reader says after the label of a card: everything else that stands on it, each text once.
void say_the_rest(Node& node) {
  for (const TextUse& use : node.texts) {
    const auto has = [&](const std::string& said) { return said.find(use.text) != std::string::npos; };
    if (use.text.empty() || has(node.label) || has(node.value)) continue;
    if (!node.value.empty()) node.value += ", ";
    node.value += use.text;
  }
}

}  // namespace

Ui::Ui(const Setting& setting, Tree& tree, paint::Painter& painter)
    : setting_(setting), tree_(tree), painter_(painter) {
  tree_.clear();
  open_.push_back({-1, on_screen(whole()), theme().paper, false, false});
}

Rect Ui::on_screen(Rect rect) const {
  if (setting_.mirrored) rect.x = moved_ ? rect.x + *moved_ : metrics().screen().width - rect.right();
  rect.y += setting_.top;
  return rect;
}

Point Ui::on_screen(Point point) const {
  if (setting_.mirrored) point.x = moved_ ? point.x + *moved_ : metrics().screen().width - point.x;
  point.y += setting_.top;
  return point;
}

Pen Ui::enter(const Entry& entry) {
  const Open& above = open_.back();
  if (above.absorbs) return Pen(*this, above.node, false);
  Node node;
  node.id = id_under(above.node < 0 ? std::string() : tree_.at(above.node).id, entry.name);
  node.role = entry.role;
  node.label = base::spoken_form(entry.label);
  node.value = base::spoken_form(entry.value);
  node.typed_bytes = entry.is_private ? node.value.size() : 0;
  node.state = entry.state;
  node.state.focused = setting_.hand.focus_shows && setting_.hand.focused == node.id;
  node.state.pressed = setting_.hand.pressed == node.id && !node.state.disabled;
  node.rect = on_screen(entry.rect);
  node.clip = above.clip;
  node.layer = layer_;
  node.parent = above.node;
  node.primary = entry.primary;
  node.scroll = entry.scroll;
  node.action = entry.action;
  node.hold = entry.hold;
  node.repeats = entry.repeats;
  node.hit_shape = entry.hit_shape;
  node.wants = entry.wants;
  Open open{0, above.clip, above.ground, entry.absorbs, entry.clips};
  if (entry.clips) {
    open.clip = above.clip.common(node.rect);
    painter_.push_clip(open.clip.box());
  }
  open.node = tree_.add(std::move(node));
  open_.push_back(open);
  return Pen(*this, open.node, true);
}

void Ui::leave(bool owner) {
  if (!owner) return;
  const Open open = open_.back();
  open_.pop_back();
  if (open.pushed_clip) painter_.pop_clip();
  Node& node = tree_.at(open.node);
  if (open.absorbs) say_the_rest(node);
}

float Ui::em(const Lettering& lettering) const {
  return lettering.em > 0 ? lettering.em : metrics().em(lettering.type);
}

const text::Paragraph& Ui::lay_out(const Copy& copy, const Lettering& lettering, float max_width,
                                   int max_lines) {
  const text::Style style{em(lettering), lettering.weight, lettering.line_height};
  text::Box box{max_width > 0 ? max_width : text::unlimited, max_lines, copy.lang, lettering.align,
                text::Direction::Auto};
  const text::Paragraph& paragraph = engine().lay_out(copy.text, style, box);
  if (setting_.mirrored == paragraph.right_to_left || lettering.align == text::Align::Centre)
    return paragraph;
  // A text of the other direction keeps it, but stands at the side where reading of the screen begins.
  box.align = lettering.align == text::Align::Start ? text::Align::End : text::Align::Start;
  return engine().lay_out(copy.text, style, box);
}

float Ui::least_width(const Copy& copy, const Lettering& lettering) {
  constexpr std::string_view may_break = "\u200B";
  float widest = 0;
  for (std::string_view rest = copy.text; !rest.empty();) {
    const std::size_t space = std::min(rest.find_first_of(" \n"), rest.size());
    const std::size_t end = std::min(rest.find(may_break), space);
    if (end > 0) widest = std::max(widest, lay_out({rest.substr(0, end), copy.lang}, lettering, 0).width);
    rest.remove_prefix(std::min(rest.size(), end + (end == space ? 1 : may_break.size())));
  }
  return std::ceil(widest);
}

}  // namespace wv::ui
