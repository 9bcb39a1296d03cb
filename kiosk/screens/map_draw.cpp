// The map: areas as shapes that answer to a finger, numbers that are found again in the list, and the list.
#include <algorithm>
#include <cmath>

#include "kiosk/screens/city.h"
#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

using ui::Point;
using ui::Rect;

// An area is known by more than its colour: a number on all, stripes on an alliance, a ring around the own
// number, a thick line around the chosen one.
struct Inks {
  ui::Colour ground, border, other, area, own, stripe, line, number, on_number;
};

Inks inks(const ui::Ui& ui) {
  const ui::Theme& theme = ui.theme();
  const auto& brand = theme.tint(ui::Tint::Brand);
  return {.ground = theme.card,
          .border = theme.card,
          .other = ui::blend(ui::Colour{theme.line}.with_alpha(120), theme.card),
          .area = ui::blend(ui::Colour{brand.strong}.with_alpha(52), theme.card),
          .own = theme.brand,
          .stripe = theme.tint(ui::Tint::Sun).strong,
          .line = theme.ink,
          .number = theme.ink,
          .on_number = theme.paper};
}

void stripes(ui::Pen& pen, Rect square, ui::Colour colour, float stroke) {
  const float step = square.width / 3;
  for (float at = step / 2; at < square.width * 2; at += step) {
    const float from = std::max(0.0F, at - square.height), to = std::min(at, square.width);
    pen.line({square.x + to, square.y + at - to}, {square.x + from, square.y + at - from}, colour, stroke);
  }
}

class MapPicture : public ui::Element {
 public:
  MapPicture(const MapView& view, float most_height) : view_(view), city_(*view.city), most_(most_height) {}

  float height(ui::Ui&, float width) override {
    return std::round(std::min(most_, width * city_.size.height / city_.size.width));
  }
  void draw(ui::Ui& ui, Rect rect) override {
    place(ui, rect);
    const Inks ink = inks(ui);
    ui::Pen pen = ui.enter({.name = "picture",
                            .role = ui::Role::Picture,
                            .label = view_.map_label.text,
                            .rect = rect,
                            .clips = true});
    const float fine = std::max(1.5F, ui.metrics().unit(2));
    for (const auto& mesh : city_.others) pen.mesh(mesh, map_, scale_, ink.other);
    for (std::size_t i = 0; i < areas(); ++i) {
      fill_area(ui, pen, i, ink);
      for (const auto& mesh : city_.areas[i].wijken) outline(ui, pen, mesh.points, ink.border, fine);
    }
    for (const auto& mesh : city_.others) outline(ui, pen, mesh.points, ink.border, fine);
    for (std::size_t i = 0; i < areas(); ++i) borders(ui, pen, i, ink.border, ui.metrics().unit(7));
    for (std::size_t i = 0; i < areas(); ++i) {
      if (view_.areas[i].chosen) borders(ui, pen, i, ink.line, ui.metrics().unit(7));
    }
    for (std::size_t i = 0; i < areas(); ++i) number(ui, i, ink);
  }

 private:
  std::size_t areas() const { return std::min(view_.areas.size(), city_.areas.size()); }

  void place(ui::Ui& ui, Rect rect) {
    // The thickest line around the outermost area stays inside.
    const float edge = ui.metrics().unit(8);
    scale_ =
        std::min((rect.width - 2 * edge) / city_.size.width, (rect.height - 2 * edge) / city_.size.height);
    const float wide = city_.size.width * scale_, high = city_.size.height * scale_;
    map_ = {std::round(rect.centre_x() - wide / 2), std::round(rect.centre_y() - high / 2), wide, high};
  }

  // North is up and east is right in every language.
  Point at(const ui::Ui& ui, Point metres) const {
    const float x = metres.x * scale_;
    return {map_.x + (ui.mirrored() ? map_.width - x : x), map_.y + metres.y * scale_};
  }

  static bool is_own(const MapArea& area) {
    return std::ranges::any_of(area.badges, [](const Badge& badge) { return badge.icon == "here"; });
  }

