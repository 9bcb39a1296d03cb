// Tests of the panel: squares to its very edges, and one colour all over.
#include <array>
#include <cmath>

#include "kiosk/screens/draw_parts.h"
#include "kiosk/visit/visit.h"

namespace wv::screens {
namespace {

// The short side has five squares and the long one eight; a card takes the twelve in the middle.
constexpr int few = 5, many = 8, card_across = 3, card_along = 4;
static_assert(few * many - card_across * card_along == visit::touch_squares);

struct Raster {
  int columns, rows;
  ui::Rect screen;
  float gap;

  bool in_card(int column, int row) const {
    const bool stands = rows > columns;
    const int wide = stands ? card_across : card_along, high = stands ? card_along : card_across;
    return column >= (columns - wide) / 2 && column < (columns + wide) / 2 && row >= (rows - high) / 2 &&
           row < (rows + high) / 2;
  }
  // Of the squares `from` to `to`, both included; whole pixels, so that the rows of squares meet the edges.
  ui::Rect place(int column, int row, int to_column, int to_row) const {
    const auto line = [](float whole, int at, int of) {
      return std::round(whole * static_cast<float>(at) / static_cast<float>(of));
    };
    const float left = line(screen.width, column, columns),
                right = line(screen.width, to_column + 1, columns);
    const float top = line(screen.height, row, rows), foot = line(screen.height, to_row + 1, rows);
    return ui::Rect{screen.x + left, screen.y + top, right - left, foot - top}.inset(gap / 2);
  }
  ui::Rect card() const {
    const bool stands = rows > columns;
    const int wide = stands ? card_across : card_along, high = stands ? card_along : card_across;
    const int column = (columns - wide) / 2, row = (rows - high) / 2;
    return place(column, row, column + wide - 1, row + high - 1);
  }
};

Raster raster_of(const ui::Ui& ui, ui::Rect screen) {
  const bool lies = screen.width > screen.height;
  return {lies ? many : few, lies ? few : many, screen, ui.metrics().target_gap()};
}

void draw_square(ui::Ui& ui, int index, ui::Rect rect, const TouchTestView& view) {
  const auto& square = view.squares.at(static_cast<std::size_t>(index));
  const bool hit = square.hit;
  const ui::Theme& theme = ui.theme();
  ui::Pen pen = ui.enter({.name = numbered("square", static_cast<std::size_t>(index)),
                          .role = ui::Role::Button,
                          .label = square.label.text,
                          .state = {.selected = hit},
                          .rect = rect,
                          .action = visit::TouchSquare{index}});
  pen.control(rect, hit ? theme.brand : theme.card, theme.control, ui.metrics().unit(16));
  if (!hit) return;
  const float side = std::round(std::min(rect.width, rect.height) * 0.4F);
  pen.icon("check", {rect.centre_x() - side / 2, rect.centre_y() - side / 2, side, side}, theme.on_brand);
}

void draw_card(ui::Ui& ui, ui::Rect rect, const TouchTestView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().gap());
  column->add(ui::heading(ui, "title", copy(view.title), ui::Type::Section));
  column->add(ui::paragraph(ui, "text", copy(view.text)));
  column->add(draw_button(ui, "close", view.close, Kind::Secondary), ui.metrics().unit(32));
  const ui::Rect inner = rect.inset(ui.metrics().unit(40));
  const float high = column->height(ui, inner.width);
  column->draw(ui, {inner.x, std::round(inner.centre_y() - high / 2), inner.width, high});
}

}  // namespace

void draw_panel_test(ui::Ui& ui, ui::Rect screen, const TouchTestView& view) {
  const Raster raster = raster_of(ui, screen);
  int index = 0;
  bool card_is_drawn = false;
  for (int row = 0; row < raster.rows; ++row)
    for (int column = 0; column < raster.columns; ++column) {
      if (!raster.in_card(column, row)) {
        draw_square(ui, index++, raster.place(column, row, column, row), view);
      } else if (!card_is_drawn) {
        card_is_drawn = true;
        draw_card(ui, raster.card(), view);
      }
    }
}

// A dot that stays dark or bright shows only where nothing else does.
void draw_panel_test(ui::Ui& ui, ui::Rect screen, const ColourTestView& view) {
  ui::Pen pen = ui.enter({.name = "colour",
                          .role = ui::Role::Button,
                          .label = view.title.text,
                          .rect = screen,
                          .action = view.next});
  pen.fill(ui.whole(), {view.colour[0], view.colour[1], view.colour[2]});
}

}  // namespace wv::screens
