// One hash for texts and what is asked of them.
#include "kiosk/text/text_cache.h"

namespace wv::text {

namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
  hash = (hash ^ word) * 0x9E3779B97F4A7C15U;
  return hash ^ (hash >> 32);
}

std::uint64_t add(std::uint64_t hash, const char* bytes, std::size_t count) {
  for (; count >= 8; bytes += 8, count -= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, 8);
    hash = mixed(hash, word);
  }
  std::uint64_t rest = 0;
  if (count > 0) std::memcpy(&rest, bytes, count);
  return mixed(hash, rest ^ (std::uint64_t{count} << 56));
}

}  // namespace

std::uint64_t hash_of(std::string_view text, const CacheKey& key) {
  return add(add(text.size(), reinterpret_cast<const char*>(&key), sizeof key), text.data(), text.size());
}

}  // namespace wv::text
