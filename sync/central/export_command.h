// `wijkvenster-central export`: rows of the desk into a file, safely.
#pragma once

#include "sync/central/asking.h"
#include "sync/central/export_options.h"
#include "sync/central/serve.h"

namespace wv::central {

// What to tell whoever asked; empty when the export itself went to standard output. A file appears whole or
// not at all, readable for its owner alone; beside a CSV file comes FILE-metadata.json.
Result<std::string> export_rows(const ExportOptions& options, Machine& machine, const AskDesk& ask);

}  // namespace wv::central
