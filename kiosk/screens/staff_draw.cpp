// Behind the place's name: the PIN and the readiness report.
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

constexpr int kLeastDots = 4;

// How many digits were typed, never which.
class Dots : public ui::Element {
 public:
  explicit Dots(int typed) : typed_(typed) {}
  float height(ui::Ui& ui, float) override { return 2 * radius(ui); }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    const int all = std::max(kLeastDots, typed_);
    const std::string value = std::to_string(typed_);
    ui::Pen pen = ui.enter({.name = "dots", .role = ui::Role::Progress, .label = value, .rect = rect});
    const float step = 2 * radius(ui) + ui.metrics().unit(32);
    const float wide = step * static_cast<float>(all - 1);
    for (int i = 0; i < all; ++i) {
      const ui::Point centre{rect.centre_x() - wide / 2 + step * static_cast<float>(i), rect.centre_y()};
      if (i < typed_) {
        pen.disc(centre, radius(ui), ui.theme().ink);
      } else {
        pen.ring(centre, radius(ui), ui.theme().control, ui.metrics().unit(4));
      }
    }
  }

 private:
  static float radius(ui::Ui& ui) { return ui.metrics().unit(20); }
  int typed_;
};

ui::Tint tint_of(Severity severity) {
  switch (severity) {
    case Severity::Ok:
      return ui::Tint::Brand;
    case Severity::Attention:
      return ui::Tint::Sun;
    case Severity::Fault:
      return ui::Tint::Brick;
  }
  return ui::Tint::Brick;
}

const char* icon_of(Severity severity) {
  switch (severity) {
    case Severity::Ok:
      return "check";
    case Severity::Attention:
      return "alert";
    case Severity::Fault:
      return "error";
  }
  return "error";
}

Part check(ui::Ui& ui, std::string name, const Check& check) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::strong(ui, "title", copy(check.title), ui.theme().ink));
  words->add(ui::paragraph(ui, "value", copy(check.value)));
  words->add(ui::soft_paragraph(ui, "hint", copy(check.hint)));
  auto row = ui::make<ui::Flow>(0, 0);
  row->add(
      ui::badge(ui, "severity", copy(check.severity_word), tint_of(check.severity), icon_of(check.severity)));
  words->add(std::move(row), ui.metrics().unit(12));
  ui::CardLook look = ui::plain_card(ui);
  look.pad_x = ui.metrics().unit(32);
  look.pad_y = ui.metrics().unit(26);
  look.upright = ui::Across::Start;
  return ui::card({.name = std::move(name), .label = copy(check.title)}, look,
                  ui::beside(ui::icon_box(ui, check.icon, tint_of(check.severity)), std::move(words),
                             {.gap = ui.metrics().unit(28), .upright = ui::Across::Start}));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const PinView& view) {
  ui::PageLook page = page_look(frame);
  auto words = ui::make<ui::Column>(ui.metrics().wide_gap());
  words->add(draw_title(ui, view.title, view.subtitle));
  words->add(ui::make<Dots>(view.typed), ui.metrics().unit(52));
  words->add(ui::notice(ui, "message", copy(view.message), ui::Tint::Brick, "lock"));
  Part keys = draw_keyboard(ui, view.keypad, {.most_key = ui.metrics().unit(240), .panel = false});
  auto pad = ui::make<ui::Column>();
  pad->add(std::move(keys));
  if (ui.metrics().landscape()) {
    page.main = std::move(words);
    page.aside = std::move(pad);
  } else {
    words->add(std::move(pad), ui.metrics().unit(52));
    page.main = std::move(words);
  }
  page.foot = draw_pair(draw_button(ui, "cancel", view.cancel, Kind::Secondary),
                        draw_button(ui, "open", view.open, Kind::Primary), ui);
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const ReadinessView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  column->add(draw_title(ui, view.title, view.subtitle));
  auto grid = ui::make<ui::Grid>(ui.metrics().landscape() ? 2 : 1, ui.metrics().unit(20));
  for (std::size_t i = 0; i < view.checks.size(); ++i)
    grid->add(check(ui, numbered("check", i), view.checks[i]));
  column->add(std::move(grid));
  page.main = std::move(column);
  page.foot = draw_pair(draw_button(ui, "close", view.close, Kind::Secondary),
                        draw_button(ui, "sync", view.sync, Kind::Primary), ui);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
