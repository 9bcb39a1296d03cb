// Joining is appending: the items of an addition come after those that people wrote.
#include "sync/content/additions.h"

#include <algorithm>

namespace wv::content {
namespace {

using base::Json;
using base::pointer_to;

bool is_added_list(std::string_view key) {
  return std::ranges::find(added_lists, key) != std::end(added_lists);
}

bool stands_in(std::string_view pointer, std::string_view at) {
  return pointer.starts_with(at) && (pointer.size() == at.size() || pointer[at.size()] == '/');
}

void check_table(const TomlDocument& document, const std::string& at, const Json& table, Findings& findings) {
  if (table.text_or("id", "").empty())
    return findings.push_back(locate(document, {pointer_to(at, "id"), "missing: the id of an area"}));
  for (const auto& [key, value] : *table.members()) {
    if (key == "id") continue;
    const auto below = pointer_to(at, key);
    if (!is_added_list(key))
      findings.push_back(
          locate(document, {below, "unknown: an addition holds agendas, activiteiten, nieuws"}));
    else if (!value.items())
      findings.push_back(locate(document, {below, "must be a list"}));
  }
}

}  // namespace

Finding AreaSource::locate(const model::Problem& problem) const {
  for (const auto& graft : grafts)
    if (stands_in(problem.pointer, graft.at))
      return content::locate(*graft.from,
                             {graft.origin + problem.pointer.substr(graft.at.size()), problem.message});
  return content::locate(document, problem);
}

void Additions::add(TomlDocument given, Findings& findings) {
  const auto& document = documents_.emplace_back(std::move(given));
  const Json* areas = document.json.find("gebieden");
  for (const auto& [key, _] : *document.json.members())
    if (key != "gebieden" && key != "bron")
      findings.push_back(
          locate(document, {pointer_to("", key), "unknown: an addition holds [[gebieden]] and [bron]"}));
  if (!areas || !areas->items()) return;
  for (std::size_t i = 0; i < areas->items()->size(); ++i) {
    const auto& table = (*areas->items())[i];
    const auto at = pointer_to("/gebieden", i);
    if (!table.members()) {
      findings.push_back(locate(document, {at, "must be a table"}));
      continue;
    }
    check_table(document, at, table, findings);
    parts_.push_back({std::string(table.text_or("id", "")), &document, at, &table});
  }
}

AreaSource Additions::join(TomlDocument area, std::string_view id) const {
  AreaSource joined{std::move(area), {}};
  for (const auto& part : parts_) {
    if (part.area != id) continue;
    for (const auto list : added_lists) {
      const Json* more = part.table->find(list);
      if (!more || !more->items()) continue;
      const Json* written = joined.document.json.find(list);
      if (written && !written->items()) continue;  // its own reader will say so
      Json all = written ? *written : Json::array();
      for (std::size_t i = 0; i < more->items()->size(); ++i) {
        joined.grafts.push_back({pointer_to(pointer_to("", list), all.items()->size()), part.from,
                                 pointer_to(pointer_to(part.pointer, list), i)});
        all.push((*more->items())[i]);
      }
      joined.document.json.set(std::string(list), std::move(all));
    }
  }
  return joined;
}

Findings Additions::homeless(const std::vector<std::string>& areas) const {
  Findings findings;
  for (const auto& part : parts_)
    if (!part.area.empty() && std::ranges::find(areas, part.area) == areas.end())
      findings.push_back(
          locate(*part.from, {pointer_to(part.pointer, "id"),
                              "there is no gebieden/" + part.area + ".toml to which this could be added"}));
  return findings;
}

}  // namespace wv::content
