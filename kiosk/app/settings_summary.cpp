// Goes along all keys there are, so that also a standard value that nobody thought of is seen.
#include "kiosk/app/settings_summary.h"

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::app {

namespace {

using base::Json;

constexpr std::string_view secret_key = "pin_hash";
constexpr std::size_t value_column = 34, origin_column = 78, gap = 2;

struct Counts {
  std::string key;
  Json value;
  std::string unit;
  std::vector<settings::Origin> from;
  bool restart;
};

std::vector<Counts> what_counts(const WrittenSettings& written) {
  Settings standard;
  std::vector<Counts> all;
  for (const auto& field : setting_fields(standard)) {
    const auto found = written.values.find(field.path);
    Counts counts{
        field.path, field.standard, field.rule.unit, {}, field.change == settings::Field::Change::Restart};
    if (found != written.values.end()) {
      counts.value = found->second.json;
      counts.from = found->second.from;
    }
    if (counts.key == secret_key && counts.value != Json("")) counts.value = Json("…");
    all.push_back(std::move(counts));
  }
  return all;
}

std::string in_words(const std::vector<settings::Origin>& from) {
  std::string list;
  for (const auto& at : from) list += (list.empty() ? "" : ", ") + at.file + ":" + std::to_string(at.line);
  return list.empty() ? "standard" : list;
}

}  // namespace

std::string settings_for_people(const std::string& file, const WrittenSettings& written) {
  std::string text = file + ": all right";
  for (const auto& layer : written.files)
    if (layer != file)
      text +=
          (layer == written.files.front() ? "; layers, later ones stand over earlier ones: " : ", ") + layer;
  for (const auto& counts : what_counts(written)) {
    const auto value = counts.value.is_null() ? "as the place says" : base::to_text(counts.value);
    text += "\n" + base::padded(base::padded(counts.key, value_column, gap) + value, origin_column, gap) +
            in_words(counts.from);
    if (counts.restart) text += "  (needs a restart)";
  }
  return text;
}

Json settings_as_json(const std::string& file, const WrittenSettings& written) {
  Json mistakes = Json::array(), keys = Json::array();
  for (const auto& [where, line, key, message] : written.mistakes)
    mistakes.push(Json::object({{"file", where}, {"line", line}, {"key", key}, {"message", message}}));
  if (written.mistakes.empty()) {
    for (const auto& counts : what_counts(written)) {
      Json json = Json::object({{"key", counts.key}, {"value", counts.value}});
      if (!counts.unit.empty() && !counts.unit.starts_with('(')) json.set("unit", counts.unit);
      Json from = Json::array();
      for (const auto& at : counts.from) from.push(Json::object({{"file", at.file}, {"line", at.line}}));
      if (!counts.from.empty()) json.set("from", std::move(from));
      json.set("restart", counts.restart);
      keys.push(std::move(json));
    }
  }
  return Json::object({{"file", file},
                       {"ok", written.mistakes.empty()},
                       {"files", Json(Json::Array(written.files.begin(), written.files.end()))},
                       {"keys", std::move(keys)},
                       {"mistakes", std::move(mistakes)}});
}

}  // namespace wv::app
