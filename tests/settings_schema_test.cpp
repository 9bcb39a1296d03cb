// Editors know the settings by a schema, the kiosk by its fields: every key, range and standard value must
// agree.
#include <set>

#include "kiosk/app/settings.h"
#include "sync/settings/layers.h"
#include "tests/support/catch.h"
#include "tests/support/files.h"

using namespace wv;
using base::Json;
using settings::Field;
using settings::Rule;

namespace {

std::string kind_in_words(const Field& field) {
  using enum Rule::Kind;
  const auto& rule = field.rule;
  std::string words;
  switch (rule.kind) {
    case Text:
      return "text up to " + std::to_string(rule.most);
    case Whole:
      return "whole " + std::to_string(rule.least) + " to " + std::to_string(rule.most);
    case YesNo:
      return "yes or no";
    case Choice:
      for (const auto& word : rule.choices) words += " " + word;
      return "one of" + words;
    case Languages:
      for (const auto& word : rule.choices) words += " " + word;
      return "list from " + std::to_string(rule.least) + " to " + std::to_string(rule.most) + " of" + words;
    case Spans:
    case Layers:
    case Closures:
      return "list up to " + std::to_string(rule.most);
  }
  return "?";
}

std::string list_in_words(const Json& schema) {
  const auto most = std::to_string(schema.integer_or("maxItems", -1));
  std::string words;
  if (const auto* item = schema.find("items"); item && item->find("enum"))
    for (const auto& word : *item->find("enum")->items()) words += " " + *word.text();
  if (words.empty()) return "list up to " + most;
  return "list from " + std::to_string(schema.integer_or("minItems", 0)) + " to " + most + " of" + words;
}

std::string kind_in_words(const Json& schema) {
  const auto type = schema.text_or("type", "");
  if (type == "string") return "text up to " + std::to_string(schema.integer_or("maxLength", -1));
  if (type == "integer")
    return "whole " + std::to_string(schema.integer_or("minimum", -1)) + " to " +
           std::to_string(schema.integer_or("maximum", -1));
  if (type == "boolean") return "yes or no";
  if (type == "array") return list_in_words(schema);
  std::string words;
  for (const auto& word : *schema.find("enum")->items()) words += " " + *word.text();
  return "one of" + words;
}

// Everything about a key that both of them say.
std::string line(const std::string& path, const std::string& kind, const Json* standard,
                 std::string_view unit, const Json& restart) {
  const bool said = standard && !standard->is_null() && *standard != Json("");
  return path + ": " + kind + ", otherwise " + (said ? base::to_text(*standard) : "nothing") +
         (unit.empty() ? "" : ", in " + std::string(unit)) + (restart == Json(true) ? ", restart" : "");
}

void collect(const Json& table, const std::string& path, std::set<std::string>& lines) {
  CHECK(table.find("additionalProperties") != nullptr);
  for (const auto& [key, schema] : *table.find("properties")->members()) {
    const auto below = path.empty() ? key : path + "." + key;
    INFO(below);
    CHECK(schema.text_or("description", "").size() > 10);
    if (schema.text_or("type", "") == "object") {
      collect(schema, below, lines);
      continue;
    }
    const auto* restart = schema.find("x-restart");
    lines.insert(line(below, kind_in_words(schema), schema.find("default"), schema.text_or("x-unit", ""),
                      restart ? *restart : Json()));
  }
}

}  // namespace

TEST_CASE("the schema for editors knows every key of the kiosk, with its range, and no other") {
  const auto schema = base::parse_json(test::read_source("config/instellingen.schema.json"));
  REQUIRE(schema);
  std::set<std::string> in_schema, in_kiosk;
  collect(*schema, "", in_schema);
  app::Settings standard;
  auto fields = setting_fields(standard);
  fields.push_back(settings::layers_field());
  for (const auto& field : fields) {
    const auto unit = field.rule.unit.starts_with('(') ? "" : field.rule.unit;
    in_kiosk.insert(line(field.path, kind_in_words(field), &field.standard, unit,
                         Json(field.change == Field::Change::Restart)));
  }
  CHECK(in_schema == in_kiosk);
}

TEST_CASE("every key stands in the example that explains them all") {
  const auto text = test::read_source("config/alle-sleutels.toml");
  app::Settings standard;
  for (const auto& field : setting_fields(standard)) {
    INFO(field.path);
    const auto key = field.path.substr(field.path.rfind('.') + 1);
    const bool weekday = field.rule.kind == Rule::Kind::Spans;
    const bool stands = text.find("\n" + key + " = ") != std::string::npos ||
                        text.find("\n# " + key + " = ") != std::string::npos ||
                        text.find("[[" + key + "]]") != std::string::npos;
    CHECK((stands || weekday));
  }
}
