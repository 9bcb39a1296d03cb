// Clipping, clamping and the two buttons: a strip with words below, or a rail beside where height is short.
#include "kiosk/ui/scroll.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/controls.h"

namespace wv::ui {
namespace {

class ScrollRegion : public Element {
 public:
  ScrollRegion(std::string name, ScrollLook look, Part content)
      : name_(std::move(name)), look_(look), content_(std::move(content)) {}

  float height(Ui& ui, float width) override {
    return content_->height(ui, inner_width(width)) + look_.pad_top + look_.pad_bottom;
  }
  float least_width(Ui& ui) override { return content_->least_width(ui) + look_.pad_left + look_.pad_right; }

  void draw(Ui& ui, Rect rect) override {
    if (height(ui, rect.width) <= rect.height + 0.5F) {
      draw_content(ui, rect, {look_.slot, 0, std::ceil(height(ui, rect.width)), rect.height});
    } else if (rect.height < rail_below(ui)) {
      draw_with_rail(ui, rect);
    } else {
      draw_with_strip(ui, rect);
    }
  }

  static float rail_width(const Ui& ui) { return std::max(ui.metrics().target(), ui.metrics().unit(92)); }

 private:
  struct Button {
    const char* name;
    const char* icon;
    const Copy& label;
    float to;
  };

  float inner_width(float width) const { return width - look_.pad_left - look_.pad_right; }

  // Where a strip would take too much of what can be read at once.
  static float rail_below(Ui& ui) { return ui.metrics().landscape() ? 1e9F : ui.metrics().unit(900); }
  static float button_height(Ui& ui) {
    return std::max(ui.metrics().target(),
                    std::round(ui.metrics().em(Type::Card) * 1.15F + 2 * ui.metrics().unit(16)));
  }
  static float strip_pad(Ui& ui) { return ui.metrics().unit(16); }

  ScrollUse use_for(float content, float view) const {
    ScrollUse use{look_.slot, 0, std::ceil(content), view};
    use.offset = std::clamp(look_.offset, 0.0F, use.most());
    return use;
  }
  // A little of the last page stays in sight, so that nobody loses the line.
  static float page(Ui& ui, const ScrollUse& use) {
    return std::max(use.view * 0.75F, use.view - 3 * ui.metrics().em(Type::Body));
  }

  void draw_content(Ui& ui, Rect view, const ScrollUse& use) {
    const Pen pen =
        ui.enter({.name = name_, .role = Role::Group, .rect = view, .clips = true, .scroll = use});
    const float high = std::max(view.height, use.content) - look_.pad_top - look_.pad_bottom;
    content_->draw(ui, {view.x + look_.pad_left, std::round(view.y + look_.pad_top - use.offset),
                        inner_width(view.width), high});
  }

  void draw_with_strip(Ui& ui, Rect rect) {
    const float high = button_height(ui) + 2 * strip_pad(ui);
    const Rect view{rect.x, rect.y, rect.width, std::max(0.0F, rect.height - high)};
    const ScrollUse use = use_for(height(ui, rect.width), view.height);
    draw_content(ui, view, use);
    const float wide = ui.metrics().unit(10);
    const float inset = ui.metrics().unit(12);
    draw_thumb(ui, {view.right() - wide - inset, view.y + inset, wide, view.height - 2 * inset}, use);
    const Rect strip{rect.x, view.bottom(), rect.width, rect.bottom() - view.bottom()};
    Pen pen = ui.enter({.name = name_ + "-buttons", .role = Role::Group, .rect = strip});
    pen.fill(strip, ui.theme().paper);
    pen.fill({strip.x, strip.y, strip.width, ui.metrics().stroke()}, ui.theme().line);
    pen.ground_is(ui.theme().paper);
    const float gap = ui.metrics().gap();
    const float half = std::floor((inner_width(rect.width) - gap) / 2);
    const Rect first{strip.x + look_.pad_left, strip.y + strip_pad(ui), half, button_height(ui)};
    draw_button(ui, {"up", "arrow-up", look_.up, use.offset - page(ui, use)}, use, first);
    draw_button(ui, {"down", "arrow-down", look_.down, use.offset + page(ui, use)}, use,
                first.shifted(half + gap, 0));
  }

