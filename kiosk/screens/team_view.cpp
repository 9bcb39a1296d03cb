// Uw gebiedsteam: who is there for you, where and when, and who else works on this area.
#include <algorithm>

#include "kiosk/screens/content_words.h"
#include "kiosk/screens/opening_view.h"
#include "kiosk/screens/scene.h"

namespace wv::screens {
namespace {

using std::chrono::sys_days;

constexpr int exceptions_ahead = 366;       // days
constexpr std::size_t most_exceptions = 6;  // of each place; the rest is far away

// An address is one long word; it may go on in the next line behind its own signs.
std::string with_breaks(std::string_view address) {
  std::string out;
  for (const char c : address) {
    out += c;
    if (c == '.' || c == '@' || c == '-' || c == '_') out += "\u200B";
  }
  return out;
}

TeamMemberCard member_card(const model::TeamMember& member, const Wording& say) {
  return {"account", say.content(member.role), say.content(member.task), say.name(member.phone),
          say.name(with_breaks(member.email))};
}

// "Vrijdag 25 december gesloten: Eerste kerstdag", "Donderdag 24 december 9.00 tot 12.30 uur: de dag voor
// Kerst".
Words exception_words(const model::OpeningException& exception, const Wording& say) {
  std::vector<std::string> spans;
  for (const auto& span : exception.spans) spans.push_back(say.span(span.from, span.to));
  const std::string when = capital(say.date(exception.on));
  const std::string reason = say.content(exception.reason).text;
  if (spans.empty() && reason.empty()) return say("team.closed-on", {{"date", when}});
  if (spans.empty()) return say("team.closed-because", {{"date", when}, {"reason", reason}});
  const std::string hours = say.list(spans);
  if (reason.empty()) return say("team.open-on", {{"date", when}, {"hours", hours}});
  return say("team.open-because", {{"date", when}, {"hours", hours}, {"reason", reason}});
}

std::vector<Words> exceptions(const model::OpeningHours& hours, base::Day today, const Wording& say) {
  std::vector<const model::OpeningException*> ahead;
  for (const auto& one : hours.exceptions) {
    if (one.on >= today && sys_days(one.on) <= sys_days(today) + std::chrono::days(exceptions_ahead))
      ahead.push_back(&one);
  }
  std::ranges::sort(ahead, {}, [](const auto* one) { return one->on; });
  if (ahead.size() > most_exceptions) ahead.resize(most_exceptions);
  std::vector<Words> found;
  for (const auto* one : ahead) found.push_back(exception_words(*one, say));
  return found;
}

PlaceCard place_card(const model::Place& place, const Scene& scene) {
  const auto& say = scene.say;
  const auto& now = scene.around.now;
  PlaceCard card;
  card.name = say.content(place.name);
  card.address = say.name(place.address);
  card.phone = say.name(place.phone);
  card.opening = opening_now(place.hours, now, say);
  card.week_title = say("team.week");
  card.week = opening_week(place.hours, now, say);
  card.exceptions = exceptions(place.hours, now.day, say);
  if (!card.exceptions.empty()) card.exceptions_title = say("team.exceptions");
  card.accessibility = say.content(place.accessibility);
  return card;
}

std::string councils_key(const model::AreaContent& area) {
  return area.kind == model::AreaKind::Dorp ? "team.council.village" : "team.council";
}

}  // namespace

TeamView team_view(const Scene& scene) {
  const auto& say = scene.say;
  TeamView view;
  view.title = say("team.title");
  const auto* area = scene.content.area({});
  if (!area) {
    view.intro = say("agenda.missing");
    return view;
  }
  view.title = say.content(area->team.name);
  view.intro = say.content(area->team.intro);
  if (!area->team.members.empty()) view.members_title = say("team.members");
  for (const auto& member : area->team.members) view.members.push_back(member_card(member, say));
  view.places_title = say("team.places");
  for (const auto& place : area->places) view.places.push_back(place_card(place, scene));
  if (area->places.empty()) view.no_places = say("team.no-places");
  if (!area->councils.empty()) view.councils_title = say(councils_key(*area));
  for (const auto& council : area->councils)
    view.councils.push_back(
        {"forum", say.content(council.name), say.content(council.description), say.name(council.contact)});
  if (area->kernalliantie)
    view.alliance = OrganisationCard{"meet", say("team.alliance"), say("team.alliance.text"), {}};
  if (!area->partners.empty()) {
    view.partners_title = say("team.partners");
    view.partners = say.name(say.list(area->partners));
  }
  return view;
}

}  // namespace wv::screens
