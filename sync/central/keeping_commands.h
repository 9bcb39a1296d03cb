// The command line of how long things are kept, and what it prints.
#pragma once

#include "sync/central/asking.h"

namespace CLI {
class App;
}

namespace wv::central {

// The caller adds --repo and --store.
CLI::App* add_retention_command(CLI::App& parent, Options& options);
void add_ideas_count_as(CLI::App* sub, Options& options);
// Beside the store; with PostgreSQL beside the keys. Empty: there is no place for it.
std::filesystem::path usual_ledger(const Options& options);

Result<> show_retention(const Options& options, const AskDesk& ask);

}  // namespace wv::central
