// AreaContent → gebied/<id>.json.
#include "sync/model/opening.h"
#include "sync/wire/agenda.h"
#include "sync/wire/content.h"
#include "sync/wire/words.h"

namespace wv::wire {
namespace {

using namespace model;

Json span_json(const OpeningSpan& span) {
  return Json(to_text(span));
}

Json place_json(const Place& place) {
  Json json = Json::object({{"id", place.id.value}});
  put(json, "naam", place.name);
  put(json, "adres", place.address);
  put(json, "telefoon", place.phone);
  Json week = Json::object();
  for (std::size_t day = 0; day < 7; ++day)
    put_list(week, words::weekday[day], place.hours.week[day], span_json);
  if (!week.members()->empty()) json.set("uren", std::move(week));
  put_list(json, "uitzonderingen", place.hours.exceptions, [](const OpeningException& exception) {
    Json item = Json::object(
        {{"op", base::to_iso_day(exception.on)}, {"uren", array_of(exception.spans, span_json)}});
    put(item, "reden", exception.reason);
    return item;
  });
  put(json, "toegankelijkheid", place.accessibility);
  return json;
}

Json team_json(const Team& team) {
  Json json = Json::object();
  put(json, "naam", team.name);
  put(json, "inleiding", team.intro);
  put_list(json, "leden", team.members, [](const TeamMember& member) {
    Json item = Json::object();
    put(item, "rol", member.role);
    put(item, "taak", member.task);
    put(item, "telefoon", member.phone);
    put(item, "email", member.email);
    return item;
  });
  return json;
}

Json council_json(const Council& council) {
  Json json = Json::object();
  put(json, "naam", council.name);
  put(json, "beschrijving", council.description);
  put(json, "contact", council.contact);
  return json;
}

Json event_json(const Event& event) {
  Json json = Json::object({{"id", event.id.value}});
  put(json, "titel", event.title);
  put(json, "beschrijving", event.description);
  put(json, "plek", event.place);
  put(json, "plekTekst", event.place_as_written);
  put(json, "begin", event.starts_local);
  json.set("duurMinuten", event.duration.count());
  put(json, "herhaling", event.rrule);
  put(json, "vervalt", event.exdates);
  if (event.cancelled) json.set("afgelast", true);
  put(json, "thema", event.theme);
  put(json, "kosten", event.cost);
  put(json, "organisator", event.organiser);
  return json;
}

Json news_json(const NewsItem& item) {
  Json json = Json::object({{"id", item.id.value}, {"op", base::to_iso_day(item.on)}});
  put(json, "titel", item.title);
  put(json, "tekst", item.body);
  put(json, "reageerTot", item.react_until);
  put(json, "besluitOrgaan", item.decision_body);
  put(json, "besluitNummer", item.decision_number);
  return json;
}

}  // namespace

Json to_json(const AreaContent& area) {
  Json json =
      Json::object({{"id", area.id.value}, {"soort", word_of<AreaKind>(words::area_kind, area.kind)}});
  put(json, "naam", area.name);
  put(json, "opmerking", area.official_note);
  json.set("wijken", array_of(area.wijken, [](const WijkCode& code) { return Json(code.value); }));
  if (area.kernalliantie) json.set("kernalliantie", true);
  put(json, "beeld", area.picture);
  put_list(json, "agendas", area.agendas, agenda_json);
  json.set("team", team_json(area.team));
  put_list(json, "plekken", area.places, place_json);
  put_list(json, "raden", area.councils, council_json);
  put(json, "partners", area.partners);
  put_list(json, "activiteiten", area.events, event_json);
  put_list(json, "nieuws", area.news, news_json);
  return json;
}

}  // namespace wv::wire
