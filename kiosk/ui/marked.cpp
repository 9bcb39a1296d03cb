// The marks lie below the letters, so the text itself is laid out and spoken as ever.
#include "kiosk/ui/marked.h"

#include <cmath>

namespace wv::ui {
namespace {

class Marked : public Element {
 public:
  Marked(std::string name, const Copy& copy, std::vector<ByteSpan> spans, const Lines& lines)
      : copy_(copy), spans_(std::move(spans)), lines_(lines), text_(words(std::move(name), copy, lines)) {}

  float height(Ui& ui, float width) override { return text_->height(ui, width); }
  float natural_width(Ui& ui) override { return text_->natural_width(ui); }
  float least_width(Ui& ui) override { return text_->least_width(ui); }
  void draw(Ui& ui, Rect rect) override {
    draw_marks(ui, rect);
    text_->draw(ui, rect);
  }

 private:
  void draw_marks(Ui& ui, Rect rect) {
    if (spans_.empty()) return;
    const text::Paragraph& body = ui.lay_out(copy_, lines_.lettering, rect.width, lines_.most);
    std::vector<text::Span> boxes;
    for (const ByteSpan& span : spans_)
      if (span.begin < span.end && span.end <= copy_.text.size()) body.spans(span.begin, span.end, boxes);
    Pen pen = ui.enter({.name = "marks", .role = Role::Decoration, .rect = rect});
    const Colour below = pen.ground();
    const TintColours& tint = ui.theme().tint(Tint::Sun);
    const float em = ui.em(lines_.lettering);
    for (const text::Span& box : boxes) {
      const Rect mark = placed(ui, rect, box);
      const float line = std::max(2.0F, std::round(em * 0.07F));
      if (contrast(tint.pale, lines_.colour) >= 4.5)
        pen.fill(mark.inset(0, em * 0.08F), tint.pale, em * 0.1F);
      pen.fill({mark.x, mark.bottom() - em * 0.1F - line, mark.width, line}, tint.strong);
    }
    pen.ground_is(below);
  }

  // Where a paragraph draws itself is counted from the left of the screen, a layout from where reading
  // begins.
  static Rect placed(const Ui& ui, Rect rect, const text::Span& box) {
    const float wide = box.right - box.left;
    const float x = ui.mirrored() ? rect.right() - box.right : rect.x + box.left;
    return {x, rect.y + box.top, wide, box.bottom - box.top};
  }

  Copy copy_;
  std::vector<ByteSpan> spans_;
  Lines lines_;
  Part text_;
};

}  // namespace

Part marked(std::string name, const Copy& copy, std::vector<ByteSpan> spans, const Lines& lines) {
  if (copy.empty()) return nullptr;
  return make<Marked>(std::move(name), copy, std::move(spans), lines);
}

}  // namespace wv::ui
