// The life of `wijkvenster-sync run`: asleep until there is a reason.
#pragma once

#include "sync/agent/commands.h"
#include "sync/client/store.h"

namespace wv::agent {

// Ends when SIGTERM or SIGINT asks for it, between two rounds. Fails when sync.db cannot be used.
base::Result<> run_loop(Job& job, client::Store& store);

}  // namespace wv::agent
