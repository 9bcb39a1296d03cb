// Words that must leave no trace: a PIN, a private key, contact data. Wiped when destroyed, moved from or
// assigned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wv::base {

// Overwrites memory in a way the compiler may not leave out.
void wipe(std::span<std::uint8_t> memory);
void wipe(std::string& text);               // the whole capacity; `text` is empty afterwards
void wipe_and_free(void* memory) noexcept;  // what malloc() gave; null is fine
// What calls that have returned left on the stack below this one, as deep as a frame goes.
void wipe_dead_stack();

// Every block is wiped before it is given back, also the blocks a growing string leaves behind.
template <class T>
struct WipingAllocator {
  using value_type = T;
  WipingAllocator() = default;
  template <class U>
  explicit(false) WipingAllocator(const WipingAllocator<U>&) {}
  T* allocate(std::size_t n) { return std::allocator<T>{}.allocate(n); }
  void deallocate(T* at, std::size_t n) {
    wipe({reinterpret_cast<std::uint8_t*>(at), n * sizeof(T)});
    std::allocator<T>{}.deallocate(at, n);
  }
  bool operator==(const WipingAllocator&) const { return true; }
};

// A text of bytes without a small-string buffer. Copying is possible but has to be asked for (`copy`).
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string_view text) : bytes_(text.begin(), text.end()) {}
  explicit Secret(std::span<const std::uint8_t> bytes) : bytes_(bytes.begin(), bytes.end()) {}
  Secret(const Secret&) = delete;
  Secret& operator=(const Secret&) = delete;
  Secret(Secret&&) noexcept = default;  // moves the block; the other holds nothing
  Secret& operator=(Secret&& other) noexcept {
    bytes_.swap(other.bytes_);
    other.clear();
    return *this;
  }
  ~Secret() = default;

  Secret copy() const { return Secret(view()); }
  std::string_view view() const { return {bytes_.data(), bytes_.size()}; }
  std::span<const std::uint8_t> bytes() const {
    return {reinterpret_cast<const std::uint8_t*>(bytes_.data()), bytes_.size()};
  }
  std::span<std::uint8_t> writable() {
    return {reinterpret_cast<std::uint8_t*>(bytes_.data()), bytes_.size()};
  }
  std::size_t size() const { return bytes_.size(); }
  bool empty() const { return bytes_.empty(); }
  void append(std::string_view text) { bytes_.insert(bytes_.end(), text.begin(), text.end()); }
  void resize(std::size_t size);
  void clear() { std::vector<char, WipingAllocator<char>>{}.swap(bytes_); }

 private:
  std::vector<char, WipingAllocator<char>> bytes_;
};

}  // namespace wv::base
