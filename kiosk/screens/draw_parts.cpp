// From the words of a view to the elements of the ui.
#include "kiosk/screens/draw_parts.h"

#include <algorithm>
#include <cmath>
#include <variant>

namespace wv::screens {
namespace {

// Keys whose word would not fit at the largest letters carry a pictogram.
std::string icon_of(const Key& key) {
  if (key.cap.empty() && !key.icon.empty()) return key.icon;
  if (std::holds_alternative<visit::Erase>(key.action)) return key.icon.empty() ? "backspace" : key.icon;
  if (std::holds_alternative<visit::EraseAll>(key.action)) return "delete";
  if (std::holds_alternative<visit::PressShift>(key.action)) return key.icon.empty() ? "shift" : key.icon;
  if (const auto* type = std::get_if<visit::TypeText>(&key.action)) return type->text == "\n" ? "enter" : "";
  if (std::holds_alternative<visit::LookUp>(key.action)) return "search";
  return {};
}

ui::KeyCap::Kind kind_of(Key::Kind kind) {
  switch (kind) {
    case Key::Kind::Letter:
    case Key::Kind::Space:
      return ui::KeyCap::Kind::Letter;
    case Key::Kind::Function:
      return ui::KeyCap::Kind::Function;
    case Key::Kind::Go:
      return ui::KeyCap::Kind::Go;
  }
  return ui::KeyCap::Kind::Letter;
}

std::vector<ui::KeyCap> caps_of(const std::vector<Key>& keys) {
  std::vector<ui::KeyCap> caps;
  for (const Key& key : keys) {
    caps.push_back({.cap = key.cap,
                    .icon = icon_of(key),
                    .tight_icon = key.icon,
                    .spoken = key.spoken.text,
                    .action = key.action,
                    .hold = key.hold,
                    .repeats = key.repeats,
                    .width = static_cast<float>(key.width),
                    .kind = kind_of(key.kind),
                    .on = key.on,
                    .enabled = key.enabled});
  }
  return caps;
}

enum class Urgency { Informs, Warns };

Part notices(ui::Ui& ui, const PageFrame& frame, Urgency wanted) {
  if (!frame.view.frame) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(16));
  const auto& all = frame.view.frame->notices;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Urgency urgency = all[i].tint == Tint::Sky ? Urgency::Informs : Urgency::Warns;
    if (urgency != wanted) continue;
    column->add(ui::notice(ui, numbered("notice", i), copy(all[i].text), tint(all[i].tint), all[i].icon));
  }
  if (column->empty()) return nullptr;
  return column;
}

// Which area one reads about, and one tap back to one's own.
Part elsewhere(ui::Ui& ui, const PageFrame& frame) {
  if (!frame.view.frame || !frame.view.frame->elsewhere) return nullptr;
  const auto& where = *frame.view.frame->elsewhere;
  const ui::TintColours& colours = ui.theme().tint(ui::Tint::Sky);
  Part text = ui::words(
      "text", copy(where.text),
      {.role = ui::Role::Notice, .lettering = {.weight = text::Weight::Bold}, .colour = colours.text});
  Part words = ui::beside(ui::icon(ui, "map", std::round(ui.metrics().em(ui::Type::Card)), colours.text),
                          std::move(text), {.gap = ui.metrics().unit(20)});
  ui::CardLook look = ui::plain_card(ui);
  look.fill = colours.pale;
  look.border = colours.strong;
  look.pad_x = ui.metrics().unit(28);
  look.pad_y = ui.metrics().unit(20);
  return ui::card({.name = "elsewhere", .label = copy(where.text)}, look,
                  ui::shared(std::move(words), 0.55F, draw_button(ui, "own", where.own, Kind::Secondary),
                             ui.metrics().gap()));
}

