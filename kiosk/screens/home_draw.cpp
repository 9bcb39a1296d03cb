// Home: one thing to do above all, and tiles for the rest.
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

Part tile(ui::Ui& ui, std::string name, const Tile& tile) {
  const ui::Theme& theme = ui.theme();
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::strong(ui, "title", copy(tile.title), theme.ink));
  words->add(ui::soft_paragraph(ui, "subtitle", copy(tile.subtitle)));
  Part content = ui::beside(ui::icon_box(ui, tile.icon, tint(tile.tint)), std::move(words),
                            {.gap = ui.metrics().unit(22)});
  ui::CardLook look = ui::plain_card(ui);
  look.border = theme.control;
  look.pad_x = ui.metrics().unit(26);
  return ui::card({.name = std::move(name), .label = copy(tile.title), .action = tile.action}, look,
                  std::move(content));
}

Part primary(ui::Ui& ui, const Tile& tile) {
  const ui::Theme& theme = ui.theme();
  auto words = ui::make<ui::Column>(ui.metrics().unit(6));
  words->add(
      ui::words("title", copy(tile.title),
                {.lettering = {.type = ui::Type::Section, .weight = text::Weight::Bold, .line_height = 1.2F},
                 .colour = theme.on_brand}));
  words->add(ui::words("subtitle", copy(tile.subtitle), {.colour = theme.on_brand}));
  const float side = std::round(ui.metrics().unit(124));
  Part content = ui::beside(ui::icon(ui, tile.icon, side, theme.accent), std::move(words),
                            {.gap = ui.metrics().unit(ui.metrics().landscape() ? 36 : 56)});
  ui::CardLook look = ui::plain_card(ui);
  look.fill = theme.brand;
  look.border = theme.brand;
  look.primary = true;
  look.pad_x = ui.metrics().unit(ui.metrics().landscape() ? 48 : 60);
  look.pad_y = ui.metrics().unit(52);
  return ui::card({.name = "primary", .label = copy(tile.title), .action = tile.action}, look,
                  std::move(content));
}

std::unique_ptr<ui::Grid> tiles(ui::Ui& ui, const HomeView& view, int columns) {
  auto grid = ui::make<ui::Grid>(columns, ui.metrics().gap());
  for (std::size_t i = 0; i < view.tiles.size(); ++i) grid->add(tile(ui, numbered("tile", i), view.tiles[i]));
  grid->close_up().grow_to(ui.metrics().unit(240));
  return grid;
}

// What is left of the page shows the neighbourhood: its own picture, or else a street.
Part scenery(ui::Ui& ui, const HomeView& view, float least) {
  Part picture = draw_picture(ui, "picture", view.picture, least);
  return picture != nullptr ? std::move(picture) : skyline(SkylineTone::OnPaper, least);
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const HomeView& view) {
  const ui::Metrics& metrics = ui.metrics();
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(metrics.wide_gap());
  add_warnings(ui, frame, *column);
  column->add(draw_title(ui, view.greeting, view.question));
  column->add(primary(ui, view.primary), metrics.unit(40));
  const bool few = view.tiles.size() < 4;
  if (metrics.landscape()) {
    column->add_filling(scenery(ui, view, 0), metrics.unit(40));
    page.main = std::move(column);
    auto right = ui::make<ui::Column>(metrics.gap());
    right->add_filling(tiles(ui, view, few ? 1 : 2), 0);
    add_notes(ui, frame, *right);
    page.aside = std::move(right);
    page.main_share = few ? 0.55F : 0.43F;
  } else {
    column->add(tiles(ui, view, few ? 1 : 2), metrics.gap());
    add_notes(ui, frame, *column);
    column->add_filling(scenery(ui, view, 0), metrics.wide_gap());
    page.main = std::move(column);
  }
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
