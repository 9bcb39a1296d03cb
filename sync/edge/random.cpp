// getrandom() needs no file and no seed, and waits until the kernel has gathered enough.
#include "sync/edge/random.h"

#include <sys/random.h>

#include <cerrno>
#include <cstdlib>

namespace wv::edge {

void SystemRandom::fill(std::span<std::uint8_t> out) {
  while (!out.empty()) {
    const auto got = ::getrandom(out.data(), out.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) std::abort();
    out = out.subspan(static_cast<std::size_t>(got));
  }
}

}  // namespace wv::edge
