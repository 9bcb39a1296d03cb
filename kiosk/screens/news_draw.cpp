// Nieuws en besluiten: the list, and one item with what a decision needs beside it.
#include "kiosk/screens/prose_draw.h"

namespace wv::screens {
namespace {

Part row(ui::Ui& ui, std::string name, const NewsRow& row) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(6));
  words->add(ui::strong(ui, "title", copy(row.title), ui.theme().ink));
  words->add(ui::soft_paragraph(ui, "date", copy(row.date)));
  auto badges = ui::make<ui::Flow>(ui.metrics().unit(14), ui.metrics().unit(8));
  badges->add(draw_badge(ui, "kind", row.kind));
  if (row.reaction) badges->add(draw_badge(ui, "reaction", *row.reaction));
  words->add(std::move(badges), ui.metrics().unit(12));
  return row_card(ui, std::move(name), {row.title, row.action, row.icon, row.tint}, std::move(words));
}

Part head(ui::Ui& ui, const NewsItemView& view) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(12));
  words->add(ui::heading(ui, "title", copy(view.title), ui::Type::Step));
  auto line = ui::make<ui::Flow>(ui.metrics().unit(20), ui.metrics().unit(8));
  if (!view.kind.text.empty()) line->add(draw_badge(ui, "kind", view.kind));
  line->add(ui::soft_paragraph(ui, "date", copy(view.date)));
  if (!line->empty()) words->add(std::move(line));
  return ui::beside(ui::icon_box(ui, view.icon, tint(view.tint)), std::move(words),
                    {.gap = ui.metrics().unit(32), .upright = ui::Across::Start});
}

Part facts(ui::Ui& ui, const NewsItemView& view) {
  if (view.decision.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(16));
  column->add(ui::heading(ui, "title", copy(view.decision_title), ui::Type::Card));
  column->add(draw_facts(ui, "facts", view.decision));
  ui::CardLook look = ui::plain_card(ui);
  look.upright = ui::Across::Start;
  return ui::card({.name = "decision"}, look, std::move(column));
}

Part react(ui::Ui& ui, const NewsItemView& view) {
  if (view.react.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(12));
  column->add(ui::heading(ui, "title", copy(view.react_title), ui::Type::Card));
  column->add(ui::paragraph(ui, "text", copy(view.react)));
  column->add(draw_button(ui, "team", view.team, Kind::Secondary), ui.metrics().unit(24));
  ui::CardLook look = ui::plain_card(ui);
  look.upright = ui::Across::Start;
  return ui::card({.name = "react"}, look, std::move(column));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const NewsView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *column);
  column->add(draw_title(ui, view.title, view.subtitle));
  auto grid = ui::make<ui::Grid>(ui.metrics().landscape() ? 2 : 1, ui.metrics().gap());
  for (std::size_t i = 0; i < view.rows.size(); ++i) grid->add(row(ui, numbered("item", i), view.rows[i]));
  column->add(std::move(grid));
  column->add(ui::soft_paragraph(ui, "nothing", copy(view.nothing)));
  add_notes(ui, frame, *column);
  page.main = std::move(column);
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const NewsItemView& view) {
  ui::PageLook page = page_look(frame);
  auto main = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *main);
  main->add(head(ui, view));
  if (view.reaction)
    main->add(ui::notice(ui, "reaction", copy(view.reaction->text), tint(view.reaction->tint),
                         view.reaction->icon));
  main->add(draw_prose(ui, "body", view.body));
  main->add(ui::soft_paragraph(ui, "nothing", copy(view.nothing)));
  auto rest = ui::make<ui::Column>(ui.metrics().wide_gap());
  rest->add(facts(ui, view));
  rest->add(react(ui, view));
  rest->add(draw_button(ui, "all", view.all, Kind::Secondary));
  add_notes(ui, frame, *rest);
  page.main = std::move(main);
  page.aside = std::move(rest);
  page.main_share = 0.58F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
