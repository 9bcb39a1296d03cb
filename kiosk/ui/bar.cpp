// The bar below: eight equal targets that never move and never change size.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/page.h"

namespace wv::ui {
namespace {

constexpr float kOneRowCellMm = 54;  // narrower cells do not hold the longest word at the fixed size

int columns(const Metrics& metrics) {
  return metrics.mm(metrics.screen().width) / 8 >= kOneRowCellMm ? 8 : 4;
}

// On low screens the word stands beside its pictogram, so that two rows stay low too.
bool is_low(const Metrics& metrics) {
  return columns(metrics) == 4 && metrics.landscape();
}

float line_height(const Metrics& metrics) {
  return std::round(metrics.bar_em() * 1.15F);
}
float icon_side(const Metrics& metrics) {
  return std::round(metrics.bar_em() * (is_low(metrics) ? 1.2F : 1.36F));
}

// Pictograms keep white space of their own below them.
float tuck(const Metrics& metrics) {
  return std::round(metrics.bar_em() * 0.12F);
}

float cell_height(const Metrics& metrics) {
  const float content = is_low(metrics) ? std::max(line_height(metrics), icon_side(metrics))
                                        : line_height(metrics) + icon_side(metrics) - tuck(metrics);
  return std::max(metrics.target(), content + 2 * metrics.unit(9));
}

// What lies above the bar keeps its distance from the first row.
float pad(const Metrics& metrics) {
  return std::max(metrics.unit(12), metrics.target_gap());
}

void draw_item(Ui& ui, Rect rect, const BarLook& look) {
  const Theme& theme = ui.theme();
  const Metrics& metrics = ui.metrics();
  Pen pen = ui.enter({.name = look.name,
                      .role = Role::Button,
                      .label = look.spoken,
                      .state = {.disabled = !look.enabled, .selected = look.on},
                      .rect = rect,
                      .absorbs = true,
                      .action = look.action});
  const Colour face = look.on               ? theme.on_bar
                      : pen.state().pressed ? blend(theme.on_bar.with_alpha(70), theme.bar)
                                            : theme.bar;
  const Colour ink = !look.enabled ? theme.bar_dimmed : look.on ? theme.bar : theme.on_bar;
  if (face != theme.bar || pen.state().focused) pen.control(rect, face, face, metrics.unit(18));
  const text::Paragraph& word = ui.lay_out(
      look.label, {.weight = text::Weight::SemiBold, .em = metrics.bar_em(), .line_height = 1.15F}, 0);
  const float side = icon_side(metrics);
  if (is_low(metrics)) {
    const float gap = metrics.unit(14);
    const float x = std::round(rect.centre_x() - (side + gap + word.width) / 2);
    pen.icon(look.icon, {x, std::round(rect.centre_y() - side / 2), side, side}, ink);
    pen.text(word, look.label.text, {x + side + gap, std::round(rect.centre_y() - word.height / 2)}, ink);
    return;
  }
  const float y = std::round(rect.centre_y() - (side - tuck(metrics) + word.height) / 2);
  pen.icon(look.icon, {std::round(rect.centre_x() - side / 2), y, side, side}, ink);
  pen.text(word, look.label.text, {std::round(rect.centre_x() - word.width / 2), y + side - tuck(metrics)},
           ink);
}

}  // namespace

float bar_height(const Metrics& metrics) {
  const float rows = columns(metrics) == 8 ? 1 : 2;
  return rows * cell_height(metrics) + (rows - 1) * metrics.target_gap() + 2 * pad(metrics);
}

void draw_bar(Ui& ui, Rect screen, const std::vector<BarLook>& items) {
  const Metrics& metrics = ui.metrics();
  const Ui::OnLayer on_bar(ui, Layer::Bar);
  const float high = bar_height(metrics);
  const Rect band{screen.x, screen.bottom() - high, screen.width, high};
  Pen pen = ui.enter({.name = "bar", .role = Role::Group, .rect = band});
  pen.fill(band, ui.theme().bar);
  // Where the bar is as dark as the page, a line parts them.
  if (contrast(ui.theme().bar, ui.theme().paper) < 1.5) {
    pen.fill({band.x, band.y, band.width, metrics.stroke()}, ui.theme().line);
    pen.ground_is(ui.theme().bar);
  }
  const int n = columns(metrics);
  const float gap = metrics.target_gap();
  const float wide =
      (band.width - 2 * pad(metrics) - gap * static_cast<float>(n - 1)) / static_cast<float>(n);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const std::size_t line = i / static_cast<std::size_t>(n);
    const auto column = static_cast<float>(i % static_cast<std::size_t>(n));
    const auto row = static_cast<float>(line);
    draw_item(ui,
              {std::round(band.x + pad(metrics) + column * (wide + gap)),
               std::round(band.y + pad(metrics) + row * (cell_height(metrics) + gap)), std::floor(wide),
               cell_height(metrics)},
              items[i]);
  }
}

}  // namespace wv::ui
