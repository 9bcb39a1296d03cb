// Gives every key that was written to its field, file after file, and names everything that is wrong.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sync/content/toml_source.h"
#include "sync/settings/field.h"

namespace wv::settings {

struct Origin {
  std::string file;
  int line = 0;
  bool operator==(const Origin&) const = default;
};
struct Value {
  base::Json json;
  std::vector<Origin> from;  // more than one when layers add up; otherwise the layer that won
  bool operator==(const Value&) const = default;
};

struct Reading {
  std::map<std::string, Value> values;  // what was written, by path
  content::Findings mistakes;           // in the order of files and lines

  // Where the key was written; the first line of `otherwise` when nobody wrote it.
  Origin origin(const std::string& path, const std::string& otherwise) const;
};

// Everything that counts as one document, as if it had been written in one file.
base::Json merged(const std::map<std::string, Value>& values);

// Of which tables a key without a field is a mistake.
enum class Strange { Everywhere, InOwnTables };

// The most general layer first. A key of a later one stands over that of an earlier one; what is wrong is
// named also where a later layer stands over it.
Reading read(std::span<const content::TomlDocument> layers, const Fields& fields, Strange strange);

// "this key does not exist; did you mean …", or which do.
std::string unknown_key(std::string_view key, std::span<const std::string> known);

}  // namespace wv::settings
