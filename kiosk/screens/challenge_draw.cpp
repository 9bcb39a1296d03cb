// A challenge: what it is, what is done about it, and the way to say something about it.
#include <cmath>

#include "kiosk/screens/agenda_parts.h"

namespace wv::screens {
namespace {

Part updates(ui::Ui& ui, const ActionCard& card) {
  if (card.updates.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(10));
  column->add(ui::words(
      "updates", copy(card.updates_label),
      {.role = ui::Role::Heading, .lettering = {.weight = text::Weight::Bold}, .colour = ui.theme().ink}));
  for (std::size_t i = 0; i < card.updates.size(); ++i) {
    column->add(ui::fact(ui, numbered("update", i), copy(card.updates[i].date), copy(card.updates[i].text)));
  }
  return column;
}

Part sub_actions(ui::Ui& ui, const ActionCard& card) {
  if (card.sub_actions.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(ui::words(
      "parts", copy(card.sub_label),
      {.role = ui::Role::Heading, .lettering = {.weight = text::Weight::Bold}, .colour = ui.theme().ink}));
  for (std::size_t i = 0; i < card.sub_actions.size(); ++i) {
    auto line = ui::make<ui::Column>(ui.metrics().unit(6));
    line->add(ui::paragraph(ui, "title", copy(card.sub_actions[i].title)));
    auto row = ui::make<ui::Flow>(0, 0);
    row->add(draw_badge(ui, "status", card.sub_actions[i].status));
    line->add(std::move(row));
    column->add(ui::named({.name = numbered("part", i)}, std::move(line)));
  }
  return column;
}

Part action_card(ui::Ui& ui, std::string name, const ActionCard& card) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(18));
  column->add(
      ui::words("title", copy(card.title),
                {.role = ui::Role::Heading,
                 .lettering = {.type = ui::Type::Card, .weight = text::Weight::Bold, .line_height = 1.2F},
                 .colour = ui.theme().ink}));
  auto badges = ui::make<ui::Flow>(ui.metrics().unit(14), ui.metrics().unit(8));
  badges->add(draw_badge(ui, "status", card.status));
  column->add(std::move(badges), ui.metrics().unit(12));
  column->add(ui::paragraph(ui, "description", copy(card.description)));
  if (!card.facts.empty()) {
    column->add(ui::divider(ui), ui.metrics().unit(22));
    column->add(draw_facts(ui, "facts", card.facts), ui.metrics().unit(22));
  }
  column->add(sub_actions(ui, card), ui.metrics().unit(24));
  column->add(updates(ui, card), ui.metrics().unit(24));
  return ui::card({.name = std::move(name), .label = copy(card.title)}, ui::plain_card(ui),
                  std::move(column));
}

Part head(ui::Ui& ui, const ChallengeView& view) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(16));
  words->add(ui::heading(ui, "title", copy(view.title), ui::Type::Step));
  words->add(draw_badges(ui, view.badges));
  if (view.icon.empty()) return words;
  return ui::beside(ui::icon_box(ui, view.icon, tint(view.tint)), std::move(words),
                    {.gap = ui.metrics().unit(32), .upright = ui::Across::Start});
}

Part detail(ui::Ui& ui, const PageFrame& frame, const ChallengeView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *column);
  column->add(head(ui, view));
  column->add(ui::prose(ui, "description", copy(view.description)));
  column->add(ui::progress(ui, "progress", {view.done, view.total, copy(view.progress)}));
  column->add(draw_button(ui, "give-idea", view.give_idea, Kind::Primary));
  column->add(ui::heading(ui, "actions", copy(view.actions_title), ui::Type::Section), ui.metrics().unit(52));
  for (std::size_t i = 0; i < view.actions.size(); ++i) {
    column->add(action_card(ui, numbered("action", i), view.actions[i]), ui.metrics().gap());
  }
  column->add(ui::soft_paragraph(ui, "nothing", copy(view.nothing)));
  add_notes(ui, frame, *column);
  return column;
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const ChallengeView& view) {
  ui::PageLook page = page_look(frame);
  page.main = ui::named({.name = "challenge"}, detail(ui, frame, view));
  if (ui.metrics().landscape() && !view.list.title.empty()) {
    page.aside = ui::named({.name = "agenda"}, agenda_list(ui, view.list, ListPlace::BesideChallenge));
    page.order = ui::PageLook::Order::AsideFirst;
    page.main_share = 0.58F;
  }
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
