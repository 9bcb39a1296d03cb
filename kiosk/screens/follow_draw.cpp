// Volg uw idee: the code in, the answer out.
#include <cmath>

#include "kiosk/screens/code_slots.h"
#include "kiosk/screens/typing_page.h"

namespace wv::screens {
namespace {

// As short as can be: a line with its mark, so that the keyboard leaves room for it.
Part problem(ui::Ui& ui, const Words& words) {
  if (words.empty()) return nullptr;
  const ui::Colour ink = ui.theme().tint(ui::Tint::Brick).text;
  const float side = std::round(ui.metrics().em(ui::Type::Body) * 1.15F);
  return ui::beside(
      ui::icon(ui, "alert", side, ink),
      ui::words("problem", copy(words),
                {.role = ui::Role::Notice, .lettering = {.weight = text::Weight::SemiBold}, .colour = ink}),
      {.gap = ui.metrics().unit(16), .upright = ui::Across::Start});
}

// The field of the code, by letters in slots or by words.
Part entry(ui::Ui& ui, const CodeEntryView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(10));
  if (view.by_words) {
    ui::FieldLook look = field_look(view.field);
    look.least_lines = 1;
    look.grows = false;
    column->add(ui::field(ui, "field", look));
    return column;
  }
  column->add(code_slots("field", view.field, view.slots));
  column->add(problem(ui, view.field.problem));
  if (view.field.problem.empty())
    column->add(ui::soft_paragraph(ui, "remaining", copy(view.field.remaining)));
  return column;
}

Part result_head(ui::Ui& ui, const CodeResultView& view) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(10));
  words->add(ui::heading(ui, "title", copy(view.title), ui::Type::Step));
  words->add(ui::paragraph(ui, "intro", copy(view.intro)));
  const ui::TintColours& colours = ui.theme().tint(tint(view.tint));
  const float side = std::round(std::max(ui.metrics().unit(128), ui.metrics().em(ui::Type::Title) * 1.3F));
  return ui::beside(
      ui::icon_disc(ui, view.icon, side, colours.pale, colours.text), std::move(words),
      {.gap = ui.metrics().unit(36), .upright = view.intro.empty() ? ui::Across::Centre : ui::Across::Start});
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const CodeEntryView& view) {
  const ui::Metrics& metrics = ui.metrics();
  auto head = ui::make<ui::Column>(metrics.gap());
  head->add(draw_title(ui, view.title, view.subtitle));
  head->add(draw_chips(ui, "modes", view.modes));
  // The count of letters still to come already says why one cannot search yet.
  const bool counted = !view.by_words && !view.field.remaining.empty();
  TypingPage page;
  page.head = std::move(head);
  page.field = entry(ui, view);
  page.buttons = ui::button(ui, "look-up", copy(view.look_up.label), view.look_up.action,
                            {.kind = Kind::Primary,
                             .icon = view.look_up.icon,
                             .enabled = view.look_up.enabled,
                             .why_not = counted ? ui::Copy{} : copy(view.look_up.why_not)});
  page.keyboard = draw_keyboard(
      ui, view.keyboard, view.by_words ? letter_look(ui) : ui::KeyboardLook{.most_key = metrics.unit(150)});
  page.share = 0.46F;
  draw_typing_page(ui, frame, std::move(page));
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const CodeResultView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  column->add(result_head(ui, view));
  column->add(answer_card(ui, view.answer_title, view.answer, {}));
  if (view.goes_on) column->add(draw_button(ui, "goes-on", *view.goes_on, Kind::Secondary));
  page.main = std::move(column);
  page.aside = draw_timeline(ui, "steps", view.steps);
  page.foot = draw_pair(draw_button(ui, "again", view.again, Kind::Secondary),
                        draw_button(ui, "home", view.home, Kind::Primary), ui);
  page.main_share = 0.5F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
