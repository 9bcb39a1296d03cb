// When activities take place: repeating ones expanded by libical, which is met nowhere else.
#pragma once

#include <vector>

#include "sync/base/time.h"
#include "sync/model/content.h"

namespace wv::store {

struct Occurrence {
  const model::Event* event = nullptr;  // into the vector that was given
  base::Day day;
  std::chrono::minutes starts{};  // since local midnight
};

// All that start on from…to (inclusive), by day and time. Starts named in `exdates` do not take place; an
// activity that is cancelled as a whole is in the list, so that people who come for it are told. A rule that
// makes no sense gives none.
std::vector<Occurrence> occurrences(const std::vector<model::Event>& events, base::Day from, base::Day to);

}  // namespace wv::store
