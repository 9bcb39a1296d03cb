// Buttons, chips and cards: one shape each, pressed and focused in the same way everywhere.
#include "kiosk/ui/controls.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/marks.h"
#include "kiosk/ui/words.h"

namespace wv::ui {
namespace {

struct Faces {
  Colour fill, border, ink;
};

Faces faces_of(const Theme& theme, const ButtonLook& look) {
  if (!look.enabled) return {theme.paper, theme.line, theme.disabled};
  switch (look.kind) {
    case ButtonLook::Kind::Primary:
      return {theme.brand, theme.brand, theme.on_brand};
    case ButtonLook::Kind::Secondary:
      return {theme.card, theme.ink, theme.ink};
    case ButtonLook::Kind::Quiet:
      return {theme.paper, theme.control, theme.ink};
  }
  return {};
}

class Button : public Element {
 public:
  Button(Ui& ui, std::string name, const Copy& label, const visit::Action& action, ButtonLook look)
      : name_(std::move(name)), label_(label), action_(action), look_(std::move(look)) {
    const Colour ink = faces_of(ui.theme(), look_).ink;
    const Lettering lettering{
        .type = Type::Card, .weight = text::Weight::Bold, .align = text::Align::Centre, .line_height = 1.15F};
    text_ = words("text", label, {.lettering = lettering, .colour = ink});
    if (!look_.icon.empty()) icon_ = icon(ui, look_.icon, std::round(ui.em(lettering) * 1.15F), ink);
    why_not_ = look_.enabled ? nullptr : words("why-not", look_.why_not, {.colour = ui.theme().soft});
  }

  float height(Ui& ui, float width) override {
    return face_height(ui, width) + (why_not_ == nullptr ? 0 : gap(ui) + why_not_->height(ui, width));
  }
  float natural_width(Ui& ui) override { return content_width(ui, text_->natural_width(ui)) + 2 * pad(ui); }
  float least_width(Ui& ui) override {
    return std::max(least_side(ui), content_width(ui, text_->least_width(ui)) + 2 * pad(ui));
  }

  void draw(Ui& ui, Rect rect) override {
    const float why = why_not_ == nullptr ? 0 : gap(ui) + why_not_->height(ui, rect.width);
    const Rect face{rect.x, rect.y, rect.width, rect.height - why};
    draw_face(ui, face);
    if (why_not_ == nullptr) return;
    const Pen pen = ui.enter({.name = name_ + "-why-not",
                              .role = Role::Notice,
                              .label = look_.why_not.text,
                              .rect = {rect.x, face.bottom() + gap(ui), rect.width, why - gap(ui)},
                              .absorbs = true});
    why_not_->draw(ui, {rect.x, face.bottom() + gap(ui), rect.width, why - gap(ui)});
  }

 private:
  void draw_face(Ui& ui, Rect face) {
    const Faces faces = faces_of(ui.theme(), look_);
    Pen pen = ui.enter({.name = name_,
                        .role = Role::Button,
                        .label = label_.text,
                        .state = {.disabled = !look_.enabled},
                        .rect = face,
                        .primary = look_.kind == ButtonLook::Kind::Primary,
                        .absorbs = true,
                        .action = action_});
    pen.control(face, faces.fill, faces.border, ui.metrics().small_corner());
    const float mark = icon_ == nullptr ? 0 : icon_->natural_width(ui) + mark_gap(ui);
    const float room = face.width - 2 * pad(ui) - mark;
    const float wide = std::min(room, text_->natural_width(ui));
    const float high = text_->height(ui, wide);
    const float x = std::round(face.centre_x() - (wide + mark) / 2);
    if (icon_ != nullptr) {
      const float side = icon_->natural_width(ui);
      icon_->draw(ui, {x, std::round(face.centre_y() - side / 2), side, side});
    }
    text_->draw(ui, {x + mark, std::round(face.centre_y() - high / 2), wide, high});
  }
  float face_height(Ui& ui, float width) {
    const float mark = icon_ == nullptr ? 0 : icon_->natural_width(ui) + mark_gap(ui);
    const float room = std::max(1.0F, width - 2 * pad(ui) - mark);
    const float text = text_->height(ui, std::min(room, text_->natural_width(ui)));
    return std::max(least_side(ui), std::round(text + 2 * ui.metrics().unit(26)));
  }
  float content_width(Ui& ui, float text) {
    return text + (icon_ == nullptr ? 0 : icon_->natural_width(ui) + mark_gap(ui));
  }
  float least_side(Ui& ui) const {
    return look_.kind == ButtonLook::Kind::Primary ? ui.metrics().primary() : ui.metrics().target();
  }
  static float pad(Ui& ui) { return ui.metrics().unit(32); }
  static float mark_gap(Ui& ui) { return ui.metrics().unit(20); }
  static float gap(Ui& ui) { return ui.metrics().unit(12); }

