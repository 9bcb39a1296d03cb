// The band on top: where you are and whether it is open.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/page.h"

namespace wv::ui {
namespace {

constexpr Lettering kPlace{.type = Type::Body, .weight = text::Weight::Bold, .line_height = 1.25F};
constexpr Lettering kArea{.type = Type::Body, .line_height = 1.25F};
constexpr Lettering kOpening{.type = Type::Body, .weight = text::Weight::SemiBold, .line_height = 1.25F};

struct Measured {
  const text::Paragraph* text;
  Copy copy;
  Colour colour;
};

float dot_room(const Ui& ui) {
  return std::round(ui.metrics().em(Type::Body) * 0.85F);
}

class Header {
 public:
  Header(Ui& ui, Rect screen, const HeaderLook& look) : ui_(ui), screen_(screen), look_(look) {
    const float room = screen.width - 2 * ui.metrics().margin();
    place_ = &ui.lay_out(look.place, kPlace, room);
    area_ = &ui.lay_out(look.area, kArea, room);
    opening_ = &ui.lay_out(look.opening, kOpening, room - dot_room(ui));
    const float gap = ui.metrics().unit(36);
    const float right = look.opening.empty() ? 0 : opening_->width + dot_room(ui) + gap;
    const float names = place_->width + gap + area_->width;
    aside_ = std::max(place_->width, area_->width) + right <= room;
    one_line_ = aside_ ? names + right <= room : names <= room;
  }

  float height() const {
    const float below = look_.opening.empty() || aside_ ? 0 : opening_->height;
    return std::round(left_height() + below + 2 * pad());
  }

  Rect draw() {
    const Rect band{screen_.x, screen_.y, screen_.width, height()};
    Pen pen = ui_.enter({.name = "header", .role = Role::Group, .rect = band});
    const Theme& theme = ui_.theme();
    pen.fill(band, theme.card);
    pen.fill({band.x, band.bottom() - ui_.metrics().stroke(), band.width, ui_.metrics().stroke()},
             theme.line);
    pen.ground_is(theme.card);
    const float x = band.x + ui_.metrics().margin();
    draw_place({x, band.y + pad(), place_->width, place_->height});
    const float area_x = one_line_ ? x + place_->width + ui_.metrics().unit(36) : x;
    const float area_y = one_line_ ? band.y + pad() : band.y + pad() + place_->height;
    text("area", *area_, look_.area, {area_x, area_y}, theme.soft);
    draw_opening(band);
    return {screen_.x, band.bottom(), screen_.width, screen_.bottom() - band.bottom()};
  }

 private:
  float pad() const { return ui_.metrics().unit(22); }
  float left_height() const { return one_line_ ? place_->height : place_->height + area_->height; }

  void text(std::string name, const text::Paragraph& paragraph, const Copy& copy, Point at, Colour colour) {
    if (copy.empty()) return;
    Pen pen = ui_.enter({.name = std::move(name),
                         .role = Role::Text,
                         .label = copy.text,
                         .rect = {at.x, at.y, paragraph.width, paragraph.height}});
    pen.text(paragraph, copy.text, at, colour);
  }

  void draw_place(Rect rect) {
    Pen pen = ui_.enter({.name = "place",
                         .role = Role::Text,
                         .label = look_.place.text,
                         .rect = rect,
                         .hold = look_.staff_door});
    pen.text(*place_, look_.place.text, {rect.x, rect.y}, ui_.theme().ink);
  }

  void draw_opening(Rect band) {
    if (look_.opening.empty()) return;
    const Theme& theme = ui_.theme();
    const float dot = dot_room(ui_);
    const float wide = opening_->width + dot;
    const float margin = ui_.metrics().margin();
    const float x = aside_ ? band.right() - margin - wide : band.x + margin;
    const float y = aside_ ? band.y + (band.height - opening_->height) / 2 : band.y + pad() + left_height();
    Pen pen = ui_.enter({.name = "opening",
                         .role = Role::Text,
                         .label = look_.opening.text,
                         .rect = {x, y, wide, opening_->height}});
    const Colour colour = theme.tint(look_.is_open ? Tint::Brand : Tint::Brick).text;
    const Point centre{x + dot * 0.38F, std::round(y + opening_->height / 2 + ui_.metrics().unit(1))};
    if (look_.is_open) {
      pen.disc(centre, dot * 0.34F, colour);
    } else {
      pen.ring(centre, dot * 0.34F, colour, ui_.metrics().unit(5));
    }
    pen.text(*opening_, look_.opening.text, {x + dot, std::round(y)}, colour);
  }

  Ui& ui_;
  Rect screen_;
  const HeaderLook& look_;
  const text::Paragraph *place_, *area_, *opening_;
  bool one_line_ = false;
  bool aside_ = false;
};

}  // namespace

float header_height(Ui& ui, Rect screen, const HeaderLook& look) {
  return Header(ui, screen, look).height();
}

Rect draw_header(Ui& ui, Rect screen, const HeaderLook& look) {
  return Header(ui, screen, look).draw();
}

}  // namespace wv::ui
