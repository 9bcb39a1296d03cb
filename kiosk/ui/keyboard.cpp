// Measuring and drawing keys.
#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <cmath>

namespace wv::ui {
namespace {

class Keyboard : public Element {
 public:
  Keyboard(KeyRows rows, KeyboardLook look) : rows_(std::move(rows)), look_(look) {}

  float height(Ui& ui, float) override {
    const auto n = static_cast<float>(rows_.size());
    return n * key_height(ui) + (n - 1) * gap(ui) + 2 * pad(ui);
  }
  float least_width(Ui& ui) override {
    return most_units() * (ui.metrics().target() + gap(ui)) - gap(ui) + 2 * pad(ui);
  }

  void draw(Ui& ui, Rect rect) override {
    Pen pen = ui.enter({.name = "keyboard", .role = Role::Group, .rect = rect});
    if (look_.panel) pen.fill(rect, ui.theme().keyboard);
    const Ui::AsIs as_is(ui, rect);  // letters and digits stand where fingers know them, in every language
    const float letter = letter_width(ui, rect.width);
    float y = rect.y + pad(ui);
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      draw_row(ui, r, {rect.x, y, rect.width, key_height(ui)}, letter);
      y += key_height(ui) + gap(ui);
    }
  }

 private:
  static float row_units(const std::vector<KeyCap>& row) {
    float sum = 0;
    for (const KeyCap& key : row) sum += key.width;
    return sum;
  }
  float most_units() const {
    float most = 1;
    for (const auto& row : rows_) most = std::max(most, row_units(row));
    return most;
  }
  static float gap(Ui& ui) { return ui.metrics().target_gap(); }
  float pad(Ui& ui) const { return look_.panel ? ui.metrics().unit(20) : 0; }
  float key_height(Ui& ui) const {
    const Metrics& m = ui.metrics();
    const float look = m.landscape() ? m.unit(69) : m.unit(100);
    return std::max({m.target(), look, std::round(m.em(Type::Card) * (m.landscape() ? 1.06F : 1.3F))});
  }
  // A key of width w also covers the gaps between the letters it stands for, so rows line up.
  float letter_width(Ui& ui, float width) const {
    const float units = most_units();
    const float room = std::floor((width - 2 * pad(ui) - gap(ui) * (units - 1)) / units);
    return look_.most_key > 0 ? std::min(room, look_.most_key) : room;
  }
  static float key_width(Ui& ui, const KeyCap& key, float letter) {
    return key.width * letter + (key.width - 1) * gap(ui);
  }

  void draw_row(Ui& ui, std::size_t r, Rect rect, float letter) {
    const float units = row_units(rows_[r]);
    float x = std::round(rect.centre_x() - (units * letter + (units - 1) * gap(ui)) / 2);
    for (std::size_t k = 0; k < rows_[r].size(); ++k) {
      const float wide = key_width(ui, rows_[r][k], letter);
      draw_key(ui, rows_[r][k], std::to_string(r) + "-" + std::to_string(k),
               {std::round(x), rect.y, std::round(wide), rect.height});
      x += wide + gap(ui);
    }
  }

  static void draw_key(Ui& ui, const KeyCap& key, std::string name, Rect rect) {
    const Theme& theme = ui.theme();
    Pen pen = ui.enter({.name = "key-" + std::move(name),
                        .role = Role::Key,
                        .label = key.spoken,
                        .state = {.disabled = !key.enabled, .selected = key.on},
                        .rect = rect,
                        .absorbs = true,
                        .action = key.action});
    const bool go = key.kind == KeyCap::Kind::Go && key.enabled;
    const Colour face = key.on                             ? theme.ink
                        : go                               ? theme.brand
                        : key.kind == KeyCap::Kind::Letter ? theme.key
                                                           : theme.key_special;
    const Colour ink = !key.enabled ? theme.disabled : key.on ? theme.paper : go ? theme.on_brand : theme.ink;
    pen.key(rect, face, theme.key_edge, ui.metrics().unit(18));
    pen.ground_is(face);
    const float middle = rect.centre_y() - ui.metrics().unit(2);
    if (!key.icon.empty()) {
      const float side = std::round(std::min(rect.width * 0.7F, ui.metrics().em(Type::Body) * 1.15F));
      pen.icon(key.icon, {rect.centre_x() - side / 2, middle - side / 2, side, side}, ink);
      return;
    }
    draw_cap(ui, pen, key, {rect.x, middle - rect.height / 2, rect.width, rect.height}, ink);
  }

  static void draw_cap(Ui& ui, Pen& pen, const KeyCap& key, Rect rect, Colour ink) {
    const bool letter = key.kind == KeyCap::Kind::Letter;
    const bool single = text_length(key.cap) == 1;
    const Lettering lettering{.type = letter && single ? Type::Card : Type::Body,
                              .weight = letter ? text::Weight::Regular : text::Weight::SemiBold,
                              .line_height = 1.0F};
    const text::Paragraph* cap = &ui.lay_out({key.cap}, lettering, 0);
    std::string tight = key.cap;
    if (cap->width > rect.width - 2 * ui.metrics().unit(6)) {
      std::erase(tight, ' ');  // "é ë ï" is as clear without the spaces
      cap = &ui.lay_out({tight}, lettering, 0);
    }
    pen.text(*cap, tight,
             {std::round(rect.centre_x() - cap->width / 2), std::round(rect.centre_y() - cap->height / 2)},
             ink);
  }

  static std::size_t text_length(std::string_view cap) {
    return static_cast<std::size_t>(std::ranges::count_if(cap, [](char c) { return (c & 0xC0) != 0x80; }));
  }

  KeyRows rows_;
  KeyboardLook look_;
};

}  // namespace

Part keyboard(Ui&, KeyRows rows, KeyboardLook look) {
  return make<Keyboard>(std::move(rows), look);
}

}  // namespace wv::ui
