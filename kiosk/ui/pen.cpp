// Drawing inside one node, and writing down what the audit needs to know of it.
#include "kiosk/ui/ui.h"

#include <algorithm>
#include <array>

#include "sync/base/direction.h"

namespace wv::ui {
namespace {

constexpr float kPressed = 0.16F;  // how much of the ink a pressed control takes on

std::uint32_t packed(Colour c) {
  return std::uint32_t{c.a} << 24 | std::uint32_t{c.b} << 16 | std::uint32_t{c.g} << 8 | std::uint32_t{c.r};
}

bool is_letter(unsigned char byte) {
  return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z') ||
         byte >= 0xC3;
}

// Pictograms that point the way reading goes. What shows a thing as it is (a clock, a bus, a tick, a speaker)
// stays as it is. An Arabic question mark looks the other way.
bool turns(std::string_view icon) {
  constexpr std::array names = std::to_array<std::string_view>(
      {"back", "restart", "chevron-left", "chevron-right", "arrow-left", "arrow-right", "page-first",
       "page-last", "send", "open", "login", "logout", "help", "question"});
  return std::ranges::find(names, icon) != names.end();
}

// A line that ends inside a word: the letters on both sides belong together and no hyphen says so.
bool breaks_a_word(const text::Paragraph& paragraph, std::string_view source) {
  for (std::size_t i = 0; i + 1 < paragraph.lines.size(); ++i) {
    const text::Line& line = paragraph.lines[i];
    if (line.hyphenated || line.end == 0 || line.end >= source.size()) continue;
    // Behind a dash a line may end, and a mark that cannot be seen tears nothing apart (U+2000 to U+207F).
    const std::string_view whole = source.substr(0, line.end);
    const std::string_view last = whole.substr(whole.size() - std::min<std::size_t>(whole.size(), 3));
    if (last.starts_with("\xE2\x80") || last.starts_with("\xE2\x81")) continue;
    const auto before = static_cast<unsigned char>(source[line.end - 1]);
    const auto after = static_cast<unsigned char>(source[line.end]);
    if ((is_letter(before) || (before & 0xC0) == 0x80) && is_letter(after)) return true;
  }
  return false;
}

// What stands empty at the left of its widest line.
float left_of(const text::Paragraph& paragraph) {
  text::Fixed least = paragraph.lines.front().left;
  for (const text::Line& line : paragraph.lines) least = std::min(least, line.left);
  return text::to_px(least);
}

std::vector<Rect> rows_of(const text::Paragraph& paragraph, Point at) {
  std::vector<Rect> rows;
  for (const text::Line& line : paragraph.lines) {
    if (line.width == 0) continue;
    rows.push_back({at.x + text::to_px(line.left), at.y + text::to_px(line.top), text::to_px(line.width),
                    text::to_px(line.height)});
  }
  return rows;
}

Rect around(const std::vector<Rect>& rows, Point at) {
  if (rows.empty()) return {at.x, at.y, 0, 0};
  Rect all = rows.front();
  for (const Rect& row : rows) {
    const float left = std::min(all.x, row.x);
    const float top = std::min(all.y, row.y);
    all = {left, top, std::max(all.right(), row.right()) - left, std::max(all.bottom(), row.bottom()) - top};
  }
  return all;
}

}  // namespace

Pen::~Pen() {
  ui_.leave(owner_);
}

const State& Pen::state() const {
  return ui_.tree_.at(node_).state;
}

Colour Pen::ground() const {
  return ui_.open_.back().ground;
}

void Pen::ground_is(Colour colour) {
  ui_.open_.back().ground = colour;
}

void Pen::fill(Rect rect, Colour colour, float corner) {
  const paint::Box box = ui_.on_screen(rect).box();
  if (corner > 0) {
    ui_.painter_.fill_round(box, std::min({corner, rect.width / 2, rect.height / 2}), colour);
  } else {
    ui_.painter_.fill(box, colour);
  }
  ui_.open_.back().ground = blend(colour, ground());
}

void Pen::border(Rect rect, Colour colour, float stroke, float corner) {
  ui_.painter_.stroke_round(ui_.on_screen(rect).box(), std::min({corner, rect.width / 2, rect.height / 2}),
                            stroke, colour);
}

void Pen::dashes(Rect rect, Colour colour, float stroke, float corner) {
  ui_.painter_.dash_round(ui_.on_screen(rect).box(), corner, stroke, {stroke * 3, stroke * 2}, colour);
}

void Pen::line(Point from, Point to, Colour colour, float stroke) {
  ui_.painter_.line(ui_.on_screen(from), ui_.on_screen(to), stroke, colour, paint::Ends::Round);
}

void Pen::polyline(const std::vector<Point>& points, Colour colour, float stroke, bool closed) {
  std::vector<Point> placed;
  for (const Point p : points) placed.push_back(ui_.on_screen(p));
  ui_.painter_.polyline(placed, closed ? paint::Path::Closed : paint::Path::Open, stroke, colour,
                        paint::Ends::Round);
}

void Pen::polygon(const std::vector<Point>& convex, Colour colour) {
  std::vector<Point> placed;
  for (const Point p : convex) placed.push_back(ui_.on_screen(p));
  ui_.painter_.fill_convex(placed, colour);
}

void Pen::mesh(const paint::Mesh& mesh, Rect place, float scale, Colour colour) {
  const Rect there = ui_.on_screen(place);
  ui_.painter_.fill_mesh(mesh, {{there.x, there.y}, scale}, colour);
}

void Pen::disc(Point centre, float radius, Colour colour) {
  ui_.painter_.fill_circle(ui_.on_screen(centre), radius, colour);
}

void Pen::ring(Point centre, float radius, Colour colour, float stroke) {
  ui_.painter_.stroke_circle(ui_.on_screen(centre), radius, stroke, colour);
}

Colour Pen::pressed(Colour face) const {
  if (!state().pressed) return face;
  return blend(Colour{ui_.theme().ink}.with_alpha(static_cast<std::uint8_t>(255 * kPressed)), face);
}

void Pen::focus_ring(Rect rect, float corner) {
  if (!state().focused) return;
  const float gap = std::max(2.0F, ui_.metrics().unit(4));
  const float ring = ui_.metrics().focus_stroke();
  fill(rect.inset(-gap - ring), ui_.theme().focus, corner + gap + ring);
  fill(rect.inset(-gap), ui_.theme().focus_gap, corner + gap);
}

void Pen::control(Rect rect, Colour fill_with, Colour border_with, float corner) {
  const Colour below = ground();
  const Colour face = pressed(fill_with);
  focus_ring(rect, corner);
  fill(rect, face, corner);
  const float stroke = ui_.metrics().stroke() * (state().pressed ? 2.0F : 1.0F);
  if (border_with != fill_with) border(rect, border_with, stroke, corner);
  ui_.tree_.at(node_).shape = ShapeUse{face, border_with, below};
}

void Pen::key(Rect rect, Colour face, Colour edge, float corner) {
  const Colour below = ground();
  const float side = std::max(1.0F, ui_.metrics().unit(2));
  const float foot = state().pressed ? side : ui_.metrics().unit(6);
  focus_ring(rect, corner);
  fill(rect, edge, corner);
  fill({rect.x + side, rect.y + side, rect.width - 2 * side, rect.height - side - foot}, pressed(face),
       corner - side);
  ui_.tree_.at(node_).shape = ShapeUse{pressed(face), edge, below};
}

void Pen::text(const text::Paragraph& paragraph, std::string_view source, Point at, Colour colour,
               float width) {
  const Rect place = ui_.on_screen(Rect{at.x, at.y, width > 0 ? width : paragraph.width, paragraph.height});
  // Without a box of its own the words themselves stand at `at`, however wide they might have become.
  const float before = width > 0 ? 0 : left_of(paragraph);
  const Point corner{std::round(place.x - before), std::round(place.y)};
  ui_.engine().draw(ui_.painter_.list(), paragraph, corner.x, corner.y, packed(colour));
  TextUse use;
  use.text = base::spoken_form(source);
  use.lang = paragraph.lang;
  use.rows = rows_of(paragraph, corner);
  use.rect = around(use.rows, corner);
  use.capital_mm = ui_.metrics().capital_mm(paragraph.style.size_px);
  use.foreground = colour;
  use.ground = ground();
  use.cut = paragraph.truncated || paragraph.overflowing;
  use.broken = breaks_a_word(paragraph, source);
  ui_.tree_.at(node_).texts.push_back(std::move(use));
}

void Pen::is_excerpt() {
  auto& texts = ui_.tree_.at(node_).texts;
  if (!texts.empty()) texts.back().cut = false;
}

void Pen::track(Rect rect, Rect done, Colour colour) {
  constexpr double kApart = 2;
  const Colour before = ground();
  const float corner = std::min(rect.width, rect.height) / 2;
  if (contrast(ui_.theme().line, colour) < kApart) {
    border(rect, ui_.theme().line, std::max(2.0F, ui_.metrics().unit(2)), corner);
  } else {
    fill(rect, ui_.theme().line, corner);
  }
  if (!done.empty()) fill(done, colour, corner);
  ground_is(before);
}

void Pen::text_within(Rect window, const text::Paragraph& paragraph, std::string_view source, Point at,
                      Colour colour) {
  ui_.painter_.push_clip(ui_.on_screen(window).box());
  text(paragraph, source, at, colour, window.width);
  ui_.painter_.pop_clip();
  TextUse& use = ui_.tree_.at(node_).texts.back();
  use.rect = use.rect.common(ui_.on_screen(window));
  for (Rect& row : use.rows) row = row.common(ui_.on_screen(window));
  std::erase_if(use.rows, [](const Rect& row) { return row.empty(); });
}

void Pen::marked_text(Rect part, const text::Paragraph& paragraph, std::string_view source, Point at,
                      float width, Colour colour) {
  ui_.painter_.push_clip(ui_.on_screen(part).box());
  text(paragraph, source, at, colour, width);
  ui_.painter_.pop_clip();
  TextUse& use = ui_.tree_.at(node_).texts.back();
  use.rect = ui_.on_screen(part);
  use.rows = {use.rect};
  use.marked = true;
}

void Pen::caret_stop(Rect beside, std::size_t byte) {
  const Rect place = ui_.on_screen(beside);
  ui_.tree_.at(node_).stops.push_back({place.centre_x(), place.y, place.bottom(), byte});
}

void Pen::picture(const Picture& picture, Rect rect, float corner, Keep keep) {
  if (picture.width <= 0 || picture.height <= 0 || rect.empty()) return;
  const Rect place = ui_.on_screen(rect);
  const Rect whole{std::round(place.x), std::round(place.y), std::round(place.width),
                   std::round(place.height)};
  float scale = std::max(whole.width / picture.width, whole.height / picture.height);
  // A pixel of the picture on a pixel of the screen is copied; anything else is computed.
  if (scale <= 1 && scale > 0.985F) scale = 1;
  const float wide = whole.width / scale;
  const float high = whole.height / scale;
  const float left = std::floor((picture.width - wide) / 2);
  const float top = std::floor((picture.height - high) / (keep == Keep::Middle ? 2 : 1));
  ui_.painter_.image_round(picture.id, whole.box(), corner,
                           {left / picture.width, top / picture.height, (left + wide) / picture.width,
                            (top + high) / picture.height});
}

void Pen::sample(const text::Paragraph& paragraph, Point at, Colour colour) {
  text(paragraph, {}, at, colour);
  ui_.tree_.at(node_).texts.back().sample = true;
}

void Pen::icon(std::string_view name, Rect square, Colour colour) {
  if (name.empty()) return;
  const Rect place = ui_.on_screen(square);
  const float side = std::round(std::min(place.width, place.height));
  ui_.engine().draw_icon(
      ui_.painter_.list(), name, std::round(place.centre_x() - side / 2),
      std::round(place.centre_y() - side / 2), side, packed(colour),
      ui_.mirrored() && turns(name) ? text::Engine::Facing::Turned : text::Engine::Facing::AsDrawn);
}

}  // namespace wv::ui
