// The menu of the voice: what it does, how loud, how fast.
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

// A setting in words and as rising bars.
class Meter : public ui::Element {
 public:
  Meter(ui::Ui& ui, std::string name, const Dial& dial)
      : name_(std::move(name)), dial_(dial), label_(ui::soft_paragraph(ui, "label", copy(dial.label))) {
    value_ =
        ui::words("value", copy(dial.value),
                  {.lettering = {.type = ui::Type::Card, .weight = text::Weight::Bold, .line_height = 1.2F},
                   .colour = ui.theme().ink});
  }
  float height(ui::Ui& ui, float width) override {
    const float words = words_width(ui, width);
    return std::max(side(ui), label_->height(ui, words) + value_->height(ui, words));
  }
  float least_width(ui::Ui& ui) override {
    return bars_width(ui) + gap(ui) + std::max(label_->least_width(ui), value_->least_width(ui));
  }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    ui::Pen pen = ui.enter({.name = name_,
                            .role = ui::Role::Progress,
                            .label = dial_.label.text,
                            .value = dial_.value.text,
                            .rect = rect,
                            .absorbs = true});
    const float words = words_width(ui, rect.width);
    const float first = label_->height(ui, words);
    const float all = first + value_->height(ui, words);
    const float y = std::round(rect.centre_y() - all / 2);
    const float foot = std::round(rect.centre_y() + side(ui) / 2);
    for (int i = 0; i < dial_.of; ++i) draw_bar(ui, pen, i, {rect.x, foot});
    const float x = rect.x + bars_width(ui) + gap(ui);
    label_->draw(ui, {x, y, words, first});
    value_->draw(ui, {x, y + first, words, all - first});
  }

 private:
  static float side(ui::Ui& ui) { return std::round(ui.metrics().em(ui::Type::Card) * 1.3F); }
  static float bar(ui::Ui& ui) { return std::round(ui.metrics().em(ui::Type::Card) * 0.26F); }
  static float step(ui::Ui& ui) { return bar(ui) + std::max(2.0F, ui.metrics().unit(10)); }
  float gap(ui::Ui& ui) const { return dial_.of > 0 ? ui.metrics().unit(36) : 0; }  // without bars: no room
  float bars_width(ui::Ui& ui) const { return step(ui) * static_cast<float>(dial_.of); }
  float words_width(ui::Ui& ui, float width) const { return width - bars_width(ui) - gap(ui); }

  void draw_bar(ui::Ui& ui, ui::Pen& pen, int index, ui::Point corner) const {
    const float share = static_cast<float>(index + 1) / static_cast<float>(dial_.of);
    const float high = std::round(side(ui) * (0.3F + 0.7F * share));
    const ui::Rect one{corner.x + static_cast<float>(index) * step(ui), corner.y - high, bar(ui), high};
    const ui::Colour before = pen.ground();
    if (index < dial_.level) {
      pen.fill(one, ui.theme().tint(ui::Tint::Brand).strong, bar(ui) / 2);
    } else {
      pen.border(one, ui.theme().control, std::max(2.0F, ui.metrics().unit(3)), bar(ui) / 2);
    }
    pen.ground_is(before);
  }

  std::string name_;
  const Dial& dial_;
  Part label_, value_;
};

}  // namespace

Part draw_dial(ui::Ui& ui, const char* name, const Dial& dial) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(20));
  column->add(ui::make<Meter>(ui, "level", dial));
  column->add(ui::shared(draw_button(ui, "less", dial.less, Kind::Secondary), 0.5F,
                         draw_button(ui, "more", dial.more, Kind::Secondary), ui.metrics().gap()));
  return ui::named({.name = name}, std::move(column));
}

void draw_over(ui::Ui& ui, const PageFrame& frame, const ReadAloudLayer& layer) {
  const ui::Metrics& metrics = ui.metrics();
  auto column = ui::make<ui::Column>(metrics.gap());
  column->add(ui::heading(ui, "title", copy(layer.title), ui::Type::Section));
  if (!layer.no_voice.empty()) {
    column->add(ui::notice(ui, "no-voice", copy(layer.no_voice), ui::Tint::Sun, "speak-off"));
    column->add(draw_button(ui, "close", layer.close, Kind::Primary), metrics.unit(40));
  } else {
    column->add(ui::shared(draw_button(ui, "again", layer.again, Kind::Primary), 0.6F,
                           draw_button(ui, "stop", layer.stop, Kind::Secondary), metrics.gap()));
    auto dials = ui::make<ui::Grid>(2, metrics.wide_gap());
    dials->add(draw_dial(ui, "volume", layer.volume));
    dials->add(draw_dial(ui, "pace", layer.pace));
    column->add(std::move(dials), metrics.wide_gap());
    column->add(ui::shared(draw_button(ui, "off", layer.off, Kind::Secondary), 0.5F,
                           draw_button(ui, "close", layer.close, Kind::Secondary), metrics.gap()),
                metrics.wide_gap());
  }
  ui::Rect above_bar = frame.room;
  above_bar.height -= ui::bar_height(metrics);
  ui::LayerLook look = layer_look(frame, ui::Layer::Overlay, layer.title, visit::CloseOverlay{});
  look.most_width = metrics.unit(1240);
  ui::draw_layer(ui, above_bar, look, std::move(column));
}

}  // namespace wv::screens
