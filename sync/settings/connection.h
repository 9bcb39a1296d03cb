// [centraal]: how a kiosk finds its central. The courier needs it, and the screen checks it with the rest.
#pragma once

#include <filesystem>
#include <string>

#include "sync/base/world.h"
#include "sync/content/toml_source.h"
#include "sync/settings/field.h"

namespace wv::settings {

struct Connection {
  std::string url;          // https://…/kiosk/v1, or http:// for loopback; empty: not given
  std::string root_sha256;  // 64 hexadecimal digits; empty: not given
  std::string ca_file;      // certificates to trust instead of the system's; empty: the system's
};

Fields connection_fields(Connection& into);

struct FoundConnection {
  Connection connection;
  content::Findings
      mistakes;          // in [centraal], in what is no TOML, and in `lagen`; other tables are the screen's
  bool missing = false;  // there is no file, which is no mistake
  bool is_last_good = false;  // the mistakes were passed by
};
// Of the settings in `file` and the layers that it names.
FoundConnection read_connection(const base::Files& files, const std::filesystem::path& file,
                                const std::filesystem::path& shown_as);
// At night nobody mends a mistake: then the settings count that the screen kept when they were right.
FoundConnection read_connection_or_last_good(const base::Files& files, const std::filesystem::path& file,
                                             const std::filesystem::path& last_good);

}  // namespace wv::settings
