// The pages behind the PIN: tiles to choose from, and cards that say how things stand.
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

ui::CardLook card_look(const ui::Ui& ui) {
  ui::CardLook look = ui::plain_card(ui);
  look.pad_x = ui.metrics().unit(32);
  look.pad_y = ui.metrics().unit(28);
  look.upright = ui::Across::Start;
  return look;
}

// As a tile of Home: there is no room for an arrow, and everything on the page leads on.
Part staff_tile(ui::Ui& ui, std::string name, const ListRow& row) {
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().control;
  look.pad_x = ui.metrics().unit(26);
  look.pad_y = ui.metrics().unit(24);
  look.upright = ui::Across::Start;
  return ui::card({.name = std::move(name), .label = copy(row.title), .action = row.action}, look,
                  ui::beside(ui::icon_box(ui, row.icon, tint(row.tint)), row_words(ui, row),
                             {.gap = ui.metrics().unit(22), .upright = ui::Across::Start}));
}

Part card_buttons(ui::Ui& ui, const StaffCard& card) {
  if (card.buttons.empty()) return nullptr;
  auto row = ui::make<ui::Flow>(ui.metrics().gap(), ui.metrics().gap());
  for (std::size_t i = 0; i < card.buttons.size(); ++i)
    row->add(draw_button(ui, numbered("button", i), card.buttons[i], Kind::Secondary));
  return row;
}

Part staff_card(ui::Ui& ui, std::string name, const StaffCard& card) {
  const ui::Metrics& metrics = ui.metrics();
  auto words = ui::make<ui::Column>(metrics.unit(8));
  words->add(
      ui::words("title", copy(card.title),
                {.role = ui::Role::Heading,
                 .lettering = {.type = ui::Type::Card, .weight = text::Weight::Bold, .line_height = 1.2F},
                 .colour = ui.theme().ink}));
  words->add(ui::paragraph(ui, "text", copy(card.text)));
  words->add(draw_facts(ui, "facts", card.facts), metrics.unit(14));
  if (card.badge) {
    auto badges = ui::make<ui::Flow>(0, 0);
    badges->add(draw_badge(ui, "badge", *card.badge));
    words->add(std::move(badges), metrics.unit(12));
  }
  if (card.dial) words->add(draw_dial(ui, "dial", *card.dial), metrics.unit(24));
  words->add(card_buttons(ui, card), metrics.unit(24));
  return ui::card({.name = std::move(name), .label = copy(card.title)}, card_look(ui),
                  ui::beside(ui::icon_box(ui, card.icon, tint(card.tint)), std::move(words),
                             {.gap = metrics.unit(28), .upright = ui::Across::Start}));
}

void add_steps(ui::Ui& ui, const StaffPageView& view, ui::Column& column) {
  if (view.steps.empty()) return;
  auto steps = ui::make<ui::Column>(ui.metrics().unit(20));
  steps->add(ui::heading(ui, "steps-title", copy(view.steps_title), ui::Type::Card));
  steps->add(draw_timeline(ui, "steps", view.steps));
  column.add(
      ui::card({.name = "progress", .label = copy(view.steps_title)}, card_look(ui), std::move(steps)));
}

void add_lines(ui::Ui& ui, const StaffPageView& view, ui::Column& column) {
  if (view.lines.empty()) return;
  auto lines = ui::make<ui::Column>(ui.metrics().unit(20));
  lines->add(ui::heading(ui, "lines-title", copy(view.lines_title), ui::Type::Card));
  lines->add(draw_facts(ui, "lines", view.lines));
  column.add(ui::card({.name = "list"}, card_look(ui), std::move(lines)));
}

void add_cards(ui::Ui& ui, const StaffPageView& view, ui::Column& column) {
  if (view.cards.empty()) return;
  auto grid =
      ui::make<ui::Grid>(ui.metrics().landscape() && view.cards.size() > 1 ? 2 : 1, ui.metrics().unit(20));
  for (std::size_t i = 0; i < view.cards.size(); ++i)
    grid->add(staff_card(ui, numbered("card", i), view.cards[i]));
  grid->close_up();
  column.add(std::move(grid));
}

void add_rows(ui::Ui& ui, const StaffPageView& view, ui::Column& column) {
  if (view.rows.empty()) return;
  column.add(ui::heading(ui, "rows-title", copy(view.rows_title), ui::Type::Card));
  auto grid = ui::make<ui::Grid>(1, ui.metrics().gap());
  for (std::size_t i = 0; i < view.rows.size(); ++i) {
    const ListRow& row = view.rows[i];
    grid->add(
        row_card(ui, numbered("row", i), {row.title, row.action, row.icon, row.tint}, row_words(ui, row)));
  }
  column.add(std::move(grid));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const StaffHomeView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  column->add(draw_title(ui, view.title, view.subtitle));
  auto grid = ui::make<ui::Grid>(ui.metrics().landscape() ? 3 : 2, ui.metrics().unit(20));
  for (std::size_t i = 0; i < view.rows.size(); ++i)
    grid->add(staff_tile(ui, numbered("room", i), view.rows[i]));
  grid->close_up();
  column->add(std::move(grid));
  page.main = std::move(column);
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const StaffPageView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  column->add(draw_title(ui, view.title, view.subtitle));
  if (view.notice)
    column->add(
        ui::notice(ui, "notice", copy(view.notice->text), tint(view.notice->tint), view.notice->icon));
  add_steps(ui, view, *column);
  add_cards(ui, view, *column);
  add_rows(ui, view, *column);
  add_lines(ui, view, *column);
  page.main = std::move(column);
  if (!view.main.label.empty())
    page.foot = draw_pair(draw_button(ui, "close", view.close, Kind::Secondary),
                          draw_button(ui, "deed", view.main, Kind::Primary), ui);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
