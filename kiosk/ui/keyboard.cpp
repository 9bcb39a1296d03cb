// Measuring keys and putting them where hands expect them.
#include "kiosk/ui/keyboard.h"

#include <algorithm>
#include <cmath>

namespace wv::ui {
namespace {

constexpr float kToolShare = 1.35F;  // width of a tool beside the letters, in letter keys

class Keyboard : public Element {
 public:
  Keyboard(Keys keys, KeyboardLook look) : keys_(std::move(keys)), look_(look) {}

  float height(Ui& ui, float width) override {
    const auto n = static_cast<float>(keys_.rows.size() + (tools_above(ui, width) ? 1 : 0));
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
    Rect letters{0, rect.y + pad(ui), most_units() * letter + (most_units() - 1) * gap(ui), key_height(ui)};
    letters.x = std::round(rect.centre_x() - letters.width / 2);
    if (tools_above(ui, rect.width)) {
      draw_tools_above(ui, letters);
      letters.y += key_height(ui) + gap(ui);
    } else {
      draw_tools_beside(ui, rect, letters, 0, (keys_.tools.size() + 1) / 2);
    }
    for (std::size_t r = 0; r < keys_.rows.size(); ++r) {
      Rect row = letters;
      row.y += static_cast<float>(r) * (key_height(ui) + gap(ui));
      draw_row(ui, r, row, letter);
    }
    if (!tools_above(ui, rect.width))
      draw_tools_beside(ui, rect, letters, (keys_.tools.size() + 1) / 2, keys_.tools.size());
    if (keys_.offer) draw_offer(ui, rect);
  }

