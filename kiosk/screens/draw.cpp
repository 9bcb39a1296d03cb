// The frame around every body, and the layer over it.
#include "kiosk/screens/draw.h"

#include <algorithm>

#include "kiosk/screens/draw_parts.h"
#include "kiosk/ui/reach.h"

namespace wv::screens {
namespace {

ui::Rect screen_of(const ui::Metrics& metrics) {
  return {0, 0, metrics.screen().width, metrics.screen().height};
}

ui::HeaderLook header_look(const Frame& frame) {
  return {.place = copy(frame.place),
          .area = copy(frame.area),
          .opening = copy(frame.opening.text),
          .is_open = frame.opening.is_open,
          .staff_door = visit::OpenStaffDoor{}};
}

const char* name_of(BarItem item) {
  switch (item) {
    case BarItem::Restart:
      return "restart";
    case BarItem::Back:
      return "back";
    case BarItem::Language:
      return "language";
    case BarItem::TextSize:
      return "text-size";
    case BarItem::Contrast:
      return "contrast";
    case BarItem::ReadAloud:
      return "read-aloud";
    case BarItem::Reach:
      return "reach";
    case BarItem::Help:
      return "help";
  }
  return "";
}

std::vector<ui::BarLook> bar_looks(const Frame& frame) {
  std::vector<ui::BarLook> looks;
  for (const BarButton& button : frame.bar) {
    looks.push_back({.name = name_of(button.item),
                     .icon = button.icon,
                     .label = copy(button.label),
                     .spoken = button.spoken.text,
                     .action = button.action,
                     .enabled = button.enabled,
                     .on = button.on});
  }
  return looks;
}

// In reach mode the header needs no room of the band that a hand can touch: it only tells, so it stands
// above.
float header_above(ui::Ui& ui, const View& view, const ui::Band& band) {
  if (!view.frame || band.top == 0) return 0;
  const float high = ui::header_height(ui, screen_of(ui.metrics()), header_look(*view.frame));
  return high <= band.top ? high : 0;
}

template <class View>
constexpr bool is_framed = !std::is_same_v<View, AttractView> && !std::is_same_v<View, TouchTestView> &&
                           !std::is_same_v<View, ColourTestView>;

void draw_framed(ui::Ui& ui, const View& view, const Stage& stage, ui::Rect screen, float above) {
  ui::HeaderLook header = header_look(*view.frame);
  if (above > 0) header.staff_door.reset();  // a control, and out of reach
  ui::Rect room = ui::draw_header(ui, {screen.x, -above, screen.width, screen.height + above}, header);
  room.height -= ui::bar_height(ui.metrics());
  {
    const ui::Pen body = ui.enter({.name = "body", .role = ui::Role::Group, .rect = room});
    const PageFrame frame{view, stage, room};
    std::visit(
        [&](const auto& one) {
          if constexpr (is_framed<std::decay_t<decltype(one)>>) draw_body(ui, frame, one);
        },
        view.body);
  }
  ui::draw_bar(ui, screen, bar_looks(*view.frame));
}

ui::Band band_of(const View& view, const ui::Panel& panel) {
  return view.reach ? ui::reachable(panel) : ui::Band{panel, 0};
}

// What stands out of reach: a calm street down to `street`, and nothing to do.
void draw_ground(ui::Ui& ui, ui::Rect screen, float street) {
  const ui::Rect above{screen.x, ui.whole().y, screen.width, street - ui.whole().y};
  const ui::Rect below{screen.x, screen.bottom(), screen.width, ui.whole().bottom() - screen.bottom()};
  for (const ui::Rect& part : {above, below}) {
    if (part.empty()) continue;
    const bool is_above = part.y < screen.y;
    ui::Pen pen = ui.enter(
        {.name = is_above ? "above" : "below", .role = ui::Role::Decoration, .rect = part, .clips = true});
    pen.fill(part, is_above ? ui.theme().tint(ui::Tint::Brand).pale : ui.theme().bar);
    if (is_above && part.height >= ui.metrics().unit(140)) {
      const float high = std::min(part.height, ui.metrics().unit(360));
      draw_skyline(ui, {part.x, part.bottom() - high, part.width, high}, SkylineTone::OnPaper);
    }
  }
}

// Attract speaks many languages at once and marks none.
std::string_view foreign_mark(const View& view) {
  if (view.frame) return view.frame->fallback_mark.text;
  return view.screen == visit::Screen::Attract ? std::string_view() : view.spoken.foreign_mark;
}

}  // namespace

ui::Metrics metrics_of(const View& view, const ui::Panel& panel) {
  return {band_of(view, panel).panel,
          view.screen == visit::Screen::Attract ? visit::TextSize::Normal : view.size};
}

void draw(const View& view, const Stage& stage, const ui::Hand& hand, paint::Painter& painter,
          ui::Tree& tree) {
  const ui::Metrics metrics = metrics_of(view, stage.panel);
  const ui::Band band = band_of(view, stage.panel);
  ui::Ui ui({.theme = stage.themes.of(view.contrast),
             .metrics = metrics,
             .engine = stage.engine,
             .hand = hand,
             .mirrored = view.right_to_left,
             .top = band.top,
             .below = stage.panel.pixels.height - band.top - band.panel.pixels.height,
             .pictures = stage.pictures,
             .foreign_mark = foreign_mark(view)},
            tree, painter);
  const ui::Rect screen = screen_of(metrics);
  const float above = header_above(ui, view, band);
  ui::Pen root = ui.enter({.name = view.name,
                           .role = ui::Role::Screen,
                           .label = view.spoken_title.text,
                           .rect = {screen.x, screen.y - above, screen.width, screen.height + above}});
  root.fill(ui.whole(), ui.theme().paper);
  draw_ground(ui, screen, screen.y - above);
  const PageFrame whole{view, stage, screen};
  if (const auto* attract = std::get_if<AttractView>(&view.body)) {
    draw_attract(ui, whole, *attract);
  } else if (const auto* touch = std::get_if<TouchTestView>(&view.body)) {
    draw_panel_test(ui, screen, *touch);
  } else if (const auto* colour = std::get_if<ColourTestView>(&view.body)) {
    draw_panel_test(ui, screen, *colour);
  } else if (view.frame) {
    draw_framed(ui, view, stage, screen, above);
  }
  if (view.layer) draw_layer_over(ui, whole, *view.layer);
}

}  // namespace wv::screens
