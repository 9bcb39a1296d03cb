// Memory that this program gives back is emptied first: texts pass through views, trees and layout on their
// way to the screen, and nobody can say of each string whether a visitor typed it. Compiled into the
// executable, these take the place of the library's own (C++ [new.delete]). All forms: a sanitizer has its
// own of each.
#include <cstdlib>
#include <new>

#include "sync/base/secret.h"

namespace {

void* take(std::size_t size) noexcept {
  return std::malloc(size == 0 ? 1 : size);
}

void* take(std::size_t size, std::align_val_t alignment) noexcept {
  const auto step = static_cast<std::size_t>(alignment);
  return std::aligned_alloc(step, (size + step - 1) / step * step);
}

void* or_throw(void* memory) {
  if (memory == nullptr) throw std::bad_alloc();
  return memory;
}

}  // namespace

using Size = std::size_t;
using Align = std::align_val_t;
using Nothrow = std::nothrow_t;

void* operator new(Size size) {
  return or_throw(take(size));
}
void* operator new[](Size size) {
  return or_throw(take(size));
}
void* operator new(Size size, Align align) {
  return or_throw(take(size, align));
}
void* operator new[](Size size, Align align) {
  return or_throw(take(size, align));
}
void* operator new(Size size, const Nothrow&) noexcept {
  return take(size);
}
void* operator new[](Size size, const Nothrow&) noexcept {
  return take(size);
}
void* operator new(Size size, Align align, const Nothrow&) noexcept {
  return take(size, align);
}
void* operator new[](Size size, Align align, const Nothrow&) noexcept {
  return take(size, align);
}

void operator delete(void* memory) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete[](void* memory) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete(void* memory, Size) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete[](void* memory, Size) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete(void* memory, Align) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete[](void* memory, Align) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete(void* memory, Size, Align) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete[](void* memory, Size, Align) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete(void* memory, const Nothrow&) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete[](void* memory, const Nothrow&) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete(void* memory, Align, const Nothrow&) noexcept {
  wv::base::wipe_and_free(memory);
}
void operator delete[](void* memory, Align, const Nothrow&) noexcept {
  wv::base::wipe_and_free(memory);
}
