// What counts on this kiosk, key by key, and in which layer it was written: for people and for programs.
#pragma once

#include <string>

#include "kiosk/app/settings.h"
#include "sync/base/json.h"

namespace wv::app {

// Lines "key = value  file:line", the standard values too. Nobody's PIN, not even hashed.
std::string settings_for_people(const std::string& file, const WrittenSettings& written);
// {"file", "ok", "files", "keys": [{"key", "value", "unit", "from": [{"file", "line"}], "restart"}],
// "mistakes"}; without "from": the standard value. With mistakes there are no keys, because nothing counts.
base::Json settings_as_json(const std::string& file, const WrittenSettings& written);

}  // namespace wv::app
