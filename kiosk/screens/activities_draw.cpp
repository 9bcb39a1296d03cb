// Activiteiten by day, and one activity in full with its code for a phone.
#include <cmath>

#include "kiosk/screens/draw_parts.h"
#include "kiosk/ui/qr.h"

namespace wv::screens {
namespace {

Part activity(ui::Ui& ui, std::string name, const ListRow& row) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::strong(ui, "title", copy(row.title), ui.theme().ink));
  words->add(ui::soft_paragraph(ui, "subtitle", copy(row.subtitle)));
  if (row.badge) words->add(draw_badge(ui, "badge", *row.badge), ui.metrics().unit(10));
  return row_card(ui, std::move(name), {row.title, row.action, row.icon, row.tint}, std::move(words));
}

Part day(ui::Ui& ui, std::string name, const DaySection& section) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  column->add(ui::heading(ui, "day", copy(section.day), ui::Type::Section));
  auto grid = ui::make<ui::Grid>(ui.metrics().landscape() ? 2 : 1,
                                 std::max(ui.metrics().unit(20), ui.metrics().target_gap()));
  for (std::size_t i = 0; i < section.rows.size(); ++i)
    grid->add(activity(ui, numbered("row", i), section.rows[i]));
  column->add(std::move(grid));
  return ui::named({.name = std::move(name)}, std::move(column));
}

Part empty_state(ui::Ui& ui, const ActivitiesView& view) {
  if (view.nothing.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(16));
  column->add(ui::strong(ui, "nothing", copy(view.nothing), ui.theme().ink));
  column->add(ui::paragraph(ui, "hint", copy(view.nothing_hint)), ui.metrics().unit(4));
  column->add(draw_buttons(ui, "show-all", view.show_all), ui.metrics().unit(28));
  return ui::card({.name = "empty"}, ui::plain_card(ui),
                  ui::beside(ui::icon_box(ui, "calendar", ui::Tint::Sky), std::move(column),
                             {.gap = ui.metrics().unit(28), .upright = ui::Across::Start}));
}

// The two lines that decide whether somebody comes.
Part moment(ui::Ui& ui, const ActivityView& view) {
  auto words = ui::make<ui::Column>(0);
  words->add(ui::heading(ui, "day", copy(view.day), ui::Type::Section));
  words->add(
      ui::words("time", copy(view.time), {.lettering = {.type = ui::Type::Card}, .colour = ui.theme().ink}));
  return ui::beside(ui::icon_box(ui, view.icon, tint(view.tint)), std::move(words),
                    {.gap = ui.metrics().unit(28)});
}

Part event_facts(ui::Ui& ui, const ActivityView& view) {
  if (view.facts.empty()) return nullptr;
  ui::CardLook look = ui::plain_card(ui);
  look.upright = ui::Across::Start;
  return ui::card({.name = "facts"}, look, draw_facts(ui, "list", view.facts));
}

Part phone_code(ui::Ui& ui, const ActivityView& view) {
  if (view.qr.empty() || ui::QrModules::of(view.qr).side() == 0) return nullptr;
  auto words = ui::make<ui::Column>(ui.metrics().unit(8));
  words->add(ui::strong(ui, "title", copy(view.qr_title), ui.theme().ink));
  words->add(ui::soft_paragraph(ui, "hint", copy(view.qr_hint)));
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().tint(ui::Tint::Brand).strong;
  look.dashed = true;
  look.pad_x = look.pad_y = ui.metrics().unit(32);
  Part code = ui::qr(ui, "qr", view.qr_label.text, view.qr, ui.metrics().unit(440));
  if (!ui.metrics().landscape())
    return ui::card({.name = "code"}, look,
                    ui::beside(std::move(code), std::move(words), {.gap = ui.metrics().unit(36)}));
  words->add(std::move(code), ui.metrics().gap());  // in half a screen there is no room beside it
  return ui::card({.name = "code"}, look, std::move(words));
}

Part dates(ui::Ui& ui, const ActivityView& view) {
  if (view.dates.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  column->add(ui::heading(ui, "dates-title", copy(view.dates_title), ui::Type::Card));
  column->add(draw_chips(ui, "dates", view.dates));
  return column;
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const ActivitiesView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().unit(48));
  add_warnings(ui, frame, *column);
  column->add(draw_title(ui, view.title, view.subtitle), ui.metrics().wide_gap());
  column->add(draw_chips(ui, "when", view.when), ui.metrics().unit(28));
  column->add(draw_chips(ui, "themes", view.themes), ui.metrics().unit(28));
  for (std::size_t i = 0; i < view.days.size(); ++i) column->add(day(ui, numbered("day", i), view.days[i]));
  column->add(ui::soft_paragraph(ui, "more", copy(view.more)));
  column->add(empty_state(ui, view));
  add_notes(ui, frame, *column);
  page.main = std::move(column);
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const ActivityView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *column);
  column->add(ui::heading(ui, "title", copy(view.title), ui::Type::Title));
  if (view.cancelled)
    column->add(ui::notice(ui, "cancelled", copy(view.cancelled->text), tint(view.cancelled->tint),
                           view.cancelled->icon));
  if (!view.day.empty()) column->add(moment(ui, view));
  column->add(draw_badges(ui, view.badges), ui.metrics().unit(24));
  column->add(ui::prose(ui, "description", copy(view.description)));
  column->add(event_facts(ui, view));
  column->add(ui::soft_paragraph(ui, "nothing", copy(view.nothing)));
  auto aside = ui::make<ui::Column>(ui.metrics().wide_gap());
  aside->add(phone_code(ui, view));
  aside->add(dates(ui, view));
  aside->add(draw_buttons(ui, "others", view.others));
  add_notes(ui, frame, *aside);
  page.main = std::move(column);
  page.aside = std::move(aside);
  page.fills = ui::PageLook::Fills::Main;
  page.main_share = 0.54F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
