// Drawing typed text, its caret and its veil.
#include "kiosk/ui/field.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/words.h"

namespace wv::ui {
namespace {

constexpr Lettering kTyped{.type = Type::Card, .line_height = 1.35F};

class Field : public Element {
 public:
  Field(Ui& ui, std::string name, const FieldLook& look) : name_(std::move(name)), look_(look) {
    const Theme& theme = ui.theme();
    const bool wrong = !look.problem.empty();
    if (!look.veiled)
      below_ = words("below", wrong ? look.problem : look.remaining,
                     {.lettering = {.weight = wrong ? text::Weight::SemiBold : text::Weight::Regular,
                                    .align = wrong ? text::Align::Start : text::Align::End},
                      .colour = wrong ? theme.tint(Tint::Brick).text : theme.soft});
    hint_ = words("hint", look.veil_hint, {.lettering = {.align = text::Align::Centre}, .colour = theme.ink});
  }

  float height(Ui& ui, float width) override {
    const text::Paragraph& typed = lay_out(ui, width);
    const float least = line(typed) * static_cast<float>(look_.least_lines);
    // What is being typed scrolls inside the field; what is only shown has to show whole.
    return (look_.writable ? least : std::max(typed.height, least)) + 2 * pad_y(ui) + below_height(ui, width);
  }
  float least_width(Ui& ui) override { return ui.metrics().unit(320); }

  void draw(Ui& ui, Rect rect) override {
    if (!look_.grows) rect.height = std::min(rect.height, height(ui, rect.width));
    const Theme& theme = ui.theme();
    Pen pen = ui.enter({.name = name_,
                        .role = Role::TextField,
                        .label = look_.label,
                        .value = look_.veiled         ? look_.veil_hint.text
                                 : look_.text.empty() ? look_.placeholder.text
                                                      : look_.text,
                        .rect = rect,
                        .is_private = !look_.veiled && !look_.text.empty(),
                        .absorbs = true});
    pen.fill(rect, theme.card, ui.metrics().corner());
    const bool wrong = !look_.problem.empty();
    const Colour border = wrong            ? theme.tint(Tint::Brick).strong
                          : look_.writable ? theme.tint(Tint::Brand).strong
                                           : theme.line;
    pen.border(rect, border, look_.writable ? ui.metrics().unit(5) : ui.metrics().stroke(),
               ui.metrics().corner());
    const float below = below_height(ui, rect.width);
    const Rect inside{rect.x + pad_x(ui), rect.y + pad_y(ui), rect.width - 2 * pad_x(ui),
                      rect.height - 2 * pad_y(ui) - below};
    if (below_ != nullptr) {
      const float high = below_->height(ui, inside.width);
      below_->draw(ui, {inside.x, rect.bottom() - pad_y(ui) - high, inside.width, high});
    }
    if (look_.veiled) {
      draw_veil(ui, pen, inside);
    } else {
      draw_text(ui, pen, inside);
    }
  }

 private:
  static float pad_x(Ui& ui) { return ui.metrics().unit(44); }
  // Above a keyboard a line of text is worth more than white space.
  static float pad_y(Ui& ui) { return ui.metrics().unit(ui.metrics().landscape() ? 18 : 32); }
  static float line(const text::Paragraph& typed) { return text::to_px(typed.lines.front().height); }

  const text::Paragraph& lay_out(Ui& ui, float width) {
    const Copy copy = look_.text.empty() ? look_.placeholder : Copy{look_.text, look_.lang};
    return ui.lay_out(copy, kTyped, width - 2 * pad_x(ui));
  }
  float below_height(Ui& ui, float width) {
    return below_ == nullptr ? 0 : below_->height(ui, width - 2 * pad_x(ui)) + ui.metrics().unit(8);
  }

  // Whole lines only, and the caret's line is always one of them.
  float lines_above(const text::Paragraph& typed, float room) const {
    const float high = line(typed);
    const float shown = std::max(1.0F, std::floor(room / high));
    const float at = std::round(typed.caret_at(look_.caret_byte).top / high);
    const float most = std::max(0.0F, static_cast<float>(typed.lines.size()) - shown);
    return look_.writable ? std::clamp(at - shown + 1, 0.0F, most) : 0;
  }

