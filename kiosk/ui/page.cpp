// One column or two, and what stays at the foot of them.
#include "kiosk/ui/page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/scroll.h"

namespace wv::ui {
namespace {

// The room of one column with the white space on both sides of its content.
struct Lane {
  Rect rect;
  float left = 0, right = 0;
  float inner() const { return rect.width - left - right; }
};

ScrollLook scroll_look(Ui& ui, const PageLook& page, const Lane& lane, ScrollUse::Slot slot) {
  return {.slot = slot,
          .offset = slot == ScrollUse::Slot::Main ? page.main_offset : page.aside_offset,
          .up = page.scroll_up,
          .down = page.scroll_down,
          .pad_left = lane.left,
          .pad_right = lane.right,
          .pad_top = ui.metrics().unit(40),
          .pad_bottom = ui.metrics().unit(32)};
}

float foot_height(Ui& ui, Element* foot, const Lane& lane) {
  return foot == nullptr ? 0 : std::ceil(foot->height(ui, lane.inner())) + ui.metrics().unit(44);
}

// The scrolling part above, the foot below it.
void draw_lane(Ui& ui, const PageLook& page, Lane lane, ScrollUse::Slot slot, Part content, Element* foot) {
  const float high = foot_height(ui, foot, lane);
  const Rect upper{lane.rect.x, lane.rect.y, lane.rect.width, lane.rect.height - high};
  const char* name = slot == ScrollUse::Slot::Main ? "main" : "aside";
  if (content != nullptr) {
    scroll_region(name, scroll_look(ui, page, lane, slot), std::move(content))->draw(ui, upper);
  }
  if (foot == nullptr) return;
  const float y = upper.bottom() + ui.metrics().unit(16);
  foot->draw(ui, {lane.rect.x + lane.left, std::round(y), lane.inner(), high - ui.metrics().unit(44)});
}

void draw_two_columns(Ui& ui, Rect room, PageLook& page) {
  const float margin = ui.metrics().margin();
  const float gutter = ui.metrics().unit(64);
  const bool main_first = page.order == PageLook::Order::MainFirst;
  const float share = main_first ? page.main_share : 1 - page.main_share;
  const float left = std::round((room.width - 2 * margin - gutter) * share) + margin + gutter / 2;
  const Lane first{{room.x, room.y, left, room.height}, margin, gutter / 2};
  const Lane second{{room.x + left, room.y, room.width - left, room.height}, gutter / 2, margin};
  constexpr auto kMain = ScrollUse::Slot::Main;
  constexpr auto kAside = ScrollUse::Slot::Aside;
  if (main_first) {
    draw_lane(ui, page, first, kMain, std::move(page.main), nullptr);
    draw_lane(ui, page, second, kAside, std::move(page.aside), page.foot.get());
  } else {
    draw_lane(ui, page, first, kAside, std::move(page.aside), nullptr);
    draw_lane(ui, page, second, kMain, std::move(page.main), page.foot.get());
  }
}

void draw_one_column(Ui& ui, Rect room, PageLook& page) {
  auto column = make<Column>(ui.metrics().wide_gap());
  const bool main_fills = page.aside == nullptr || page.fills == PageLook::Fills::Main;
  const float gap = ui.metrics().wide_gap();
  if (main_fills) {
    column->add_filling(std::move(page.main), 0);
    column->add(std::move(page.aside), gap);
  } else {
    column->add(std::move(page.main), 0);
    column->add_filling(std::move(page.aside), gap);
  }
  const Lane lane{room, ui.metrics().margin(), ui.metrics().margin()};
  draw_lane(ui, page, lane, ScrollUse::Slot::Main, std::move(column), page.foot.get());
}

}  // namespace

void draw_page(Ui& ui, Rect room, PageLook page) {
  const float keys = page.keyboard == nullptr ? 0 : page.keyboard->height(ui, room.width);
  const Rect above{room.x, room.y, room.width, room.height - keys};
  if (ui.metrics().landscape() && page.aside != nullptr) {
    draw_two_columns(ui, above, page);
  } else {
    draw_one_column(ui, above, page);
  }
  if (page.keyboard != nullptr) page.keyboard->draw(ui, {room.x, above.bottom(), room.width, keys});
}

}  // namespace wv::ui
