// Where a row stands follows from its number alone, so that a list of any length costs what is in sight.
#include "kiosk/ui/window_list.h"

#include <algorithm>
#include <cmath>

namespace wv::ui {
namespace {

constexpr std::int64_t rows_around = 2;  // beyond the view, so that the arrow keys find the next one
constexpr std::int64_t rows_ahead = 8;   // fewer than these left in memory: time to ask for more

class Window : public Element {
 public:
  Window(std::string name, WindowList list) : name_(std::move(name)), list_(std::move(list)) {}

  float height(Ui& ui, float width) override {
    if (list_.total == 0) return 0;
    return static_cast<float>(static_cast<double>(list_.total) * pitch(ui, width) - ui.metrics().gap());
  }
  float least_width(Ui& ui) override {
    float least = 0;
    for (const Part& sample : list_.samples) least = std::max(least, sample->least_width(ui));
    return least;
  }

  void draw(Ui& ui, Rect rect) override {
    if (list_.total == 0) return;
    const double step = pitch(ui, rect.width);
    const Rect view = ui.showing();
    const auto at = [&](float y) {
      return static_cast<std::int64_t>(std::floor((double{y} - rect.y) / step));
    };
    const auto last_row = list_.total - 1;
    const auto first = std::clamp<std::int64_t>(at(view.y), 0, last_row);
    const auto last = std::clamp<std::int64_t>(at(view.bottom()), 0, last_row);
    const Pen pen =
        ui.enter({.name = name_, .role = Role::Group, .rect = rect, .wants = wanted(first, last)});
    const auto end = std::min(last_row, last + rows_around);
    for (auto i = std::max<std::int64_t>(0, first - rows_around); i <= end; ++i) {
      const auto y = static_cast<float>(rect.y + static_cast<double>(i) * step);
      draw_row(ui, i, {rect.x, std::round(y), rect.width, row_height(ui, rect.width)});
    }
  }

 private:
  bool in_memory(std::int64_t row) const { return row >= list_.first && row < list_.first + list_.loaded; }

  std::optional<visit::Action> wanted(std::int64_t first, std::int64_t last) const {
    const auto from = std::max<std::int64_t>(0, first - rows_ahead);
    const auto to = std::min(list_.total - 1, last + rows_ahead);
    if (in_memory(from) && in_memory(to)) return std::nullopt;
    return list_.see(first, last);
  }

  // Not there yet: its place is kept, for the one frame that it takes.
  void draw_row(Ui& ui, std::int64_t row, Rect rect) {
    if (in_memory(row)) return list_.row(row)->draw(ui, rect);
    Pen pen = ui.enter({.name = "row-" + std::to_string(row), .role = Role::Decoration, .rect = rect});
    pen.fill(rect, ui.theme().card, ui.metrics().corner());
  }

  float row_height(Ui& ui, float width) {
    if (measured_for_ != width) {
      measured_ = 0;
      for (const Part& sample : list_.samples) measured_ = std::max(measured_, sample->height(ui, width));
      measured_ = std::ceil(measured_);
      measured_for_ = width;
    }
    return measured_;
  }
  double pitch(Ui& ui, float width) { return double{row_height(ui, width)} + std::round(ui.metrics().gap()); }

  std::string name_;
  WindowList list_;
  float measured_ = 0, measured_for_ = -1;
};

}  // namespace

Part window_list(std::string name, WindowList list) {
  return make<Window>(std::move(name), std::move(list));
}

}  // namespace wv::ui
