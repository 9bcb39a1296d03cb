// Geef uw idee, the first two steps: writing, and where.
#include <cmath>

#include "kiosk/screens/idea_parts.h"

namespace wv::screens {
namespace {

// "Hoort bij: …" with a way to take it away beside it.
Part linked(ui::Ui& ui, const IdeaWriteView& view) {
  if (view.about.empty()) return nullptr;
  return ui::named({.name = "linked"},
                   ui::before(ui::paragraph(ui, "about", copy(view.about)),
                              draw_chip(ui, "unlink", view.unlink), {.gap = ui.metrics().unit(24)}));
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

// Under the field: what it is about, and what else one may do with it. All of it may be passed over.
Part choices(ui::Ui& ui, const IdeaWriteView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(similar(ui, view));
  column->add(form_label(ui, "themes-label", view.themes_label));
  const float gap = std::max(ui.metrics().unit(18), ui.metrics().target_gap());
  auto flow = ui::make<ui::Flow>(gap, gap);
  for (std::size_t i = 0; i < view.themes.size(); ++i)
    flow->add(ui::chip(ui, numbered("chip", i), copy(view.themes[i].label), view.themes[i].action,
                       {.chosen = view.themes[i].chosen}));
  flow->add(draw_chip(ui, "link", view.link));
  if (view.to_phone.enabled) flow->add(draw_chip(ui, "to-phone", view.to_phone));
  if (!flow->empty()) column->add(ui::named({.name = "themes"}, std::move(flow)));
  return column;
}

Part group(ui::Ui& ui, const char* name, const Words& title, const std::vector<Chip>& chips) {
  if (chips.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  column->add(ui::heading(ui, "title", copy(title), ui::Type::Section));
  column->add(draw_chips(ui, "chips", chips));
  return ui::named({.name = name}, std::move(column));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaWriteView& view) {
  auto head = ui::make<ui::Column>(ui.metrics().unit(8));
  head->add(form_head(ui, view.steps, view.title));
  head->add(linked(ui, view));
  ui::FieldLook look = field_look(view.field);
  // Why one cannot go on yet is said where one looks while typing.
  if (!view.next.enabled && !view.next.why_not.empty()) look.remaining = copy(view.next.why_not);
  const Button next = without_reason(view.next);
  TypingPage page;
  page.head = std::move(head);
  page.field = ui::field(ui, "field", look);
  page.rest = choices(ui, view);
  page.buttons = form_buttons(ui, view.stop, next);
  page.keyboard = draw_keyboard(ui, view.keyboard, letter_look(ui));
  draw_typing_page(ui, frame, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaWhereView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  column->add(form_head(ui, view.steps, view.title));
  column->add(ui::paragraph(ui, "text", copy(view.text)), ui.metrics().unit(14));
  column->add(group(ui, "near", view.near_title, view.near), ui.metrics().unit(48));
  page.main = std::move(column);
  auto far = ui::make<ui::Column>(0);
  far->add(group(ui, "far", view.far_title, view.far));
  page.aside = std::move(far);
  page.foot = form_buttons(ui, view.previous, view.next);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
