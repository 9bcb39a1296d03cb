// Uw gebiedsteam.
#include <cmath>

#include "kiosk/screens/draw_parts.h"

namespace wv::screens {
namespace {

// A number or address with its pictogram, as large as the text around it.
Part contact(ui::Ui& ui, const char* name, const char* icon, const Words& words) {
  if (words.empty()) return nullptr;
  const float side = std::round(ui.metrics().em(ui::Type::Body) * 0.95F);
  return ui::beside(ui::icon(ui, icon, side, ui.theme().tint(ui::Tint::Brand).text),
                    ui::words(name, copy(words),
                              {.lettering = {.weight = text::Weight::SemiBold}, .colour = ui.theme().ink}),
                    {.gap = ui.metrics().unit(16), .upright = ui::Across::Start});
}

Part with_mark(ui::Ui& ui, const std::string& icon, ui::Tint tint, Part words) {
  return ui::beside(ui::icon_box(ui, icon, tint), std::move(words),
                    {.gap = ui.metrics().unit(28), .upright = ui::Across::Start});
}

Part member(ui::Ui& ui, std::string name, const TeamMemberCard& card) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::strong(ui, "role", copy(card.role), ui.theme().ink));
  words->add(ui::paragraph(ui, "task", copy(card.task)));
  words->add(contact(ui, "phone", "phone", card.phone), ui.metrics().unit(14));
  words->add(contact(ui, "email", "email", card.email), ui.metrics().unit(8));
  return ui::card({.name = std::move(name), .label = copy(card.role)}, ui::plain_card(ui),
                  with_mark(ui, card.icon, ui::Tint::Sky, std::move(words)));
}

Part opening(ui::Ui& ui, const Opening& opening) {
  if (opening.text.empty()) return nullptr;
  auto row = ui::make<ui::Flow>(0, 0);
  row->add(ui::badge(ui, "opening", copy(opening.text), opening.is_open ? ui::Tint::Brand : ui::Tint::Brick,
                     "clock"));
  return row;
}

Part lines(ui::Ui& ui, const char* name, const std::vector<Words>& all) {
  if (all.empty()) return nullptr;
  auto column = ui::make<ui::Column>(ui.metrics().unit(8));
  for (std::size_t i = 0; i < all.size(); ++i)
    column->add(ui::paragraph(ui, numbered("line", i), copy(all[i])));
  return ui::named({.name = name}, std::move(column));
}

Part place(ui::Ui& ui, std::string name, const PlaceCard& card) {
  const float part = ui.metrics().unit(24);
  auto column = ui::make<ui::Column>(ui.metrics().unit(10));
  column->add(ui::heading(ui, "name", copy(card.name), ui::Type::Card));
  column->add(ui::paragraph(ui, "address", copy(card.address)), ui.metrics().unit(4));
  column->add(contact(ui, "phone", "phone", card.phone));
  column->add(opening(ui, card.opening), ui.metrics().unit(16));
  column->add(ui::strong(ui, "week-title", copy(card.week_title), ui.theme().ink), part);
  column->add(draw_facts(ui, "week", card.week));
  if (!card.exceptions.empty()) {
    column->add(ui::strong(ui, "exceptions-title", copy(card.exceptions_title), ui.theme().ink), part);
    column->add(lines(ui, "exceptions", card.exceptions));
  }
  if (!card.accessibility.empty()) {
    const float side = std::round(ui.metrics().em(ui::Type::Body) * 1.1F);
    column->add(ui::beside(ui::icon(ui, "wheelchair", side, ui.theme().tint(ui::Tint::Sky).text),
                           ui::paragraph(ui, "accessibility", copy(card.accessibility)),
                           {.gap = ui.metrics().unit(18), .upright = ui::Across::Start}),
                part);
  }
  ui::CardLook look = ui::plain_card(ui);
  look.upright = ui::Across::Start;
  return ui::card({.name = std::move(name), .label = copy(card.name)}, look, std::move(column));
}

Part organisation(ui::Ui& ui, std::string name, const OrganisationCard& card, ui::Tint tint) {
  auto words = ui::make<ui::Column>(ui.metrics().unit(4));
  words->add(ui::strong(ui, "name", copy(card.name), ui.theme().ink));
  words->add(ui::paragraph(ui, "text", copy(card.text)));
  words->add(contact(ui, "contact", "email", card.contact), ui.metrics().unit(14));
  return ui::card({.name = std::move(name), .label = copy(card.name)}, ui::plain_card(ui),
                  with_mark(ui, card.icon, tint, std::move(words)));
}

Part section(ui::Ui& ui, const char* name, const Words& title) {
  return ui::heading(ui, name, copy(title), ui::Type::Section);
}

void add_people(ui::Ui& ui, const TeamView& view, ui::Column& column) {
  column.add(ui::heading(ui, "title", copy(view.title), ui::Type::Title));
  column.add(ui::paragraph(ui, "intro", copy(view.intro)), ui.metrics().unit(8));
  column.add(section(ui, "members", view.members_title), ui.metrics().unit(48));
  for (std::size_t i = 0; i < view.members.size(); ++i)
    column.add(member(ui, numbered("member", i), view.members[i]));
}

void add_places(ui::Ui& ui, const TeamView& view, ui::Column& column) {
  column.add(section(ui, "places", view.places_title));
  for (std::size_t i = 0; i < view.places.size(); ++i)
    column.add(place(ui, numbered("place", i), view.places[i]));
  column.add(ui::soft_paragraph(ui, "no-places", copy(view.no_places)));
}

void add_others(ui::Ui& ui, const TeamView& view, ui::Column& column) {
  const float gap = ui.metrics().unit(48);
  column.add(section(ui, "councils", view.councils_title), gap);
  for (std::size_t i = 0; i < view.councils.size(); ++i)
    column.add(organisation(ui, numbered("council", i), view.councils[i], ui::Tint::Brand));
  if (view.alliance) column.add(organisation(ui, "alliance", *view.alliance, ui::Tint::Sun));
  if (view.partners.empty()) return;
  column.add(section(ui, "partners-title", view.partners_title), gap);
  column.add(ui::paragraph(ui, "partners", copy(view.partners)), ui.metrics().unit(12));
}

}  // namespace

void draw_body(ui::Ui& ui, const PageFrame& frame, const TeamView& view) {
  ui::PageLook page = page_look(frame);
  auto people = ui::make<ui::Column>(ui.metrics().gap());
  add_warnings(ui, frame, *people);
  add_people(ui, view, *people);
  auto places = ui::make<ui::Column>(ui.metrics().gap());
  add_places(ui, view, *places);
  // Upright the way to the door comes before who else there is.
  add_others(ui, view, ui.metrics().landscape() ? *people : *places);
  add_notes(ui, frame, *places);
  page.main = std::move(people);
  page.aside = std::move(places);
  ui::draw_page(ui, frame.room, std::move(page));
}

}  // namespace wv::screens
