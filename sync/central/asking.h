// Brings a request of the command line to whoever holds the store: a running server, or else this process
// itself.
#pragma once

#include "sync/central/desk_line.h"
#include "sync/central/serve.h"

namespace wv::central {

// For commands in files of their own.
using AskDesk = std::function<Result<>(const base::Json& request, const Desk::Row& row)>;

// Unavailable: another command has kept the store to itself for too long.
Result<> ask_desk(const Options& options, Machine& machine, Repository& repository, const base::Json& request,
                  const Desk::Row& row, RowPace pace = RowPace::AllFirst);

}  // namespace wv::central
