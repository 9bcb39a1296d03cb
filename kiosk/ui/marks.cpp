// Pictograms, badges, progress, dividers and notices.
#include "kiosk/ui/marks.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/words.h"

namespace wv::ui {
namespace {

struct IconLook {
  float side = 0;   // of the whole mark
  float share = 1;  // of the pictogram in it
  Colour ink;
  Colour ground{0, 0, 0, 0};
  float corner = 0;
};

class Icon : public Element {
 public:
  Icon(std::string name, const IconLook& look) : name_(std::move(name)), look_(look) {}
  float height(Ui&, float) override { return look_.side; }
  float natural_width(Ui&) override { return look_.side; }
  float least_width(Ui&) override { return look_.side; }
  void draw(Ui& ui, Rect rect) override {
    Pen pen = ui.enter({.name = "icon-" + name_, .role = Role::Decoration, .rect = rect});
    const Rect box{rect.x, rect.y, look_.side, look_.side};
    if (look_.ground.a > 0) pen.fill(box, look_.ground, look_.corner);
    pen.icon(name_, box.inset(look_.side * (1 - look_.share) / 2), look_.ink);
  }

 private:
  std::string name_;
  IconLook look_;
};

class Badge : public Element {
 public:
  Badge(Ui& ui, std::string name, const Copy& copy, Tint tint, std::string icon_name)
      : name_(std::move(name)), copy_(copy), tint_(tint) {
    const Colour ink = ui.theme().tint(tint).text;
    Part text = words("text", copy,
                      {.lettering = {.weight = text::Weight::SemiBold, .line_height = 1.2F}, .colour = ink});
    const float em = ui.metrics().em(Type::Body);
    if (icon_name.empty()) {
      content_ = std::move(text);
    } else {
      content_ = beside(icon(ui, std::move(icon_name), em, ink), std::move(text), {.gap = em * 0.3F});
    }
  }
  float height(Ui& ui, float width) override {
    return content_->height(ui, width - 2 * side(ui)) + 2 * top(ui);
  }
  float natural_width(Ui& ui) override { return content_->natural_width(ui) + 2 * side(ui); }
  float least_width(Ui& ui) override { return content_->least_width(ui) + 2 * side(ui); }
  void draw(Ui& ui, Rect rect) override {
    Pen pen = ui.enter({.name = name_,
                        .role = Role::Text,
                        .label = copy_.text,
                        .value = copy_.foreign ? ui.foreign_mark() : std::string_view(),
                        .rect = rect,
                        .absorbs = true});
    const TintColours& colours = ui.theme().tint(tint_);
    pen.fill(rect, colours.pale, ui.metrics().small_corner());
    // Where the ground itself does not stand out (high contrast), a line does.
    if (contrast(colours.pale, ui.theme().card) < 1.05) {
      pen.border(rect, colours.strong, ui.metrics().stroke(), ui.metrics().small_corner());
    }
    content_->draw(ui, rect.inset(side(ui), top(ui)));
  }

 private:
  static float side(Ui& ui) { return ui.metrics().unit(20); }
  static float top(Ui& ui) { return ui.metrics().unit(6); }

  std::string name_;
  Copy copy_;
  Tint tint_;
  Part content_;
};

class ProgressBar : public Element {
 public:
  ProgressBar(Ui& ui, std::string name, const Progress& progress)
      : name_(std::move(name)), progress_(progress) {
    words_ = words("words", progress.words, {.colour = ui.theme().soft});
  }
  float height(Ui& ui, float width) override {
    if (words_ == nullptr) return thick(ui);
    const float high = words_->height(ui, words_width(ui, width));
    return beside(ui, width) ? std::max(thick(ui), high) : thick(ui) + below(ui) + high;
  }
  float least_width(Ui& ui) override { return words_ == nullptr ? 0 : words_->least_width(ui); }
  void draw(Ui& ui, Rect rect) override {
    Pen pen = ui.enter({.name = name_,
                        .role = Role::Progress,
                        .label = progress_.words.text,
                        .rect = rect,
                        .absorbs = true});
    const bool side = words_ != nullptr && beside(ui, rect.width);
    const float wide = side ? rect.width - words_width(ui, rect.width) - gap(ui) : rect.width;
    const float y = side ? rect.centre_y() - thick(ui) / 2 : rect.y;
    draw_bar(ui, pen, {rect.x, std::round(y), std::round(wide), thick(ui)});
    if (words_ == nullptr) return;
    const float text_wide = words_width(ui, rect.width);
    const float high = words_->height(ui, text_wide);
    const Rect place = side ? Rect{rect.x + wide + gap(ui), rect.centre_y() - high / 2, text_wide, high}
                            : Rect{rect.x, rect.y + thick(ui) + below(ui), rect.width, high};
    words_->draw(ui, place);
  }

