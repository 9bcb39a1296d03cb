// The tree as text, for `--tree`, for bug reports and for who wants to see what a blind visitor hears.
#include "sync/base/json.h"
#include "kiosk/ui/tree.h"

namespace wv::ui {
namespace {

base::Json rect_json(const Rect& rect) {
  const auto whole = [](float value) { return base::Json(static_cast<std::int64_t>(std::lround(value))); };
  return base::Json(base::Json::Array{whole(rect.x), whole(rect.y), whole(rect.width), whole(rect.height)});
}

base::Json node_json(const Node& node) {
  base::Json json = base::Json::object();
  json.set("id", node.id);
  json.set("role", name(node.role));
  json.set("label", node.label);
  if (!node.value.empty()) json.set("value", node.value);
  base::Json states = base::Json::array();
  if (node.state.disabled) states.push("disabled");
  if (node.state.selected) states.push("selected");
  if (node.state.focused) states.push("focused");
  if (node.state.pressed) states.push("pressed");
  if (!states.items()->empty()) json.set("state", std::move(states));
  json.set("rect", rect_json(node.rect));
  if (node.visible().empty()) json.set("hidden", true);
  if (node.actionable()) json.set("action", static_cast<std::int64_t>(node.action->index()));
  if (node.scroll && node.scroll->most() > 0) {
    json.set("scroll", base::Json::object({{"offset", std::lround(node.scroll->offset)},
                                           {"most", std::lround(node.scroll->most())}}));
  }
  return json;
}

}  // namespace

std::string Tree::to_json() const {
  std::vector<base::Json> built;
  for (const Node& node : nodes_) built.push_back(node_json(node));
  // Children go into their parents from the last to the first, so each is complete when it moves.
  std::vector<std::vector<std::size_t>> children(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (nodes_[i].parent >= 0) children[static_cast<std::size_t>(nodes_[i].parent)].push_back(i);
  }
  for (std::size_t i = nodes_.size(); i-- > 0;) {
    if (children[i].empty()) continue;
    base::Json list = base::Json::array();
    for (const std::size_t child : children[i]) list.push(std::move(built[child]));
    built[i].set("children", std::move(list));
  }
  return built.empty() ? "{}" : base::to_pretty_text(built.front());
}

}  // namespace wv::ui
