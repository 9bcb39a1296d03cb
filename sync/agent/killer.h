// Dying on purpose: a test names a step, and the process is killed there as a power cut would do it.
#pragma once

#include <memory>

#include "sync/base/result.h"
#include "sync/client/steps.h"

namespace wv::agent {

// WIJKVENSTER_STERF_BIJ=<step> or <step>:<n> (the n-th time). Invalid for a step that does not exist, so that
// a test cannot pass by a spelling mistake. Without WV_TEST_HOOKS the variable means nothing.
base::Result<std::unique_ptr<client::Steps>> make_steps();

}  // namespace wv::agent
