// The bars above a form and the line of circles that says what has happened.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/marks.h"
#include "kiosk/ui/words.h"

namespace wv::ui {
namespace {

class FormBars : public Element {
 public:
  explicit FormBars(const FormSteps& steps) : steps_(steps) {}
  float height(Ui& ui, float) override { return ui.metrics().unit(14); }
  void draw(Ui& ui, Rect rect) override {
    Pen pen = ui.enter({.name = "steps", .role = Role::Progress, .label = steps_.spoken, .rect = rect});
    const float gap = ui.metrics().unit(14);
    const auto n = static_cast<float>(steps_.of);
    const float wide = (rect.width - gap * (n - 1)) / n;
    for (int i = 0; i < steps_.of; ++i) {
      const Rect bar{std::round(rect.x + static_cast<float>(i) * (wide + gap)), rect.y, std::round(wide),
                     rect.height};
      pen.track(bar, i < steps_.current ? bar : Rect{}, ui.theme().tint(Tint::Brand).strong);
    }
  }

 private:
  FormSteps steps_;
};

class Timeline : public Element {
 public:
  Timeline(Ui& ui, std::string name, const std::vector<TimelineEntry>& entries) : name_(std::move(name)) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      auto text = make<Column>(ui.metrics().unit(4));
      text->add(words("title", entries[i].title,
                      {.lettering = {.weight = text::Weight::Bold}, .colour = ui.theme().ink}));
      text->add(words("text", entries[i].text, {.colour = ui.theme().soft}));
      rows_.push_back({std::string(entries[i].title.text), entries[i].done, std::move(text)});
    }
  }
  float height(Ui& ui, float width) override {
    float sum = 0;
    for (Row& row : rows_) sum += row.text->height(ui, text_width(ui, width)) + gap(ui);
    return std::max(0.0F, sum - gap(ui));
  }
  float least_width(Ui& ui) override {
    float widest = 0;
    for (Row& row : rows_) widest = std::max(widest, row.text->least_width(ui));
    return widest + indent(ui);
  }
  void draw(Ui& ui, Rect rect) override {
    const Pen list = ui.enter({.name = name_, .role = Role::Group, .rect = rect});
    float y = rect.y;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const float high = rows_[i].text->height(ui, text_width(ui, rect.width));
      draw_row(ui, i, {rect.x, y, rect.width, high});
      y += high + gap(ui);
    }
  }

 private:
  struct Row {
    std::string title;
    bool done;
    std::unique_ptr<Column> text;
  };

  void draw_row(Ui& ui, std::size_t i, Rect rect) {
    const Theme& theme = ui.theme();
    const Colour strong = theme.tint(Tint::Brand).strong;
    Pen pen = ui.enter({.name = "step-" + std::to_string(i),
                        .role = Role::Text,
                        .label = rows_[i].title,
                        .state = {.selected = rows_[i].done},
                        .rect = rect,
                        .absorbs = true});
    const float radius = disc(ui) / 2;
    const Point centre{rect.x + radius, rect.y + std::max(radius, ui.metrics().em(Type::Body) * 0.65F)};
    if (i + 1 < rows_.size()) {
      pen.line({centre.x, centre.y + radius},
               {centre.x, rect.bottom() + gap(ui) + centre.y - rect.y - radius}, theme.line,
               ui.metrics().unit(5));
    }
    if (rows_[i].done) {
      pen.disc(centre, radius, strong);
      const float side = radius * 1.3F;
      pen.icon("check", {centre.x - side / 2, centre.y - side / 2, side, side},
               contrast(theme.on_brand, strong) >= 3 ? theme.on_brand : theme.paper);
    } else {
      pen.ring(centre, radius, strong, ui.metrics().unit(5));
    }
    rows_[i].text->draw(ui, {rect.x + indent(ui), rect.y, text_width(ui, rect.width), rect.height});
  }
  static float disc(Ui& ui) { return std::max(ui.metrics().unit(56), ui.metrics().em(Type::Body) * 1.2F); }
  static float indent(Ui& ui) { return disc(ui) + ui.metrics().unit(32); }
  static float text_width(Ui& ui, float width) { return width - indent(ui); }
  static float gap(Ui& ui) { return ui.metrics().unit(30); }

  std::string name_;
  std::vector<Row> rows_;
};

}  // namespace

Part form_steps(Ui&, const FormSteps& steps) {
  return make<FormBars>(steps);
}

Part timeline(Ui& ui, std::string name, const std::vector<TimelineEntry>& entries) {
  if (entries.empty()) return nullptr;
  return make<Timeline>(ui, std::move(name), entries);
}

}  // namespace wv::ui
