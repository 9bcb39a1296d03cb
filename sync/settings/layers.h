// The files of one kiosk's settings: its own, and the layers that it names in front of it.
#pragma once

#include <expected>
#include <filesystem>
#include <string_view>
#include <vector>

#include "sync/base/world.h"
#include "sync/content/toml_source.h"
#include "sync/settings/field.h"

namespace wv::settings {

struct Layers {
  std::vector<content::TomlDocument>
      documents;                   // the most general first, the kiosk's own last; without `lagen`
  content::Findings mistakes;      // what could not be read, and what is wrong with `lagen`
  std::vector<base::Bytes> bytes;  // as read: the same bytes are the same settings
  bool missing = false;            // there is no file, which is no mistake
};

// `lagen = ["gemeente.toml", "gebieden/noord.toml"]` counts from the folder of the file that says it. Only
// ordinary files of at most 256 KiB, and of layers no links: what a stick or a share puts there must not
// point elsewhere. Findings call `file` by the name `shown_as`, and a layer as it is called from there.
Layers read_layers(const base::Files& files, const std::filesystem::path& file,
                   const std::filesystem::path& shown_as);

// One text as a document, or the line on which it stops making sense.
std::expected<content::TomlDocument, content::Finding> read_document(std::string_view toml,
                                                                     const std::string& name);

// For those who list what can be written.
Field layers_field();

}  // namespace wv::settings
