// The chained log as rows of the desk, for who takes it out of the house.
#pragma once

#include "sync/base/json.h"
#include "sync/central/store.h"

namespace wv::central {

// From its first row on, {"nummer", "op", "wie", "wat", "keten"}; false ends the walk. Holds one piece in
// memory at a time.
Result<> walk_log(Store& store, const std::function<bool(const base::Json&)>& each);

}  // namespace wv::central
