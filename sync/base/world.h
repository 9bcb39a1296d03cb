// The outside world as four small interfaces (with Http in http.h), so that tests can be it.
// Real ones live in sync/edge and are built only in the main.cpp files.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/result.h"
#include "sync/base/time.h"

namespace wv::base {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

inline ByteView as_bytes(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}
inline std::string_view as_text(ByteView bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant now() const = 0;                // may jump
  virtual Millis monotonic() const = 0;           // never goes back; for time-outs and motion
  virtual LocalTime local(Instant at) const = 0;  // at the kiosk's place, summer time included
};

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;  // cryptographic in the real world, seeded in tests
};

// Whole small files. Paths are used as given.
class Files {
 public:
  virtual ~Files() = default;
  virtual Result<Bytes> read(const std::filesystem::path& file) const = 0;  // NotFound, Io
  // After success the bytes survive a power cut: temporary file, fsync, rename, fsync of the folder.
  virtual Result<> write(const std::filesystem::path& file, ByteView bytes) = 0;
  virtual Result<> remove(const std::filesystem::path& file) = 0;  // absent is success
  // Makes `from` durable, gives it the name `to` (replacing what stood there) and makes that durable too.
  virtual Result<> rename(const std::filesystem::path& from, const std::filesystem::path& to) = 0;
  virtual Result<> make_folder(const std::filesystem::path& folder) = 0;
  virtual Result<std::vector<std::string>> list(
      const std::filesystem::path& folder) const = 0;  // names, sorted
  virtual Result<std::uint64_t> free_bytes(const std::filesystem::path& folder) const = 0;
};

}  // namespace wv::base
