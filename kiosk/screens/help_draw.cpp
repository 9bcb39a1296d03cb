// Help: a few short explanations and a number to call.
#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

Part section(ui::Ui& ui, std::string name, const HelpSection& section) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(8));
  words->add(ui::heading(ui, "title", copy(section.title), ui::Type::Card));
  words->add(ui::prose(ui, "text", copy(section.text)));
  ui::CardLook look = ui::plain_card(ui);
  Part content = ui::beside(ui::icon_box(ui, section.icon, ui::Tint::Brand), std::move(words),
                            {.gap = ui.metrics().unit(32), .upright = ui::Across::Start});
  if (section.opens) {
    look.border = ui.theme().control;
    content = ui::before(std::move(content), arrow_on(ui), {.gap = ui.metrics().unit(20)});
  } else {
    look.upright = ui::Across::Start;
  }
  return ui::card({.name = std::move(name), .label = copy(section.title), .action = section.opens}, look,
                  std::move(content));
}

Part phone(ui::Ui& ui, const HelpView& view) {
  if (view.phone.empty()) return nullptr;
  auto words = ui::make<ui::Column>(ui.metrics().unit(2));
  words->add(ui::soft_paragraph(ui, "label", copy(view.phone_label)));
  words->add(ui::words(
      "number", copy(view.phone),
      {.lettering = {.type = ui::Type::Section, .weight = text::Weight::Bold}, .colour = ui.theme().ink}));
  ui::CardLook look = ui::plain_card(ui);
  return ui::card(
      {.name = "phone", .label = copy(view.phone_label)}, look,
      ui::beside(ui::icon_box(ui, "phone", ui::Tint::Sun), std::move(words), {.gap = ui.metrics().unit(32)}));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const HelpView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  column->add(ui::heading(ui, "title", copy(view.title), ui::Type::Title));
  auto grid = ui::make<ui::Grid>(ui.metrics().landscape() ? 2 : 1, ui.metrics().gap());
  for (std::size_t i = 0; i < view.sections.size(); ++i)
    grid->add(section(ui, numbered("section", i), view.sections[i]));
  grid->add(phone(ui, view));
  column->add(std::move(grid));
  page.main = std::move(column);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
