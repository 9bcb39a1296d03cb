// Uitvoeringsplan: years and quarters hang on one line that goes down the page, and each action shows on a
// strip of quarters when it runs.
#include <algorithm>
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

enum class Bead { Year, Quarter, Now };

// A part with a bead before it, and the line that goes on to the next.
class Strung : public ui::Element {
 public:
  Strung(Bead bead, bool goes_on, Part content)
      : bead_(bead), goes_on_(goes_on), content_(std::move(content)) {}

  float height(ui::Ui& ui, float width) override {
    return content_->height(ui, width - indent(ui)) + below(ui);
  }
  float least_width(ui::Ui& ui) override { return content_->least_width(ui) + indent(ui); }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    draw_line(ui, rect);
    content_->draw(ui, {rect.x + indent(ui), rect.y, rect.width - indent(ui), rect.height - below(ui)});
  }

 private:
  void draw_line(ui::Ui& ui, ui::Rect rect) {
    ui::Pen pen = ui.enter(
        {.name = "bead", .role = ui::Role::Decoration, .rect = {rect.x, rect.y, lane(ui), rect.height}});
    const ui::Colour strong = ui.theme().tint(ui::Tint::Brand).strong;
    const float em = ui.metrics().em(bead_ == Bead::Year ? ui::Type::Step : ui::Type::Card);
    const ui::Point centre{rect.x + lane(ui) / 2, rect.y + std::round(em * 0.62F)};
    const float stroke = ui.metrics().unit(6);
    const float end = goes_on_ ? rect.bottom() : centre.y;
    const float begin = bead_ == Bead::Year ? centre.y : rect.y;
    if (end > begin) pen.fill({centre.x - stroke / 2, begin, stroke, end - begin}, ui.theme().line);
    const float radius = lane(ui) / 2;
    if (bead_ == Bead::Year) return pen.disc(centre, radius, strong);
    pen.disc(centre, radius * 0.62F, bead_ == Bead::Now ? ui.theme().accent : ui.theme().paper);
    pen.ring(centre, radius * 0.62F, strong, stroke);
  }
  static float lane(ui::Ui& ui) { return ui.metrics().unit(40); }
  static float indent(ui::Ui& ui) { return lane(ui) + ui.metrics().unit(28); }
  static float below(ui::Ui& ui) { return ui.metrics().unit(36); }

  Bead bead_;
  bool goes_on_;
  Part content_;
};

// The quarters of all plans side by side, with those of one action filled in and a foot under today's.
class Strip : public ui::Element {
 public:
  Strip(int quarters, std::optional<int> now, Stretch stretch, ui::Tint tint)
      : quarters_(quarters), now_(now), stretch_(stretch), tint_(tint) {}
  float height(ui::Ui& ui, float) override { return ui.metrics().unit(30); }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    ui::Pen pen = ui.enter({.name = "strip", .role = ui::Role::Decoration, .rect = rect});
    const ui::Colour below = pen.ground();
    const float gap = ui.metrics().unit(4), between_years = ui.metrics().unit(14);
    const int years = (quarters_ + 3) / 4;
    const auto years_between = static_cast<float>(years - 1);
    const float room = rect.width - static_cast<float>(quarters_ - 1) * gap - years_between * between_years;
    const float wide = std::min(room / static_cast<float>(quarters_), ui.metrics().unit(72));
    float x = rect.x;
    for (int quarter = 0; quarter < quarters_; ++quarter) {
      if (quarter > 0) x += gap + (quarter % 4 == 0 ? between_years : 0);
      const ui::Rect cell{x, rect.y, wide, ui.metrics().unit(16)};
      const bool runs = quarter >= stretch_.from && quarter <= stretch_.to;
      pen.track(cell, runs ? cell : ui::Rect{}, ui.theme().tint(tint_).strong);
      if (now_ == quarter)
        pen.fill({x, rect.y + ui.metrics().unit(22), wide, ui.metrics().unit(6)}, ui.theme().ink);
      x += wide;
    }
    pen.ground_is(below);
  }

 private:
  int quarters_;
  std::optional<int> now_;
  Stretch stretch_;
  ui::Tint tint_;
};

Part item(ui::Ui& ui, std::string name, const PlanItem& item, const PlanView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(ui::strong(ui, "title", copy(item.title), ui.theme().ink));
  auto badges = ui::make<ui::Flow>(ui.metrics().unit(14), ui.metrics().unit(8));
  badges->add(draw_badge(ui, "status", item.status));
  column->add(std::move(badges));
  column->add(ui::paragraph(ui, "when", copy(item.when)));
  if (item.stretch)
    column->add(ui::make<Strip>(view.quarters, view.now, *item.stretch, tint(item.status.tint)),
                ui.metrics().unit(10));
  column->add(ui::soft_paragraph(ui, "challenge", copy(item.challenge)), ui.metrics().unit(8));
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().control;
  look.pad_x = ui.metrics().unit(32);
  look.pad_y = ui.metrics().unit(28);
  return ui::card({.name = std::move(name), .label = copy(item.title), .action = item.action}, look,
                  ui::before(std::move(column), arrow_on(ui), {.gap = ui.metrics().unit(16)}));
}

Part period(ui::Ui& ui, const PlanPeriod& period, const PlanView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  auto head = ui::make<ui::Flow>(ui.metrics().unit(20), ui.metrics().unit(8));
  head->add(ui::heading(ui, "title", copy(period.title), ui::Type::Card));
  if (period.is_now) head->add(ui::badge(ui, "now", copy(view.now_word), ui::Tint::Sun, "today"));
  column->add(std::move(head));
  auto grid = ui::make<ui::Grid>(ui.metrics().landscape() ? 2 : 1, ui.metrics().gap());
  for (std::size_t i = 0; i < period.items.size(); ++i)
    grid->add(item(ui, numbered("action", i), period.items[i], view));
  column->add(std::move(grid));
  return column;
}

Part timeline(ui::Ui& ui, const PlanView& view) {
  auto column = ui::make<ui::Column>(0);
  for (std::size_t y = 0; y < view.years.size(); ++y) {
    const PlanYear& year = view.years[y];
    auto rows = ui::make<ui::Column>(0);
    rows->add(ui::make<Strung>(Bead::Year, true, ui::heading(ui, "year", copy(year.title), ui::Type::Step)));
    for (std::size_t p = 0; p < year.periods.size(); ++p) {
      const bool last = y + 1 == view.years.size() && p + 1 == year.periods.size();
      const Bead bead = year.periods[p].is_now ? Bead::Now : Bead::Quarter;
      rows->add(ui::named({.name = numbered("period", p), .label = year.periods[p].title.text},
                          ui::make<Strung>(bead, !last, period(ui, year.periods[p], view))));
    }
    column->add(ui::named({.name = numbered("year", y), .label = year.title.text}, std::move(rows)));
  }
  return column;
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const PlanView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *column);
  column->add(draw_title(ui, view.title, view.subtitle));
  column->add(draw_chips(ui, "agendas", view.agendas));
  column->add(draw_chips(ui, "plans", view.plans));
  column->add(draw_chips(ui, "statuses", view.statuses));
  column->add(timeline(ui, view), ui.metrics().unit(52));
  column->add(ui::soft_paragraph(ui, "nothing", copy(view.nothing)));
  add_notes(ui, frame, *column);
  page.main = std::move(column);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
