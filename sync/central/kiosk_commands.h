// The commands about kiosks: they ask the desk and print.
#pragma once

#include "sync/central/asking.h"

namespace wv::central {

Result<> add_kiosk(const Options& options, Machine& machine, const Repository& repository,
                   const AskDesk& ask);
Result<> list_kiosks(const Options& options, const AskDesk& ask);
Result<> set_kiosk_state(const Options& options, const char* state, const AskDesk& ask);
// Invalid when there is something to look at, after it was printed.
Result<> show_alerts(const Options& options, const AskDesk& ask);

}  // namespace wv::central
