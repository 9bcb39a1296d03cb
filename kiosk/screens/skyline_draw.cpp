// A street of houses with the sun behind it: the kiosk's own illustration, in any width.
#include <array>
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

using ui::Point;

// Drawn on a street 1080 units wide; heights go up from the pavement.
struct House {
  float left, right, wall, roof;  // roof: height of the ridge; as high as the wall: flat
  float door_left = 0, door_right = 0, door = 0;
  int storeys = 0;  // rows of two windows
};
constexpr std::array<House, 6> kHouses = {{
    {60, 240, 178, 257, 120, 180, 90},
    {240, 390, 128, 128, 0, 0, 0, 1},
    {390, 540, 268, 268, 0, 0, 0, 3},
    {540, 680, 158, 220, 588, 632, 80},
    {680, 850, 208, 208, 0, 0, 0, 2},
    {850, 1030, 148, 226, 910, 970, 90},
}};
constexpr float kStreet = 1080;
constexpr float kStep = 970;  // from one row of houses to the next
constexpr float kHighest = 268;
constexpr float kFirstStorey = 40;  // below the top of the wall
constexpr float kStorey = 60;

struct Ink {
  ui::Colour wall, line, sun;
  float stroke;
};

class Street {
 public:
  Street(ui::Pen& pen, ui::Rect rect, float scale, const Ink& ink)
      : pen_(pen), rect_(rect), scale_(scale), ink_(ink) {}

  void draw() {
    const float wide = rect_.width / scale_;
    // From edge to edge of the screen the street comes and goes; elsewhere it begins with a whole house.
    const bool passes = rect_.x <= 0 && wide >= kStreet;
    const float start = passes ? std::fmod(wide - kStreet, kStep) / 2 - kStep : -kHouses.front().left;
    for (float x = start; x < wide; x += kStep) {
      for (const House& house : kHouses) draw_house(house, x);
    }
    pen_.line({rect_.x, rect_.bottom()}, {rect_.right(), rect_.bottom()}, ink_.line, ink_.stroke);
  }

 private:
  Point at(float x, float up) const { return {rect_.x + x * scale_, rect_.bottom() - up * scale_}; }

  void draw_house(const House& house, float shift) {
    const float left = house.left + shift;
    const float right = house.right + shift;
    std::vector<Point> outline = {at(left, 0), at(left, house.wall)};
    if (house.roof > house.wall) outline.push_back(at((left + right) / 2, house.roof));
    outline.push_back(at(right, house.wall));
    outline.push_back(at(right, 0));
    pen_.polygon(outline, ink_.wall);
    pen_.polyline(outline, ink_.line, ink_.stroke, false);
    if (house.door > 0) {
      pen_.polyline({at(house.door_left + shift, 0), at(house.door_left + shift, house.door),
                     at(house.door_right + shift, house.door), at(house.door_right + shift, 0)},
                    ink_.line, ink_.stroke, false);
    }
    const float window = (right - left) * 0.2F;
    for (int i = 0; i < house.storeys; ++i) {
      const float up = house.wall - kFirstStorey - kStorey * static_cast<float>(i);
      for (const float share : {0.33F, 0.67F}) {
        const float middle = left + (right - left) * share;
        pen_.line(at(middle - window / 2, up), at(middle + window / 2, up), ink_.line, ink_.stroke);
      }
    }
  }

  ui::Pen& pen_;
  ui::Rect rect_;
  float scale_;
  Ink ink_;
};

Ink ink_for(const ui::Ui& ui, SkylineTone tone) {
  const ui::Theme& theme = ui.theme();
  const float stroke = std::max(3.0F, ui.metrics().unit(5));
  if (tone == SkylineTone::OnBrand) return {theme.skyline, theme.on_brand, theme.accent, stroke};
  const auto& brand = theme.tint(ui::Tint::Brand);
  return {brand.pale, ui::blend(ui::Colour{brand.strong}.with_alpha(150), theme.paper),
          theme.tint(ui::Tint::Sun).pale, stroke * 0.8F};
}

class Skyline : public ui::Element {
 public:
  Skyline(SkylineTone tone, float least) : tone_(tone), least_(least) {}
  float height(ui::Ui&, float) override { return least_; }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    // Less than this would be a frieze without a meaning: the paper stays empty then.
    if (rect.height < ui.metrics().unit(120)) return;
    // Upright it runs from edge to edge of the screen; in a column it stays there.
    const float margin = ui.metrics().landscape() ? 0 : ui.metrics().margin();
    const float most = ui.metrics().unit(430);
    draw_skyline(ui,
                 {rect.x - margin, rect.bottom() - std::min(most, rect.height), rect.width + 2 * margin,
                  std::min(most, rect.height)},
                 tone_);
  }

 private:
  SkylineTone tone_;
  float least_;
};

}  // namespace

void draw_skyline(ui::Ui& ui, ui::Rect rect, SkylineTone tone) {
  ui::Pen pen = ui.enter({.name = "skyline", .role = ui::Role::Decoration, .rect = rect, .clips = true});
  const Ink ink = ink_for(ui, tone);
  const float scale = std::min(ui.metrics().unit(1150) / kStreet, rect.height / (kHighest * 1.35F));
  // It sinks behind the houses: the pavement cuts it off.
  const float sun = std::min(310 * scale, rect.height * 0.6F);
  pen.disc({rect.right() - 190 * scale, rect.y + sun}, sun, ink.sun);
  Street(pen, {rect.x, rect.y, rect.width, rect.height - ink.stroke / 2}, scale, ink).draw();
}

Part skyline(SkylineTone tone, float least_height) {
  return ui::make<Skyline>(tone, least_height);
}

}  // namespace wv::screens
