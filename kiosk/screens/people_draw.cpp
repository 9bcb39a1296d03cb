// Activiteiten and Uw gebiedsteam.
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

Part activity(ui::Ui& ui, std::string name, const ListRow& row) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::strong(ui, "title", copy(row.title), ui.theme().ink));
  words->add(ui::soft_paragraph(ui, "subtitle", copy(row.subtitle)));
  if (row.badge) {
    auto badges = ui::make<ui::Flow>(0, 0);
    badges->add(draw_badge(ui, "badge", *row.badge));
    words->add(std::move(badges), ui.metrics().unit(10));
  }
  ui::CardLook look = ui::plain_card(ui);
  look.pad_x = ui.metrics().unit(32);
  look.pad_y = ui.metrics().unit(26);
  return ui::card({.name = std::move(name), .label = copy(row.title)}, look,
                  ui::beside(ui::icon_box(ui, row.icon, tint(row.tint)), std::move(words),
                             {.gap = ui.metrics().unit(28), .upright = ui::Across::Start}));
}

Part day(ui::Ui& ui, std::string name, const DaySection& section) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  column->add(ui::heading(ui, "day", copy(section.day), ui::Type::Section));
  auto grid = ui::make<ui::Grid>(ui.metrics().landscape() ? 2 : 1, ui.metrics().unit(20));
  for (std::size_t i = 0; i < section.rows.size(); ++i)
    grid->add(activity(ui, numbered("row", i), section.rows[i]));
  column->add(std::move(grid));
  return ui::named({.name = std::move(name)}, std::move(column));
}

Part opening(ui::Ui& ui, const Opening& opening) {
  auto row = ui::make<ui::Flow>(0, 0);
  row->add(ui::badge(ui, "opening", copy(opening.text), opening.is_open ? ui::Tint::Brand : ui::Tint::Brick,
                     "clock"));
  return opening.text.empty() ? nullptr : std::move(row);
}

Part place(ui::Ui& ui, std::string name, const TeamView::PlaceCard& card) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(ui::heading(ui, "name", copy(card.name), ui::Type::Card));
  column->add(ui::paragraph(ui, "address", copy(card.address)), ui.metrics().unit(4));
  column->add(opening(ui, card.opening));
  column->add(draw_facts(ui, "week", card.week), ui.metrics().unit(20));
  column->add(ui::soft_paragraph(ui, "accessibility", copy(card.accessibility)), ui.metrics().unit(20));
  ui::CardLook look = ui::plain_card(ui);
  look.upright = ui::Across::Start;
  return ui::card({.name = std::move(name), .label = copy(card.name)}, look, std::move(column));
}

Part member(ui::Ui& ui, std::string name, const Fact& fact) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::strong(ui, "role", copy(fact.label), ui.theme().ink));
  words->add(ui::paragraph(ui, "task", copy(fact.value)));
  return ui::card({.name = std::move(name), .label = copy(fact.label)}, ui::plain_card(ui),
                  ui::beside(ui::icon_box(ui, "account", ui::Tint::Sky), std::move(words),
                             {.gap = ui.metrics().unit(28), .upright = ui::Across::Start}));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const ActivitiesView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().unit(48));
  add_warnings(ui, frame, *column);
  column->add(draw_title(ui, view.title, view.subtitle), ui.metrics().wide_gap());
  for (std::size_t i = 0; i < view.days.size(); ++i) column->add(day(ui, numbered("day", i), view.days[i]));
  column->add(ui::soft_paragraph(ui, "nothing", copy(view.nothing)));
  add_notes(ui, frame, *column);
  page.main = std::move(column);
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const TeamView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().gap());
  add_warnings(ui, frame, *column);
  column->add(ui::heading(ui, "title", copy(view.title), ui::Type::Title));
  column->add(ui::paragraph(ui, "intro", copy(view.intro)), ui.metrics().unit(8));
  column->add(ui::heading(ui, "members", copy(view.members_title), ui::Type::Section), ui.metrics().unit(48));
  for (std::size_t i = 0; i < view.members.size(); ++i)
    column->add(member(ui, numbered("member", i), view.members[i]));
  auto places = ui::make<ui::Column>(ui.metrics().gap());
  places->add(ui::heading(ui, "places", copy(view.places_title), ui::Type::Section));
  for (std::size_t i = 0; i < view.places.size(); ++i)
    places->add(place(ui, numbered("place", i), view.places[i]));
  add_notes(ui, frame, *places);
  page.main = std::move(column);
  page.aside = std::move(places);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
