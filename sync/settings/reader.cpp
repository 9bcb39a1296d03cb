// Walks along what was written, table by table, and asks the fields what to think of it.
#include "sync/settings/reader.h"

#include <algorithm>
#include <set>

#include "sync/base/utf8.h"
#include "sync/settings/nearest.h"

namespace wv::settings {
namespace {

using base::Json;

// "scherm.breedte_mm" → "/scherm/breedte_mm"; no field has a name that needs escaping.
std::string pointer_of(const std::string& path) {
  std::string pointer = "/" + path;
  std::ranges::replace(pointer, '.', '/');
  return pointer;
}

class Walk {
 public:
  Walk(const content::TomlDocument& document, const Fields& fields, Reading& reading)
      : document_(document), fields_(fields), reading_(reading) {}

  void all(Strange strange) { table(document_.json, "", strange); }

 private:
  void table(const Json& table, const std::string& path, Strange strange) {
    const auto known = names_in(path);
    for (const auto& [key, value] : *table.members()) {
      const std::string below = path.empty() ? key : path + "." + key;
      const bool one_word = key.find('.') == std::string::npos;  // else "a.b" would pass for b in [a]
      const auto field = one_word ? std::ranges::find(fields_, below, &Field::path) : fields_.end();
      if (field != fields_.end()) {
        take(*field, value);
      } else if (std::ranges::find(known, key) == known.end()) {
        if (strange == Strange::Everywhere)
          say(base::pointer_to(pointer_to_table(path), key), lost(key, path, known));
      } else if (value.members()) {
        this->table(value, below, Strange::Everywhere);
      } else {
        say(pointer_of(below), "must be a table: [" + below + "]");
      }
    }
  }

  void take(const Field& field, const Json& value) {
    const auto at = pointer_of(field.path);
    const auto wrongs = field.take(value);
    for (const auto& [below, message] : wrongs) say(at + below, message);
    if (!wrongs.empty()) return;
    auto& kept = reading_.values[field.path];
    const bool adds = field.layers == Field::Layers::Add && !value.items()->empty();
    if (!adds) kept = {value, {}};
    if (adds)
      for (const auto& item : *value.items()) kept.json.push(item);
    kept.from.push_back({document_.file, content::locate(document_, {at, ""}).line});
  }

  // What a table may hold, fields and tables, by name.
  std::vector<std::string> names_in(const std::string& path) const {
    const std::string front = path.empty() ? "" : path + ".";
    std::set<std::string> names;
    for (const auto& field : fields_)
      if (field.path.starts_with(front))
        names.insert(field.path.substr(front.size(), field.path.find('.', front.size()) - front.size()));
    return {names.begin(), names.end()};
  }

  // A key in the wrong table is more often a table that was opened too early than a slip of the finger.
  std::string lost(const std::string& key, const std::string& path,
                   const std::vector<std::string>& known) const {
    for (const auto& field : fields_) {
      const auto dot = field.path.rfind('.');
      if (dot == std::string::npos ? field.path != key : field.path.substr(dot + 1) != key) continue;
      if (!nearest(key, known).empty()) break;
      return dot == std::string::npos
                 ? "this key belongs at the top of the file, in front of the first [table]"
                 : "this key belongs in [" + field.path.substr(0, dot) + "]" +
                       (path.empty() ? "" : ", not in [" + path + "]");
    }
    return unknown_key(key, known);
  }

  static std::string pointer_to_table(const std::string& path) {
    return path.empty() ? "" : pointer_of(path);
  }

  void say(const std::string& pointer, const std::string& message) {
    reading_.mistakes.push_back(content::locate(document_, {pointer, message}));
  }

  const content::TomlDocument& document_;
  const Fields& fields_;
  Reading& reading_;
};

Json& table_in(Json& document, const std::string& name) {
  auto& members = *document.members();
  const auto found = std::ranges::find(members, name, &base::JsonMember::key);
  if (found != members.end()) return found->value;
  members.push_back({name, Json::object()});
  return members.back().value;
}

}  // namespace

Json merged(const std::map<std::string, Value>& values) {
  Json document = Json::object();
  for (const auto& [path, value] : values) {
    Json* table = &document;
    std::size_t begin = 0;
    for (auto dot = path.find('.'); dot != std::string::npos; dot = path.find('.', begin)) {
      table = &table_in(*table, path.substr(begin, dot - begin));
      begin = dot + 1;
    }
    table->set(path.substr(begin), value.json);
  }
  return document;
}

Origin Reading::origin(const std::string& path, const std::string& otherwise) const {
  const auto found = values.find(path);
  return found == values.end() ? Origin{otherwise, 1} : found->second.from.back();
}

Reading read(std::span<const content::TomlDocument> layers, const Fields& fields, Strange strange) {
  Reading reading;
  for (const auto& layer : layers) {
    const auto before = static_cast<std::ptrdiff_t>(reading.mistakes.size());
    Walk(layer, fields, reading).all(strange);
    std::stable_sort(reading.mistakes.begin() + before, reading.mistakes.end(),
                     [](const auto& a, const auto& b) { return a.line < b.line; });
  }
  return reading;
}

std::string unknown_key(std::string_view key, std::span<const std::string> known) {
  if (const auto meant = nearest(key, known); !meant.empty())
    return "this key does not exist; did you mean \"" + meant + "\"?";
  return "this key does not exist; known here: " + base::joined(known);
}

}  // namespace wv::settings
