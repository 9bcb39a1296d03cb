// A file descriptor that closes itself.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "sync/base/world.h"

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

// All of it, however many calls that takes; `file` is for the message.
inline base::Result<> write_all(int descriptor, base::ByteView bytes, const std::filesystem::path& file) {
  while (!bytes.empty()) {
    const auto written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return system_failure("write", file.string());
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return {};
}

// `size` bytes, or fewer when the file ends before.
inline base::Result<base::Bytes> read_all(int descriptor, std::size_t size,
                                          const std::filesystem::path& file) {
  base::Bytes bytes(size);
  std::size_t filled = 0;
  while (filled < bytes.size()) {
    const auto got = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_failure("read", file.string());
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace wv::edge
