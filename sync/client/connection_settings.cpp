// toml++ stays in this file.
#include "sync/client/connection_settings.h"

#include <toml++/toml.h>

#include <algorithm>

#include "sync/base/encoding.h"

namespace wv::client {
namespace {

using base::ErrorCode;
using base::Result;

std::string place(std::string_view file, const toml::source_region& source) {
  return std::string(file) + ":" + std::to_string(source.begin.line);
}

Result<toml::table> parse(std::string_view text, std::string_view file_name) {
  try {
    return toml::parse(text);
  } catch (const toml::parse_error& error) {
    return base::fail(ErrorCode::Invalid,
                      place(file_name, error.source()) + ": " + std::string(error.description()));
  }
}

bool is_sha256(const std::string& text) {
  const auto bytes = base::from_hex(text);
  return bytes && bytes->size() == 32;
}

}  // namespace

Result<ConnectionSettings> read_connection_settings(std::string_view text, std::string_view file_name) {
  WV_TRY(const toml::table document, parse(text, file_name));
  ConnectionSettings settings;
  const toml::node* node = document.get("centraal");
  if (node == nullptr) return settings;
  const auto wrong = [&](const toml::node& at, std::string_view key, std::string_view why) {
    return base::fail(ErrorCode::Invalid,
                      place(file_name, at.source()) + ": " + std::string(key) + ": " + std::string(why));
  };
  const toml::table* central = node->as_table();
  if (central == nullptr) return wrong(*node, "centraal", "must be a table");
  const std::pair<std::string_view, std::string*> known[] = {
      {"url", &settings.url}, {"wortel_sha256", &settings.root_sha256}, {"ca_bestand", &settings.ca_file}};
  for (const auto& [key, value] : *central) {
    const std::string name = "centraal." + std::string(key.str());
    const auto found = std::ranges::find(known, key.str(), [](const auto& pair) { return pair.first; });
    if (found == std::end(known)) return wrong(value, name, "unknown key");
    const auto words = value.value_exact<std::string>();
    if (!words) return wrong(value, name, "must be a text between quotes");
    *found->second = *words;
    if (key.str() == "wortel_sha256" && !is_sha256(*words))
      return wrong(value, name, "must be 64 hexadecimal digits");
  }
  return settings;
}

}  // namespace wv::client
