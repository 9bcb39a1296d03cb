// Wiping goes through libsodium, whose write the compiler cannot see through.
#include "sync/base/secret.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace wv::base {

void wipe(std::span<std::uint8_t> memory) {
  if (!memory.empty()) sodium_memzero(memory.data(), memory.size());
}

[[gnu::noinline]] void wipe_dead_stack() {
  std::array<std::uint8_t, 256UL * 1024>
      dead;  // NOLINT(cppcoreguidelines-pro-type-member-init): to be overwritten
  wipe(dead);
}

void wipe(std::string& text) {
  text.resize(text.capacity());  // within the capacity: never moves the block
  sodium_memzero(text.data(), text.size());
  text.clear();
}

void Secret::resize(std::size_t size) {
  if (size < bytes_.size()) wipe(writable().subspan(size));
  bytes_.resize(size);
}

}  // namespace wv::base
