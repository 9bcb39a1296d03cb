// What a municipality publishes: areas with their agendas, plans, people, places and activities.
// Plain immutable values. Names of divisions, roles and statuses-as-written are content, never enums.
// Terms: gebied = Area, wijk-/dorpsagenda = Agenda, visie = Vision, kernopgave = Challenge, actie = Action,
// uitvoeringsplan = ActionPlan, gebiedsteam = Team, plek = Place, activiteit = Event, besluit = Decision.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/ids.h"
#include "sync/base/time.h"
#include "sync/model/text.h"

namespace wv::model {

using base::Day;
using base::Instant;

using AreaId = base::Id<struct AreaTag>;
using AgendaId = base::Id<struct AgendaTag>;
using ChallengeId = base::Id<struct ChallengeTag>;
using ActionId = base::Id<struct ActionTag>;
using PlanId = base::Id<struct PlanTag>;
using EventId = base::Id<struct EventTag>;
using PlaceId = base::Id<struct PlaceTag>;
using ThemeId = base::Id<struct ThemeTag>;
using NewsId = base::Id<struct NewsTag>;
using WijkCode = base::Id<struct WijkCodeTag>;  // CBS code of a year, "WK085542"

enum class Origin { Residents, Municipality, Partner };          // inwoners, gemeente, partner
enum class ActionStatus { Idea, Planned, Busy, Done, Stopped };  // idee, gepland, bezig, klaar, gestopt
enum class AgendaStatus { Draft, Adopted, Revised, Expired };  // concept, vastgesteld, bijgesteld, vervallen
enum class AreaKind { Wijk, Dorp };                            // decides "wijkagenda" or "dorpsagenda"

struct Theme {
  ThemeId id;
  Text name;
  std::string icon;    // name of a pictogram in assets/icons.toml
  std::string colour;  // "brand", "sun", "sky" or "brick": a tint of the theme
};

// A period as parsed and as somebody wrote it. Days are inclusive; precision says what may be shown.
struct Period {
  enum class Precision { ToDay, ToMonth, ToQuarter, ToYear };
  Day from, to;
  Precision precision = Precision::ToYear;
  Text as_written;
};

struct Update {
  Day on;
  Text text;
};

struct Action {
  ActionId id;
  ChallengeId challenge;
  std::optional<PlanId> plan;
  std::optional<ActionId> parent;
  Text title;
  Text description;  // may be empty
  ActionStatus status = ActionStatus::Planned;
  Text status_as_written;
  std::vector<std::string> lead;  // trekker: names of organisations or roles
  std::vector<std::string> partners;
  std::optional<Period> period;
  std::vector<Update> updates;  // newest first
};

struct Challenge {
  ChallengeId id;
  AgendaId agenda;
  std::vector<ThemeId> themes;  // first one gives the pictogram
  std::vector<Origin> origins;  // at least one
  Text title;
  Text description;
  int order = 0;
};

struct Vision {
  int from_year = 0, to_year = 0;  // horizon of 5-10 years
  Text summary;
  std::vector<Text> ambitions;
};

struct ActionPlan {
  PlanId id;
  Text title;
  Period period;
};

struct Population {
  std::int32_t people = 0;
  int year = 0;
};

struct Agenda {
  AgendaId id;
  Text title;    // "Wijkagenda Noord"
  Text profile;  // what kind of area this is
  std::optional<Population> population;
  Text alderman;  // a role, not a person, in example content
  AgendaStatus status = AgendaStatus::Adopted;
  std::optional<Day> adopted_on;
  std::string source_url;  // may be empty
  std::optional<Vision> vision;
  std::vector<ActionPlan> plans;
  std::vector<Challenge> challenges;  // by order
  std::vector<Action> actions;
};

struct OpeningSpan {
  std::chrono::minutes from, to;  // since local midnight
};
struct OpeningException {
  Day on;
  std::vector<OpeningSpan> spans;  // empty: closed
  Text reason;
};
struct OpeningHours {
  std::vector<OpeningSpan> week[7];  // index 0 is Monday (ISO 8601)
  std::vector<OpeningException> exceptions;
};

struct Place {
  PlaceId id;
  Text name;
  std::string address;
  std::string phone;  // may be empty
  OpeningHours hours;
  Text accessibility;  // may be empty
};

struct TeamMember {
  Text role;                 // "omgevingsmanager"
  Text task;                 // one sentence: what you can ask
  std::string phone, email;  // may be empty
};
struct Team {
  Text name;
  Text intro;
  std::vector<TeamMember> members;
};

struct Council {  // wijk- of dorpsraad
  Text name;
  Text description;
  std::string contact;  // may be empty
};

// An activity. A repeating one carries RFC 5545 lines; they are expanded by libical, never by hand.
struct Event {
  EventId id;
  Text title;
  Text description;
  std::optional<PlaceId> place;
  Text place_as_written;     // when `place` is not one of ours
  std::string starts_local;  // "2026-03-02T10:00", Europe/Amsterdam
  std::chrono::minutes duration{60};
  std::string rrule;                 // "FREQ=WEEKLY;BYDAY=TU" or empty
  std::vector<std::string> exdates;  // local starts that do not take place
  bool cancelled = false;
  std::optional<ThemeId> theme;
  Text cost;  // "gratis"
  std::string organiser;
};

struct NewsItem {
  NewsId id;
  Day on;
  Text title, body;
  std::optional<Day> react_until;              // reaction window of a decision
  std::string decision_body, decision_number;  // both empty: plain news
};

// Everything of one area: the unit that is published, fetched and opened together.
struct AreaContent {
  AreaId id;
  AreaKind kind = AreaKind::Wijk;
  Text name;           // "Noord"
  Text official_note;  // "voorbeeldinhoud": shown wherever the content could pass for official
  std::vector<WijkCode> wijken;
  bool kernalliantie = false;
  std::string picture;          // target name "beeld/noord.png", may be empty
  std::vector<Agenda> agendas;  // at least one
  Team team;
  std::vector<Place> places;
  std::vector<Council> councils;
  std::vector<std::string> partners;
  std::vector<Event> events;
  std::vector<NewsItem> news;
};

struct AreaSummary {
  AreaId id;
  Text name;
  std::vector<WijkCode> wijken;
};

// The municipality: what all areas share.
struct Municipality {
  std::string id;    // "tilburg"; also the content channel (kanaal)
  std::string code;  // CBS "GM0855"
  Text name;
  Text content_note;            // "Dit is voorbeeldinhoud …", empty in production
  std::vector<Lang> languages;  // first is the default
  std::vector<Theme> themes;
  std::vector<AreaSummary> areas;
  Text house_rules;
  Text privacy_notice;
  Text privacy_short;  // purpose and retention in a sentence or two; may be empty
  Text help_phone;
  std::chrono::days answer_within{14};
};

// Outline of a wijk in metres, EPSG:28992 (Amersfoort / RD New). Outer rings only, closed.
struct WijkOutline {
  WijkCode code;
  std::string name;
  std::vector<std::vector<std::pair<std::int32_t, std::int32_t>>> rings;
};
struct CityMap {
  int year = 0;        // vintage of the CBS codes
  std::string source;  // attribution that must be shown
  std::vector<WijkOutline> wijken;
};

}  // namespace wv::model
