// [centraal] of instellingen.toml: the two lines of the kiosk's settings that the courier needs.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/result.h"

namespace wv::client {

struct ConnectionSettings {
  std::string url;          // empty: not given
  std::string root_sha256;  // empty: not given
  std::string ca_file;      // empty: the system's authorities
};

// Other tables are the screen's and are not looked at. Invalid: no TOML, or an unknown or mistyped key in
// [centraal], as "file:line: key: message".
base::Result<ConnectionSettings> read_connection_settings(std::string_view text, std::string_view file_name);

}  // namespace wv::client
