// What the steps of Geef uw idee draw alike. Private to the drawing.
#pragma once

#include <algorithm>

#include "kiosk/screens/typing_page.h"

namespace wv::screens {

inline Part form_head(ui::Ui& ui, const Steps& steps, const Words& title) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  if (steps.of > 0) column->add(draw_steps(ui, steps));
  column->add(ui::heading(ui, "title", copy(title), ui::Type::Step));
  return column;
}

inline Part form_label(ui::Ui& ui, const char* name, const Words& words) {
  return ui::soft_paragraph(ui, name, copy(words));
}

// Back and on: always these two, always in this place.
inline Part form_buttons(ui::Ui& ui, const Button& quiet, const Button& strong) {
  return draw_pair(draw_button(ui, "previous", quiet, Kind::Secondary),
                   draw_button(ui, "next", strong, Kind::Primary), ui);
}

// A button that is no more than a side road: as small as a finger allows. Null without a label.
inline Part draw_chip(ui::Ui& ui, std::string name, const Button& button) {
  if (button.label.empty()) return nullptr;
  return ui::chip(ui, std::move(name), copy(button.label), button.action,
                  {.icon = button.icon, .role = ui::Role::Button});
}

// The parts point into it: it has to live until the page is drawn.
inline Button without_reason(Button button) {
  button.why_not = {};
  return button;
}

}  // namespace wv::screens
