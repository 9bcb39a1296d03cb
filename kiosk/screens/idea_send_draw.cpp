// Geef uw idee, the last steps before sending: contact and check.
#include <cmath>

#include "kiosk/screens/idea_parts.h"

namespace wv::screens {
namespace {

// The keypad of a telephone number.
ui::KeyboardLook digits(const ui::Ui& ui) {
  return {.most_key = ui.metrics().unit(150)};
}

Part privacy(ui::Ui& ui, const IdeaContactView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  column->add(ui::notice(ui, "retention", copy(view.retention), ui::Tint::Sky, "lock"));
  if (!view.privacy.label.empty()) {
    auto row = ui::make<ui::Flow>(0, 0);
    row->add(draw_chip(ui, "privacy", view.privacy));
    column->add(std::move(row));
  }
  if (column->empty()) return nullptr;
  return column;
}

// What was found, and the two ways on; neither of them is the main one, because both are right.
Part hint(ui::Ui& ui, const std::optional<PersonalHint>& hint) {
  if (!hint) return nullptr;
  const auto& sun = ui.theme().tint(ui::Tint::Sun);
  const float side = std::round(ui.metrics().em(ui::Type::Body) * 1.4F);
  auto column = ui::make<ui::Column>(ui.metrics().unit(28));
  column->add(ui::beside(ui::icon(ui, "eye", side, sun.text),
                         ui::words("text", copy(hint->text), {.role = ui::Role::Notice, .colour = sun.text}),
                         {.gap = ui.metrics().unit(24), .upright = ui::Across::Start}));
  column->add(ui::shared(draw_button(ui, "change", hint->change, Kind::Secondary), 0.5F,
                         draw_button(ui, "leave", hint->leave, Kind::Secondary), ui.metrics().gap()));
  ui::CardLook look = ui::plain_card(ui);
  look.fill = sun.pale;
  look.border = sun.strong;
  look.upright = ui::Across::Start;
  return ui::card({.name = "hint"}, look, std::move(column));
}

Part toggle(ui::Ui& ui, const Toggle& toggle) {
  const ui::Colour ink = ui.theme().ink;
  const float side = std::round(ui.metrics().em(ui::Type::Card) * 1.1F);
  Part box = ui::icon(ui, toggle.on ? "checkbox-on" : "checkbox-off", side, ink);
  Part label = ui::words("label", copy(toggle.label),
                         {.lettering = {.weight = text::Weight::SemiBold}, .colour = ink});
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().control;
  look.chosen = toggle.on;
  look.pad_x = ui.metrics().unit(36);
  look.pad_y = ui.metrics().unit(22);
  return ui::card(
      {.name = "assisted", .role = ui::Role::Option, .label = copy(toggle.label), .action = toggle.action},
      look, ui::beside(std::move(box), std::move(label), {.gap = ui.metrics().unit(24)}));
}

Part preview(ui::Ui& ui, const IdeaCheckView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(form_label(ui, "preview-label", view.preview_label));
  ui::FieldLook look = field_look(view.preview);
  look.writable = false;
  column->add(ui::field(ui, "preview", look));
  const float gap = std::max(ui.metrics().unit(18), ui.metrics().target_gap());
  auto side_roads = ui::make<ui::Flow>(gap, gap);
  if (view.change.enabled) side_roads->add(draw_chip(ui, "change", view.change));
  if (view.to_phone.enabled) side_roads->add(draw_chip(ui, "to-phone", view.to_phone));
  if (!side_roads->empty()) column->add(std::move(side_roads), ui.metrics().unit(20));
  return column;
}

Part facts_and_rules(ui::Ui& ui, const IdeaCheckView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  ui::CardLook look = ui::plain_card(ui);
  look.upright = ui::Across::Start;
  if (!view.facts.empty()) column->add(ui::card({.name = "facts"}, look, draw_facts(ui, "list", view.facts)));
  if (view.assisted) column->add(toggle(ui, *view.assisted), ui.metrics().gap());
  if (view.rules.empty()) return column;
  auto rules = ui::make<ui::Column>(ui.metrics().unit(10));
  rules->add(ui::heading(ui, "rules-title", copy(view.rules_title), ui::Type::Section));
  rules->add(ui::prose(ui, "rules", copy(view.rules)));
  column->add(std::move(rules));
  return column;
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaContactView& view) {
  auto head = ui::make<ui::Column>(ui.metrics().unit(24));
  head->add(form_head(ui, view.steps, view.title));
  head->add(ui::paragraph(ui, "purpose", copy(view.purpose)), ui.metrics().unit(14));
  if (!view.field || !view.keyboard) {
    ui::PageLook page = page_look(frame);
    head->add(privacy(ui, view), ui.metrics().unit(28));
    head->add(draw_chips(ui, "channels", view.channels), ui.metrics().wide_gap());
    page.main = std::move(head);
    page.foot = form_buttons(ui, view.previous, view.next);
    ui::draw_page(ui, frame.room, std::move(page));
    return;
  }
  head->add(draw_chips(ui, "channels", view.channels));
  ui::FieldLook look = field_look(*view.field);
  look.least_lines = 1;
  look.grows = false;
  if (!view.next.enabled && !view.next.why_not.empty()) look.remaining = copy(view.next.why_not);
  const Button next = without_reason(view.next);
  TypingPage page;
  page.head = std::move(head);
  page.field = ui::field(ui, "field", look);
  page.rest = privacy(ui, view);
  page.buttons = form_buttons(ui, view.previous, next);
  page.keyboard =
      draw_keyboard(ui, *view.keyboard, view.keyboard->tools.empty() ? digits(ui) : letter_look(ui));
  draw_typing_page(ui, frame, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaCheckView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().unit(28));
  column->add(form_head(ui, view.steps, view.title));
  column->add(ui::notice(ui, "problem", copy(view.problem), ui::Tint::Brick, "alert"));
  column->add(ui::notice(ui, "hand-over", copy(view.hand_over), ui::Tint::Sky, "account-group"));
  column->add(hint(ui, view.hint));
  column->add(preview(ui, view));
  page.main = std::move(column);
  page.aside = facts_and_rules(ui, view);
  page.foot = form_buttons(ui, view.previous, view.send);
  page.main_share = 0.5F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
