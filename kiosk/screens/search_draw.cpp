// Zoeken: the field stands still above what was found, so that nothing jumps while somebody types.
#include <cmath>

#include "kiosk/screens/draw_parts.h"
#include "kiosk/ui/marked.h"

namespace wv::screens {
namespace {

std::vector<ui::ByteSpan> spans(const Marked& text) {
  std::vector<ui::ByteSpan> all;
  for (const auto& mark : text.marks) all.push_back({mark.begin, mark.end});
  return all;
}

Part row(ui::Ui& ui, std::string name, const FoundRow& row) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::soft_paragraph(ui, "kind", copy(row.kind)));
  words->add(
      ui::marked("title", copy(row.title.words), spans(row.title),
                 {.lettering = {.type = ui::Type::Card, .weight = text::Weight::Bold, .line_height = 1.2F},
                  .colour = ui.theme().ink}));
  words->add(ui::marked("snippet", copy(row.snippet.words), spans(row.snippet), {.colour = ui.theme().ink}),
             ui.metrics().unit(8));
  return row_card(ui, std::move(name), {row.title.words, row.action, row.icon, row.tint}, std::move(words));
}

Part field(ui::Ui& ui, const SearchView& view) {
  ui::FieldLook look = field_look(view.field);
  look.least_lines = 1;
  look.grows = false;
  look.writable = view.keyboard.has_value();
  return ui::shared(ui::field(ui, "field", look), 0.78F,
                    draw_button(ui, "clear", view.clear, Kind::Secondary), ui.metrics().target_gap());
}

// What came of it: how many, the rows, or what to do when there are none.
Part results(ui::Ui& ui, const SearchView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().gap());
  column->add(ui::heading(ui, "count", copy(view.count), ui::Type::Card));
  for (std::size_t i = 0; i < view.rows.size(); ++i) column->add(row(ui, numbered("hit", i), view.rows[i]));
  column->add(ui::paragraph(ui, "help", copy(view.help)));
  column->add(ui::soft_paragraph(ui, "tips-title", copy(view.tips_title)));
  column->add(draw_chips(ui, "tips", view.tips));
  return ui::named({.name = "results"}, std::move(column));
}

void draw_reading(ui::Ui& ui, const PageFrame& frame, const SearchView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  column->add(ui::heading(ui, "title", copy(view.title), ui::Type::Title));
  column->add(field(ui, view));
  column->add(draw_button(ui, "type-on", view.type_on, Kind::Secondary), ui.metrics().gap());
  column->add(results(ui, view));
  page.main = std::move(column);
  ui::draw_page(ui, frame.room, std::move(page));
}

// Lying: the field on the left, what it finds on the right.
void draw_typing_wide(ui::Ui& ui, const PageFrame& frame, const SearchView& view) {
  ui::PageLook page = page_look(frame);
  auto left = ui::make<ui::Column>(ui.metrics().unit(16));
  left->add(ui::heading(ui, "title", copy(view.title), ui::Type::Section));
  left->add(field(ui, view));
  page.main = std::move(left);
  page.aside = results(ui, view);
  page.keyboard = draw_keyboard(ui, *view.keyboard, letter_look(ui));
  page.main_share = 0.42F;
  ui::draw_page(ui, frame.room, std::move(page));
}

void draw_typing_upright(ui::Ui& ui, const PageFrame& frame, const SearchView& view) {
  const ui::Metrics& metrics = ui.metrics();
  ui::PageLook page = page_look(frame);
  page.main = results(ui, view);
  page.keyboard = draw_keyboard(ui, *view.keyboard, letter_look(ui));
  const ui::Rect inner = frame.room.inset(metrics.margin(), 0);
  auto head = ui::make<ui::Column>(metrics.unit(20));
  const float lowest = 9 * metrics.em(ui::Type::Body);  // title, field and a line or two of what is found
  const bool low = frame.room.height - page.keyboard->height(ui, frame.room.width) < lowest;
  if (!low) head->add(ui::heading(ui, "title", copy(view.title), ui::Type::Title));
  head->add(field(ui, view));
  const float top = metrics.unit(low ? 16 : 36), high = std::ceil(head->height(ui, inner.width));
  head->draw(ui, {inner.x, frame.room.y + top, inner.width, high});
  // What scrolls away does so before it comes near the field.
  const float below = frame.room.y + top + high + metrics.target_gap();
  ui::draw_page(ui, {frame.room.x, below, frame.room.width, frame.room.bottom() - below}, std::move(page));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const SearchView& view) {
  if (!view.keyboard) return draw_reading(ui, frame, view);
  if (ui.metrics().landscape()) return draw_typing_wide(ui, frame, view);
  draw_typing_upright(ui, frame, view);
}

}  // namespace wv::screens