  void draw_text(Ui& ui, Pen& pen, Rect inside) {
    const Theme& theme = ui.theme();
    const text::Paragraph& typed = ui.lay_out(
        look_.text.empty() ? look_.placeholder : Copy{look_.text, look_.lang}, kTyped, inside.width);
    const float above = lines_above(typed, inside.height) * line(typed);
    const float rows = std::max(1.0F, std::floor(inside.height / line(typed)));
    const Rect window{inside.x, inside.y, inside.width, std::min(inside.height, rows * line(typed))};
    pen.text_within(window, typed, look_.text.empty() ? look_.placeholder.text : look_.text,
                    {inside.x + (look_.text.empty() ? ui.metrics().unit(12) : 0), inside.y - above},
                    look_.text.empty() ? theme.soft : theme.ink);
    if (!look_.writable) return;
    const Point at{inside.x, inside.y - above};
    draw_selection(ui, pen, window, typed, at);
    note_stops(ui, pen, window, typed, at);
    if (!look_.selection.empty()) return;
    const text::Caret caret =
        look_.text.empty() ? text::Caret{0, 0, line(typed), 0} : typed.caret_at(look_.caret_byte);
    const float trim = std::round((caret.bottom - caret.top) * 0.12F);
    const float wide = ui.metrics().unit(5);
    const float x = std::clamp(std::round(caret.x), 0.0F, inside.width);
    const Rect bar{x, at.y + caret.top + trim, wide, caret.bottom - caret.top - 2 * trim};
    // Nothing typed yet: where the first letter will stand.
    pen.fill(look_.text.empty() ? bar.shifted(window.x, 0) : in_text(ui, window, bar),
             theme.tint(Tint::Brand).strong);
    pen.ground_is(theme.card);
  }

  // From the left of the paragraph to layout: a paragraph is never mirrored, the box around it is.
  static Rect in_text(const Ui& ui, Rect window, Rect local) {
    local.x = ui.mirrored() ? window.right() - local.right() : window.x + local.x;
    return local;
  }

  void draw_selection(Ui& ui, Pen& pen, Rect window, const text::Paragraph& typed, Point at) {
    if (look_.selection.empty() || look_.text.empty()) return;
    std::vector<text::Span> spans;
    typed.spans(look_.selection.begin, look_.selection.end, spans);
    for (const text::Span& span : spans) {
      const Rect part =
          in_text(ui, window, {span.left, at.y + span.top, span.right - span.left, span.bottom - span.top})
              .common(window);
      if (part.empty()) continue;
      pen.fill(part, ui.theme().brand);
      pen.marked_text(part, typed, look_.text, at, window.width, ui.theme().on_brand);
    }
    pen.ground_is(ui.theme().card);
  }

  // Only what shows can be pointed at.
  void note_stops(Ui& ui, Pen& pen, Rect window, const text::Paragraph& typed, Point at) {
    const auto note = [&](const text::Line& row, text::Fixed x, std::size_t byte) {
      pen.caret_stop(
          in_text(ui, window, {text::to_px(x), at.y + text::to_px(row.top), 0, text::to_px(row.height)}),
          byte);
    };
    if (look_.text.empty()) return;
    for (const text::Line& row : typed.lines) {
      const float middle = at.y + text::to_px(row.top) + text::to_px(row.height) / 2;
      if (middle < window.y || middle > window.bottom()) continue;
      for (std::uint32_t i = 0; i < row.clusters; ++i) {
        const text::Cluster& cluster = typed.clusters[row.first_cluster + i];
        note(row, cluster.leading(), cluster.begin);
      }
      // The end of a line that wraps is the begin of the next, and there the caret would stand.
      if (&row != &typed.lines.back()) continue;
      const text::Caret end = typed.caret_at(look_.text.size());
      note(row, static_cast<text::Fixed>(end.x * 64), look_.text.size());
    }
  }

  // Bars where the words are, and a band over the middle that says how to get them back.
  void draw_veil(Ui& ui, Pen& pen, Rect inside) {
    const text::Paragraph& typed = ui.lay_out({look_.text, look_.lang}, kTyped, inside.width);
    const float bar = ui.em(kTyped) * 0.5F;
    const float high = hint_ == nullptr ? 0 : hint_->height(ui, inside.width);
    const Rect band{inside.x, std::round(inside.centre_y() - high / 2), inside.width, high};
    for (const text::Line& row : typed.lines) {
      const float y = inside.y + text::to_px(row.baseline) - bar;
      const bool behind = y + bar > band.y && y < band.bottom();
      if (behind || y + bar > inside.bottom() || row.width == 0) continue;
      pen.fill({inside.x, y, std::min(inside.width, text::to_px(row.width)), bar}, ui.theme().line, bar / 2);
    }
    pen.ground_is(ui.theme().card);
    if (hint_ != nullptr) hint_->draw(ui, band);
  }

  std::string name_;
  FieldLook look_;
  Part below_, hint_;
};

}  // namespace

Part field(Ui& ui, std::string name, const FieldLook& look) {
  return make<Field>(ui, std::move(name), look);
}

}  // namespace wv::ui
