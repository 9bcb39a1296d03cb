// gebied/<id>.json → AreaContent, except the agendas (read_agenda.cpp).
#include <algorithm>

#include "sync/model/opening.h"
#include "sync/wire/agenda.h"
#include "sync/wire/content.h"
#include "sync/wire/words.h"

namespace wv::wire {
namespace {

using namespace model;
using std::chrono::minutes;

OpeningSpan span_in(const Node& node) {
  if (const auto* text = node.json->text())
    if (const auto span = read_span(*text)) return *span;
  node.say("opening hours are written \"09:00-12:30\"");
  return {};
}

Place read_place(const Node& node) {
  Members members(node);
  Place place;
  place.id = members.id<PlaceId>("id");
  place.name = members.words("naam", Need::Required);
  place.address = members.text("adres", Need::Required);
  place.phone = members.text("telefoon");
  place.accessibility = members.words("toegankelijkheid");
  if (const auto hours = members.find("uren")) {
    Members week(*hours);
    for (std::size_t day = 0; day < 7; ++day)
      place.hours.week[day] = week.list(words::weekday[day], Need::Optional, span_in);
  }
  place.hours.exceptions = members.list("uitzonderingen", Need::Optional, [](const Node& item) {
    Members exception(item);
    return OpeningException{exception.day("op"), exception.list("uren", Need::Required, span_in),
                            exception.words("reden")};
  });
  return place;
}

Team read_team(const Node& node) {
  Members members(node);
  Team team;
  team.name = members.words("naam", Need::Required);
  team.intro = members.words("inleiding");
  team.members = members.list("leden", Need::Optional, [](const Node& item) {
    Members member(item);
    return TeamMember{member.words("rol", Need::Required), member.words("taak", Need::Required),
                      member.text("telefoon"), member.text("email")};
  });
  return team;
}

Council read_council(const Node& node) {
  Members members(node);
  return {members.words("naam", Need::Required), members.words("beschrijving"), members.text("contact")};
}

Event read_event(const Node& node) {
  Members members(node);
  Event event;
  event.id = members.id<EventId>("id");
  event.title = members.words("titel", Need::Required);
  event.description = members.words("beschrijving");
  event.place = members.id_if_any<PlaceId>("plek");
  event.place_as_written = members.words("plekTekst");
  event.starts_local = members.text("begin", Need::Required);
  event.duration = minutes{members.integer_or("duurMinuten", 60)};
  event.rrule = members.text("herhaling");
  event.exdates = members.lines("vervalt");
  event.cancelled = members.boolean("afgelast");
  event.theme = members.id_if_any<ThemeId>("thema");
  event.cost = members.words("kosten");
  event.organiser = members.text("organisator");
  return event;
}

NewsItem read_news(const Node& node) {
  Members members(node);
  NewsItem item;
  item.id = members.id<NewsId>("id");
  item.on = members.day("op");
  item.title = members.words("titel", Need::Required);
  item.body = members.words("tekst", Need::Required);
  item.react_until = members.day_if_any("reageerTot");
  item.decision_body = members.text("besluitOrgaan");
  item.decision_number = members.text("besluitNummer");
  return item;
}

AreaContent read_document(const Node& node) {
  Members members(node);
  AreaContent area;
  area.id = members.id<AreaId>("id");
  area.kind = members.choice<AreaKind>("soort", words::area_kind);
  area.name = members.words("naam", Need::Required);
  area.official_note = members.words("opmerking");
  area.wijken =
      members.list("wijken", Need::Required, [](const Node& item) { return WijkCode{item.text()}; });
  area.kernalliantie = members.boolean("kernalliantie");
  area.picture = members.text("beeld");
  area.agendas = members.list("agendas", Need::Required, read_agenda);
  if (const auto team = members.find("team", Need::Required)) area.team = read_team(*team);
  area.places = members.list("plekken", Need::Optional, read_place);
  area.councils = members.list("raden", Need::Optional, read_council);
  area.partners = members.lines("partners");
  area.events = members.list("activiteiten", Need::Optional, read_event);
  area.news = members.list("nieuws", Need::Optional, read_news);
  return area;
}

// After checking, because problems are reported in the order of the file.
void sort_for_readers(AreaContent& area) {
  for (Agenda& agenda : area.agendas) {
    std::stable_sort(agenda.challenges.begin(), agenda.challenges.end(),
                     [](const Challenge& a, const Challenge& b) { return a.order < b.order; });
    for (Action& action : agenda.actions)
      std::stable_sort(action.updates.begin(), action.updates.end(),
                       [](const Update& a, const Update& b) { return b.on < a.on; });
  }
}

}  // namespace

Read<AreaContent> read_area(const Json& json) {
  Problems problems;
  AreaContent area = read_document({&json, "", &problems});
  add_problems(problems, check(area));
  if (!problems.empty()) return std::unexpected(std::move(problems));
  sort_for_readers(area);
  return area;
}

}  // namespace wv::wire
