// The wijkagenda and the list of areas.
#include "kiosk/screens/agenda_parts.h"

namespace wv::screens {
namespace {

void add_progress(ui::Ui& ui, const Card& card, ui::Column& words) {
  auto row = ui::make<ui::Flow>(ui.metrics().unit(14), ui.metrics().unit(8));
  row->add(draw_badge(ui, "badge", card.badge));
  words.add(std::move(row));
  words.add(ui::progress(ui, "progress", {card.done, card.total, copy(card.progress)}),
            ui.metrics().unit(20));
}

// Beside a challenge a card is one of a list to choose from: its name is enough.
Part challenge_card(ui::Ui& ui, std::string name, const Card& card, ListPlace place) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(14));
  words->add(ui::strong(ui, "title", copy(card.title), ui.theme().ink));
  if (place == ListPlace::OwnScreen) add_progress(ui, card, *words);
  Part middle = ui::beside(ui::icon_box(ui, card.icon, tint(card.tint)), std::move(words),
                           {.gap = ui.metrics().unit(32), .upright = ui::Across::Start});
  Part content = ui::before(std::move(middle), arrow_on(ui), {.gap = ui.metrics().unit(20)});
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().control;
  look.chosen = card.chosen;
  return ui::card({.name = std::move(name), .label = copy(card.title), .action = card.action}, look,
                  std::move(content));
}

Part area_row(ui::Ui& ui, std::string name, const ListRow& row) {
  Part middle = ui::beside(ui::icon_box(ui, row.icon, tint(row.tint)), row_words(ui, row),
                           {.gap = ui.metrics().unit(28)});
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().control;
  look.pad_x = ui.metrics().unit(32);
  look.pad_y = ui.metrics().unit(28);
  return ui::card({.name = std::move(name), .label = copy(row.title), .action = row.action}, look,
                  ui::before(std::move(middle), arrow_on(ui), {.gap = ui.metrics().unit(12)}));
}

// What this agenda is, apart from its challenges.
Part about(ui::Ui& ui, const AgendaView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  column->add(ui::prose(ui, "profile", copy(view.profile)));
  if (!view.facts.empty()) {
    ui::CardLook look = ui::plain_card(ui);
    look.upright = ui::Across::Start;
    column->add(ui::card({.name = "facts"}, look, draw_facts(ui, "list", view.facts)));
  }
  column->add(draw_buttons(ui, "other-areas", view.other_areas));
  return column;
}

// What belongs to an agenda and has a screen of its own.
Part ways_on(ui::Ui& ui, const AgendaView& view) {
  auto ways = ui::make<ui::Grid>(3, ui.metrics().gap());
  bool any = false;
  for (const auto& [name, button] : {std::pair{"vision", &view.vision}, std::pair{"plan", &view.plan},
                                     std::pair{"search", &view.search}}) {
    if (button->label.empty()) continue;
    ways->add(draw_button(ui, name, *button, Kind::Secondary));
    any = true;
  }
  if (!any) return nullptr;
  ways->close_up();
  return ways;
}

}  // namespace

Part agenda_list(ui::Ui& ui, const AgendaView& view, ListPlace place) {
  const bool alone = place == ListPlace::OwnScreen;
  auto column = ui::make<ui::Column>(ui.metrics().gap());
  auto head = ui::make<ui::Column>(ui.metrics().unit(4));
  head->add(ui::heading(ui, "title", copy(view.title), alone ? ui::Type::Title : ui::Type::Step));
  if (alone) head->add(ui::soft_paragraph(ui, "subtitle", copy(view.subtitle)));
  column->add(std::move(head));
  // Beside a challenge the list is a way on, not a place to search.
  if (alone) {
    column->add(ways_on(ui, view));
    column->add(draw_chips(ui, "agendas", view.agendas));
    column->add(draw_chips(ui, "themes", view.themes));
  }
  for (std::size_t i = 0; i < view.cards.size(); ++i) {
    column->add(challenge_card(ui, numbered("card", i), view.cards[i], place));
  }
  column->add(ui::soft_paragraph(ui, "nothing", copy(view.nothing)));
  return column;
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const AgendaView& view) {
  ui::PageLook page = page_look(frame);
  if (ui.metrics().landscape()) {
    auto left = ui::make<ui::Column>(ui.metrics().wide_gap());
    add_warnings(ui, frame, *left);
    left->add(ui::named({.name = "agenda"}, agenda_list(ui, view, ListPlace::OwnScreen)));
    page.main = std::move(left);
    auto right = ui::make<ui::Column>(ui.metrics().wide_gap());
    right->add(draw_picture(ui, "picture", view.picture, ui.metrics().unit(420)));
    right->add(about(ui, view));
    add_notes(ui, frame, *right);
    right->add_filling(skyline(SkylineTone::OnPaper, 0), ui.metrics().wide_gap());
    page.aside = std::move(right);
    page.main_share = 0.56F;
  } else {
    auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
    add_warnings(ui, frame, *column);
    column->add(draw_picture(ui, "picture", view.picture, ui.metrics().unit(300)));
    column->add(ui::named({.name = "agenda"}, agenda_list(ui, view, ListPlace::OwnScreen)));
    column->add(about(ui, view), ui.metrics().unit(56));
    add_notes(ui, frame, *column);
    page.main = std::move(column);
  }
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const AreasView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *column);
  column->add(draw_title(ui, view.title, view.subtitle));
  auto grid = ui::make<ui::Grid>(ui.metrics().landscape() ? 2 : 1, ui.metrics().gap());
  for (std::size_t i = 0; i < view.rows.size(); ++i)
    grid->add(area_row(ui, numbered("area", i), view.rows[i]));
  column->add(std::move(grid));
  add_notes(ui, frame, *column);
  page.main = std::move(column);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
