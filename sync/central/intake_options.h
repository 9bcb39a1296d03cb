// The command line of content that comes in: import, check.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sync/intake/import.h"

namespace CLI {
class App;
}

namespace wv::central {

struct IntakeOptions {
  enum class What { Import, Check } what = What::Import;
  enum class Form { Text, Json } form = Form::Text;
  intake::Import order;             // its folder is that of check as well
  std::vector<std::string> themes;  // "Sport en bewegen=sport", as given
};

// Adds the commands; `chosen` is called when one of them is the one that was asked for.
void add_intake_commands(CLI::App& app, IntakeOptions& options, std::function<void()> chosen);

}  // namespace wv::central
