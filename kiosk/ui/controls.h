// What can be touched: buttons, chips, cards, tiles. Sizes in millimetres come from Metrics.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/element.h"

namespace wv::ui {

struct ButtonLook {
  enum class Kind { Primary, Secondary, Quiet };
  Kind kind = Kind::Secondary;
  std::string icon = {};
  bool enabled = true;
  Copy why_not = {};  // under it when it is not enabled
};
Part button(Ui& ui, std::string name, const Copy& label, const visit::Action& action, ButtonLook look);

// One of several, as a pill; the chosen one is inverted.
struct ChipLook {
  bool chosen = false;
  float em = 0;  // px of its letters; 0: body
  std::string icon = {};
  Role role = Role::Option;  // or Button: it leads somewhere instead of being chosen
};
Part chip(Ui& ui, std::string name, const Copy& label, const visit::Action& action, ChipLook look);

// A surface with soft corners around a part. With an action it is one button, else a group.
struct CardLook {
  Colour fill;
  Colour border;
  float pad_x = 0, pad_y = 0;
  bool primary = false;
  bool chosen = false;  // a thicker border in the brand colour
  bool dashed = false;
  float least_height = 0;
  Across upright = Across::Centre;
};
struct CardNode {
  std::string name;
  Role role = Role::Group;
  Copy label = {};
  std::optional<visit::Action> action = {};
};
CardLook plain_card(const Ui& ui);
Part card(CardNode node, CardLook look, Part content);

}  // namespace wv::ui
