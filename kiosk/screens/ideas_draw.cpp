// Ideeën uit de buurt: a list of any length, and one idea.
#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw_parts.h"
#include "kiosk/ui/window_list.h"

namespace wv::screens {
namespace {

constexpr int excerpt_lines = 3;

// All rows are equally high, so the words show their beginning; the whole of it is one tap away.
Part idea_row(ui::Ui& ui, std::string name, const IdeasView::Row& row) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(14));
  words->add(ui::words("text", copy(row.text),
                       {.lettering = {.weight = text::Weight::SemiBold},
                        .colour = ui.theme().ink,
                        .most = excerpt_lines,
                        .excerpt = true}));
  auto marks = ui::make<ui::Flow>(ui.metrics().unit(14), ui.metrics().unit(8));
  marks->add(draw_badge(ui, "status", row.status));
  if (!row.supports.empty())
    marks->add(ui::badge(ui, "supports", copy(row.supports), ui::Tint::Brand, "support"));
  words->add(std::move(marks));
  return row_card(ui, std::move(name), {row.text, row.action, row.icon, row.tint}, std::move(words));
}

Part idea_list(ui::Ui& ui, const IdeasView& view) {
  ui::WindowList list;
  list.total = view.total;
  list.first = view.first;
  list.loaded = static_cast<std::int64_t>(view.rows.size());
  list.row = [&ui, &view](std::int64_t row) {
    return idea_row(ui, "row-" + std::to_string(row), view.rows[static_cast<std::size_t>(row - view.first)]);
  };
  for (const auto& sample : view.samples) list.samples.push_back(idea_row(ui, "sample", sample));
  list.see = [](std::int64_t first, std::int64_t last) { return visit::SeeIdeas{first, last}; };
  return ui::window_list("list", std::move(list));
}

// Nothing yet is an invitation.
Part nothing(ui::Ui& ui, const IdeasView& view) {
  if (view.nothing.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  const ui::TintColours& colours = ui.theme().tint(ui::Tint::Sun);
  const float side = std::round(std::max(ui.metrics().unit(128), ui.metrics().em(ui::Type::Title) * 1.3F));
  auto words = ui::make<ui::Column>(ui.metrics().unit(10));
  words->add(ui::heading(ui, "nothing", copy(view.nothing), ui::Type::Section));
  words->add(ui::paragraph(ui, "nothing-text", copy(view.nothing_text)));
  column->add(ui::beside(ui::icon_disc(ui, "idea", side, colours.pale, colours.text), std::move(words),
                         {.gap = ui.metrics().unit(36)}));
  return ui::card({.name = "empty"}, ui::plain_card(ui), std::move(column));
}

Part filters(ui::Ui& ui, const IdeasView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().gap());
  column->add(draw_buttons(ui, "area", view.area));
  column->add(draw_chips(ui, "statuses", view.statuses));
  column->add(draw_chips(ui, "themes", view.themes));
  if (column->empty()) return nullptr;
  return column;
}

Part support(ui::Ui& ui, const PublicIdeaView& view) {
  if (view.support.label.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(16));
  column->add(ui::notice(ui, "problem", copy(view.problem), ui::Tint::Brick, "alert"));
  if (!view.supports.empty()) {
    auto marks = ui::make<ui::Flow>(0, 0);
    marks->add(ui::badge(ui, "supports", copy(view.supports), ui::Tint::Brand, "support"));
    column->add(std::move(marks));
  }
  column->add(draw_button(ui, "support", view.support, Kind::Primary));
  column->add(ui::soft_paragraph(ui, "support-note", copy(view.support_note)));
  return column;
}

Part challenge(ui::Ui& ui, const PublicIdeaView& view) {
  if (!view.challenge) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  column->add(ui::heading(ui, "challenge-title", copy(view.challenge_title), ui::Type::Section));
  column->add(
      row_card(ui, "challenge",
               {view.challenge->title, view.challenge->action, view.challenge->icon, view.challenge->tint},
               ui::strong(ui, "title", copy(view.challenge->title), ui.theme().ink)));
  return column;
}

Part history(ui::Ui& ui, const PublicIdeaView& view) {
  if (view.history.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  column->add(ui::heading(ui, "history-title", copy(view.history_title), ui::Type::Section));
  column->add(draw_timeline(ui, "history", view.history));
  return column;
}

Part idea_itself(ui::Ui& ui, const PageFrame& frame, const PublicIdeaView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *column);
  column->add(draw_title(ui, view.title, view.from));
  column->add(draw_badges(ui, view.badges));
  ui::CardLook look = ui::plain_card(ui);
  look.upright = ui::Across::Start;
  if (!view.text.empty())
    column->add(ui::card({.name = "text"}, look, ui::prose(ui, "words", copy(view.text))));
  column->add(support(ui, view));
  return column;
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeasView& view) {
  ui::PageLook page = page_look(frame);
  auto head = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *head);
  head->add(draw_title(ui, view.title, view.subtitle));
  head->add(filters(ui, view));
  Part invitation = draw_button(ui, "give-idea", view.give_idea, Kind::Primary);
  auto rows = ui::make<ui::Column>(ui.metrics().wide_gap());
  rows->add(nothing(ui, view));
  rows->add(idea_list(ui, view));
  if (ui.metrics().landscape()) {
    head->add(std::move(invitation));
    add_notes(ui, frame, *head);
    page.aside = std::move(head);
    page.main = ui::named({.name = "ideas"}, std::move(rows));
    page.order = ui::PageLook::Order::AsideFirst;
    page.main_share = 0.56F;
  } else {
    if (!view.nothing.empty()) rows->add(std::move(invitation));
    add_notes(ui, frame, *head);
    head->add(ui::named({.name = "ideas"}, std::move(rows)));
    page.main = std::move(head);
  }
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const PublicIdeaView& view) {
  ui::PageLook page = page_look(frame);
  page.main = ui::named({.name = "idea"}, idea_itself(ui, frame, view));
  auto more = ui::make<ui::Column>(ui.metrics().unit(52));
  more->add(answer_card(ui, view.answer_title, view.answer, view.answered_on));
  more->add(history(ui, view));
  more->add(challenge(ui, view));
  add_notes(ui, frame, *more);
  page.aside = std::move(more);
  page.main_share = 0.54F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
