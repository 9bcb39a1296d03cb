// Measuring and drawing blocks of text.
#include "kiosk/ui/words.h"

#include <algorithm>
#include <cmath>

namespace wv::ui {
namespace {

constexpr double kReadable = 4.5;  // contrast of text

class Tag : public Element {
 public:
  explicit Tag(Colour beside) : beside_(beside) {}
  float height(Ui& ui, float) override { return std::round(ui.em(kLettering) * 1.16F); }
  float natural_width(Ui& ui) override {
    return std::ceil(ui.lay_out({"NL"}, kLettering, 0).width + ui.em(kLettering) * 0.5F);
  }
  void draw(Ui& ui, Rect rect) override {
    Pen pen = ui.enter({.name = "nl", .role = Role::Text, .label = ui.foreign_mark(), .rect = rect});
    const text::Paragraph& mark = ui.lay_out({"NL"}, kLettering, 0);
    // Quieter than the words it stands behind, unless the ground asks for their own colour.
    const bool soft = contrast(ui.theme().soft, pen.ground()) >= kReadable;
    const Colour ink = soft ? ui.theme().soft : beside_;
    pen.border(rect, soft ? ui.theme().control : ink, std::max(2.0F, ui.metrics().unit(2)),
               ui.em(kLettering) * 0.25F);
    pen.text(mark, ui.foreign_mark(),
             {rect.centre_x() - mark.width / 2, std::round(rect.centre_y() - mark.height / 2)}, ink);
  }

 private:
  Colour beside_;
  static constexpr Lettering kLettering{
      .type = Type::Body, .weight = text::Weight::SemiBold, .line_height = 1.1F};
};

class Words : public Element {
 public:
  Words(std::string name, const Copy& copy, const Lines& lines)
      : name_(std::move(name)), copy_(copy), lines_(lines), tag_(lines.colour) {}

  float height(Ui& ui, float width) override {
    const text::Paragraph& body = lay_out(ui, width);
    return body.height + (copy_.foreign && !tag_fits(ui, body, width) ? tag_line(ui) : 0);
  }
  float natural_width(Ui& ui) override {
    const float tag = copy_.foreign ? tag_.natural_width(ui) + tag_gap(ui) : 0;
    // A hair more than whole pixels: sums of such widths lose one on their way, and a word would break.
    return std::ceil(ui.lay_out(copy_, lines_.lettering, 0).width + 0.02F) + tag;
  }
  float least_width(Ui& ui) override { return ui.least_width(copy_, lines_.lettering); }

  void draw(Ui& ui, Rect rect) override {
    Pen pen = ui.enter({.name = name_,
                        .role = lines_.role,
                        .label = copy_.text,
                        .value = copy_.foreign ? ui.foreign_mark() : std::string_view(),
                        .rect = rect,
                        .absorbs = true});
    const text::Paragraph& body = lay_out(ui, rect.width);
    pen.text(body, copy_.text, {rect.x, rect.y}, lines_.colour, rect.width);
    if (lines_.excerpt) pen.is_excerpt();
    if (copy_.foreign) draw_tag(ui, body, rect);
  }

 private:
  const text::Paragraph& lay_out(Ui& ui, float width) {
    return ui.lay_out(copy_, lines_.lettering, width, lines_.most);
  }
  static float tag_gap(Ui& ui) { return std::round(ui.metrics().em(Type::Body) * 0.35F); }
  float tag_line(Ui& ui) { return std::round(tag_.height(ui, 0) * 1.15F); }

  bool tag_fits(Ui& ui, const text::Paragraph& body, float width) {
    if (lines_.lettering.align == text::Align::Centre) return false;
    const text::Line& last = body.lines.back();
    return text::to_px(last.width) + tag_gap(ui) + tag_.natural_width(ui) <= width;
  }

