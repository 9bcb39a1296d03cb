// Reads a folder of content as publishing would, and its Dutch texts as a resident would.
#pragma once

#include <filesystem>
#include <vector>

#include "sync/content/toml_source.h"
#include "sync/intake/plain_language.h"

namespace wv::intake {

struct PlacedHint {
  std::string file;
  int line = 0;
  std::string key;  // "agendas[0].profiel"
  Hint hint;
  std::string text() const;  // "gebieden/noord.toml:41: agendas[0].profiel: …"
};

struct Checked {
  content::Findings mistakes;  // these keep it from being published
  std::vector<PlacedHint> hints;
  base::Json json() const;
};

Checked check_folder(const base::Files& files, const std::filesystem::path& folder);
// The hints for one document of a folder.
std::vector<PlacedHint> hints_in(const content::TomlDocument& document);

}  // namespace wv::intake
