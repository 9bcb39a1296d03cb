// Copies of the store that can be trusted, and the way back from one.
#pragma once

#include <filesystem>

#include "sync/base/world.h"
#include "sync/central/erasure_ledger.h"
#include "sync/central/sql_store.h"

namespace wv::central {

struct CopyReport {
  std::string epoch;
  Instant complete_until;  // every idea received up to here is in the copy
  std::int64_t ideas = 0;
};

// Reads every page, every idea against its hash and the whole log. Corrupt names the first thing that is
// wrong.
Result<CopyReport> verify_copy(const std::filesystem::path& copy);

struct Restored {
  CopyReport copy;
  std::int64_t erased_again = 0;  // ideas that were in the copy, but erased since
  std::string earlier_store;      // file or schema to which what stood there was moved; empty: nothing did
};
// Puts a copy in the place of the store, under a new epoch: every kiosk offers its acknowledged ideas again.
// The copy may come from the other kind of database. The caller holds the store (StoreHold). What was erased
// since, by the store that stood there or by the ledger, is erased again.
Result<Restored> restore(base::Files& files, const std::filesystem::path& copy, const StorePlace& store,
                         const std::string& new_epoch, Instant now,
                         std::span<const ErasureLedger::Entry> erased = {}, const Steps& steps = no_steps);

}  // namespace wv::central
