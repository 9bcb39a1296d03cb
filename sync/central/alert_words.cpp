// Every alert as two sentences: what is so, and what to do now. Dutch for the pages, English for the
// terminal.
#include <array>

#include "sync/central/alerts.h"

namespace wv::central {
namespace {

using base::Json;

// {n} is the number, {w} the word of the kiosk.
struct AlertWords {
  std::string_view word;
  std::string_view what, to_do;        // Dutch, B1
  std::string_view in_english, do_it;  // the same
};

constexpr std::array<AlertWords, 13> alert_words = {{
    {"geblokkeerd", "De centrale neemt niets meer aan van deze kiosk: {w}.",
     "Zoek uit of er twee apparaten met dezelfde schijf zijn. Zet de tweede uit en laat deze daarna weer "
     "toe.",
     "The central takes nothing from this kiosk: {w}.",
     "Find out whether two machines run from one disk image; switch the second off, then: kiosks unblock."},
    {"nooit-gezien", "Deze kiosk is aangemeld, maar heeft daarna niets laten horen.",
     "Kijk bij de kiosk of het netwerk werkt. Druk daar op ‘Nu ophalen en versturen’.",
     "This kiosk enrolled and was never heard of since.",
     "Look whether its network works, then run: wijkvenster-sync once."},
    {"stil", "Deze kiosk laat al {n} uur niets horen.",
     "Bel de plek waar hij staat: staat hij aan, en werkt het netwerk daar?", "Silent for {n} hours.",
     "Call the place: is it switched on, does the network work there?"},
    {"oude-inhoud", "Op deze kiosk ontbreekt wat {n} uur geleden is gepubliceerd.",
     "Kijk op de kiosk bij ‘Is alles in orde?’. Daar staat waarom het ophalen niet lukt.",
     "Lacks what was published {n} hours ago.", "On that kiosk run: wijkvenster-sync status."},
    {"veel-wachtend", "Op deze kiosk wachten {n} ideeën op verzending.",
     "Kijk op de kiosk bij ‘Is alles in orde?’ waarom ze blijven staan. Ze zijn niet weg.",
     "{n} ideas wait on this kiosk to be sent.",
     "Look why they stay: wijkvenster-sync status. None of them is lost."},
    {"groeiende-rij", "Al {n} keer achter elkaar wachten er meer ideeën dan de keer ervoor.",
     "Kijk op de kiosk bij ‘Is alles in orde?’ waarom ze blijven staan. Ze zijn niet weg.",
     "{n} times in a row more ideas wait than the time before.",
     "Look why they stay: wijkvenster-sync status. None of them is lost."},
    {"klok", "De klok van deze kiosk wijkt {n} seconden af.",
     "Zet op de kiosk de tijd gelijk met het netwerk.", "Its clock is {n} seconds off.",
     "Let the kiosk take its time from the network: timedatectl set-ntp true."},
    {"schijf-vol", "Op deze kiosk is nog {n} MB vrij.",
     "Maak ruimte vrij op de kiosk. Doe dat voordat er geen idee meer bij kan.", "Only {n} MB free.",
     "Make room on its disk before it can keep no more ideas."},
    {"oude-software", "Deze kiosk draait een oudere versie dan een andere kiosk: {w}.",
     "Werk de software van deze kiosk bij.", "Runs older software than another kiosk: {w}.",
     "Update the packages of this kiosk."},
    {"quarantaine", "De centrale heeft ideeën van deze kiosk geweigerd. Ze staan daar apart.",
     "Zoek uit waarom: de bewoner hoort er anders niets van. Op de kiosk staat hoeveel het er zijn.",
     "Ideas of this kiosk were refused and stand in quarantine there.",
     "Find out why, or the residents never hear of them; on that kiosk run: wijkvenster-sync status."},
    {"fout", "De laatste keer bijwerken lukte niet helemaal: {w}.",
     "Kijk op de kiosk bij ‘Is alles in orde?’. Daar staat wat er mis is.", "Its last sync met a fault: {w}.",
     "On that kiosk run: wijkvenster-sync status."},
    {"zelftest", "De test van vannacht vond een fout op deze kiosk: {w}.",
     "Bel de plek waar hij staat: doet het scherm het, en zitten de kabels vast?",
     "Its test of the night found: {w}.",
     "Call the place: is the screen on, does it react, are its cables plugged in?"},
    {"inhoud-verloopt", "De handtekening onder de inhoud is nog {n} dagen geldig.",
     "Publiceer de inhoud opnieuw. Anders nemen de kiosken daarna niets nieuws meer aan.",
     "The publisher's signature is good for {n} more days.",
     "Publish again: after that kiosks take no new content."},
}};

const AlertWords& words_of(AlertKind kind) {
  return alert_words[static_cast<std::size_t>(kind)];
}

std::string filled(std::string_view sentence, std::int64_t count, std::string_view detail) {
  std::string out(sentence);
  if (const auto at = out.find("{n}"); at != std::string::npos) out.replace(at, 3, std::to_string(count));
  if (const auto at = out.find("{w}"); at != std::string::npos) out.replace(at, 3, detail);
  return out;
}

}  // namespace

std::string_view kind_word(AlertKind kind) {
  return words_of(kind).word;
}

Json to_json(const Alert& alert) {
  const auto& said = words_of(alert.kind);
  return Json::object({{"soort", said.word},
                       {"kioskId", alert.kiosk.value},
                       {"naam", alert.name},
                       {"aantal", alert.count},
                       {"bijzonderheid", alert.detail},
                       {"melding", filled(said.what, alert.count, alert.detail)},
                       {"advies", filled(said.to_do, alert.count, alert.detail)}});
}

std::string alert_lines(const Json& row) {
  for (const auto& said : alert_words) {
    if (said.word != row.text_or("soort", "")) continue;
    return std::string(row.text_or("naam", "")) + ": " +
           filled(said.in_english, row.integer_or("aantal", 0), row.text_or("bijzonderheid", "")) + "\n  " +
           std::string(said.do_it);
  }
  return std::string(row.text_or("naam", "")) + ": " + std::string(row.text_or("melding", ""));
}

}  // namespace wv::central
