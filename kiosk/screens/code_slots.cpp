// Drawing the places of a code: filled, next, empty.
#include "kiosk/screens/code_slots.h"

#include <algorithm>
#include <cmath>

namespace wv::screens {
namespace {

constexpr int kLetters = 10;
constexpr int kGroup = 5;

class Slots : public ui::Element {
 public:
  Slots(std::string name, const Field& field, std::string_view typed)
      : name_(std::move(name)), field_(field), typed_(typed) {}

  float height(ui::Ui& ui, float width) override {
    const float high = slot_height(ui, width);
    return rows(ui, width) == 1 ? high : 2 * high + gap(ui) * 2;
  }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    ui::Pen pen = ui.enter({.name = name_,
                            .role = ui::Role::TextField,
                            .label = field_.label.text,
                            .value = field_.veiled ? std::string_view(field_.veil_hint.text) : typed_,
                            .rect = rect,
                            .is_private = !field_.veiled,
                            .absorbs = true});
    const ui::Ui::AsIs as_is(ui, rect);  // a code is read from the left
    const float wide = slot_width(ui, rect.width);
    const float high = slot_height(ui, rect.width);
    const int in_row = rows(ui, rect.width) == 1 ? kLetters : kGroup;
    for (int i = 0; i < kLetters; ++i) {
      const auto column = static_cast<float>(i % in_row);
      const float dash = i % in_row >= kGroup ? dash_room(ui) : 0;
      const auto line = i / in_row;
      const float x = rect.x + column * (wide + gap(ui)) + dash;
      const float y = rect.y + static_cast<float>(line) * (high + gap(ui) * 2);
      draw_slot(ui, pen, i, {std::round(x), std::round(y), std::floor(wide), high});
    }
    if (in_row == kLetters) {
      const float x = rect.x + kGroup * (wide + gap(ui)) - gap(ui) / 2 + dash_room(ui) / 2;
      const float half = dash_room(ui) * 0.2F;
      pen.line({x - half, rect.y + high / 2}, {x + half, rect.y + high / 2}, ui.theme().soft,
               ui.metrics().unit(6));
    }
  }

 private:
  static constexpr ui::Lettering kLetter{
      .type = ui::Type::Section, .weight = text::Weight::Bold, .line_height = 1.1F};

  static float gap(ui::Ui& ui) { return ui.metrics().unit(12); }
  static float dash_room(ui::Ui& ui) { return ui.metrics().unit(40); }
  static float least_slot(ui::Ui& ui) { return ui.em(kLetter) * 1.05F; }
  static float wide_in_row(ui::Ui& ui, float width, int n) {
    const float dash = n == kLetters ? dash_room(ui) : 0;
    const float most = ui.em(kLetter) * 1.6F;
    return std::min(most, (width - dash - gap(ui) * static_cast<float>(n - 1)) / static_cast<float>(n));
  }
  static int rows(ui::Ui& ui, float width) {
    return wide_in_row(ui, width, kLetters) >= least_slot(ui) ? 1 : 2;
  }
  static float slot_width(ui::Ui& ui, float width) {
    return wide_in_row(ui, width, rows(ui, width) == 1 ? kLetters : kGroup);
  }
  static float slot_height(ui::Ui& ui, float) { return std::round(ui.em(kLetter) * 1.75F); }

  void draw_slot(ui::Ui& ui, ui::Pen& pen, int index, ui::Rect rect) const {
    const ui::Theme& theme = ui.theme();
    const auto count = static_cast<int>(typed_.size());
    pen.fill(rect, theme.card, ui.metrics().unit(16));
    const bool next = index == count;
    pen.border(rect, next ? theme.tint(ui::Tint::Brand).strong : theme.control,
               next ? ui.metrics().unit(6) : ui.metrics().stroke(), ui.metrics().unit(16));
    if (index >= count) return;
    if (field_.veiled) {
      pen.disc(rect.centre(), rect.width * 0.16F, theme.soft);
      return;
    }
    const std::string_view letter = typed_.substr(static_cast<std::size_t>(index), 1);
    const text::Paragraph& cap = ui.lay_out({letter}, kLetter, 0);
    pen.text(cap, letter,
             {std::round(rect.centre_x() - cap.width / 2), std::round(rect.centre_y() - cap.height / 2)},
             theme.ink);
  }

  std::string name_;
  const Field& field_;
  std::string_view typed_;
};

}  // namespace

Part code_slots(std::string name, const Field& field, std::string_view typed) {
  return ui::make<Slots>(std::move(name), field, typed.substr(0, kLetters));
}

}  // namespace wv::screens