  void draw_tag(Ui& ui, const text::Paragraph& body, Rect rect) {
    const Size size{tag_.natural_width(ui), tag_.height(ui, 0)};
    const text::Line& last = body.lines.back();
    if (!tag_fits(ui, body, rect.width)) {
      const float x =
          lines_.lettering.align == text::Align::Centre ? rect.centre_x() - size.width / 2 : rect.x;
      tag_.draw(ui, {x, rect.y + body.height + tag_line(ui) - size.height, size.width, size.height});
      return;
    }
    // Its letters stand on the same line as the words before it.
    const float capital = ui.em(lines_.lettering) * kCapitalShare;
    const float middle = rect.y + text::to_px(last.baseline) - capital / 2;
    tag_.draw(ui, {rect.x + text::to_px(last.width) + tag_gap(ui), std::round(middle - size.height / 2),
                   size.width, size.height});
  }

  std::string name_;
  Copy copy_;
  Lines lines_;
  Tag tag_;
};

// A line of a list: a dot, and its words clear of it.
class Hanging : public Element {
 public:
  Hanging(float indent, Part text) : indent_(indent), text_(std::move(text)) {}
  float height(Ui& ui, float width) override { return text_->height(ui, width - indent_); }
  float least_width(Ui& ui) override { return text_->least_width(ui) + indent_; }
  void draw(Ui& ui, Rect rect) override {
    {
      Pen pen =
          ui.enter({.name = "bullet", .role = Role::Decoration, .rect = {rect.x, rect.y, indent_, indent_}});
      const float em = ui.metrics().em(Type::Body);
      pen.disc({rect.x + em * 0.3F, rect.y + std::round(em * 0.68F)}, em * 0.11F,
               ui.theme().tint(Tint::Brand).strong);
    }
    text_->draw(ui, {rect.x + indent_, rect.y, rect.width - indent_, rect.height});
  }

 private:
  float indent_;
  Part text_;
};

// The same with a number, which belongs to what is read aloud.
class Numbered : public Element {
 public:
  Numbered(std::string mark, Part text) : mark_(std::move(mark)), text_(std::move(text)) {}
  float height(Ui& ui, float width) override { return text_->height(ui, width - indent(ui)); }
  float least_width(Ui& ui) override { return text_->least_width(ui) + indent(ui); }
  void draw(Ui& ui, Rect rect) override {
    const float wide = indent(ui);
    {
      Pen pen = ui.enter({.name = "number",
                          .role = Role::Text,
                          .label = mark_,
                          .rect = {rect.x, rect.y, wide, std::round(ui.metrics().em(Type::Body) * 1.3F)}});
      pen.text(ui.lay_out({mark_}, kLettering, 0), mark_, {rect.x, rect.y},
               ui.theme().tint(Tint::Brand).text);
    }
    text_->draw(ui, {rect.x + wide, rect.y, rect.width - wide, rect.height});
  }

 private:
  static constexpr Lettering kLettering{.type = Type::Body, .weight = text::Weight::Bold};
  float indent(Ui& ui) const {
    const float em = ui.metrics().em(Type::Body);
    return std::max(std::round(em * 0.9F), std::ceil(ui.lay_out({mark_}, kLettering, 0).width + em * 0.4F));
  }

  std::string mark_;
  Part text_;
};

class FactPair : public Element {
 public:
  FactPair(std::string name, const Copy& label, const Copy& value, Source source, const Ui& ui)
      : name_(std::move(name)),
        source_(source),
        label_(label),
        value_(value),
        label_part_(words("label", label, {.colour = ui.theme().soft})),
        value_part_(words("value", value,
                          {.lettering = {.weight = text::Weight::SemiBold}, .colour = ui.theme().ink})) {}

  float height(Ui& ui, float width) override {
    if (value_part_ == nullptr) return label_part_->height(ui, width);
    if (!fits_beside(ui, width)) return label_part_->height(ui, width) + value_part_->height(ui, width);
    const float left = label_width(width);
    return std::max(label_part_->height(ui, left), value_part_->height(ui, width - left - gap(ui)));
  }
  float least_width(Ui& ui) override {
    return std::max(label_part_->least_width(ui), value_part_ == nullptr ? 0 : value_part_->least_width(ui));
  }
  void draw(Ui& ui, Rect rect) override {
    const Pen pen = ui.enter({.name = name_,
                              .role = Role::Text,
                              .label = label_.text,
                              .value = value_.text,
                              .rect = rect,
                              .is_private = source_ == Source::Visitor,
                              .absorbs = true});
    const bool beside = value_part_ != nullptr && fits_beside(ui, rect.width);
    const float left = beside ? label_width(rect.width) : rect.width;
    const float high = label_part_->height(ui, left);
    label_part_->draw(ui, {rect.x, rect.y, left, high});
    if (value_part_ == nullptr) return;
    const float right = beside ? rect.width - left - gap(ui) : rect.width;
    value_part_->draw(ui, {beside ? rect.x + left + gap(ui) : rect.x, beside ? rect.y : rect.y + high, right,
                           value_part_->height(ui, right)});
  }

