// A small made-up municipality as content, and the catalogues of this build, for tests of views and store.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>

#include "kiosk/screens/make_view.h"
#include "kiosk/store/content.h"

namespace wv::test {

inline model::Text both(std::string nl, std::string en) {
  return {{{"nl", std::move(nl)}, {"en", std::move(en)}}};
}
inline model::Text dutch(std::string nl) {
  return {{{"nl", std::move(nl)}}};
}
inline base::Day day(int y, unsigned m, unsigned d) {
  return base::Day{std::chrono::year(y), std::chrono::month(m), std::chrono::day(d)};
}

inline model::Municipality the_municipality() {
  model::Municipality town;
  town.id = "voorbeeldstad";
  town.code = "GM0001";
  town.name = dutch("Voorbeeldstad");
  town.content_note = both("Dit is voorbeeldinhoud.", "This is example content.");
  town.languages = {"nl", "en"};
  town.themes = {{model::ThemeId{"groen"}, both("Groen", "Green"), "tree", "brand"},
                 {model::ThemeId{"verkeer"}, both("Verkeer", "Traffic"), "bike", "sky"},
                 {model::ThemeId{"sport"}, both("Sport", "Sports"), "ball", "sun"}};
  town.areas = {
      {model::AreaId{"noord"}, dutch("Noord"), {model::WijkCode{"WK000101"}}},
      {model::AreaId{"west"}, dutch("West"), {model::WijkCode{"WK000102"}, model::WijkCode{"WK000103"}}}};
  town.house_rules = both("Houd het prettig.", "Keep it pleasant.");
  town.privacy_notice =
      both("Wij wissen uw gegevens na vier weken.", "We erase your details after four weeks.");
  town.help_phone = dutch("14 000");
  return town;
}

inline model::Action an_action(std::string id, model::ActionStatus status) {
  model::Action action;
  action.id = model::ActionId{id};
  action.challenge = model::ChallengeId{"o-groen"};
  action.title = dutch("Actie " + id);
  action.status = status;
  return action;
}

inline model::Agenda an_agenda() {
  model::Agenda agenda;
  agenda.id = model::AgendaId{"noord"};
  agenda.title = both("Wijkagenda Noord", "Local agenda Noord");
  agenda.profile = dutch("Noord is groen en ruim.");
  agenda.population = model::Population{23000, 2025};
  agenda.adopted_on = day(2025, 3, 4);
  agenda.challenges = {{model::ChallengeId{"o-groen"},
                        agenda.id,
                        {model::ThemeId{"groen"}},
                        {model::Origin::Residents, model::Origin::Municipality},
                        both("Meer groen op de pleinen", "More green in the squares"),
                        dutch("De pleinen zijn nu erg stenig."),
                        1},
                       {model::ChallengeId{"o-fiets"},
                        agenda.id,
                        {model::ThemeId{"verkeer"}},
                        {model::Origin::Partner},
                        dutch("Veilig oversteken"),
                        dutch("Bij de scholen is het druk."),
                        2}};
  model::Action trees = an_action("bomen", model::ActionStatus::Busy);
  trees.lead = {"Gemeente", "Wijkraad", "Woningcorporatie"};
  trees.partners = {"Buurtbewoners"};
  trees.period = model::Period{day(2026, 1, 1), day(2026, 6, 30), model::Period::Precision::ToQuarter,
                               dutch("begin 2026")};
  trees.updates = {{day(2026, 2, 1), dutch("De eerste twintig staan.")}};
  model::Action part = an_action("plantdag", model::ActionStatus::Done);
  part.parent = trees.id;
  agenda.actions = {trees, part, an_action("bankjes", model::ActionStatus::Done),
                    an_action("gevels", model::ActionStatus::Planned)};
  return agenda;
}

inline model::AreaContent area_noord() {
  model::AreaContent area;
  area.id = model::AreaId{"noord"};
  area.name = dutch("Noord");
  area.wijken = {model::WijkCode{"WK000101"}};
  area.agendas = {an_agenda()};
  area.team.name = dutch("Gebiedsteam Noord");
  area.team.members = {{dutch("Omgevingsmanager"), dutch("Over de plannen."), "14 000", ""}};
  model::Place place{model::PlaceId{"huis"}, dutch("Wijkhuis"), "Voorbeeldstraat 1", "", {}, {}};
  const model::OpeningSpan office{std::chrono::hours(9), std::chrono::hours(17)};
  for (int weekday = 0; weekday < 5; ++weekday) place.hours.week[weekday] = {office};
  place.hours.exceptions = {{day(2026, 12, 25), {}, dutch("Kerst")}};
  area.places = {place};
  model::Event coffee;
  coffee.id = model::EventId{"koffie"};
  coffee.title = dutch("Koffie en ideeën");
  coffee.place = place.id;
  coffee.starts_local = "2026-01-05T14:00";
  coffee.duration = std::chrono::minutes(90);
  coffee.rrule = "FREQ=WEEKLY;BYDAY=MO";
  coffee.exdates = {"2026-11-30T14:00"};
  coffee.cost = dutch("gratis");
  area.events = {coffee};
  return area;
}

inline store::Content a_town() {
  store::Content content;
  content.version = 7;
  content.made_at = base::Instant(std::chrono::sys_days(day(2026, 11, 20)));
  content.valid_until = base::Instant(std::chrono::sys_days(day(2026, 12, 20)));
  content.own_area = model::AreaId{"noord"};
  content.municipality = std::make_shared<const model::Municipality>(the_municipality());
  content.areas[content.own_area] = std::make_shared<const model::AreaContent>(area_noord());
  return content;
}

inline base::Bytes bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Catalogues as the build compiled them.
inline screens::Strings strings_of(const std::filesystem::path& build) {
  screens::Strings strings;
  for (const std::string lang : {"nl", "en", "tr", "pl", "uk", "ar", "pap", "ti"}) {
    (void)strings.add(lang, bytes_of(build / "share/wijkvenster/strings" / (lang + ".mo")));
  }
  return strings;
}

// Monday 23 November 2026, 14:30 in the Netherlands.
inline screens::Surroundings a_monday_afternoon() {
  screens::Surroundings around;
  around.now = {day(2026, 11, 23), std::chrono::minutes(14 * 60 + 30), std::chrono::minutes(60)};
  around.instant =
      base::Instant(std::chrono::sys_days(day(2026, 11, 23)) + std::chrono::minutes(13 * 60 + 30));
  around.monotonic = std::chrono::hours(5);
  around.place_name = "Wijkpunt Noord";
  around.languages = {"nl", "en"};
  return around;
}

}  // namespace wv::test