  void fill_area(const ui::Ui& ui, ui::Pen& pen, std::size_t index, const Inks& ink) {
    const ui::Colour fill = is_own(view_.areas[index]) ? ink.own : ink.area;
    for (const auto& mesh : city_.areas[index].wijken) pen.mesh(mesh, map_, scale_, fill);
    const float stroke = std::max(2.0F, ui.metrics().unit(4));
    for (const auto& [from, to] : city_.areas[index].hatching)
      pen.line(at(ui, from), at(ui, to), ink.stripe, stroke);
  }

  void outline(const ui::Ui& ui, ui::Pen& pen, const std::vector<Point>& metres, ui::Colour colour,
               float stroke) {
    points_.clear();
    for (const Point& point : metres) points_.push_back(at(ui, point));
    pen.polyline(points_, colour, stroke, true);
  }

  void borders(const ui::Ui& ui, ui::Pen& pen, std::size_t index, ui::Colour colour, float stroke) {
    for (const auto& ring : city_.areas[index].outlines) outline(ui, pen, ring, colour, stroke);
  }

  // The number is an illustration: at the chosen size it stands in the list.
  void number(ui::Ui& ui, std::size_t index, const Inks& ink) {
    const City::Area& shape = city_.areas[index];
    if (shape.wijken.empty()) return;
    const MapArea& area = view_.areas[index];
    const Point centre = at(ui, shape.label);
    const float radius = std::round(ui.metrics().unit(27));
    ui::Pen pen = ui.enter({.name = numbered("shape", index),
                            .role = ui::Role::Decoration,
                            .label = area.name.text,
                            .rect = map_,
                            .action = area.action,
                            .hit_shape = hit_shape(ui, index, centre)});
    if (is_own(area)) pen.disc(centre, radius + ui.metrics().unit(7), ui.theme().accent);
    pen.disc(centre, radius + ui.metrics().unit(2), ink.border);
    pen.disc(centre, radius, ink.number);
    const ui::Lettering lettering{
        .weight = text::Weight::Bold, .em = std::round(radius * 1.3F), .line_height = 1};
    const auto& digits = ui.lay_out({area.number, "nl"}, lettering, 0);
    pen.sample(digits, {centre.x - digits.width / 2, centre.y - digits.height / 2}, ink.on_number);
  }

  ui::HitShape hit_shape(const ui::Ui& ui, std::size_t index, Point centre) const {
    const Rect there = ui.on_screen(map_);
    return {.holds =
                [city = view_.city, index, corner = Point{there.x, there.y}, scale = scale_](Point finger) {
                  return contains(city->areas[index],
                                  {(finger.x - corner.x) / scale, (finger.y - corner.y) / scale});
                },
            .label = ui.on_screen(centre),
            .reach = ui.metrics().target() / 2};
  }

  const MapView& view_;
  const City& city_;
  float most_;
  Rect map_;
  float scale_ = 1;
  std::vector<Point> points_;
};

// A square as the areas are painted, and what it means.
class Sign : public ui::Element {
 public:
  enum class Kind { Own, Alliance };
  Sign(Kind kind, float side) : kind_(kind), side_(side) {}
  float height(ui::Ui&, float) override { return side_; }
  float natural_width(ui::Ui&) override { return side_; }
  float least_width(ui::Ui&) override { return side_; }
  void draw(ui::Ui& ui, Rect rect) override {
    const Rect square{std::round(rect.x), std::round(rect.y), side_, side_};
    ui::Pen pen = ui.enter({.name = "sign", .role = ui::Role::Decoration, .rect = square, .clips = true});
    const Inks ink = inks(ui);
    pen.fill(square, kind_ == Kind::Own ? ink.own : ink.area);
    if (kind_ == Kind::Alliance) stripes(pen, square, ink.stripe, std::max(2.0F, ui.metrics().unit(4)));
  }

 private:
  Kind kind_;
  float side_;
};

Part legend_line(ui::Ui& ui, const char* name, Sign::Kind kind, const Words& words) {
  if (words.empty()) return nullptr;
  const float side = std::round(ui.metrics().em(ui::Type::Body) * 0.9F);
  return ui::beside(ui::make<Sign>(kind, side), ui::words(name, copy(words), {.colour = ui.theme().ink}),
                    {.gap = ui.metrics().unit(14)});
}

