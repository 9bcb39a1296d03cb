// A small JSON file: for every key what was chosen, and instead of what.
#include "kiosk/app/choices.h"

namespace wv::app {

using base::Json;

std::filesystem::path choices_file(const std::filesystem::path& state) {
  return state / "keuzes-op-het-scherm.json";
}

base::Result<Choices> read_choices(const base::Files& files, const std::filesystem::path& file) {
  const auto bytes = files.read(file);
  if (!bytes && bytes.error().code == base::ErrorCode::NotFound) return Choices{};
  WV_CHECK(bytes);
  WV_TRY(const auto json, base::parse_json(*bytes, {.max_bytes = 64 * 1024, .max_depth = 8}));
  if (!json.members()) return base::fail(base::ErrorCode::Invalid, "is no object");
  Choices choices;
  for (const auto& [key, choice] : *json.members()) {
    const auto* value = choice.find("gekozen");
    const auto* instead_of = choice.find("inPlaatsVan");
    if (!value || !instead_of)
      return base::fail(base::ErrorCode::Invalid, key + ": needs gekozen and inPlaatsVan");
    choices[key] = {*value, *instead_of};
  }
  return choices;
}

base::Result<> write_choices(base::Files& files, const std::filesystem::path& file, const Choices& choices) {
  Json json = Json::object();
  for (const auto& [key, choice] : choices)
    json.set(key, Json::object({{"gekozen", choice.value}, {"inPlaatsVan", choice.instead_of}}));
  const auto text = base::to_pretty_text(json) + "\n";
  return files.write(file, base::as_bytes(text));
}

}  // namespace wv::app
