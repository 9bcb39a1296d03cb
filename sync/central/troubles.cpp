// Status, type and words of each refusal.
#include "sync/central/troubles.h"

#include "sync/wire/enrolment.h"
#include "sync/wire/heartbeat.h"
#include "sync/wire/problem.h"

namespace wv::central {

Trouble wrong_method() {
  return {405, "", "Methode niet toegestaan", "Dit adres kent deze methode niet."};
}
Trouble not_json() {
  return {415, "", "Verkeerd soort inhoud", "Stuur de gegevens als application/json."};
}
Trouble packed() {
  return {415, "", "Ingepakte inhoud", "Stuur de gegevens onverpakt, zonder Content-Encoding."};
}
Trouble unreadable(std::string_view why) {
  return {400, "", "Ongeldige gegevens",
          "De gegevens hebben niet de afgesproken vorm: " + std::string(why) + "."};
}
Trouble unknown_device(std::string_view detail, std::string_view type) {
  return {401, std::string(type), "Apparaat niet herkend", std::string(detail)};
}
Trouble too_often(std::chrono::seconds wait) {
  return {429, "", "Te vaak gevraagd", "Wacht even en probeer het dan opnieuw.", {}, wait};
}
Trouble wrong_code() {
  return {403, "code-ongeldig", "Code niet geldig",
          "Deze code klopt niet, is verlopen of is al gebruikt. Vraag de beheerder om een nieuwe code."};
}
Trouble dead_code() {
  return {429,
          "code-geblokkeerd",
          "Te veel pogingen",
          "Met deze code is te vaak een fout gemaakt. Vraag de beheerder om een nieuwe code.",
          {},
          std::chrono::hours(24)};
}
Trouble other_bytes() {
  return {409, std::string(wire::other_bytes), "Ander idee onder dit nummer",
          "Onder dit nummer is al een idee met een andere inhoud bewaard."};
}
Trouble sequence_twice() {
  return {409, "volgnummer-dubbel", "Volgnummer al gebruikt",
          "Dit apparaat heeft dit volgnummer al voor een ander idee gebruikt. De beheerder kijkt hiernaar."};
}
Trouble other_support() {
  return {409, std::string(wire::other_bytes), "Andere steunbetuiging onder dit nummer",
          "Onder dit nummer is al een andere steunbetuiging bewaard."};
}
Trouble no_such_idea() {
  return {400, "", "Onbekend idee", "Er is geen idee met deze naam.", {{"idee", "bestaat niet"}}};
}
Trouble not_its_own() {
  return {403, "", "Niet van dit apparaat", "Een apparaat meldt alleen zijn eigen toestand."};
}
Trouble stale_ticket() {
  return {409, "bon-verouderd", "Bon verouderd",
          "Er lijken twee apparaten met dezelfde sleutel te zijn. De beheerder kijkt hiernaar."};
}
Trouble stopped(KioskState state) {
  if (state == KioskState::Blocked)
    return {403, std::string(wire::kiosk_blocked), "Apparaat geblokkeerd",
            "Dit apparaat is geblokkeerd tot de beheerder het heeft bekeken."};
  return {403, std::string(wire::kiosk_revoked), "Apparaat ingetrokken",
          "De toegang van dit apparaat is ingetrokken."};
}

Trouble trouble_of(Routes::Refusal refusal) {
  switch (refusal) {
    case Routes::Refusal::Malformed:
      return unreadable("dit is geen HTTP-verzoek");
    case Routes::Refusal::HeaderTooLarge:
      return {431, "", "Kop te groot", "De kop is hooguit 16 KiB groot."};
    case Routes::Refusal::BodyTooLarge:
      return {413, "", "Te groot", "Een verzoek is hooguit 64 KiB groot."};
    case Routes::Refusal::TooSlow:
      return {408, "", "Te langzaam", "Het verzoek was niet op tijd compleet."};
    case Routes::Refusal::TooBusy:
      return unavailable(soon);
  }
  return unavailable();
}

}  // namespace wv::central
