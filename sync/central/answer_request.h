// From what a moderator typed to the request that the desk understands.
#pragma once

#include "sync/base/json.h"
#include "sync/central/options.h"
#include "sync/central/vault.h"

namespace wv::central {

// A visitor's code is hashed here, under the municipality's published salt: the code itself goes nowhere.
base::Result<base::Json> answer_request(const Options& options, const Vault& vault);

}  // namespace wv::central