Part legend(ui::Ui& ui, const MapView& view) {
  auto flow = ui::make<ui::Flow>(ui.metrics().unit(48), ui.metrics().unit(10));
  flow->add(legend_line(ui, "own", Sign::Kind::Own, view.own_label));
  flow->add(legend_line(ui, "alliance", Sign::Kind::Alliance, view.alliance_label));
  return flow->empty() ? nullptr : ui::named({.name = "legend"}, std::move(flow));
}

Part map_card(ui::Ui& ui, const MapView& view, float most_height) {
  if (!view.city) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(24));
  column->add(ui::make<MapPicture>(view, most_height));
  column->add(legend(ui, view));
  column->add(ui::soft_paragraph(ui, "source", copy(view.source)), ui.metrics().unit(14));
  ui::CardLook look = ui::plain_card(ui);
  look.pad_x = ui.metrics().unit(26);
  look.pad_y = ui.metrics().unit(26);
  look.upright = ui::Across::Start;
  return ui::card({.name = "map"}, look, std::move(column));
}

Part number_mark(ui::Ui& ui, const MapArea& area) {
  const float em = std::round(ui.metrics().em(ui::Type::Card));
  return ui::at_most(em * 1.5F, ui::words("number", {area.number, "nl"},
                                          {.lettering = {.weight = text::Weight::Bold, .em = em},
                                           .colour = ui.theme().ink}));
}

Part area_row(ui::Ui& ui, std::string name, const MapArea& area) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(2));
  words->add(ui::strong(ui, "name", copy(area.name), ui.theme().ink));
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().control;
  look.pad_x = ui.metrics().unit(28);
  look.pad_y = ui.metrics().unit(16);
  look.chosen = area.chosen;
  return ui::card(
      {.name = std::move(name), .role = ui::Role::Option, .label = copy(area.name), .action = area.action},
      look, ui::beside(number_mark(ui, area), std::move(words), {.gap = ui.metrics().unit(22)}));
}

Part area_list(ui::Ui& ui, const MapView& view) {
  if (view.areas.empty()) return nullptr;
  auto grid = ui::make<ui::Grid>(2, std::max(ui.metrics().unit(18), ui.metrics().target_gap()));
  for (std::size_t i = 0; i < view.areas.size(); ++i)
    grid->add(area_row(ui, numbered("area", i), view.areas[i]));
  return ui::named({.name = "areas"}, std::move(grid));
}

Part chosen(ui::Ui& ui, const MapView& view) {
  if (view.chosen_name.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(ui::heading(ui, "name", copy(view.chosen_name), ui::Type::Section));
  column->add(ui::soft_paragraph(ui, "wijken", copy(view.chosen_wijken)), ui.metrics().unit(2));
  if (!view.chosen_badges.empty()) {
    auto badges = ui::make<ui::Flow>(ui.metrics().unit(14), ui.metrics().unit(10));
    for (std::size_t i = 0; i < view.chosen_badges.size(); ++i)
      badges->add(draw_badge(ui, numbered("badge", i), view.chosen_badges[i]));
    column->add(std::move(badges));
  }
  column->add(draw_button(ui, "read", view.read, Kind::Primary), ui.metrics().unit(24));
  return ui::named({.name = "chosen"}, std::move(column));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const MapView& view) {
  ui::PageLook page = page_look(frame);
  const ui::Metrics& metrics = ui.metrics();
  auto main = ui::make<ui::Column>(metrics.wide_gap());
  add_warnings(ui, frame, *main);
  main->add(draw_title(ui, view.title, view.subtitle));
  auto aside = ui::make<ui::Column>(metrics.wide_gap());
  if (metrics.landscape()) {
    main->add(map_card(ui, view, std::max(metrics.unit(420), frame.room.height - metrics.unit(330))),
              metrics.unit(24));
    aside->add(chosen(ui, view));
    aside->add(area_list(ui, view));
  } else {
    main->add(map_card(ui, view, metrics.unit(680)), metrics.unit(24));
    main->add(chosen(ui, view), metrics.unit(40));
    main->add(area_list(ui, view), metrics.unit(32));
  }
  add_notes(ui, frame, metrics.landscape() ? *aside : *main);
  page.main = std::move(main);
  if (metrics.landscape()) page.aside = std::move(aside);
  page.main_share = 0.58F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
