// Geef uw idee: writing, contact, checking.
#include <cmath>

#include "kiosk/screens/typing_page.h"

namespace wv::screens {
namespace {

// Wide keys are slow keys: in landscape the rows stay as wide as two hands.
ui::KeyboardLook letters(const ui::Ui& ui) {
  return {.most_key = ui.metrics().landscape() ? ui.metrics().unit(150) : 0};
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

// A quiet line: it may be read, and need not be.
Part similar(ui::Ui& ui, const IdeaWriteView& view) {
  if (!view.similar) return nullptr;
  const float side = std::round(ui.metrics().em(ui::Type::Body) * 1.15F);
  const ui::Colour ink = ui.theme().tint(ui::Tint::Sky).text;
  Part line = ui::beside(ui::icon(ui, view.similar->icon, side, ink),
                         ui::words("text", copy(view.similar->label), {.colour = ui.theme().ink}),
                         {.gap = ui.metrics().unit(16)});
  ui::CardLook look = ui::plain_card(ui);
  look.fill = ui.theme().paper;
  look.border = ui.theme().control;
  look.pad_x = ui.metrics().unit(24);
  look.pad_y = ui.metrics().unit(12);
  return ui::card({.name = "similar", .label = copy(view.similar->label), .action = view.similar->action},
                  look,
                  ui::before(std::move(line), ui::icon(ui, "chevron-right", side, ui.theme().soft),
                             {.gap = ui.metrics().unit(12)}));
}

Part theme_choice(ui::Ui& ui, const IdeaWriteView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(similar(ui, view));
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
  page.keyboard = draw_keyboard(ui, view.keyboard, letters(ui));
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
  page.keyboard = draw_keyboard(ui, *view.keyboard, letters(ui));
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
