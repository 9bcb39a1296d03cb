// Dying on purpose: a test names a step, and the process is killed there as a power cut would do it.
#pragma once

#include <memory>

#include "sync/base/result.h"
#include "sync/client/steps.h"

namespace wv::agent {

// Steps that end the process where WIJKVENSTER_STERF_BIJ says (edge/killer.h). Invalid: no such step.
base::Result<std::unique_ptr<client::Steps>> make_steps();

}  // namespace wv::agent
