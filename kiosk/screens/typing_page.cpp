// Choosing the arrangement that keeps most in sight.
#include "kiosk/screens/typing_page.h"

#include <cmath>

namespace wv::screens {
namespace {

// Heights in the widths they would get; what is not there takes nothing.
class Measure {
 public:
  Measure(ui::Ui& ui, const PageFrame& frame, const TypingPage& parts) : ui_(ui), parts_(parts) {
    room_ = frame.room.height - parts.keyboard->height(ui, frame.room.width);
    const float inner = frame.room.width - 2 * ui.metrics().margin();
    left_ = ui.metrics().landscape() ? std::round((inner - ui::gutter(ui)) * parts.share) : inner;
    right_ = ui.metrics().landscape() ? inner - ui::gutter(ui) - left_ : inner;
  }

  float left(const Part& part) const { return part == nullptr ? 0 : part->height(ui_, left_) + gap(); }
  float right(const Part& part) const { return part == nullptr ? 0 : part->height(ui_, right_) + gap(); }
  float room() const { return room_; }
  // In the right column, with nothing below it.
  float right_alone(const Part& part) const { return part->height(ui_, right_); }
  float pads() const { return ui::page_pads(ui_, room_); }
  float foot(float content) const { return content + ui::foot_pads(ui_, room_); }

 private:
  float gap() const { return ui_.metrics().unit(24); }

  ui::Ui& ui_;
  const TypingPage& parts_;
  float room_ = 0, left_ = 0, right_ = 0;
};

std::unique_ptr<ui::Column> stacked(ui::Ui& ui, Part above, Part below) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  column->add(std::move(above));
  column->add(std::move(below));
  return column;
}

Part typed_last(ui::Ui& ui, Part head, Part field) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  column->add(std::move(head));
  column->add_filling(std::move(field), ui.metrics().unit(24));
  return column;
}

void arrange_upright(ui::Ui& ui, const Measure& measure, TypingPage& parts, ui::PageLook& page) {
  const float all =
      measure.left(parts.head) + measure.left(parts.field) + measure.left(parts.rest) + measure.pads();
  if (all + measure.foot(measure.left(parts.buttons)) <= measure.room()) {
    page.main = typed_last(ui, std::move(parts.head), std::move(parts.field));
    page.aside = std::move(parts.rest);
    page.fills = ui::PageLook::Fills::Main;
    page.foot = std::move(parts.buttons);
    return;
  }
  const float foot = measure.foot(measure.left(parts.field) + measure.left(parts.buttons));
  if (foot + 3 * ui.metrics().em(ui::Type::Body) > measure.room()) {
    // In reach mode there may be no room for both: what is being typed stays in sight, the rest scrolls.
    auto column = stacked(ui, std::move(parts.field), std::move(parts.buttons));
    column->add(std::move(parts.head));
    column->add(std::move(parts.rest));
    page.main = std::move(column);
    return;
  }
  page.main = stacked(ui, std::move(parts.head), std::move(parts.rest));
  page.foot = stacked(ui, std::move(parts.field), std::move(parts.buttons));
}

void arrange_wide(ui::Ui& ui, const Measure& measure, TypingPage& parts, ui::PageLook& page) {
  const float room = measure.room();
  const float foot = measure.foot(measure.right(parts.buttons));
  const bool left_fits = measure.left(parts.head) + measure.left(parts.field) + measure.pads() <= room;
  if (left_fits && measure.right(parts.rest) + measure.pads() + foot <= room) {
    page.main = typed_last(ui, std::move(parts.head), std::move(parts.field));
    page.aside = stacked(ui, std::move(parts.rest), nullptr);
    page.foot = std::move(parts.buttons);
    return;
  }
  if (measure.right_alone(parts.field) + measure.pads() + measure.foot(measure.right_alone(parts.buttons)) <=
      room) {
    page.main = stacked(ui, std::move(parts.head), std::move(parts.rest));
    page.aside = typed_last(ui, nullptr, std::move(parts.field));
    page.foot = std::move(parts.buttons);
    return;
  }
  page.main_share = 0.45F;  // what scrolls also needs room for its buttons
  page.main = typed_last(ui, nullptr, std::move(parts.field));
  page.aside = stacked(ui, std::move(parts.head), std::move(parts.rest));
  page.foot = std::move(parts.buttons);
}

}  // namespace

void draw_typing_page(ui::Ui& ui, const PageFrame& frame, TypingPage parts) {
  ui::PageLook page = page_look(frame);
  page.main_share = parts.share;
  const Measure measure(ui, frame, parts);
  if (ui.metrics().landscape()) {
    arrange_wide(ui, measure, parts, page);
  } else {
    arrange_upright(ui, measure, parts, page);
  }
  page.keyboard = std::move(parts.keyboard);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
