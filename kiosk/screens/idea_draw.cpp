// Geef uw idee: writing, contact, checking.
#include <cmath>

#include "kiosk/screens/typing_page.h"

namespace wv::screens {
namespace {

// The keypad of a telephone number.
ui::KeyboardLook digits(const ui::Ui& ui) {
  return {.most_key = ui.metrics().unit(150)};
}

Part form_head(ui::Ui& ui, const Steps& steps, const Words& title) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  column->add(draw_steps(ui, steps));
  column->add(ui::heading(ui, "title", copy(title), ui::Type::Step));
  return column;
}

Part label(ui::Ui& ui, const char* name, const Words& words) {
  return ui::soft_paragraph(ui, name, copy(words));
}

Part pair_for(ui::Ui& ui, const Button& quiet, const Button& strong) {
  return draw_pair(draw_button(ui, "previous", quiet, Kind::Secondary),
                   draw_button(ui, "next", strong, Kind::Primary), ui);
}

Part theme_choice(ui::Ui& ui, const IdeaWriteView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(label(ui, "themes-label", view.themes_label));
  column->add(draw_chips(ui, "themes", view.themes));
  return column;
}

// The parts point into it: it has to live until the page is drawn.
Button without_reason(Button button) {
  button.why_not = {};
  return button;
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaWriteView& view) {
  auto head = ui::make<ui::Column>(ui.metrics().unit(8));
  head->add(form_head(ui, view.steps, view.title));
  head->add(ui::paragraph(ui, "about", copy(view.about)));
  ui::FieldLook look = field_look(view.field);
  // Why one cannot go on yet is said where one looks while typing.
  if (!view.next.enabled && !view.next.why_not.empty()) look.remaining = copy(view.next.why_not);
  const Button next = without_reason(view.next);
  TypingPage page;
  page.head = std::move(head);
  page.field = ui::field(ui, "field", look);
  page.rest = theme_choice(ui, view);
  page.buttons = pair_for(ui, view.stop, next);
  page.keyboard = draw_keyboard(ui, view.keyboard, letter_look(ui));
  draw_typing_page(ui, frame, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaContactView& view) {
  auto head = ui::make<ui::Column>(ui.metrics().unit(24));
  head->add(form_head(ui, view.steps, view.title));
  head->add(ui::paragraph(ui, "purpose", copy(view.purpose)), ui.metrics().unit(14));
  head->add(draw_chips(ui, "channels", view.channels));
  Part retention = ui::notice(ui, "retention", copy(view.retention), ui::Tint::Sky, "lock");
  if (!view.field || !view.keyboard) {
    ui::PageLook page = page_look(frame);
    head->add(std::move(retention), ui.metrics().wide_gap());
    page.main = std::move(head);
    page.foot = pair_for(ui, view.previous, view.next);
    ui::draw_page(ui, frame.room, std::move(page));
    return;
  }
  ui::FieldLook look = field_look(*view.field);
  look.least_lines = 1;
  look.grows = false;
  if (!view.next.enabled && !view.next.why_not.empty()) look.remaining = copy(view.next.why_not);
  const Button next = without_reason(view.next);
  TypingPage page;
  page.head = std::move(head);
  page.field = ui::field(ui, "field", look);
  page.rest = std::move(retention);
  page.buttons = pair_for(ui, view.previous, next);
  page.keyboard =
      draw_keyboard(ui, *view.keyboard, view.keyboard->tools.empty() ? digits(ui) : letter_look(ui));
  draw_typing_page(ui, frame, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaCheckView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  column->add(form_head(ui, view.steps, view.title));
  column->add(ui::notice(ui, "problem", copy(view.problem), ui::Tint::Brick, "alert"));
  column->add(label(ui, "preview-label", view.preview_label), ui.metrics().unit(8));
  ui::FieldLook look = field_look(view.preview);
  look.writable = false;
  column->add(ui::field(ui, "preview", look), ui.metrics().unit(14));
  auto rest = ui::make<ui::Column>(ui.metrics().wide_gap());
  ui::CardLook card = ui::plain_card(ui);
  card.upright = ui::Across::Start;
  if (!view.facts.empty()) rest->add(ui::card({.name = "facts"}, card, draw_facts(ui, "list", view.facts)));
  if (!view.rules.empty()) {
    auto rules = ui::make<ui::Column>(ui.metrics().unit(10));
    rules->add(ui::heading(ui, "rules-title", copy(view.rules_title), ui::Type::Section));
    rules->add(ui::prose(ui, "rules", copy(view.rules)));
    rest->add(std::move(rules));
  }
  page.main = std::move(column);
  page.aside = std::move(rest);
  page.foot = pair_for(ui, view.previous, view.send);
  page.main_share = 0.5F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
