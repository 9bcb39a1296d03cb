// The tables of kiosks and of the log, which the desk gives flat already; that of ideas has a file of its
// own.
#include "sync/relay/table.h"

#include <array>

namespace wv::relay {
namespace {

using base::Json;

constexpr std::array kiosk_columns = {
    Column{"kioskId", Kind::Text, "Kenmerk van de kiosk (UUID)"},
    Column{"naam", Kind::Text, "Waar de kiosk staat"},
    Column{"kanaal", Kind::Text, "Welke inhoud de kiosk toont"},
    Column{"staat", Kind::Text, "wacht, actief, geblokkeerd of ingetrokken"},
    Column{"reden", Kind::Text, "Waarom de kiosk geblokkeerd of ingetrokken is"},
    Column{"laatstGezien", Kind::Moment, "Laatste levensteken (UTC)"},
    Column{"inhoudVersie", Kind::Number, "Versie van de inhoud die de kiosk toont"},
    Column{"softwareVersie", Kind::Text, "Versie van het programma op de kiosk"},
    Column{"wachtendeIdeeen", Kind::Number, "Ideeën die op de kiosk wachten op verzending"},
    Column{"vrijeRuimteMb", Kind::Number, "Vrije schijfruimte in MB"},
    Column{"klokAfwijkingMs", Kind::Number, "Hoeveel de klok van de kiosk afwijkt, in milliseconden"},
    Column{"laatsteFout", Kind::Text, "Laatste fout die de kiosk meldde"},
};

constexpr std::array log_columns = {
    Column{"nummer", Kind::Number, "Volgnummer van de regel"},
    Column{"op", Kind::Moment, "Wanneer (UTC)"},
    Column{"wie", Kind::Text, "Rol, kiosk of onderdeel dat iets deed"},
    Column{"wat", Kind::Text, "Wat er gebeurde"},
    Column{"keten", Kind::Text, "SHA-256 over deze regel en de keten van de vorige (hexadecimaal)"},
};

template <const auto& columns>
Json pick(const Json& desk_row, Disclosure) {
  Json row = Json::object();
  for (const Column& column : columns) {
    const Json* value = desk_row.find(column.name);
    row.set(std::string(column.name), value ? *value : Json());
  }
  return row;
}

std::string steps_text(const Json::Array& steps) {
  std::string all;
  for (const Json& step : steps) {
    if (!all.empty()) all += '\n';
    all += std::string(step.text_or("op", "")) + " " + std::string(step.text_or("status", ""));
    if (const auto said = step.text_or("tekst", ""); !said.empty()) all += ": " + std::string(said);
  }
  return all;
}

}  // namespace

const Table& kiosks_table() {
  static const Table table{"kiosks", "Kiosken", "kiosken", "", "staat", kiosk_columns, pick<kiosk_columns>};
  return table;
}

const Table& log_table() {
  static const Table table{"log", "Logboek", "logboek", "op", "", log_columns, pick<log_columns>};
  return table;
}

std::vector<Column> columns_of(const Table& table, Disclosure disclosure) {
  std::vector<Column> shown;
  for (const Column& column : table.columns)
    if (!column.personal || disclosure == Disclosure::WithPersonalData) shown.push_back(column);
  return shown;
}

std::string cell_text(const Json& value) {
  if (const auto* text = value.text()) return *text;
  if (const auto* yes = value.boolean()) return *yes ? "ja" : "nee";
  if (const auto* number = value.integer()) return std::to_string(*number);
  if (const auto* steps = value.items()) return steps_text(*steps);
  return {};
}

}  // namespace wv::relay