 private:
  // The same share in every pair, so that values stand in one line under each other.
  static float label_width(float width) { return std::floor(width * 0.36F); }
  static float gap(Ui& ui) { return ui.metrics().unit(20); }
  bool fits_beside(Ui& ui, float width) {
    const float left = label_width(width);
    return label_part_->natural_width(ui) <= left && value_part_->least_width(ui) <= width - left - gap(ui);
  }

  std::string name_;
  Source source_;
  Copy label_, value_;
  Part label_part_, value_part_;
};

}  // namespace

Part words(std::string name, const Copy& copy, const Lines& lines) {
  if (copy.empty()) return nullptr;
  return make<Words>(std::move(name), copy, lines);
}

Part heading(Ui& ui, std::string name, const Copy& copy, Type type) {
  return words(std::move(name), copy,
               {.role = Role::Heading,
                .lettering = {.type = type, .weight = text::Weight::Bold, .line_height = 1.18F},
                .colour = ui.theme().ink});
}

Part paragraph(Ui& ui, std::string name, const Copy& copy) {
  return words(std::move(name), copy, {.colour = ui.theme().ink});
}

Part prose(Ui& ui, const std::string& name, const Copy& copy) {
  constexpr std::string_view kBullet = "• ";
  if (copy.text.find('\n') == std::string_view::npos) return paragraph(ui, name, copy);
  auto column = make<Column>();
  const float em = ui.metrics().em(Type::Body);
  float gap = 0;
  for (std::size_t begin = 0, i = 0; begin <= copy.text.size(); ++i) {
    const std::size_t end = std::min(copy.text.find('\n', begin), copy.text.size());
    const std::string_view line = copy.text.substr(begin, end - begin);
    begin = end + 1;
    const std::string line_name = name + "-" + std::to_string(i);
    const bool last = begin > copy.text.size();
    if (line.starts_with(kBullet)) {
      Part text = paragraph(ui, line_name, {line.substr(kBullet.size()), copy.lang, copy.foreign && last});
      column->add(hanging(ui, {}, std::move(text)), std::max(gap, std::round(em * 0.22F)));
    } else {
      column->add(paragraph(ui, line_name, {line, copy.lang, copy.foreign && last}), gap);
    }
    gap = line.empty() ? std::round(em * 0.6F) : 0;
  }
  return column;
}

Part hanging(Ui& ui, const std::string& mark, Part text) {
  if (text == nullptr) return nullptr;
  const float em = ui.metrics().em(Type::Body);
  if (mark.empty()) return make<Hanging>(std::round(em * 0.9F), std::move(text));
  return make<Numbered>(mark, std::move(text));
}

Part soft_paragraph(Ui& ui, std::string name, const Copy& copy) {
  return words(std::move(name), copy, {.colour = ui.theme().soft});
}

Part strong(Ui&, std::string name, const Copy& copy, Colour colour) {
  return words(std::move(name), copy,
               {.lettering = {.type = Type::Card, .weight = text::Weight::Bold, .line_height = 1.2F},
                .colour = colour});
}

Part fact(Ui& ui, std::string name, const Copy& label, const Copy& value, Source source) {
  if (label.empty()) return soft_paragraph(ui, std::move(name), value);
  return make<FactPair>(std::move(name), label, value, source, ui);
}

Part foreign_tag(Ui& ui) {
  return make<Tag>(ui.theme().ink);
}

}  // namespace wv::ui
