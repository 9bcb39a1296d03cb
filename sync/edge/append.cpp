// O_APPEND and fsync.
#include "sync/edge/append.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "sync/edge/descriptor.h"

namespace wv::edge {
namespace {

std::unexpected<base::Error> append_failed(const std::filesystem::path& file) {
  return base::fail(base::ErrorCode::Io, "add to " + file.string() + ": " + std::strerror(errno));
}

bool ends_in_the_middle(int file) {
  const auto size = ::lseek(file, 0, SEEK_END);
  char last = '\n';
  return size > 0 && ::pread(file, &last, 1, size - 1) == 1 && last != '\n';
}

}  // namespace

base::Result<> append_line(const std::filesystem::path& file, std::string_view line) {
  const Descriptor open(::open(file.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!open) return append_failed(file);
  const auto bytes = (ends_in_the_middle(open.get()) ? "\n" : "") + std::string(line) + "\n";
  if (::write(open.get(), bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size()))
    return append_failed(file);
  if (::fsync(open.get()) != 0) return append_failed(file);
  const auto folder = std::filesystem::absolute(file).parent_path();
  const Descriptor beside(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!beside || ::fsync(beside.get()) != 0) return append_failed(folder);
  return {};
}

}  // namespace wv::edge
