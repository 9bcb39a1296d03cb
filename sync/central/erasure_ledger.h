// What was erased, written down outside the store and outside its copies, so that no copy that is put back
// ever brings it back: not even on an empty machine.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/base/world.h"
#include "sync/central/store.h"

namespace wv::central {

// A file with one line of JSON for each erasure: ids, hashes and moments, no word of a resident and no
// reason. It is only ever added to. Keep it, and a copy of it, where the store is not.
class ErasureLedger {
 public:
  enum class What { Idea, Contact };  // the whole idea, or the contact data in it
  struct Entry {
    What what = What::Idea;
    model::IdeaId idea;
    base::Digest sha256{};  // of what its kiosk sent
    Instant at;
  };

  ErasureLedger(const base::Files& files, std::filesystem::path file)
      : files_(files), file_(std::move(file)) {}

  // Before the store does it: what is noted and not done yet is finished at the next start.
  Result<> note(const Entry& entry) const;
  // From the oldest on; none when there is no file. A line that a power cut broke off was never promised to
  // anybody. Corrupt: a whole line cannot be read, with its number; whoever restores must know that.
  Result<std::vector<Entry>> entries() const;

  const std::filesystem::path& file() const { return file_; }

 private:
  const base::Files& files_;
  std::filesystem::path file_;
};

}  // namespace wv::central
