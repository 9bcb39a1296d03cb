// Carries out what the command line asks of sync/intake and prints the report.
#pragma once

#include "sync/central/intake_options.h"
#include "sync/central/serve.h"

namespace wv::central {

base::Result<> run_intake(const IntakeOptions& options, Machine& machine);

}  // namespace wv::central
