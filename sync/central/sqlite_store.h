// The store in one SQLite file: one thread writes with group commit and synchronous=FULL, readings go beside
// it.
#pragma once

#include <filesystem>
#include <memory>

#include "sync/central/store.h"

namespace wv::central {

struct StoreLimits {
  std::size_t queue = 4096;                   // writes that may wait before Unavailable
  std::size_t group = 1024;                   // writes in one commit
  std::uint64_t reserve_bytes = 64ull << 20;  // below this much free disk nothing is taken in
};

// The caller holds the file's lock (DeskLock): two writing processes are never safe. `fresh_epoch` is used
// when the file is new. Destroying the store finishes the writes that wait.
Result<std::unique_ptr<Store>> open_sqlite_store(const std::filesystem::path& file,
                                                 const std::string& fresh_epoch, StoreLimits limits = {});

}  // namespace wv::central
