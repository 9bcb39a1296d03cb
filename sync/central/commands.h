// Carries out one command of the command line and turns its outcome into words and an exit code.
#pragma once

#include "sync/central/options.h"
#include "sync/central/serve.h"

namespace wv::central {

int run_command(const Options& options, Machine& machine);

}  // namespace wv::central
