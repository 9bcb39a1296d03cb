// Pages that are only read: house rules, privacy, and the blocks of every longer text.
#include <cmath>

#include "kiosk/screens/prose_draw.h"

namespace wv::screens {
namespace {

Part block_part(ui::Ui& ui, std::string name, const ProseBlock& block) {
  switch (block.kind) {
    case ProseBlock::Kind::Heading:
      return ui::heading(ui, std::move(name), copy(block.words), ui::Type::Card);
    case ProseBlock::Kind::Item:
      return ui::hanging(ui, block.mark, ui::paragraph(ui, std::move(name), copy(block.words)));
    case ProseBlock::Kind::Paragraph:
      return ui::paragraph(ui, std::move(name), copy(block.words));
  }
  return nullptr;
}

// White space says what belongs together: most before a heading, little between the items of a list.
float gap_before(ui::Ui& ui, const ProseBlock& block) {
  const float em = ui.metrics().em(ui::Type::Body);
  if (block.kind == ProseBlock::Kind::Heading) return std::round(em * 1.0F);
  if (block.opens) return std::round(em * 0.62F);
  return block.kind == ProseBlock::Kind::Item ? std::round(em * 0.28F) : 0;
}

Part head(ui::Ui& ui, const TextPageView& view) {
  const ui::TintColours& colours = ui.theme().tint(tint(view.tint));
  const float side = std::round(std::max(ui.metrics().unit(120), ui.metrics().em(ui::Type::Title) * 1.2F));
  return ui::beside(ui::icon_disc(ui, view.icon, side, colours.pale, colours.text),
                    draw_title(ui, view.title, view.subtitle), {.gap = ui.metrics().unit(36)});
}

}  // namespace

Part draw_prose(ui::Ui& ui, const char* name, const std::vector<ProseBlock>& blocks) {
  if (blocks.empty()) return nullptr;
  auto column = ui::make<ui::Column>();
  for (std::size_t i = 0; i < blocks.size(); ++i)
    column->add(block_part(ui, numbered(name, i), blocks[i]), gap_before(ui, blocks[i]));
  return column;
}

void draw_body(ui::Ui& ui, const PageFrame& frame, const TextPageView& view) {
  ui::PageLook page = page_look(frame);
  auto column = ui::make<ui::Column>(ui.metrics().wide_gap());
  add_warnings(ui, frame, *column);
  column->add(head(ui, view));
  ui::CardLook look = ui::plain_card(ui);
  look.upright = ui::Across::Start;
  look.pad_x = ui.metrics().unit(52);
  look.pad_y = ui.metrics().unit(48);
  column->add(ui::card({.name = "text"}, look, draw_prose(ui, "block", view.blocks)));
  page.main = std::move(column);
  auto rest = ui::make<ui::Column>(ui.metrics().wide_gap());
  rest->add(draw_button(ui, "other", view.other, Kind::Secondary));
  add_notes(ui, frame, *rest);
  if (ui.metrics().landscape()) rest->add_filling(skyline(SkylineTone::OnPaper, 0), ui.metrics().wide_gap());
  page.aside = std::move(rest);
  page.main_share = 0.64F;
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
