// The store's lock tells who answers.
#include "sync/central/asking.h"

#include "sync/base/uuid.h"
#include "sync/central/desk_line.h"
#include "sync/central/sql_store.h"

namespace wv::central {
namespace {

constexpr base::Millis lock_patience{5000};

Result<> ask_here(const Options& options, Machine& machine, Repository& repository, const base::Json& request,
                  const Desk::Row& row) {
  WV_TRY(const auto store, open_store(options.store, base::make_uuid4(machine.random), {}, machine.steps));
  const ErasureLedger ledger(machine.files, options.ledger);
  Desk desk({.store = *store,
             .repository = options.repo.empty() ? nullptr : &repository,
             .clock = machine.clock,
             .random = machine.random,
             .more = machine.more_questions,
             .ledger = options.ledger.empty() ? nullptr : &ledger,
             .steps = machine.steps,
             .log = &machine.log});
  return desk.ask(request, row);
}

}  // namespace

Result<> ask_desk(const Options& options, Machine& machine, Repository& repository, const base::Json& request,
                  const Desk::Row& row, RowPace pace) {
  const auto here = [&] { return ask_here(options, machine, repository, request, row); };
  const auto ours = StoreHold::take(options.store);
  if (ours) return here();
  if (ours.error().code != base::ErrorCode::Unavailable) return std::unexpected(ours.error());
  auto answered = ask_server(socket_of(options.store), request, row, pace);
  if (answered || answered.error().code != base::ErrorCode::Unavailable) return answered;
  // Another command is busy, or a server is just starting.
  if (const auto lock = StoreHold::take(options.store, lock_patience)) return here();
  return ask_server(socket_of(options.store), request, row, pace);
}

}  // namespace wv::central
