// The log that cannot be changed unnoticed, as the desk writes and reads it.
#pragma once

#include <string>
#include <vector>

#include "sync/base/time.h"

namespace wv::desk {

struct JournalRow {
  std::int64_t number = 0;
  std::string who, what;
  base::Instant at{};
};

// Thread-safe.
class Journal {
 public:
  virtual ~Journal() = default;
  // On disk when it returns. `what` is words of this program with names and numbers, never what somebody
  // typed.
  virtual base::Result<> note(const std::string& who, const std::string& what, base::Instant now) = 0;
  // Newest first, those before `number` (0: from the newest).
  virtual base::Result<std::vector<JournalRow>> rows(std::int64_t before, std::size_t most) = 0;
  // Goes along the whole chain. Corrupt names the first row that does not follow.
  virtual base::Result<> verify() = 0;
};

}  // namespace wv::desk
