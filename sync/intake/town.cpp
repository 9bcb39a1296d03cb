// Reads the folder's TOML for names and ids only.
#include "sync/intake/town.h"

#include "sync/content/additions.h"
#include "sync/content/toml_source.h"
#include "sync/intake/words.h"

namespace wv::intake {
namespace {

namespace fs = std::filesystem;
using base::Json;

const Json::Array& list_in(const Json& table, std::string_view key) {
  static const Json::Array none;
  const Json* found = table.find(key);
  return found && found->items() ? *found->items() : none;
}

std::optional<Json> toml_in(const base::Files& files, const fs::path& file) {
  const auto bytes = files.read(file);
  if (!bytes) return std::nullopt;
  auto document = content::read_toml(file.string(), base::as_text(*bytes));
  if (!document) return std::nullopt;
  return std::move(document->json);
}

// "Noord" or { nl = "Noord", en = "North" }
std::vector<std::string> names_of(const Json& item) {
  const Json* name = item.find("naam");
  std::vector<std::string> names;
  if (name && name->text()) names.push_back(*name->text());
  if (name && name->members())
    for (const auto& [_, value] : *name->members())
      if (value.text()) names.push_back(*value.text());
  return names;
}

void take_ids(Town::Area& area, const Json& table, const std::string& file) {
  for (const auto list : content::added_lists)
    for (const auto& item : list_in(table, list))
      area.taken.emplace(std::string(list) + "/" + std::string(item.text_or("id", "")), file);
}

std::vector<std::string> toml_names(const base::Files& files, const fs::path& folder) {
  std::vector<std::string> names;
  if (const auto listed = files.list(folder))
    for (const auto& name : *listed)
      if (name.ends_with(".toml") && !name.starts_with('.')) names.push_back(name);
  return names;
}

void read_own_files(Town& town, const base::Files& files, const fs::path& folder) {
  for (const auto& name : toml_names(files, folder / "gebieden")) {
    const auto document = toml_in(files, folder / "gebieden" / name);
    auto& area = town.areas[fs::path(name).stem()];
    area.id = fs::path(name).stem();
    if (!document) continue;
    for (const auto& place : list_in(*document, "plekken"))
      for (const auto& written : names_of(place))
        area.places.push_back(
            {std::string(place.text_or("id", "")), written, std::string(place.text_or("adres", ""))});
    take_ids(area, *document, "gebieden/" + name);
  }
}

void read_added_files(Town& town, const base::Files& files, const fs::path& folder,
                      const std::string& except) {
  for (const auto& name : toml_names(files, folder / "invoer")) {
    if ("invoer/" + name == except) continue;
    const auto document = toml_in(files, folder / "invoer" / name);
    if (!document) continue;
    for (const auto& part : list_in(*document, "gebieden"))
      if (const auto area = town.areas.find(std::string(part.text_or("id", ""))); area != town.areas.end())
        take_ids(area->second, part, "invoer/" + name);
  }
}

}  // namespace

std::optional<std::string> Town::theme(std::string_view word) const {
  const auto found = themes.find(folded(word));
  if (found == themes.end()) return std::nullopt;
  return found->second;
}

const Town::Place* Town::place(const std::string& area, std::string_view written) const {
  const auto found = areas.find(area);
  if (found == areas.end()) return nullptr;
  const auto meant = folded(written);
  for (const auto& place : found->second.places) {
    const auto name = folded(place.name), address = folded(place.address);
    if (meant == name || (!address.empty() && meant == address)) return &place;
    if (meant.starts_with(name + ",") || meant.starts_with(name + "\n")) return &place;
  }
  return nullptr;
}

base::Result<Town> read_town(const base::Files& files, const fs::path& folder, const std::string& except) {
  const auto municipality = folder / "gemeente.toml";
  WV_TRY(const auto bytes, files.read(municipality));
  auto document = content::read_toml(municipality.string(), base::as_text(bytes));
  if (!document) return base::fail(base::ErrorCode::Invalid, document.error().text());
  Town town;
  town.code = document->json.text_or("code", "");
  for (const auto& theme : list_in(document->json, "themas")) {
    const std::string id(theme.text_or("id", ""));
    town.themes.emplace(folded(id), id);
    for (const auto& name : names_of(theme)) town.themes.emplace(folded(name), id);
  }
  read_own_files(town, files, folder);
  read_added_files(town, files, folder, except);
  return town;
}

}  // namespace wv::intake