// Keeps its room while the picture is on its way, so that nothing jumps when it comes.
class PictureBox : public ui::Element {
 public:
  PictureBox(std::string name, std::string picture, float high)
      : name_(std::move(name)), picture_(std::move(picture)), high_(high) {}
  float height(ui::Ui&, float) override { return high_; }
  void draw(ui::Ui& ui, ui::Rect rect) override {
    if (rect.height < ui.metrics().unit(120)) return;
    ui::Pen pen = ui.enter({.name = name_, .role = ui::Role::Decoration, .rect = rect});
    const ui::Picture found = ui.picture(picture_, rect.size());
    const float corner = ui.metrics().corner();
    if (found.id == paint::TextureId::None)
      return pen.fill(rect, ui.theme().tint(ui::Tint::Brand).pale, corner);
    pen.picture(found, rect, corner);
  }

 private:
  std::string name_, picture_;
  float high_;
};

}  // namespace

Part draw_button(ui::Ui& ui, std::string name, const Button& button, Kind kind) {
  if (button.label.empty()) return nullptr;
  return ui::button(
      ui, std::move(name), copy(button.label), button.action,
      {.kind = kind, .icon = button.icon, .enabled = button.enabled, .why_not = copy(button.why_not)});
}

Part draw_chips(ui::Ui& ui, const char* name, const std::vector<Chip>& chips) {
  if (chips.empty()) return nullptr;
  const float gap = std::max(ui.metrics().unit(18), ui.metrics().target_gap());
  auto flow = ui::make<ui::Flow>(gap, gap);
  for (std::size_t i = 0; i < chips.size(); ++i) {
    flow->add(ui::chip(ui, numbered("chip", i), copy(chips[i].label), chips[i].action,
                       {.chosen = chips[i].chosen}));
  }
  return ui::named({.name = name}, std::move(flow));
}

Part draw_badge(ui::Ui& ui, std::string name, const Badge& badge) {
  return ui::badge(ui, std::move(name), copy(badge.text), tint(badge.tint), badge.icon);
}

Part draw_buttons(ui::Ui& ui, const char* name, const Button& button) {
  if (button.label.empty()) return nullptr;
  auto row = ui::make<ui::Flow>(ui.metrics().gap(), ui.metrics().gap());
  row->add(draw_button(ui, name, button, Kind::Secondary));
  return row;
}

Part draw_badges(ui::Ui& ui, const std::vector<Badge>& badges) {
  if (badges.empty()) return nullptr;
  auto row = ui::make<ui::Flow>(ui.metrics().unit(14), ui.metrics().unit(10));
  for (std::size_t i = 0; i < badges.size(); ++i) row->add(draw_badge(ui, numbered("badge", i), badges[i]));
  return row;
}

Part arrow_on(ui::Ui& ui) {
  return ui::icon(ui, "chevron-right", std::round(ui.metrics().em(ui::Type::Body) * 1.2F), ui.theme().soft);
}

Part row_words(ui::Ui& ui, const ListRow& row) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::strong(ui, "title", copy(row.title), ui.theme().ink));
  words->add(ui::soft_paragraph(ui, "subtitle", copy(row.subtitle)));
  if (row.badge) {
    auto badges = ui::make<ui::Flow>(ui.metrics().unit(14), ui.metrics().unit(8));
    badges->add(draw_badge(ui, "badge", *row.badge));
    words->add(std::move(badges), ui.metrics().unit(10));
  }
  return words;
}

Part row_card(ui::Ui& ui, std::string name, const Leads& leads, Part words) {
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().control;
  look.pad_x = ui.metrics().unit(32);
  look.pad_y = ui.metrics().unit(26);
  Part middle = ui::beside(ui::icon_box(ui, leads.icon, tint(leads.tint)), std::move(words),
                           {.gap = ui.metrics().unit(28), .upright = ui::Across::Start});
  // What is chosen here leads nowhere.
  const bool leads_on = !std::holds_alternative<visit::TrySettings>(leads.action);
  return ui::card({.name = std::move(name), .label = copy(leads.to), .action = leads.action}, look,
                  leads_on ? ui::before(std::move(middle), arrow_on(ui), {.gap = ui.metrics().unit(12)})
                           : std::move(middle));
}

