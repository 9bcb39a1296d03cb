// `wijkvenster-central relay`: tells other systems now, or says how far each of them is.
#pragma once

#include "sync/central/export_command.h"

namespace wv::central {

// Unavailable: a server holds the store, and tells them itself.
Result<> relay_now(const Options& options, Machine& machine);
// A line, or with --json an object, for each system that was ever told something.
Result<> relay_status(const Options& options, const AskDesk& ask);

}  // namespace wv::central