  // In very low rooms the two stand beside each other: each keeps its size.
  static bool rail_lies(Ui& ui, Rect rect) {
    return rect.height - 2 * rail_inset(ui) < 2 * ui.metrics().target() + ui.metrics().gap();
  }
  static float rail_inset(Ui& ui) { return ui.metrics().unit(16); }

  void draw_with_rail(Ui& ui, Rect rect) {
    const bool lies = rail_lies(ui, rect);
    const float gap = ui.metrics().gap();
    const float one = rail_width(ui);
    const float wide = lies ? 2 * one + gap : one;
    const float x = rect.right() - look_.pad_right - wide;
    look_.pad_right += wide + ui.metrics().unit(24);
    const ScrollUse use = use_for(height(ui, rect.width), rect.height);
    draw_content(ui, rect, use);
    // The buttons keep their size before the white space around them does.
    const float inset = std::clamp((rect.height - ui.metrics().target()) / 2, 0.0F, rail_inset(ui));
    const Rect rail{x, rect.y + inset, wide, rect.height - 2 * inset};
    const Pen pen = ui.enter({.name = name_ + "-buttons", .role = Role::Group, .rect = rail});
    const float high =
        std::min(ui.metrics().unit(150), lies ? rail.height : std::floor((rail.height - gap) / 2));
    const Rect up{rail.x, rail.y, one, high};
    const Rect down = lies ? up.shifted(one + gap, 0) : Rect{rail.x, rail.bottom() - high, one, high};
    if (!lies) {
      draw_thumb(ui,
                 {rail.centre_x() - ui.metrics().unit(5), up.bottom() + gap / 2, ui.metrics().unit(10),
                  down.y - up.bottom() - gap},
                 use);
    }
    draw_arrow(ui, {"up", "arrow-up", look_.up, use.offset - page(ui, use)}, use, up);
    draw_arrow(ui, {"down", "arrow-down", look_.down, use.offset + page(ui, use)}, use, down);
  }

  // Where in the content one is; too little room says nothing.
  void draw_thumb(Ui& ui, Rect track, const ScrollUse& use) {
    if (track.height < 8 * track.width) return;
    Pen pen = ui.enter({.name = name_ + "-where", .role = Role::Decoration, .rect = track});
    const float high = std::max(track.width * 4, track.height * use.view / use.content);
    const float y = track.y + (track.height - high) * (use.offset / use.most());
    pen.track(track, {track.x, std::round(y), track.width, std::round(high)}, ui.theme().control);
  }

  static bool moves(const Button& button, const ScrollUse& use) {
    return std::abs(std::clamp(button.to, 0.0F, use.most()) - use.offset) >= 1;
  }

  static void draw_button(Ui& ui, const Button& what, const ScrollUse& use, Rect rect) {
    Part named = button(ui, what.name, what.label, use.moved_to(what.to),
                        {.icon = what.icon, .enabled = moves(what, use)});
    if (named->least_width(ui) > rect.width || named->height(ui, rect.width) > rect.height)
      return draw_arrow(ui, what, use, rect);
    named->draw(ui, rect);
  }

  static void draw_arrow(Ui& ui, const Button& what, const ScrollUse& use, Rect rect) {
    const Theme& theme = ui.theme();
    const bool enabled = moves(what, use);
    Pen pen = ui.enter({.name = what.name,
                        .role = Role::Button,
                        .label = what.label.text,
                        .state = {.disabled = !enabled},
                        .rect = rect,
                        .absorbs = true,
                        .action = use.moved_to(what.to)});
    pen.control(rect, enabled ? theme.card : theme.paper, enabled ? theme.ink : theme.line,
                ui.metrics().small_corner());
    const float side = std::round(std::min(rect.width, rect.height) * 0.6F);
    pen.icon(what.icon, {rect.centre_x() - side / 2, rect.centre_y() - side / 2, side, side},
             enabled ? theme.ink : theme.disabled);
  }

  std::string name_;
  ScrollLook look_;
  Part content_;
};

}  // namespace

float scroll_rail_width(const Ui& ui) {
  return ScrollRegion::rail_width(ui) + ui.metrics().unit(24);
}

Part scroll_region(std::string name, ScrollLook look, Part content) {
  return make<ScrollRegion>(std::move(name), look, std::move(content));
}

}  // namespace wv::ui
