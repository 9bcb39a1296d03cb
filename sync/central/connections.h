// Which other systems are told what, from a TOML file that people write; secrets stand in files of their own.
#pragma once

#include <filesystem>
#include <memory>
#include <variant>

#include "sync/base/world.h"
#include "sync/content/toml_source.h"
#include "sync/relay/klantinteracties.h"
#include "sync/relay/webhook.h"

namespace wv::central {

struct Connection {
  std::variant<relay::KlantinteractiesSettings, relay::WebhookSettings> settings;
  std::filesystem::path secret_file, ca_file;
};

// Every mistake at once, with its line.
std::expected<std::vector<Connection>, content::Findings> read_connections(const std::string& file,
                                                                           std::string_view toml);

using Targets = std::vector<std::unique_ptr<relay::Target>>;
// Reads the file and the secrets it names, and makes what is needed to speak with each system. Invalid holds
// all mistakes, a line each. `clock` must outlive the targets.
base::Result<Targets> open_connections(const base::Files& files, const std::filesystem::path& file,
                                       const base::Clock& clock);

}  // namespace wv::central
