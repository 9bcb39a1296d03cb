// What was worked out for a text, kept while it is used and memory allows, and wiped when it goes.
#pragma once

#include <cstdint>
#include <cstring>
#include <list>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "kiosk/text/unicode.h"

namespace wv::text {

// Everything of a request but the text; no padding, so that it can be hashed and compared as bytes.
struct CacheKey {
  char lang[16] = {};
  std::int32_t size = 0, max_width = 0, max_lines = 0, line_height = 0;
  std::uint8_t weight = 0, align = 0, direction = 0, unused = 0;

  bool operator==(const CacheKey& other) const { return std::memcmp(this, &other, sizeof *this) == 0; }
};
static_assert(std::has_unique_object_representations_v<CacheKey>);

std::uint64_t hash_of(std::string_view text, const CacheKey& key);

// Value needs `std::size_t bytes_of(const Value&)` and `void wipe(Value&)` in this namespace.
// A value stays where it is until trim() or clear(); a hit allocates nothing.
template <class Value>
class TextCache {
 public:
  ~TextCache() { clear(); }

  Value* find(std::string_view text, const CacheKey& key, std::uint64_t now) {
    const auto [from, to] = index_.equal_range(hash_of(text, key));
    for (auto i = from; i != to; ++i) {
      Entry& entry = *i->second;
      if (!(entry.key == key) || std::string_view(entry.text.data(), entry.text.size()) != text) continue;
      entry.used = now;
      entries_.splice(entries_.begin(), entries_, i->second);
      return &entry.value;
    }
    return nullptr;
  }

  Value& insert(std::string_view text, const CacheKey& key, std::uint64_t now, Value value) {
    const auto hash = hash_of(text, key);
    entries_.push_front({hash, key, Wiped<char>(text.begin(), text.end()), now, 0, std::move(value)});
    Entry& entry = entries_.front();
    entry.bytes = sizeof(Entry) + 6 * sizeof(void*) + text.size() + bytes_of(entry.value);
    bytes_ += entry.bytes;
    index_.emplace(hash, entries_.begin());
    return entry.value;
  }

  // Drops what was used longest ago until `most` bytes are left, but nothing that was used at `now` or later.
  void trim(std::size_t most, std::uint64_t now) {
    while (bytes_ > most && !entries_.empty() && entries_.back().used < now) drop_last();
  }
  void clear() {
    while (!entries_.empty()) drop_last();
  }

  std::size_t size() const { return entries_.size(); }
  std::size_t bytes() const { return bytes_; }

 private:
  struct Entry {
    std::uint64_t hash;
    CacheKey key;
    Wiped<char> text;
    std::uint64_t used;
    std::size_t bytes;
    Value value;
  };
  using Place = typename std::list<Entry>::iterator;

  void drop_last() {
    const Place last = std::prev(entries_.end());
    const auto [from, to] = index_.equal_range(last->hash);
    for (auto i = from; i != to; ++i) {
      if (i->second != last) continue;
      index_.erase(i);
      break;
    }
    bytes_ -= last->bytes;
    wipe(last->value);
    entries_.pop_back();
  }

  std::list<Entry> entries_;  // the last used first
  std::unordered_multimap<std::uint64_t, Place> index_;
  std::size_t bytes_ = 0;
};

}  // namespace wv::text
