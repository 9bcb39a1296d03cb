// The command line of everything about kiosks: who may speak, and what needs a look.
#pragma once

#include <vector>

#include "sync/central/options.h"

namespace CLI {
class App;
}

namespace wv::central {

// The commands that were added; each still needs --repo and --store.
std::vector<CLI::App*> add_kiosk_commands(CLI::App& parent, Options& options);
// What to tell who left something out; null: nothing is missing.
const char* missing_for_kiosks(const Options& options);

}  // namespace wv::central
