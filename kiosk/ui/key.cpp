// One key: its face, and what stands on it.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/keyboard.h"

namespace wv::ui {
namespace {

std::size_t text_length(std::string_view cap) {
  return static_cast<std::size_t>(std::ranges::count_if(cap, [](char c) { return (c & 0xC0) != 0x80; }));
}

Lettering lettering_of(const KeyCap& key) {
  const bool letter = key.kind == KeyCap::Kind::Letter;
  const bool single = text_length(key.cap) <= 2;
  return {.type = letter && single ? Type::Card : Type::Body,
          .weight = letter ? text::Weight::Regular : text::Weight::SemiBold,
          .line_height = 1.0F};
}

float side_of(const Ui& ui) {
  return ui.metrics().unit(6);
}

// The font's own points to the left only; who writes from the right erases to the right.
void draw_backspace_right(Ui& ui, Pen& pen, Rect square, Colour ink) {
  const Colour face = pen.ground();
  const float unit = square.width / 24;
  const auto at = [&](float x, float y) {
    return Point{square.x + (ui.mirrored() ? 24 - x : x) * unit, square.y + y * unit};
  };
  pen.polygon({at(1, 3), at(17, 3), at(24, 12), at(17, 21), at(1, 21)}, ink);
  pen.line(at(6.5F, 8.5F), at(13.5F, 15.5F), face, 2 * unit);
  pen.line(at(13.5F, 8.5F), at(6.5F, 15.5F), face, 2 * unit);
}

void draw_icon(Ui& ui, Pen& pen, std::string_view icon, Rect rect, Colour ink) {
  const float side = std::round(std::min(rect.width * 0.7F, ui.metrics().em(Type::Body) * 1.15F));
  const Rect square{rect.centre_x() - side / 2, rect.centre_y() - side / 2, side, side};
  if (icon == "backspace-right") return draw_backspace_right(ui, pen, square, ink);
  pen.icon(icon, square, ink);
}

void draw_cap(Ui& ui, Pen& pen, const KeyCap& key, Rect rect, Colour ink) {
  Lettering lettering = lettering_of(key);
  const float room = rect.width - 2 * side_of(ui);
  const float wide = cap_width(ui, key);
  if (wide > room && !key.tight_icon.empty()) return draw_icon(ui, pen, key.tight_icon, rect, ink);
  // Twelve keys in a row leave some letters no room for the largest size; the keyboard never goes below that
  // of the bar.
  if (wide > room) {
    const float em = ui.em(lettering);
    lettering.em = std::max(std::min(em, ui.metrics().bar_em()), std::floor(em * room / wide));
  }
  const text::Paragraph& cap = ui.lay_out({key.cap}, lettering, 0);
  pen.text(cap, key.cap,
           {std::round(rect.centre_x() - cap.width / 2), std::round(rect.centre_y() - cap.height / 2)}, ink);
}

}  // namespace

float cap_width(Ui& ui, const KeyCap& key) {
  return ui.lay_out({key.cap}, lettering_of(key), 0).width;
}

void draw_key(Ui& ui, const KeyCap& key, std::string name, Rect rect) {
  const Theme& theme = ui.theme();
  Pen pen = ui.enter({.name = std::move(name),
                      .role = Role::Key,
                      .label = key.spoken,
                      .state = {.disabled = !key.enabled, .selected = key.on},
                      .rect = rect,
                      .absorbs = true,
                      .action = key.action,
                      .hold = key.hold,
                      .repeats = key.repeats});
  const bool go = key.kind == KeyCap::Kind::Go && key.enabled;
  const Colour face = key.on                             ? theme.ink
                      : go                               ? theme.brand
                      : key.kind == KeyCap::Kind::Letter ? theme.key
                                                         : theme.key_special;
  const Colour ink = !key.enabled ? theme.disabled : key.on ? theme.paper : go ? theme.on_brand : theme.ink;
  pen.key(rect, face, theme.key_edge, ui.metrics().unit(18));
  pen.ground_is(face);
  const Rect upper{rect.x, rect.y - ui.metrics().unit(2), rect.width, rect.height};
  if (!key.icon.empty()) return draw_icon(ui, pen, key.icon, upper, ink);
  draw_cap(ui, pen, key, upper, ink);
}

}  // namespace wv::ui
