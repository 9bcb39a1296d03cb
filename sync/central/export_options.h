// What was asked of `export` on the command line, as a value.
#pragma once

#include <optional>
#include <string>

#include "sync/relay/export.h"

namespace CLI {
class App;
}

namespace wv::central {

struct ExportOptions {
  std::string what;  // ideas, kiosks or log
  relay::Form form = relay::Form::Csv;
  relay::Disclosure disclosure = relay::Disclosure::WithoutPersonalData;
  relay::Filter filter;
  std::string out = "-";    // FILE; "-": standard output
  std::string contact_key;  // PEM; opens contact data
};

// What `ideas --csv` asks for: contact data only with the key that opens it.
ExportOptions export_of_ideas(const std::string& status, const std::string& contact_key);

void declare_export(CLI::App& command, ExportOptions& options);

}  // namespace wv::central
