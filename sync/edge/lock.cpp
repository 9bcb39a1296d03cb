// flock and not a file with a process number: nothing is left behind by a kill or a power cut.
#include "sync/edge/lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <thread>

#include "sync/edge/descriptor.h"

namespace wv::edge {

base::Result<FileLock> FileLock::take(const std::filesystem::path& file) {
  Descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!opened) return system_failure("open", file.string());
  if (::flock(opened.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) {
      return base::fail(base::ErrorCode::Unavailable, file.string() + " is held by another process");
    }
    return system_failure("lock", file.string());
  }
  return FileLock(opened.release());
}

base::Result<FileLock> FileLock::take_within(const std::filesystem::path& file, base::Millis at_most) {
  constexpr base::Millis pause{20};
  for (base::Millis waited{0};; waited += pause) {
    auto taken = take(file);
    if (taken || taken.error().code != base::ErrorCode::Unavailable || waited >= at_most) return taken;
    std::this_thread::sleep_for(pause);
  }
}

base::Result<FileLock> FileLock::wait(const std::filesystem::path& file) {
  Descriptor opened(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  if (!opened) return system_failure("open", file.string());
  while (::flock(opened.get(), LOCK_EX) != 0) {
    if (errno != EINTR) return system_failure("lock", file.string());
  }
  return FileLock(opened.release());
}

FileLock::FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

FileLock::~FileLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace wv::edge
