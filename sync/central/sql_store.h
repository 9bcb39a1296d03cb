// The store on either database: one thread writes in groups, readings go beside it.
#pragma once

#include <filesystem>
#include <memory>

#include "sync/central/postgres_sql.h"
#include "sync/central/steps.h"
#include "sync/central/store.h"
#include "sync/edge/lock.h"

namespace wv::central {

struct StoreLimits {
  std::size_t queue = 4096;                   // ideas and other writes that may wait before Unavailable
  std::size_t group = 1024;                   // of each in one commit
  std::uint64_t reserve_bytes = 64ull << 20;  // below this much free disk nothing is taken in (SQLite)
};

// Where the store is: one SQLite file (synchronous=FULL, one process), or one schema of a PostgreSQL database
// (synchronous_commit=on, any number of processes).
struct StorePlace {
  std::filesystem::path file;
  std::optional<PostgresPlace> postgres;  // then `file` is empty
};
// "sqlite:FILE" or "postgresql://[USER@]HOST[:PORT]/DATABASE". Invalid: neither, or a password in it.
Result<StorePlace> store_place(std::string_view text);

// The right to write an SQLite store, held as long as this lives: two writing processes are never safe.
// PostgreSQL sees to that itself. Unavailable: another process has it.
class StoreHold {
 public:
  static Result<StoreHold> take(const StorePlace& place, base::Millis patience = base::Millis{0});

 private:
  explicit StoreHold(std::optional<edge::FileLock> lock) : lock_(std::move(lock)) {}
  std::optional<edge::FileLock> lock_;
};

// The caller holds it (StoreHold). `fresh_epoch` is used when the store is new. Destroying the store finishes
// the writes that wait.
Result<std::unique_ptr<Store>> open_store(const StorePlace& place, const std::string& fresh_epoch,
                                          StoreLimits limits = {}, const Steps& steps = no_steps);

}  // namespace wv::central