Part answer_card(ui::Ui& ui, const Words& title, const Words& text, const Words& date) {
  if (text.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(12));
  column->add(ui::words("title", copy(title),
                        {.role = ui::Role::Heading,
                         .lettering = {.type = ui::Type::Card, .weight = text::Weight::Bold},
                         .colour = ui.theme().tint(ui::Tint::Brand).text}));
  column->add(ui::prose(ui, "text", copy(text)));
  column->add(ui::soft_paragraph(ui, "date", copy(date)));
  ui::CardLook look = ui::plain_card(ui);
  look.border = ui.theme().tint(ui::Tint::Brand).strong;
  look.upright = ui::Across::Start;
  return ui::card({.name = "answer"}, look, std::move(column));
}

Part draw_timeline(ui::Ui& ui, const char* name, const std::vector<TimelineStep>& steps) {
  std::vector<ui::TimelineEntry> entries;
  for (const TimelineStep& step : steps) entries.push_back({copy(step.title), copy(step.text), step.done});
  return ui::timeline(ui, name, entries);
}

Part draw_facts(ui::Ui& ui, const char* name, const std::vector<Fact>& facts) {
  if (facts.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(8));
  for (std::size_t i = 0; i < facts.size(); ++i) {
    column->add(ui::fact(ui, numbered("fact", i), copy(facts[i].label), copy(facts[i].value),
                         facts[i].is_typed ? ui::Source::Visitor : ui::Source::House));
  }
  return ui::named({.name = name}, std::move(column));
}

ui::KeyboardLook letter_look(const ui::Ui& ui) {
  constexpr float most_mm = 27;  // wide keys are slow keys
  return {.most_key = ui.metrics().landscape() ? std::round(ui.metrics().px(most_mm)) : 0};
}

Part draw_keyboard(ui::Ui& ui, const Keyboard& keyboard, ui::KeyboardLook look) {
  ui::Keys keys;
  for (const auto& row : keyboard.rows) keys.rows.push_back(caps_of(row));
  keys.tools = caps_of(keyboard.tools);
  if (keyboard.offer) {
    const KeyOffer& offer = *keyboard.offer;
    keys.offer = {offer.title.text, offer.row, offer.key, offer.of_tool, caps_of(offer.keys)};
  }
  return ui::keyboard(ui, std::move(keys), look);
}

Part draw_steps(ui::Ui& ui, const Steps& steps) {
  return ui::form_steps(ui, {.current = steps.current, .of = steps.of, .spoken = steps.spoken.text});
}

ui::FieldLook field_look(const Field& field) {
  return {.label = field.label.text,
          .text = field.text,
          .lang = field.label.lang,
          .caret_byte = field.caret_byte,
          .selection = field.selection,
          .veiled = field.veiled,
          .veil_hint = copy(field.veil_hint),
          .placeholder = copy(field.placeholder),
          .remaining = copy(field.remaining),
          .problem = copy(field.problem)};
}

Part draw_pair(Part quiet, Part strong, const ui::Ui& ui) {
  return ui::shared(std::move(quiet), 0.36F, std::move(strong), ui.metrics().gap());
}

Part draw_title(ui::Ui& ui, const Words& title, const Words& subtitle) {
  auto column = ui::make<ui::Column>(ui.metrics().unit(4));
  column->add(ui::heading(ui, "title", copy(title), ui::Type::Title));
  column->add(ui::soft_paragraph(ui, "subtitle", copy(subtitle)));
  return column;
}

ui::PageLook page_look(const PageFrame& frame) {
  ui::PageLook page;
  page.main_offset = static_cast<float>(frame.view.scroll_px);
  page.aside_offset = static_cast<float>(frame.view.aside_px);
  if (frame.view.frame) {
    page.scroll_up = copy(frame.view.frame->scroll_up);
    page.scroll_down = copy(frame.view.frame->scroll_down);
  }
  return page;
}

void add_warnings(ui::Ui& ui, const PageFrame& frame, ui::Column& column) {
  column.add(elsewhere(ui, frame));
  column.add(notices(ui, frame, Urgency::Warns));
}

void add_notes(ui::Ui& ui, const PageFrame& frame, ui::Column& column) {
  column.add(notices(ui, frame, Urgency::Informs));
}

Part draw_picture(ui::Ui& ui, std::string name, const std::string& picture, float height) {
  if (!ui.has_picture(picture)) return nullptr;
  return ui::make<PictureBox>(std::move(name), picture, std::round(height));
}

}  // namespace wv::screens
