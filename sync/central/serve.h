// The running server: store, routes, listener and desk, started in the order in which they lean on each
// other.
#pragma once

#include "sync/base/log.h"
#include "sync/base/supervisor.h"
#include "sync/base/world.h"
#include "sync/central/options.h"
#include "sync/central/pages.h"
#include "sync/central/steps.h"

namespace wv::central {

// The real world, built in main.cpp.
struct Machine {
  const base::Clock& clock;
  base::Random& random;
  base::Files& files;         // 0644
  base::Files& secret_files;  // 0600
  const base::Log& log;       // thread-safe sink
  OpenPages open_pages = {};  // none: only kiosks are answered
  Desk::MoreQuestions more_questions = {};
  const Steps& steps = no_steps;
  base::Supervisor* supervisor = nullptr;
};

// Returns after SIGTERM or SIGINT. Unavailable: the store is held by another process, or the port is taken.
base::Result<> serve(const Options& options, Machine& machine);

}  // namespace wv::central
