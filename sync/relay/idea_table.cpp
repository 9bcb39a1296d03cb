// Ideas as they leave the house: what happened to them, how long the archive keeps them, and no contact data
// and no number of a person unless that was asked for.
#include <array>

#include "sync/model/archive.h"
#include "sync/model/personal_data.h"
#include "sync/relay/table.h"

namespace wv::relay {
namespace {

using base::Json;

constexpr std::array idea_columns = {
    Column{"ideeId", Kind::Text, "Kenmerk van het idee (UUID), gemaakt op de kiosk"},
    Column{"ontvangenOp", Kind::Moment, "Wanneer het idee bij de gemeente binnenkwam (UTC)"},
    Column{"kiosk", Kind::Text, "Waar de kiosk staat"},
    Column{"status", Kind::Text, "Laatste status"},
    Column{"tekst", Kind::Prose, "Wat de bewoner schreef"},
    Column{"thema", Kind::Text, "Thema dat de bewoner koos"},
    Column{"gebied", Kind::Text, "Gebied waarover het idee gaat"},
    Column{"wijkCode", Kind::Text, "CBS-code van de wijk"},
    Column{"opgave", Kind::Text, "Opgave uit de wijkagenda waar het idee bij hoort"},
    Column{"taal", Kind::Text, "Taal waarin de bewoner schreef (BCP 47)"},
    Column{"geholpen", Kind::YesNo, "Iemand anders typte voor de bewoner"},
    Column{"ingevoerdOp", Kind::Moment, "Wanneer het idee op de kiosk werd ingevoerd (UTC)"},
    Column{"contactKanaal", Kind::Text, "email of telefoon", true},
    Column{"contact", Kind::Text, "Waar de bewoner antwoord wil ontvangen", true},
    Column{"publiekId", Kind::Text, "Openbaar nummer van het idee"},
    Column{"steun", Kind::Number, "Hoe vaak andere bewoners het idee steunden"},
    Column{"steunWacht", Kind::Number, "Steun die nog op een oordeel van een moderator wacht"},
    Column{"samengevoegdMet", Kind::Text, "Openbaar nummer van het idee waarmee dit idee verdergaat"},
    Column{"persoonsgegevens", Kind::Text,
           "Wat een programma in de tekst herkende; leeg betekent niet dat er niets in staat"},
    Column{"antwoord", Kind::Prose, "Laatste openbare antwoord van de gemeente"},
    Column{"selectielijst", Kind::Text,
           "Nummer van het resultaat in de selectielijst; leeg: nog niet afgehandeld"},
    Column{"selectielijstNaam", Kind::Text, "Naam van dat resultaat"},
    Column{"waardering", Kind::Text, "bewaren of vernietigen"},
    Column{"bewaartermijn", Kind::Text, "Termijn na afhandeling (ISO 8601); leeg bij blijvend bewaren"},
    Column{"vernietigenVanaf", Kind::Day, "Eerste dag waarop vernietiging mag"},
    Column{"verloop", Kind::Steps, "Alle statussen met hun moment (UTC) en openbare tekst, oudste eerst"},
};

std::string_view word_for(model::PersonalKind kind) {
  using enum model::PersonalKind;
  switch (kind) {
    case Phone:
      return "telefoonnummer";
    case Email:
      return "e-mailadres";
    case CitizenNumber:
      return "burgerservicenummer";
    case NumberPlate:
      return "kenteken";
    case BankAccount:
      return "rekeningnummer";
  }
  return {};
}

struct Looked {
  std::string kinds;   // "telefoonnummer, e-mailadres", each once
  std::string masked;  // the text with "[telefoonnummer]" in the place of one
};

Looked look_for_personal_data(const std::string& text) {
  Looked looked;
  std::size_t done = 0;
  for (const auto& found : model::find_personal_data(text)) {
    const auto word = word_for(found.kind);
    if (looked.kinds.find(word) == std::string::npos)
      looked.kinds.append(looked.kinds.empty() ? "" : ", ").append(word);
    looked.masked.append(text, done, found.begin - done).append("[").append(word).append("]");
    done = found.end;
  }
  looked.masked.append(text, done);
  return looked;
}

Json copy_of(const Json* from, std::string_view key) {
  const Json* value = from ? from->find(key) : nullptr;
  return value ? *value : Json();
}

// An answer exists in Dutch; what was said in other languages is a translation of it.
std::string dutch(const Json& step) {
  const Json* text = step.find("tekst");
  return text ? std::string(text->text_or("nl", "")) : std::string();
}

// The steps as they are told outside, and the last thing that was said.
Json course_of(const Json* steps, std::string& answer) {
  Json course = Json::array();
  if (!steps || !steps->items()) return course;
  for (const Json& step : *steps->items()) {
    const auto said = dutch(step);
    Json one = Json::object({{"op", step.text_or("op", "")}, {"status", step.text_or("status", "")}});
    if (!said.empty()) one.set("tekst", answer = said);
    course.push(std::move(one));
  }
  return course;
}

// The last step is the one that ended it.
std::optional<base::Day> ended_on(const Json* steps) {
  if (!steps || !steps->items() || steps->items()->empty()) return std::nullopt;
  const auto at = base::parse_rfc3339(steps->items()->back().text_or("op", ""));
  if (!at) return std::nullopt;
  return base::Day(std::chrono::floor<std::chrono::days>(*at));
}

void add_archive(Json& row, std::string_view status, const Json* steps) {
  for (const auto* name :
       {"selectielijst", "selectielijstNaam", "waardering", "bewaartermijn", "vernietigenVanaf"})
    row.set(name, Json());
  const auto known = model::status_from_word(status);
  const auto result = known ? model::archive_result(*known) : std::nullopt;
  if (!result) return;
  row.set("selectielijst", result->number);
  row.set("selectielijstNaam", result->name);
  row.set("waardering", result->years ? "vernietigen" : "bewaren");
  if (result->years) row.set("bewaartermijn", result->term);
  const auto ended = ended_on(steps);
  const auto day = ended ? model::destroyed_from(*result, *ended) : std::nullopt;
  if (day) row.set("vernietigenVanaf", base::to_iso_day(*day));
}

Json flatten_idea(const Json& desk_row, Disclosure disclosure) {
  const bool open = disclosure == Disclosure::WithPersonalData;
  const Json* idea = desk_row.find("idee");
  const Json* contact = desk_row.find("contact");
  const std::string text(idea ? idea->text_or("tekst", "") : "");
  auto looked = look_for_personal_data(text);
  Json row = Json::object();
  const auto take = [&](const Json* from, std::initializer_list<const char*> names) {
    for (const auto* name : names) row.set(name, copy_of(from, name));
  };
  take(&desk_row, {"ideeId", "ontvangenOp", "kiosk", "status"});
  row.set("tekst", open ? text : looked.masked);
  take(idea, {"thema", "gebied", "wijkCode", "opgave", "taal", "geholpen", "ingevoerdOp"});
  if (open) row.set("contactKanaal", copy_of(contact, "kanaal"));
  if (open) row.set("contact", copy_of(contact, "waarde"));
  take(&desk_row, {"publiekId", "steun", "steunWacht", "samengevoegdMet"});
  row.set("persoonsgegevens", std::move(looked.kinds));
  const Json* steps = desk_row.find("stappen");
  std::string answer;
  Json course = course_of(steps, answer);
  row.set("antwoord", std::move(answer));
  add_archive(row, desk_row.text_or("status", ""), steps);
  row.set("verloop", std::move(course));
  return row;
}

}  // namespace

const Table& ideas_table() {
  static const Table table{"ideas",  "Ideeën van bewoners", "ideeen",    "ontvangenOp",
                           "status", idea_columns,          flatten_idea};
  return table;
}

}  // namespace wv::relay
