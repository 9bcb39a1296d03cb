// `stick FOLDER`: one command for both directions, and what came of it in plain lines.
#pragma once

#include "sync/central/asking.h"

namespace wv::central {

// Invalid when something on the stick was not as it should be, Io when the stick itself failed; after it was
// printed.
Result<> run_stick(const Options& options, Machine& machine, const Repository& repository,
                   const AskDesk& ask);
Result<> put_invitation_on_stick(const Options& options, std::string_view invitation);

}  // namespace wv::central
