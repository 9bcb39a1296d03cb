// Memory that is overwritten before it is given back, also when a container grows out of it.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace wv::visit {

template <class T>
struct WipingAllocator {
  using value_type = T;
  WipingAllocator() = default;
  template <class U>
  WipingAllocator(const WipingAllocator<U>&) {}
  T* allocate(std::size_t count) { return std::allocator<T>{}.allocate(count); }
  void deallocate(T* at, std::size_t count) {
    volatile T* wiped = at;  // volatile: the compiler may not leave these writes out
    for (std::size_t i = 0; i < count; ++i) wiped[i] = T{};
    std::allocator<T>{}.deallocate(at, count);
  }
  bool operator==(const WipingAllocator&) const = default;
};

using WipingBytes = std::vector<char, WipingAllocator<char>>;

}  // namespace wv::visit