  std::string name_;
  Copy label_;
  visit::Action action_;
  ButtonLook look_;
  Part text_, icon_, why_not_;
};

class Chip : public Element {
 public:
  Chip(Ui& ui, std::string name, const Copy& label, const visit::Action& action, ChipLook look)
      : name_(std::move(name)), label_(label), action_(action), look_(std::move(look)) {
    text_ = words("text", label,
                  {.lettering = {.weight = text::Weight::SemiBold, .em = look_.em, .line_height = 1.2F},
                   .colour = look_.chosen ? ui.theme().paper : ui.theme().ink});
    if (look_.icon.empty()) return;
    const float side = std::round((look_.em > 0 ? look_.em : ui.metrics().em(Type::Body)) * 1.1F);
    text_ = beside(icon(ui, look_.icon, side, look_.chosen ? ui.theme().paper : ui.theme().ink),
                   std::move(text_), {.gap = ui.metrics().unit(16)});
  }
  float height(Ui& ui, float width) override {
    const float text = text_->height(ui, std::min(width - 2 * pad(ui), text_->natural_width(ui)));
    return std::max(ui.metrics().target(), std::round(text + 2 * ui.metrics().unit(11)));
  }
  float natural_width(Ui& ui) override {
    return std::max(ui.metrics().target(), text_->natural_width(ui) + 2 * pad(ui));
  }
  float least_width(Ui& ui) override { return text_->least_width(ui) + 2 * pad(ui); }
  void draw(Ui& ui, Rect rect) override {
    const Theme& theme = ui.theme();
    Pen pen = ui.enter({.name = name_,
                        .role = look_.role,
                        .label = label_.text,
                        .state = {.selected = look_.chosen},
                        .rect = rect,
                        .absorbs = true,
                        .action = action_});
    pen.control(rect, look_.chosen ? theme.ink : theme.card, theme.ink,
                std::min(rect.height / 2, ui.metrics().target()));
    const float wide = std::min(rect.width - 2 * pad(ui), text_->natural_width(ui));
    const float high = text_->height(ui, wide);
    text_->draw(ui,
                {std::round(rect.centre_x() - wide / 2), std::round(rect.centre_y() - high / 2), wide, high});
  }

 private:
  static float pad(Ui& ui) { return ui.metrics().unit(34); }

  std::string name_;
  Copy label_;
  visit::Action action_;
  ChipLook look_;
  Part text_;
};

class Card : public Element {
 public:
  Card(CardNode node, CardLook look, Part content)
      : node_(std::move(node)), look_(look), content_(std::move(content)) {}
  float height(Ui& ui, float width) override {
    const float least = node_.action ? (look_.primary ? ui.metrics().primary() : ui.metrics().target()) : 0;
    return std::max(
        {least, look_.least_height, content_->height(ui, width - 2 * look_.pad_x) + 2 * look_.pad_y});
  }
  float natural_width(Ui& ui) override {
    const float inside = content_->natural_width(ui);
    return inside == 0 ? 0 : inside + 2 * look_.pad_x;
  }
  float least_width(Ui& ui) override { return content_->least_width(ui) + 2 * look_.pad_x; }
  void draw(Ui& ui, Rect rect) override {
    Pen pen =
        ui.enter({.name = node_.name,
                  .role = node_.action ? (node_.role == Role::Group ? Role::Button : node_.role) : node_.role,
                  .label = node_.label.text,
                  .state = {.selected = look_.chosen},
                  .rect = rect,
                  .primary = look_.primary,
                  .absorbs = node_.action.has_value(),
                  .action = node_.action});
    draw_surface(ui, pen, rect);
    const float wide = rect.width - 2 * look_.pad_x;
    const float room = rect.height - 2 * look_.pad_y;
    const float high = look_.upright == Across::Start ? room : std::min(room, content_->height(ui, wide));
    const float y =
        look_.upright == Across::Centre ? rect.y + look_.pad_y + (room - high) / 2 : rect.y + look_.pad_y;
    content_->draw(ui, {rect.x + look_.pad_x, std::round(y), wide, high});
  }

 private:
  void draw_surface(Ui& ui, Pen& pen, Rect rect) const {
    const Metrics& metrics = ui.metrics();
    if (look_.dashed) {
      pen.fill(rect, look_.fill, metrics.corner());
      pen.dashes(rect, look_.border, metrics.stroke() + 1, metrics.corner());
      return;
    }
    if (node_.action) {
      pen.control(rect, look_.fill, look_.border, metrics.corner());
    } else {
      pen.fill(rect, look_.fill, metrics.corner());
      if (look_.border != look_.fill) pen.border(rect, look_.border, metrics.stroke(), metrics.corner());
    }
    if (look_.chosen)
      pen.border(rect, ui.theme().tint(Tint::Brand).strong, metrics.stroke() * 2, metrics.corner());
  }

  CardNode node_;
  CardLook look_;
  Part content_;
};

}  // namespace

Part button(Ui& ui, std::string name, const Copy& label, const visit::Action& action, ButtonLook look) {
  return make<Button>(ui, std::move(name), label, action, std::move(look));
}

Part chip(Ui& ui, std::string name, const Copy& label, const visit::Action& action, ChipLook look) {
  return make<Chip>(ui, std::move(name), label, action, std::move(look));
}

CardLook plain_card(const Ui& ui) {
  return {.fill = ui.theme().card,
          .border = ui.theme().line,
          .pad_x = ui.metrics().unit(42),
          .pad_y = ui.metrics().unit(34)};
}

Part card(CardNode node, CardLook look, Part content) {
  return make<Card>(std::move(node), look, std::move(content));
}

}  // namespace wv::ui
