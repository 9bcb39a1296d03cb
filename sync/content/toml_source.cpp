// toml++ behind one function: TOML in, JSON and line numbers out.
#include "sync/content/toml_source.h"

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <string>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace wv::content {
namespace {

using base::Json;

struct Walk {
  std::map<std::string, int>& lines;

  Json table(const toml::table& table, const std::string& at) {
    Json::Object members;
    for (const auto& [key, value] : table) {
      const std::string name(key.str());
      const auto below = base::pointer_to(at, name);
      members.push_back({name, node(value, below)});
      // An inline value has a line of its own; a table made by its members has that of the first of them.
      lines.emplace(below, static_cast<int>(key.source().begin.line));
    }
    // toml++ sorts by key; as written is what a person expects to see again.
    std::ranges::stable_sort(members, {},
                             [&](const auto& m) { return lines.at(base::pointer_to(at, m.key)); });
    return Json(std::move(members));
  }

  Json array(const toml::array& array, const std::string& at) {
    Json::Array items;
    for (const auto& item : array) {
      const auto below = base::pointer_to(at, items.size());
      items.push_back(node(item, below));
    }
    return Json(std::move(items));
  }

  Json node(const toml::node& value, const std::string& at) {
    if (const auto line = static_cast<int>(value.source().begin.line); line > 0) lines.emplace(at, line);
    if (const auto* t = value.as_table()) return table(*t, at);
    if (const auto* a = value.as_array()) return array(*a, at);
    if (const auto* text = value.as_string()) return Json(text->get());
    if (const auto* number = value.as_integer()) return Json(std::int64_t{number->get()});
    if (const auto* real = value.as_floating_point()) return Json(real->get());
    if (const auto* yes = value.as_boolean()) return Json(yes->get());
    if (const auto* date = value.as_date()) return Json(day(date->get()));
    if (const auto* moment = value.as_date_time()) return Json(local(moment->get()));
    if (const auto* time = value.as_time()) return Json(clock(time->get()));
    return Json();
  }

  static std::string day(const toml::date& date) {
    char text[16];
    std::snprintf(text, sizeof text, "%04u-%02u-%02u", unsigned{date.year}, unsigned{date.month},
                  unsigned{date.day});
    return text;
  }
  static std::string clock(const toml::time& time) {
    char text[16];
    std::snprintf(text, sizeof text, "%02u:%02u", unsigned{time.hour}, unsigned{time.minute});
    return text;
  }
  static std::string local(const toml::date_time& moment) {
    return day(moment.date) + "T" + clock(moment.time);
  }
};

toml::table table_of(const Json& object);

// Calls `put` with the value in the form that toml++ keeps.
template <class Put>
void give(const Json& value, Put put);

toml::array array_of(const Json::Array& items) {
  toml::array array;
  for (const auto& item : items)
    give(item, [&](auto&& given) { array.push_back(std::forward<decltype(given)>(given)); });
  return array;
}

template <class Put>
void give(const Json& value, Put put) {
  if (value.members()) return put(table_of(value));
  if (const auto* items = value.items()) return put(array_of(*items));
  if (const auto* text = value.text()) return put(std::string(*text));
  if (const auto* number = value.integer()) return put(std::int64_t{*number});
  if (const auto* real = value.real()) return put(double{*real});
  if (const auto* yes = value.boolean()) return put(bool{*yes});
}

toml::table table_of(const Json& object) {
  toml::table table;
  for (const auto& [key, value] : *object.members())
    give(value, [&](auto&& given) { table.insert_or_assign(key, std::forward<decltype(given)>(given)); });
  return table;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

}  // namespace

std::string Finding::text() const {
  std::string out = file;
  if (line > 0) out += ":" + std::to_string(line);
  if (!key.empty()) out += ": " + key;
  return out + ": " + message;
}

std::expected<TomlDocument, Finding> read_toml(const std::string& file, std::string_view text) {
  const toml::parse_result parsed = toml::parse(text, file);
  if (!parsed) {
    const auto& error = parsed.error();
    return std::unexpected(
        Finding{file, static_cast<int>(error.source().begin.line), "", first_line(error.description())});
  }
  TomlDocument document{file, {}, {}};
  document.json = Walk{document.lines}.table(parsed.table(), "");
  return document;
}

std::string write_toml(const Json& object) {
  const toml::table table = table_of(object);
  std::ostringstream out;
  // Line feeds as \n: in a text over several lines toml++ loses one at the front.
  out << toml::toml_formatter(table, toml::format_flags::allow_unicode_strings);
  return std::move(out).str() + "\n";
}

Finding locate(const TomlDocument& document, const model::Problem& problem) {
  std::string at = problem.pointer;
  while (true) {
    const auto found = document.lines.find(at);
    if (found != document.lines.end())
      return {document.file, found->second, key_of(problem.pointer), problem.message};
    const auto slash = at.rfind('/');
    if (slash == std::string::npos || at.empty())
      return {document.file, 1, key_of(problem.pointer), problem.message};
    at.resize(slash);
  }
}

std::string key_of(std::string_view pointer) {
  std::string key;
  while (!pointer.empty()) {
    pointer.remove_prefix(1);
    const auto part = pointer.substr(0, pointer.find('/'));
    pointer.remove_prefix(part.size());
    const bool index =
        !part.empty() && std::ranges::all_of(part, [](char c) { return c >= '0' && c <= '9'; });
    if (index) {
      key += "[" + std::string(part) + "]";
    } else {
      if (!key.empty()) key += '.';
      key += part;
    }
  }
  return key;
}

}  // namespace wv::content
