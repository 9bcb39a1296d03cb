// [centraal]: how a kiosk finds its central. The courier needs it, and the screen checks it with the rest.
#pragma once

#include <expected>
#include <string>
#include <string_view>

#include "sync/content/toml_source.h"
#include "sync/settings/field.h"

namespace wv::settings {

struct Connection {
  std::string url;          // https://…/kiosk/v1, or http:// for loopback; empty: not given
  std::string root_sha256;  // 64 hexadecimal digits; empty: not given
  std::string ca_file;      // certificates to trust instead of the system's; empty: the system's
};

Fields connection_fields(Connection& into);

}  // namespace wv::settings
