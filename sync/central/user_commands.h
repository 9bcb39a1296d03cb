// The verbs of `users`: asking the desk, and printing what it says.
#pragma once

#include <functional>

#include "sync/central/desk.h"
#include "sync/central/user_options.h"

namespace wv::central {

using AskUsers = std::function<Result<>(const base::Json& request, const Desk::Row& row)>;
Result<> run_users(const UserOptions& options, const AskUsers& ask);

}  // namespace wv::central