 private:
  static float row_units(const std::vector<KeyCap>& row) {
    float sum = 0;
    for (const KeyCap& key : row) sum += key.width;
    return sum;
  }
  float most_units() const {
    float most = 1;
    for (const auto& row : keys_.rows) most = std::max(most, row_units(row));
    return most;
  }
  static float gap(Ui& ui) { return ui.metrics().target_gap(); }
  float pad(Ui& ui) const { return look_.panel ? ui.metrics().unit(20) : 0; }
  float key_height(Ui& ui) const {
    const Metrics& m = ui.metrics();
    const float look = m.landscape() ? m.unit(69) : m.unit(keys_.tools.empty() ? 100 : 88);
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
  // Beside the letters there is white space enough where the panel lies; a row less leaves more of the page.
  bool tools_above(Ui& ui, float width) const {
    if (keys_.tools.empty()) return false;
    const float beside = (width - most_units() * (letter_width(ui, width) + gap(ui))) / 2 - 2 * pad(ui);
    return !ui.metrics().landscape() || beside < ui.metrics().target() + ui.metrics().unit(44) ||
           keys_.rows.size() < (keys_.tools.size() + 1) / 2;
  }

  // Letters lie where hands know them, whatever the direction of reading: no mirror here.
  static Rect on_glass(Ui& ui, Rect rect) {
    if (ui.mirrored()) rect.x = ui.metrics().screen().width - rect.right();
    return rect;
  }
  void put(Ui& ui, const KeyCap& key, std::string name, Rect rect, bool is_offered_for) {
    const Rect place = on_glass(
        ui, {std::round(rect.x), std::round(rect.y), std::round(rect.width), std::round(rect.height)});
    if (is_offered_for) under_offer_ = place;
    draw_key(ui, key, std::move(name), place);
  }
  bool is_offered_for(bool tool, std::size_t row, std::size_t key) const {
    return keys_.offer && keys_.offer->of_tool == tool && keys_.offer->key == key &&
           (tool || keys_.offer->row == row);
  }

  void draw_row(Ui& ui, std::size_t r, Rect rect, float letter) {
    const float units = row_units(keys_.rows[r]);
    float x = std::round(rect.centre_x() - (units * letter + (units - 1) * gap(ui)) / 2);
    for (std::size_t k = 0; k < keys_.rows[r].size(); ++k) {
      const KeyCap& key = keys_.rows[r][k];
      const float wide = key_width(ui, key, letter);
      put(ui, key, "key-" + std::to_string(r) + "-" + std::to_string(k), {x, rect.y, wide, rect.height},
          is_offered_for(false, r, k));
      x += wide + gap(ui);
    }
  }

  void draw_tools_above(Ui& ui, Rect rect) {
    const auto gaps = static_cast<float>(keys_.tools.size() - 1);
    const float unit = (rect.width - gaps * gap(ui)) / row_units(keys_.tools);
    float x = rect.x;
    for (std::size_t k = 0; k < keys_.tools.size(); ++k) {
      const float wide = keys_.tools[k].width * unit;
      put(ui, keys_.tools[k], "tool-" + std::to_string(k), {x, rect.y, wide, rect.height},
          is_offered_for(true, 0, k));
      x += wide + gap(ui);
    }
  }

  void draw_tools_beside(Ui& ui, Rect rect, Rect letters, std::size_t from, std::size_t to) {
    const float apart = std::max(3 * gap(ui), ui.metrics().unit(44));
    const float room = letters.x - rect.x - pad(ui) - apart;
    const float wide = std::min(room, letter_width(ui, rect.width) * kToolShare);
    const bool left = from == 0;
    Rect place{left ? letters.x - apart - wide : letters.right() + apart, letters.y, wide, letters.height};
    for (std::size_t k = from; k < to; ++k) {
      put(ui, keys_.tools[k], "tool-" + std::to_string(k), place, is_offered_for(true, 0, k));
      place.y += letters.height + gap(ui);
    }
  }

  float offered_width(Ui& ui, const KeyCap& key) const {
    return std::ceil(std::max(ui.metrics().target() * 1.2F, cap_width(ui, key) + 2 * ui.metrics().unit(24)));
  }

  // In rows as wide as the keyboard allows.
  std::vector<std::vector<std::size_t>> offered_rows(Ui& ui, float width) const {
    std::vector<std::vector<std::size_t>> rows(1);
    float used = 0;
    for (std::size_t k = 0; k < keys_.offer->keys.size(); ++k) {
      const float wide = offered_width(ui, keys_.offer->keys[k]);
      if (!rows.back().empty() && used + gap(ui) + wide > width) {
        rows.emplace_back();
        used = 0;
      }
      used += (rows.back().empty() ? 0 : gap(ui)) + wide;
      rows.back().push_back(k);
    }
    return rows;
  }
  float row_width(Ui& ui, const std::vector<std::size_t>& row) const {
    float sum = gap(ui) * static_cast<float>(row.size() - 1);
    for (const auto k : row) sum += offered_width(ui, keys_.offer->keys[k]);
    return sum;
  }

  void draw_offer(Ui& ui, Rect rect) {
    const float edge = gap(ui) + ui.metrics().stroke();
    const auto rows = offered_rows(ui, rect.width - 2 * pad(ui) - 2 * edge);
    float wide = 0;
    for (const auto& row : rows) wide = std::max(wide, row_width(ui, row));
    const auto lines = static_cast<float>(rows.size());
    Rect panel{0, 0, wide + 2 * edge, lines * key_height(ui) + (lines - 1) * gap(ui) + 2 * edge};
    const float least = rect.x + pad(ui);
    panel.x = std::round(std::clamp(under_offer_.centre_x() - panel.width / 2, least,
                                    std::max(least, rect.right() - pad(ui) - panel.width)));
    panel.y = under_offer_.y - gap(ui) - panel.height;
    const Ui::OnLayer over(ui, Layer::Popup);
    // Beside its keys a touch does nothing, above all not what lies below.
    Pen pen =
        ui.enter({.name = "offer", .role = Role::Decoration, .rect = panel, .action = visit::Touched{}});
    pen.fill(panel, ui.theme().card, ui.metrics().corner());
    pen.border(panel, ui.theme().ink, ui.metrics().stroke(), ui.metrics().corner());
    Pen group = ui.enter({.name = "keys", .role = Role::Group, .label = keys_.offer->title, .rect = panel});
    float y = panel.y + edge;
    for (const auto& row : rows) {
      float x = panel.x + edge;
      for (const auto k : row) {
        const KeyCap& key = keys_.offer->keys[k];
        const float each = offered_width(ui, key);
        draw_key(ui, key, "key-" + std::to_string(k), {x, y, each, key_height(ui)});
        x += each + gap(ui);
      }
      y += key_height(ui) + gap(ui);
    }
  }

  Keys keys_;
  KeyboardLook look_;
  Rect under_offer_;  // the key that the offer belongs to
};

}  // namespace

Part keyboard(Ui&, Keys keys, KeyboardLook look) {
  return make<Keyboard>(std::move(keys), look);
}

}  // namespace wv::ui
