// One line for each refusal as long as they are few, then one a second with the number of those left out.
#include "sync/central/refusals.h"

namespace wv::central {

void Refusals::note(int status, std::string_view at, std::string_view from) {
  if (lines_.take({}, clock_.monotonic())) {
    ++untold_;
    return;
  }
  log_.warning("request_refused",
               {{"status", status}, {"at", at}, {"from", from}, {"left_out", untold_.exchange(0)}});
}

}  // namespace wv::central
