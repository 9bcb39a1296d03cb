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

// Above a keyboard every line counts: the white space gives way first.
bool is_low(const Ui& ui, float height) {
  return height < ui.metrics().unit(620);
}
float pad_top(const Ui& ui, float height) {
  return ui.metrics().unit(is_low(ui, height) ? 22 : 40);
}
float pad_bottom(const Ui& ui, float height) {
  return ui.metrics().unit(is_low(ui, height) ? 14 : 32);
}
float foot_above(const Ui& ui, float height) {
  return ui.metrics().unit(is_low(ui, height) ? 14 : 16);
}
float foot_below(const Ui& ui, float height) {
  return ui.metrics().unit(is_low(ui, height) ? 18 : 28);
}

ScrollLook scroll_look(Ui& ui, const PageLook& page, const Lane& lane, ScrollUse::Slot slot) {
  return {.slot = slot,
          .offset = slot == ScrollUse::Slot::Main ? page.main_offset : page.aside_offset,
          .up = page.scroll_up,
          .down = page.scroll_down,
          .pad_left = lane.left,
          .pad_right = lane.right,
          .pad_top = pad_top(ui, lane.rect.height),
          .pad_bottom = pad_bottom(ui, lane.rect.height)};
}

// The scrolling part above, the foot below it.
void draw_lane(Ui& ui, const PageLook& page, Lane lane, ScrollUse::Slot slot, Part content, Part foot) {
  const float high = foot == nullptr ? 0 : std::ceil(foot->height(ui, lane.inner()));
  const float pads = foot == nullptr ? 0 : foot_pads(ui, lane.rect.height);
  const float upper = lane.rect.height - high - pads;
  // So little room that the foot would leave nothing to read: then it scrolls along.
  if (foot != nullptr && content != nullptr && upper < 2 * ui.metrics().em(Type::Body) &&
      content->height(ui, lane.inner()) > 0) {
    auto all = make<Column>(ui.metrics().gap());
    all->add(std::move(content));
    all->add(std::move(foot));
    draw_lane(ui, page, lane, slot, std::move(all), nullptr);
    return;
  }
  const char* name = slot == ScrollUse::Slot::Main ? "main" : "aside";
  if (content != nullptr && content->height(ui, lane.inner()) > 0) {
    scroll_region(name, scroll_look(ui, page, lane, slot), std::move(content))
        ->draw(ui, {lane.rect.x, lane.rect.y, lane.rect.width, upper});
  }
  if (foot == nullptr) return;
  const float y = lane.rect.y + upper + foot_above(ui, lane.rect.height);
  foot->draw(ui, {lane.rect.x + lane.left, std::round(y), lane.inner(), high});
}

Lane lane_of(const Ui& ui, Rect room, const PageLook& page, bool first) {
  const float margin = ui.metrics().margin();
  const float between = gutter(ui);
  const float share = page.order == PageLook::Order::MainFirst ? page.main_share : 1 - page.main_share;
  const float left = std::round((room.width - 2 * margin - between) * share) + margin + between / 2;
  if (first) return {{room.x, room.y, left, room.height}, margin, between / 2};
  return {{room.x + left, room.y, room.width - left, room.height}, between / 2, margin};
}

// What a lane's content may take in width: buttons for scrolling stand beside what is too long.
float width_for(Ui& ui, const Lane& lane, Element& content, Element* foot) {
  const float foot_high =
      foot == nullptr ? 0 : foot->height(ui, lane.inner()) + foot_pads(ui, lane.rect.height);
  const float high = content.height(ui, lane.inner()) + page_pads(ui, lane.rect.height);
  return lane.inner() - (high > lane.rect.height - foot_high ? scroll_rail_width(ui) : 0);
}

// Two columns are no help when words break in them.
bool columns_fit(Ui& ui, Rect room, const PageLook& page) {
  const bool main_first = page.order == PageLook::Order::MainFirst;
  const Lane main = lane_of(ui, room, page, main_first);
  const Lane aside = lane_of(ui, room, page, !main_first);
  const float main_width = width_for(ui, main, *page.main, main_first ? nullptr : page.foot.get());
  const float aside_width = width_for(ui, aside, *page.aside, main_first ? page.foot.get() : nullptr);
  return page.main->least_width(ui) <= main_width && page.aside->least_width(ui) <= aside_width;
}

void draw_two_columns(Ui& ui, Rect room, PageLook& page) {
  const bool main_first = page.order == PageLook::Order::MainFirst;
  const Lane first = lane_of(ui, room, page, true);
  const Lane second = lane_of(ui, room, page, false);
  constexpr auto kMain = ScrollUse::Slot::Main;
  constexpr auto kAside = ScrollUse::Slot::Aside;
  if (main_first) {
    draw_lane(ui, page, first, kMain, std::move(page.main), nullptr);
    draw_lane(ui, page, second, kAside, std::move(page.aside), std::move(page.foot));
  } else {
    draw_lane(ui, page, first, kAside, std::move(page.aside), nullptr);
    draw_lane(ui, page, second, kMain, std::move(page.main), std::move(page.foot));
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
  draw_lane(ui, page, lane, ScrollUse::Slot::Main, std::move(column), std::move(page.foot));
}

}  // namespace

float gutter(const Ui& ui) {
  return ui.metrics().unit(64);
}

float page_pads(const Ui& ui, float room_height) {
  return pad_top(ui, room_height) + pad_bottom(ui, room_height);
}

float foot_pads(const Ui& ui, float room_height) {
  return foot_above(ui, room_height) + foot_below(ui, room_height);
}

void draw_page(Ui& ui, Rect room, PageLook page) {
  const float keys = page.keyboard == nullptr ? 0 : page.keyboard->height(ui, room.width);
  const Rect above{room.x, room.y, room.width, room.height - keys};
  const bool wide = ui.metrics().landscape() && page.aside != nullptr;
  if (wide && (page.keyboard != nullptr || columns_fit(ui, above, page))) {
    draw_two_columns(ui, above, page);
  } else {
    draw_one_column(ui, above, page);
  }
  if (page.keyboard != nullptr) page.keyboard->draw(ui, {room.x, above.bottom(), room.width, keys});
}

}  // namespace wv::ui
