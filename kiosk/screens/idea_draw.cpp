// Geef uw idee: writing, contact, checking.
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

// Wide keys are slow keys: in landscape the rows stay as wide as two hands.
ui::KeyboardLook letters(const ui::Ui& ui) { return {.most_key = ui.metrics().landscape() ? ui.metrics().unit(150) : 0}; }

Part form_head(ui::Ui& ui, const Steps& steps, const Words& title) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  column->add(draw_steps(ui, steps));
  column->add(ui::heading(ui, "title", copy(title), ui::Type::Step));
  return column;
}

Part label(ui::Ui& ui, const char* name, const Words& words) { return ui::soft_paragraph(ui, name, copy(words)); }

Part pair_for(ui::Ui& ui, const Button& quiet, const Button& strong) {
  return draw_pair(draw_button(ui, "previous", quiet, Kind::Secondary), draw_button(ui, "next", strong, Kind::Primary), ui);
}

Part theme_choice(ui::Ui& ui, const IdeaWriteView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(label(ui, "themes-label", view.themes_label));
  column->add(draw_chips(ui, "themes", view.themes));
  return column;
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaWriteView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  column->add(form_head(ui, view.steps, view.title));
  column->add(ui::paragraph(ui, "about", copy(view.about)), ui.metrics().unit(8));
  ui::FieldLook look = field_look(view.field);
  look.least_lines = ui.metrics().landscape() ? 2 : 3;
  column->add_filling(ui::field(ui, "field", look), ui.metrics().unit(24));
  page.main = std::move(column);
  page.aside = theme_choice(ui, view);
  page.foot = pair_for(ui, view.stop, view.next);
  page.keyboard = draw_keyboard(ui, view.keyboard, letters(ui));
  page.main_share = 0.56F;
  page.fills = ui::PageLook::Fills::Main;
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaContactView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().unit(28));
  column->add(form_head(ui, view.steps, view.title));
  column->add(ui::paragraph(ui, "purpose", copy(view.purpose)), ui.metrics().unit(16));
  column->add(draw_chips(ui, "channels", view.channels));
  if (view.field) {
    ui::FieldLook look = field_look(*view.field);
    look.least_lines = 1;
    column->add(ui::field(ui, "field", look));
  }
  Part retention = ui::notice(ui, "retention", copy(view.retention), ui::Tint::Sky, "lock");
  page.main = std::move(column);
  if (ui.metrics().landscape() && view.keyboard) {
    auto right = ui::make<ui::Column>();
    right->add(std::move(retention));
    page.aside = std::move(right);
  } else {
    static_cast<ui::Column&>(*page.main).add(std::move(retention));
  }
  page.foot = pair_for(ui, view.previous, view.next);
  if (view.keyboard) page.keyboard = draw_keyboard(ui, *view.keyboard, letters(ui));
  page.main_share = 0.56F;
  ui::draw_page(ui, frame.room, std::move(page));
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
    rules->add(ui::paragraph(ui, "rules", copy(view.rules)));
    rest->add(std::move(rules));
  }
  page.main = std::move(column);
  page.aside = std::move(rest);
  page.foot = pair_for(ui, view.previous, view.send);
  page.main_share = 0.54F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