 private:
  void draw_bar(Ui& ui, Pen& pen, Rect bar) const {
    const float share =
        progress_.total > 0 ? static_cast<float>(progress_.done) / static_cast<float>(progress_.total) : 0;
    Rect done = bar;
    done.width = share > 0 ? std::max(bar.height, bar.width * std::min(1.0F, share)) : 0;
    pen.track(bar, done, ui.theme().tint(Tint::Brand).strong);
  }
  static float thick(Ui& ui) { return ui.metrics().unit(18); }
  static float gap(Ui& ui) { return ui.metrics().unit(28); }
  static float below(Ui& ui) { return ui.metrics().unit(12); }
  float words_width(Ui& ui, float width) { return std::min(width, words_->natural_width(ui)); }
  // A bar shorter than a third of the width says little: then the words go below it.
  bool beside(Ui& ui, float width) { return width - words_width(ui, width) - gap(ui) >= width * 0.33F; }

  std::string name_;
  Progress progress_;
  Part words_;
};

class Divider : public Element {
 public:
  float height(Ui& ui, float) override { return ui.metrics().stroke(); }
  void draw(Ui& ui, Rect rect) override {
    Pen pen = ui.enter({.name = "line", .role = Role::Decoration, .rect = rect});
    pen.fill({rect.x, rect.y, rect.width, ui.metrics().stroke()}, ui.theme().line);
  }
};

class NoticeBox : public Element {
 public:
  NoticeBox(Ui& ui, std::string name, const Copy& copy, Tint tint, std::string icon_name)
      : name_(std::move(name)), copy_(copy), tint_(tint) {
    const Colour ink = ui.theme().tint(tint).text;
    const float side = std::round(ui.metrics().em(Type::Body) * 1.15F);
    content_ = beside(icon(ui, std::move(icon_name), side, ink), words("text", copy, {.colour = ink}),
                      {.gap = ui.metrics().unit(20)});
  }
  float height(Ui& ui, float width) override {
    return content_->height(ui, width - 2 * pad(ui)) + 2 * top(ui);
  }
  float least_width(Ui& ui) override { return content_->least_width(ui) + 2 * pad(ui); }
  void draw(Ui& ui, Rect rect) override {
    Pen pen =
        ui.enter({.name = name_, .role = Role::Notice, .label = copy_.text, .rect = rect, .absorbs = true});
    const TintColours& colours = ui.theme().tint(tint_);
    pen.fill(rect, colours.pale, ui.metrics().small_corner());
    if (contrast(colours.pale, ui.theme().paper) < 1.05) {
      pen.border(rect, colours.strong, ui.metrics().stroke(), ui.metrics().small_corner());
    }
    content_->draw(ui, rect.inset(pad(ui), top(ui)));
  }

 private:
  static float pad(Ui& ui) { return ui.metrics().unit(32); }
  static float top(Ui& ui) { return ui.metrics().unit(18); }

  std::string name_;
  Copy copy_;
  Tint tint_;
  Part content_;
};

}  // namespace

Part icon(Ui&, std::string name, float side, Colour colour) {
  return make<Icon>(std::move(name), IconLook{.side = std::round(side), .ink = colour});
}

Part icon_box(Ui& ui, std::string name, Tint tint) {
  const TintColours& colours = ui.theme().tint(tint);
  const float side = std::round(std::max(ui.metrics().unit(92), ui.metrics().em(Type::Body) * 1.7F));
  return make<Icon>(std::move(name), IconLook{.side = side,
                                              .share = 0.64F,
                                              .ink = colours.text,
                                              .ground = colours.pale,
                                              .corner = ui.metrics().small_corner()});
}

Part icon_disc(Ui&, std::string name, float side, Colour fill, Colour on_fill) {
  return make<Icon>(
      std::move(name),
      IconLook{.side = std::round(side), .share = 0.56F, .ink = on_fill, .ground = fill, .corner = side / 2});
}

Part badge(Ui& ui, std::string name, const Copy& copy, Tint tint, std::string icon_name) {
  if (copy.empty()) return nullptr;
  return make<Badge>(ui, std::move(name), copy, tint, std::move(icon_name));
}

Part progress(Ui& ui, std::string name, const Progress& progress) {
  if (progress.total <= 0) return nullptr;
  return make<ProgressBar>(ui, std::move(name), progress);
}

Part notice(Ui& ui, std::string name, const Copy& copy, Tint tint, std::string icon_name) {
  if (copy.empty()) return nullptr;
  return make<NoticeBox>(ui, std::move(name), copy, tint, std::move(icon_name));
}

Part divider(Ui&) {
  return make<Divider>();
}

}  // namespace wv::ui
