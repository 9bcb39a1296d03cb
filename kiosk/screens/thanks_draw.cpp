// "Bewaard": the code in three forms to take along, and what happens now.
#include <cmath>

#include "kiosk/screens/draw_parts.h"
#include "kiosk/ui/qr.h"
#include "sync/base/utf8.h"

namespace wv::screens {
namespace {

Part head(ui::Ui& ui, const IdeaThanksView& view) {
  const ui::Theme& theme = ui.theme();
  const float side = std::round(std::max(ui.metrics().unit(112), ui.metrics().em(ui::Type::Title) * 1.3F));
  return ui::beside(ui::icon_disc(ui, "check", side, theme.brand, theme.on_brand),
                    ui::heading(ui, "title", copy(view.title), ui::Type::Step),
                    {.gap = ui.metrics().unit(32)});
}

// The widest code, and the four words that take most lines: every code gets the room of these, so that chance
// in its letters does not decide where things stand, or whether the page has to scroll.
constexpr std::string_view widest_code = "WWWWW-WWWWW";
constexpr std::string_view longest_words =
    "gewoond · gewoond · gewoond · gewoond";  // at most seven letters each

Part in_room_of(std::string_view model, std::string name, std::string_view text, const ui::Lines& look) {
  return ui::in_room_of(ui::words("model", {model, "nl"}, look),
                        ui::words(std::move(name), {text, "nl"}, look));
}

// `four` has to outlive the part.
Part code(ui::Ui& ui, const IdeaThanksView& view, const std::string& four) {
  const auto bold = [&](ui::Type type) {
    return ui::Lines{.lettering = {.type = type, .weight = text::Weight::Bold, .line_height = 1.15F},
                     .colour = ui.theme().ink};
  };
  auto column = ui::make<ui::Column>(ui.metrics().unit(2));
  column->add(ui::soft_paragraph(ui, "code-label", copy(view.code_label)));
  column->add(in_room_of(widest_code, "code", view.code, bold(ui::Type::Section)));
  column->add(ui::soft_paragraph(ui, "words-label", copy(view.words_label)), ui.metrics().unit(16));
  column->add(in_room_of(longest_words, "words", four, bold(ui::Type::Card)));
  return column;
}

Part ticket(ui::Ui& ui, const IdeaThanksView& view, const std::string& four) {
  const float side = ui.metrics().unit(300);
  Part content = ui::beside(ui::qr(ui, "qr", view.qr_label.text, view.qr, side), code(ui, view, four),
                            {.gap = ui.metrics().unit(40)});
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().tint(ui::Tint::Brand).strong;
  look.dashed = true;
  look.pad_x = ui.metrics().unit(36);
  look.pad_y = ui.metrics().unit(36);
  return ui::card({.name = "ticket"}, look, std::move(content));
}

Part what_next(ui::Ui& ui, const IdeaThanksView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(28));
  column->add(ui::heading(ui, "next-title", copy(view.next_title), ui::Type::Section));
  column->add(draw_timeline(ui, "next", view.next));
  return column;
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const IdeaThanksView& view) {
  ui::PageLook page = page_look(frame);
  const std::string four = base::joined(view.words, " · ");
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  column->add(head(ui, view));
  if (!view.code.empty()) column->add(ticket(ui, view, four));
  column->add(ui::soft_paragraph(ui, "hint", copy(view.hint)));
  page.main = std::move(column);
  page.aside = what_next(ui, view);
  page.foot = draw_pair(draw_button(ui, "another", view.another, Kind::Secondary),
                        draw_button(ui, "done", view.done, Kind::Primary), ui);
  page.main_share = 0.55F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
