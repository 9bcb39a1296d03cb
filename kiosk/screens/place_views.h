// What the screens of time and place say: activities, the map, the team.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/screens/view_parts.h"

namespace wv::screens {

struct DaySection {
  Words day;  // "Vandaag, maandag 23 november"
  std::vector<ListRow> rows;
};
struct ActivitiesView {
  Words title, subtitle;
  std::vector<Chip> when;    // today, this week, all; and whether only what is free
  std::vector<Chip> themes;  // first is "Alles"; empty when there is nothing to choose
  std::vector<DaySection> days;
  Words more;  // how many are left out; empty: none
  Words nothing, nothing_hint;
  Button show_all;  // in the empty state; without a label: there is nothing to show either
};

struct ActivityView {
  Words title;
  std::string icon;
  Tint tint = Tint::Brand;
  std::optional<Notice> cancelled;
  Words day, time;            // "Dinsdag 24 november", "10.00 uur tot 12.00 uur"
  std::vector<Badge> badges;  // theme, free
  std::vector<Fact> facts;    // repeats, where, cost, organiser
  Words description;
  Words dates_title;
  std::vector<Chip> dates;  // this one and the next, to choose from; empty when it is the only one
  Words qr_title, qr_hint, qr_label;
  std::string qr;  // iCalendar; empty: no code
  Words nothing;   // when the activity is gone
  Button others;
};

struct City;  // city.h: outlines, cut for drawing

struct MapArea {
  std::string number;  // stands on the map and in the list
  Words name, subtitle;
  std::vector<Badge> badges;
  bool chosen = false;
  Action action;
};
struct MapView {
  Words title, subtitle;
  std::shared_ptr<const City> city;  // null: only the list
  Words map_label;                   // spoken: what the picture shows
  Words source;
  Words own_label, alliance_label;  // legend; empty: no such area
  std::vector<MapArea> areas;       // as in City::areas, where there is one
  Words chosen_name, chosen_wijken;
  std::vector<Badge> chosen_badges;
  Button read;  // primary: the agenda of the chosen area
};

struct TeamMemberCard {
  std::string icon;
  Words role, task;
  Words phone, email;  // may be empty
};
struct PlaceCard {
  Words name, address, phone;  // phone may be empty
  Opening opening;
  Words week_title;
  std::vector<Fact> week;
  Words exceptions_title;
  std::vector<Words> exceptions;  // "maandag 25 december gesloten: Eerste Kerstdag"
  Words accessibility;
};
struct OrganisationCard {
  std::string icon;
  Words name, text, contact;  // contact may be empty
};
struct TeamView {
  Words title, intro;
  Words members_title;
  std::vector<TeamMemberCard> members;
  Words places_title;
  std::vector<PlaceCard> places;
  Words no_places;  // when there are none
  Words councils_title;
  std::vector<OrganisationCard> councils;
  std::optional<OrganisationCard> alliance;
  Words partners_title, partners;
};

}  // namespace wv::screens
