// Scrim and panel.
#include "kiosk/ui/layers.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/scroll.h"

namespace wv::ui {
namespace {

constexpr Colour kScrim{8, 16, 20, 150};

Rect panel_in(Ui& ui, Rect room, const LayerLook& look, float content_height, float width) {
  const float margin = ui.metrics().margin();
  const float high = std::min(std::ceil(content_height), room.height - 2 * margin);
  const float x = std::round(room.centre_x() - width / 2);
  const float y =
      look.layer == Layer::Dialog ? room.y + (room.height - high) / 2 : room.bottom() - high - margin / 2;
  const float below = (1 - look.risen) * ui.metrics().unit(160);
  return {x, std::round(y + below), width, std::round(high)};
}

}  // namespace

void draw_layer(Ui& ui, Rect room, const LayerLook& look, Part content) {
  const Ui::OnLayer on_layer(ui, look.layer);
  {
    const Rect whole = ui.whole();
    const float foot = look.layer == Layer::Dialog ? whole.bottom() : room.bottom();
    const Rect dimmed{room.x, whole.y, room.width, foot - whole.y};
    Pen scrim = ui.enter({.name = "scrim", .role = Role::Decoration, .rect = dimmed, .action = look.outside});
    scrim.fill(dimmed,
               kScrim.with_alpha(static_cast<std::uint8_t>(static_cast<float>(kScrim.a) * look.risen)));
  }
  const Metrics& metrics = ui.metrics();
  const float margin = metrics.margin();
  const float most = room.width - 2 * margin;
  const float width = look.most_width > 0 ? std::min(most, look.most_width) : most;
  auto region = scroll_region("content",
                              {.slot = ScrollUse::Slot::Aside,
                               .offset = look.offset,
                               .up = look.scroll_up,
                               .down = look.scroll_down,
                               .pad_left = metrics.unit(52),
                               .pad_right = metrics.unit(52),
                               .pad_top = metrics.unit(48),
                               .pad_bottom = metrics.unit(48)},
                              std::move(content));
  const Rect panel = panel_in(ui, room, look, region->height(ui, width), width);
  Pen pen = ui.enter({.name = "panel", .role = Role::Dialog, .label = look.title, .rect = panel});
  pen.fill(panel, ui.theme().paper, metrics.corner());
  pen.border(panel, ui.theme().line, metrics.stroke(), metrics.corner());
  region->draw(ui, panel);
}

}  // namespace wv::ui
