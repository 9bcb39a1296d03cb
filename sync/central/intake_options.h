// The command line of content that comes in: import, check, preview.
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
  enum class What { Import, Check, Preview } what = What::Import;
  enum class Form { Text, Json } form = Form::Text;
  intake::Import order;             // its folder and area are those of check and preview as well
  std::string shots;                // where pictures of a preview go
  std::vector<std::string> themes;  // "Sport en bewegen=sport", as given
};

// Adds the commands; `chosen` is called when one of them is the one that was asked for.
void add_intake_commands(CLI::App& app, IntakeOptions& options, std::function<void()> chosen);

}  // namespace wv::central
