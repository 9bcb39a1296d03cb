// The invitation: one great question, a street in the sun, and where to touch. All of it is one button.
#include <array>
#include <cmath>

#include "kiosk/screens/draw_parts.h"
#include "sync/base/direction.h"

namespace wv::screens {
namespace {

using ui::Rect;

// Small steps around the middle, so that no edge stands still for weeks.
ui::Point drift_of(int step, const ui::Metrics& metrics) {
  const float angle = static_cast<float>(step % 12) * 2 * 3.14159265F / 12;
  const float reach = metrics.unit(8);
  return {std::round(std::cos(angle) * reach), std::round(std::sin(angle) * reach)};
}

// A low panel: only what cannot be missed; the other languages still have their turn.
bool is_small(const ui::Ui& ui) {
  constexpr float kLines = 24;
  return ui.metrics().landscape() && ui.metrics().screen().height < kLines * ui.metrics().em(ui::Type::Body);
}

// `lead`: how much larger than the words around it the question is, 1 at most.
Part invitation(ui::Ui& ui, const AttractView& view, float lead) {
  const ui::Metrics& metrics = ui.metrics();
  const ui::Colour ink = ui.theme().on_brand;
  auto column = ui::make<ui::Column>(metrics.unit(36));
  column->add(
      ui::words("place", copy(view.place), {.lettering = {.weight = text::Weight::SemiBold}, .colour = ink}));
  column->add(ui::words("invitation", copy(view.invitation),
                        {.role = ui::Role::Heading,
                         .lettering = {.weight = text::Weight::Bold,
                                       .em = std::round(metrics.em(ui::Type::Display) * lead),
                                       .line_height = 1.05F},
                         .colour = ink}));
  Part subtitle =
      ui::words("subtitle", copy(view.subtitle), {.lettering = {.type = ui::Type::Section}, .colour = ink});
  if (subtitle != nullptr) column->add(ui::at_most(metrics.unit(780), std::move(subtitle)));
  return column;
}

// As large as the width and height allow: long words of a language make it smaller, never broken.
Part invitation_in(ui::Ui& ui, const AttractView& view, ui::Size room) {
  constexpr float kLeads[] = {1.0F, 0.92F, 0.84F, 0.76F, 0.68F, 0.6F, 0.52F};
  Part words;
  for (const float lead : kLeads) {
    words = invitation(ui, view, lead);
    if (words->least_width(ui) <= room.width && words->height(ui, room.width) <= room.height) break;
  }
  return words;
}

// A line ends between two languages, not inside one.
std::string joined(const std::vector<Words>& all) {
  std::string text;
  for (const Words& one : all) {
    if (!text.empty()) text += " · ";
    text += base::isolated(base::unbroken(one.text));
  }
  return text;
}

// `others` has to outlive the part.
Part touch_card(ui::Ui& ui, const AttractView& view, const std::string& others) {
  const ui::Theme& theme = ui.theme();
  const bool small = is_small(ui);
  auto words = ui::make<ui::Column>(ui.metrics().unit(6));
  words->add(ui::words("touch", copy(view.touch),
                       {.lettering = {.type = small ? ui::Type::Section : ui::Type::Step,
                                      .weight = text::Weight::Bold,
                                      .line_height = 1.15F},
                        .colour = theme.ink}));
  if (!small) words->add(ui::words("others", {others, view.touch.lang}, {.colour = theme.soft}));
  const float side = ui.metrics().unit(96);
  Part content = ui::beside(ui::icon(ui, view.icon, side, theme.tint(ui::Tint::Brand).text), std::move(words),
                            {.gap = ui.metrics().unit(28)});
  ui::CardLook look = ui::plain_card(ui);
  look.border = look.fill;
  look.pad_x = ui.metrics().unit(40);
  look.pad_y = ui.metrics().unit(44);
  return ui::card({.name = "touch"}, look, std::move(content));
}

Part fact_line(ui::Ui& ui, const char* name, const char* icon, const Words& words) {
  if (words.empty()) return nullptr;
  const float side = std::round(ui.metrics().em(ui::Type::Body) * 1.05F);
  return ui::beside(ui::icon(ui, icon, side, ui.theme().accent),
                    ui::words(name, copy(words), {.colour = ui.theme().on_brand}),
                    {.gap = ui.metrics().unit(20), .upright = ui::Across::Start});
}

Part facts(ui::Ui& ui, const AttractView& view) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(14));
  column->add(fact_line(ui, "notice", "info", view.notice));
  column->add(fact_line(ui, "today", "clock", view.today));
  if (is_small(ui) || !view.notice.empty()) return column;  // a notice takes the room of the rest
  column->add(fact_line(ui, "next", "calendar", view.next));
  column->add(fact_line(ui, "highlight", "agenda", view.highlight));
  return column;
}

// The first of these that the content has; empty: the kiosk's own street stands in.
std::string scene_of(const ui::Ui& ui, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    if (ui.has_picture(name)) return std::string(name);
  }
  return {};
}

// On the pavement at the foot of `rect`, from side to side of it. True: the picture brings its own ground
// along.
bool draw_scene(ui::Ui& ui, Rect rect, const std::string& name) {
  if (name.empty()) {
    draw_skyline(ui, rect, SkylineTone::OnBrand);
    return false;
  }
  constexpr float kWide = 9.0F / 16;
  const float high = std::floor(std::min(rect.height, rect.width * kWide));
  const Rect place{rect.x, rect.bottom() - high, rect.width, high};
  const ui::Picture found = ui.picture(name, place.size());
  ui::Pen pen = ui.enter({.name = "picture", .role = ui::Role::Decoration, .rect = place});
  if (found.id != paint::TextureId::None) pen.picture(found, place, 0, ui::Pen::Keep::Foot);
  return found.id != paint::TextureId::None && found.opaque;
}

