// The folder in which a municipality writes its content, read whole: all documents, or all mistakes at once.
#pragma once

#include <expected>
#include <filesystem>
#include <map>
#include <string>

#include "sync/base/world.h"
#include "sync/content/toml_source.h"

namespace wv::content {

// What is published: target name → bytes. sleutels.json is not in it: it comes from the keys of the
// repository.
struct Documents {
  std::string channel;  // id of the municipality
  std::map<std::string, base::Bytes> targets;
  std::size_t areas = 0, pictures = 0;
};

// DIR/gemeente.toml, DIR/gebieden/*.toml, DIR/invoer/*.toml (additions to areas), DIR/kaart/wijken.rd.geojson
// (its member "bron" is the attribution to show), DIR/beelden/*.png. Files beside these are left alone.
std::expected<Documents, Findings> read_content(const base::Files& files,
                                                const std::filesystem::path& folder);

// Width and height of a PNG that begins as one; Corrupt otherwise.
base::Result<std::pair<std::uint32_t, std::uint32_t>> png_size(base::ByteView bytes);

}  // namespace wv::content
