// The commands about commands from afar: they ask the desk and print.
#pragma once

#include "sync/central/asking.h"
#include "sync/central/order_options.h"

namespace wv::central {

Result<> run_orders(const OrderOptions& options, Machine& machine, const AskDesk& ask);

}  // namespace wv::central
