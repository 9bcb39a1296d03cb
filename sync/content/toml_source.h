// A TOML file as JSON that still knows its lines, so that a mistake can be pointed at where it was typed.
#pragma once

#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/json.h"
#include "sync/model/check.h"

namespace wv::content {

// One mistake in the content: "gebieden/noord.toml:41: agendas[0].opgaven[2].titel: missing".
struct Finding {
  std::string file;
  int line = 0;     // from 1; 0: the file as a whole
  std::string key;  // may be empty
  std::string message;
  std::string text() const;
};
using Findings = std::vector<Finding>;

struct TomlDocument {
  std::string file;                  // as findings name it
  base::Json json;                   // dates and times of TOML become text as keys.md wants it
  std::map<std::string, int> lines;  // JSON pointer → line
};

std::expected<TomlDocument, Finding> read_toml(const std::string& file, std::string_view text);

// An object as TOML that read_toml gives back as it was, keys in alphabetical order. It must hold no null,
// and no floating-point number that is infinite.
std::string write_toml(const base::Json& object);

// What a reader found, at the line of the value itself or, when that is missing, of the table it is missing
// from.
Finding locate(const TomlDocument& document, const model::Problem& problem);
// "/agendas/0/titel" → "agendas[0].titel"
std::string key_of(std::string_view pointer);

}  // namespace wv::content
