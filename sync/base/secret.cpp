// Wiping goes through libsodium, whose write the compiler cannot see through.
#include "sync/base/secret.h"

#include <malloc.h>
#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace wv::base {

void wipe(std::span<std::uint8_t> memory) {
  if (!memory.empty()) sodium_memzero(memory.data(), memory.size());
}

void wipe_and_free(void* memory) noexcept {
  if (memory == nullptr) return;
  sodium_memzero(memory, malloc_usable_size(memory));
  std::free(memory);
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
