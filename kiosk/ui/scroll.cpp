// Clipping, clamping and the two buttons.
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
    const float content = std::ceil(height(ui, rect.width));
    const bool overflows = content > rect.height + 0.5F;
    Rect view = rect;
    if (overflows) view.height = std::max(0.0F, rect.height - strip_height(ui));
    ScrollUse use{look_.slot, 0, content, view.height};
    use.offset = std::clamp(look_.offset, 0.0F, use.most());
    draw_content(ui, view, use);
    if (!overflows) return;
    draw_thumb(ui, view, use);
    draw_buttons(ui, {rect.x, view.bottom(), rect.width, rect.bottom() - view.bottom()}, use);
  }

 private:
  float inner_width(float width) const { return width - look_.pad_left - look_.pad_right; }

  static float button_height(Ui& ui) {
    return std::max(ui.metrics().target(), std::round(ui.metrics().em(Type::Card) * 1.15F + 2 * ui.metrics().unit(16)));
  }
  static float strip_pad(Ui& ui) { return ui.metrics().unit(16); }
  static float strip_height(Ui& ui) { return button_height(ui) + 2 * strip_pad(ui); }

  void draw_content(Ui& ui, Rect view, const ScrollUse& use) {
    const Pen pen = ui.enter({.name = name_, .role = Role::Group, .rect = view, .clips = true, .scroll = use});
    const float high = std::max(view.height, use.content) - look_.pad_top - look_.pad_bottom;
    content_->draw(ui, {view.x + look_.pad_left, std::round(view.y + look_.pad_top - use.offset),
                        inner_width(view.width), high});
  }

  void draw_thumb(Ui& ui, Rect view, const ScrollUse& use) {
    Pen pen = ui.enter({.name = name_ + "-where", .role = Role::Decoration, .rect = view});
    const float wide = ui.metrics().unit(10);
    const float inset = ui.metrics().unit(12);
    const Rect track{view.right() - wide - inset, view.y + inset, wide, view.height - 2 * inset};
    pen.fill(track, ui.theme().line, wide / 2);
    const float high = std::max(wide * 4, track.height * use.view / use.content);
    const float y = track.y + (track.height - high) * (use.offset / use.most());
    pen.fill({track.x, std::round(y), wide, std::round(high)}, ui.theme().control, wide / 2);
  }

  void draw_buttons(Ui& ui, Rect strip, const ScrollUse& use) {
    Pen pen = ui.enter({.name = name_ + "-buttons", .role = Role::Group, .rect = strip});
    pen.fill(strip, ui.theme().paper);
    pen.fill({strip.x, strip.y, strip.width, ui.metrics().stroke()}, ui.theme().line);
    pen.ground_is(ui.theme().paper);
    // A little of the last page stays in sight, so that nobody loses the line.
    const float page = std::max(use.view * 0.8F, use.view - 3 * ui.metrics().em(Type::Body));
    const float gap = ui.metrics().gap();
    const float left = std::max(look_.pad_left, strip_pad(ui));
    const float room = strip.width - left - std::max(look_.pad_right, strip_pad(ui)) - gap;
    const Rect first{strip.x + left, strip.y + strip_pad(ui), std::floor(room / 2), button_height(ui)};
    draw_button(ui, "up", look_.up, "arrow-up", use, use.offset - page, first);
    draw_button(ui, "down", look_.down, "arrow-down", use, use.offset + page,
                {first.right() + gap, first.y, std::floor(room / 2), first.height});
  }

  static void draw_button(Ui& ui, std::string name, const Copy& label, std::string icon, const ScrollUse& use,
                          float to, Rect rect) {
    const bool moves = std::abs(std::clamp(to, 0.0F, use.most()) - use.offset) >= 1;
    button(ui, std::move(name), label, use.moved_to(to), {.icon = std::move(icon), .enabled = moves})->draw(ui, rect);
  }

  std::string name_;
  ScrollLook look_;
  Part content_;
};

}  // namespace

Part scroll_region(std::string name, ScrollLook look, Part content) {
  return make<ScrollRegion>(std::move(name), look, std::move(content));
}

}  // namespace wv::ui
