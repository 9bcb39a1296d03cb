// One process at a time in a state folder.
#pragma once

#include <filesystem>

#include "sync/base/result.h"
#include "sync/base/time.h"

namespace wv::edge {

// Holds an flock for as long as it lives; the kernel lets go of it however the process ends.
class FileLock {
 public:
  // Unavailable: another process holds it. Io: the file cannot be opened.
  static base::Result<FileLock> take(const std::filesystem::path& file);
  // As take, but tries for at most so long before Unavailable.
  static base::Result<FileLock> take_within(const std::filesystem::path& file, base::Millis at_most);
  // As take, but waits for its turn: only for locks that are held for moments.
  static base::Result<FileLock> wait(const std::filesystem::path& file);
  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  FileLock(const FileLock&) = delete;
  ~FileLock();

 private:
  explicit FileLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace wv::edge
