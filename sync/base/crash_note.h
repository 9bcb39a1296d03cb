// What a program leaves behind when it dies of a fault.
#pragma once

#include <cstddef>
#include <span>

namespace wv::base {

class CrashNote {
 public:
  virtual ~CrashNote() = default;
  // Called in a process that is dying, in a signal handler: takes no memory and no lock, calls nothing that
  // may (signal-safety(7)). Returns how much of `out` it filled.
  virtual std::size_t write_into(std::span<char> out) const noexcept = 0;
};

}  // namespace wv::base
