// Visie: the years on a line, the story in large letters, and what it should bring, counted off.
#include <algorithm>
#include <cmath>

#include "kiosk/screens/prose_draw.h"
#include "kiosk/ui/qr.h"

namespace wv::screens {
namespace {

constexpr int most_dots = 16;  // more years than this are a line without dots

// A line from the first year to the last, with this year on it.
class HorizonLine : public ui::Element {
 public:
  explicit HorizonLine(const Horizon& horizon) : horizon_(horizon) {}

  float height(ui::Ui& ui, float) override {
    return std::round(radius(ui) * 2 + ui.metrics().unit(10) + ui.em(kYear) * 1.3F);
  }
  float least_width(ui::Ui& ui) override {
    return 2 * ui.lay_out({"2000"}, kYear, 0).width + ui.metrics().unit(40);
  }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    ui::Pen pen =
        ui.enter({.name = "horizon", .role = ui::Role::Progress, .label = horizon_.words.text, .rect = rect});
    const ui::Colour below = pen.ground();
    const ui::Colour strong = ui.theme().tint(ui::Tint::Brand).strong;
    const float y = rect.y + radius(ui);
    const float stroke = ui.metrics().unit(8);
    const ui::Rect line{rect.x, y - stroke / 2, rect.width, stroke};
    pen.track(line, {line.x, line.y, at(ui, rect, horizon_.now) - line.x, line.height}, strong);
    const int years = horizon_.to - horizon_.from;
    for (int year = horizon_.from; years <= most_dots && year <= horizon_.to; ++year) {
      const ui::Point centre{at(ui, rect, year), y};
      pen.disc(centre, radius(ui) * 0.5F, year <= horizon_.now ? strong : ui.theme().control);
    }
    if (is_within()) {
      pen.disc({at(ui, rect, horizon_.now), y}, radius(ui), strong);
      pen.disc({at(ui, rect, horizon_.now), y}, radius(ui) * 0.45F, ui.theme().accent);
    }
    pen.ground_is(below);
    draw_years(ui, pen, rect);
  }

 private:
  static constexpr ui::Lettering kYear{.type = ui::Type::Body, .weight = text::Weight::Bold};

  bool is_within() const { return horizon_.now >= horizon_.from && horizon_.now <= horizon_.to; }
  static float radius(ui::Ui& ui) { return ui.metrics().unit(20); }
  float at(ui::Ui& ui, ui::Rect rect, int year) const {
    const int span = std::max(1, horizon_.to - horizon_.from);
    const float share =
        std::clamp(static_cast<float>(year - horizon_.from) / static_cast<float>(span), 0.0F, 1.0F);
    return std::round(rect.x + radius(ui) + (rect.width - 2 * radius(ui)) * share);
  }

  // First and last year always, this year where it stands clear of both.
  void draw_years(ui::Ui& ui, ui::Pen& pen, ui::Rect rect) {
    const std::string first = std::to_string(horizon_.from), last = std::to_string(horizon_.to),
                      now = std::to_string(horizon_.now);
    const float y = rect.y + 2 * radius(ui) + ui.metrics().unit(10);
    const float wide = ui.lay_out({last}, kYear, 0).width;
    pen.text(ui.lay_out({first}, kYear, 0), first, {rect.x, y}, ui.theme().ink);
    pen.text(ui.lay_out({last}, kYear, 0), last, {rect.right() - wide, y}, ui.theme().ink);
    const float x = at(ui, rect, horizon_.now) - wide / 2, clear = ui.metrics().unit(24);
    if (!is_within() || x < rect.x + wide + clear || x + wide > rect.right() - wide - clear) return;
    pen.text(ui.lay_out({now}, kYear, 0), now, {x, y}, ui.theme().ink);
  }