// The street goes on where no houses stand.
void draw_pavement(ui::Ui& ui, ui::Point from, ui::Point to) {
  const float stroke = std::max(3.0F, ui.metrics().unit(5));
  ui::Pen pen = ui.enter({.name = "pavement",
                          .role = ui::Role::Decoration,
                          .rect = {from.x, from.y - stroke, to.x - from.x, stroke}});
  pen.fill({from.x, from.y - stroke, to.x - from.x, stroke}, ui.theme().on_brand);
}

// What the card and the facts stand on.
ui::Entry ground(Rect rect) {
  return {.name = "ground", .role = ui::Role::Group, .rect = rect};
}

// Portrait: question, street, card and facts below each other; the street gets what is left.
void draw_upright(ui::Ui& ui, Rect room, const AttractView& view, Part card, Part lines) {
  const ui::Metrics& metrics = ui.metrics();
  const float margin = metrics.unit(84);
  const float wide = room.width - 2 * margin;
  const float facts_high = lines->height(ui, wide);
  const float facts_y = room.bottom() - metrics.unit(72) - facts_high;
  const float card_high = card->height(ui, wide);
  const float card_y = facts_y - metrics.unit(48) - card_high;
  const float street_y = std::round(card_y - metrics.unit(40));
  // A street of some height belongs to the picture, so the words leave room for it.
  const float top_y = room.y + metrics.unit(112);
  const Part words = invitation_in(ui, view, {wide, street_y - top_y - metrics.unit(240)});
  const Rect top{room.x + margin, top_y, wide, words->height(ui, wide)};
  const ui::Size screen = metrics.screen();
  const Rect street{0, top.bottom() + metrics.unit(24), screen.width,
                    street_y - top.bottom() - metrics.unit(24)};
  const bool own_ground = draw_scene(ui, street, scene_of(ui, {view.picture, view.skyline}));
  words->draw(ui, top);
  const Rect below{0, street_y, screen.width, screen.height - street_y};
  ui::Pen pen = ui.enter(ground(below));
  if (own_ground) pen.fill(below, ui.theme().brand_deep);
  draw_pavement(ui, {0, street_y}, {screen.width, street_y});
  card->draw(ui, {room.x + margin, std::round(card_y), wide, card_high});
  lines->draw(ui, {room.x + margin, std::round(facts_y), wide, facts_high});
}

// Landscape: the question left, the street right, and on the pavement below both the card and the facts.
void draw_wide(ui::Ui& ui, Rect room, const AttractView& view, Part card, Part lines) {
  const ui::Metrics& metrics = ui.metrics();
  const float margin = metrics.unit(96);
  const float gap = metrics.unit(72);
  const float inner = room.width - 2 * margin;
  const float half = std::round((inner - gap) * 0.55F);
  const float rest = inner - gap - half;
  const float low = std::max(card->height(ui, half), lines->height(ui, rest));
  const float low_y = std::round(room.bottom() - metrics.unit(60) - low);
  const float street_y = low_y - metrics.unit(48);
  const float words_wide = std::round(inner * 0.52F);
  const float top_y = room.y + metrics.unit(72);
  const Part words = invitation_in(ui, view, {words_wide, street_y - top_y - metrics.unit(24)});
  const Rect top{room.x + margin, top_y, words_wide, words->height(ui, words_wide)};
  const float street_x = std::round(room.x + margin + words_wide + metrics.unit(24));
  const Rect street{street_x, room.y + metrics.unit(72), metrics.screen().width - street_x,
                    street_y - room.y - metrics.unit(72)};
  draw_scene(ui, street, scene_of(ui, {view.skyline, view.picture}));
  draw_pavement(ui, {0, street_y}, {metrics.screen().width, street_y});
  words->draw(ui, top);
  const float card_high = card->height(ui, half);
  const float lines_high = lines->height(ui, rest);
  const Rect below{0, street_y, metrics.screen().width, metrics.screen().height - street_y};
  const ui::Pen pen = ui.enter(ground(below));
  card->draw(ui, {room.x + margin, std::round(low_y + (low - card_high) / 2), half, card_high});
  lines->draw(ui,
              {room.x + margin + half + gap, std::round(low_y + (low - lines_high) / 2), rest, lines_high});
}

}  // namespace

void draw_attract(ui::Ui& ui, const PageFrame& frame, const AttractView& view) {
  ui::Pen pen = ui.enter({.name = "begin",
                          .role = ui::Role::Button,
                          .label = view.touch.text,
                          .rect = frame.room,
                          .primary = true,
                          .action = view.begin});
  pen.fill(frame.room, ui.theme().brand);
  const ui::Point drift = drift_of(view.drift, ui.metrics());
  const Rect room = frame.room.shifted(drift.x, drift.y);
  const std::string others = joined(view.touch_others);
  if (ui.metrics().landscape()) {
    draw_wide(ui, room, view, touch_card(ui, view, others), facts(ui, view));
  } else {
    draw_upright(ui, room, view, touch_card(ui, view, others), facts(ui, view));
  }
}

}  // namespace wv::screens
