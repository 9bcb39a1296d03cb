// A file descriptor that closes itself.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "sync/base/result.h"

namespace wv::edge {

class Descriptor {
 public:
  explicit Descriptor(int number = -1) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  explicit operator bool() const { return number_ >= 0; }
  int get() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

// The error of the system call that just failed: "read /x/y: No space left on device".
inline std::unexpected<base::Error> system_failure(std::string_view what, const std::string& where) {
  const int number = errno;
  const auto code = number == ENOENT ? base::ErrorCode::NotFound : base::ErrorCode::Io;
  char text[128] = {};
  return base::fail(code, std::string(what) + " " + where + ": " + ::strerror_r(number, text, sizeof text));
}

}  // namespace wv::edge