  const Horizon& horizon_;
};

// A number in a circle, which counts for the eye: the order of reading says it to the ear.
class Count : public ui::Element {
 public:
  explicit Count(std::size_t number) : number_(std::to_string(number)) {}
  float height(ui::Ui& ui, float) override { return side(ui); }
  float natural_width(ui::Ui& ui) override { return side(ui); }
  float least_width(ui::Ui& ui) override { return side(ui); }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    const ui::TintColours& tint = ui.theme().tint(ui::Tint::Brand);
    ui::Pen pen = ui.enter({.name = "count",
                            .role = ui::Role::Text,
                            .label = number_,
                            .rect = {rect.x, rect.y, side(ui), side(ui)}});
    pen.disc({rect.x + side(ui) / 2, rect.y + side(ui) / 2}, side(ui) / 2, tint.pale);
    const text::Paragraph& text = ui.lay_out({number_}, kLettering, 0);
    pen.text(
        text, number_,
        {std::round(rect.x + (side(ui) - text.width) / 2), std::round(rect.y + (side(ui) - text.height) / 2)},
        tint.text);
  }

 private:
  static constexpr ui::Lettering kLettering{.type = ui::Type::Card, .weight = text::Weight::Bold};
  static float side(ui::Ui& ui) {
    return std::round(std::max(ui.metrics().unit(84), ui.em(kLettering) * 1.5F));
  }
  std::string number_;
};

Part story(ui::Ui& ui, const VisionView& view) {
  if (view.summary.empty() && !view.horizon) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(36));
  if (view.horizon) column->add(ui::make<HorizonLine>(*view.horizon));
  column->add(draw_prose(ui, "summary", view.summary));
  ui::CardLook look = ui::plain_card(ui);
  look.pad_x = ui.metrics().unit(48);
  look.pad_y = ui.metrics().unit(44);
  look.upright = ui::Across::Start;
  return ui::card({.name = "story"}, look, std::move(column));
}

Part ambition(ui::Ui& ui, std::size_t index, const Words& words) {
  ui::CardLook look = ui::plain_card(ui);
  look.pad_x = ui.metrics().unit(32);
  look.pad_y = ui.metrics().unit(26);
  return ui::card({.name = numbered("ambition", index)}, look,
                  ui::beside(ui::make<Count>(index + 1), ui::paragraph(ui, "text", copy(words)),
                             {.gap = ui.metrics().unit(28)}));
}

Part source(ui::Ui& ui, const VisionView& view) {
  if (view.source_url.empty()) return nullptr;
  auto words = ui::make<ui::Column>(ui.metrics().unit(8));
  words->add(ui::heading(ui, "title", copy(view.source_title), ui::Type::Card));
  words->add(ui::paragraph(ui, "hint", copy(view.source_hint)));
  Part code = ui::qr(ui, "code", view.source_title.text, view.source_url, ui.metrics().unit(280));
  return ui::card({.name = "source"}, ui::plain_card(ui),
                  ui::shared(std::move(words), 0.6F, std::move(code), ui.metrics().unit(36)));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const VisionView& view) {
  ui::PageLook page = page_look(frame);
  auto main = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *main);
  main->add(draw_title(ui, view.title, view.subtitle));
  main->add(draw_chips(ui, "agendas", view.agendas));
  main->add(story(ui, view));
  main->add(ui::soft_paragraph(ui, "nothing", copy(view.nothing)));
  if (!view.ambitions.empty() || !view.summary.empty())
    main->add(draw_button(ui, "plan", view.plan, Kind::Secondary));
  auto rest = ui::make<ui::Column>(ui.metrics().gap());
  rest->add(ui::heading(ui, "ambitions", copy(view.ambitions_title), ui::Type::Section));
  for (std::size_t i = 0; i < view.ambitions.size(); ++i) rest->add(ambition(ui, i, view.ambitions[i]));
  rest->add(source(ui, view), ui.metrics().wide_gap());
  add_notes(ui, frame, *rest);
  page.main = std::move(main);
  page.aside = std::move(rest);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
