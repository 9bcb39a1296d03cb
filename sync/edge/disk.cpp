// A write is not done until a power cut can no longer undo it.
#include "sync/edge/disk.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>

#include "sync/edge/descriptor.h"

namespace wv::edge {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::Result;

Result<> sync_path(const fs::path& path, int flags) {
  Descriptor opened(::open(path.c_str(), flags | O_CLOEXEC));
  if (!opened) return system_failure("open", path.string());
  if (::fsync(opened.get()) != 0) return system_failure("fsync", path.string());
  return {};
}

Result<> sync_folder_of(const fs::path& file) {
  const fs::path folder = file.parent_path();
  return sync_path(folder.empty() ? fs::path(".") : folder, O_RDONLY | O_DIRECTORY);
}

Result<> write_new_file(const fs::path& file, base::ByteView bytes, mode_t mode) {
  Descriptor opened(::open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode));
  if (!opened) return system_failure("create", file.string());
  // A temporary file left by an earlier crash keeps its old mode: O_CREAT sets it only on a new file.
  if (mode == 0600 && ::fchmod(opened.get(), mode) != 0) return system_failure("chmod", file.string());
  WV_CHECK(write_all(opened.get(), bytes, file));
  if (::fsync(opened.get()) != 0) return system_failure("fsync", file.string());
  if (::close(opened.release()) != 0) return system_failure("close", file.string());
  return {};
}

// A rename replaces whatever has the name: done as root, even a device.
Result<> check_replaceable(const fs::path& file) {
  struct stat about{};
  if (::lstat(file.c_str(), &about) != 0)
    return errno == ENOENT ? Result<>{} : system_failure("stat", file.string());
  if (S_ISREG(about.st_mode)) return {};
  return base::fail(ErrorCode::Io, "write " + file.string() + ": not an ordinary file, so it is left alone");
}

Result<> rename_and_sync(const fs::path& from, const fs::path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) return system_failure("rename to", to.string());
  return sync_folder_of(to);
}

std::string reason(const std::error_code& error, std::string_view what, const fs::path& where) {
  return std::string(what) + " " + where.string() + ": " + error.message();
}

}  // namespace

Result<base::Bytes> Disk::read(const fs::path& file) const {
  Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened) return system_failure("open", file.string());
  struct stat about{};
  if (::fstat(opened.get(), &about) != 0) return system_failure("stat", file.string());
  if (!S_ISREG(about.st_mode)) return base::fail(ErrorCode::Io, "read " + file.string() + ": not a file");
  return read_all(opened.get(), static_cast<std::size_t>(about.st_size), file);
}

Result<> Disk::write(const fs::path& file, base::ByteView bytes) {
  WV_CHECK(check_replaceable(file));
  fs::path aside = file;
  aside += ".nieuw";
  auto written = write_new_file(aside, bytes, access_ == Access::OwnerOnly ? 0600 : 0644);
  if (written) written = rename_and_sync(aside, file);
  if (!written) ::unlink(aside.c_str());
  return written;
}

Result<> Disk::remove(const fs::path& file) {
  if (::unlink(file.c_str()) != 0) {
    if (errno == ENOENT) return {};
    return system_failure("remove", file.string());
  }
  return sync_folder_of(file);
}

Result<> Disk::rename(const fs::path& from, const fs::path& to) {
  WV_CHECK(check_replaceable(to));
  WV_CHECK(sync_path(from, O_RDONLY));
  return rename_and_sync(from, to);
}

Result<> Disk::make_folder(const fs::path& folder) {
  std::error_code error;
  const bool fresh = fs::create_directories(folder, error);
  if (error) return base::fail(ErrorCode::Io, reason(error, "make folder", folder));
  if (fresh && access_ == Access::OwnerOnly) {
    fs::permissions(folder, fs::perms::owner_all, error);
    if (error) return base::fail(ErrorCode::Io, reason(error, "protect folder", folder));
  }
  return {};
}

Result<std::vector<std::string>> Disk::list(const fs::path& folder) const {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    names.push_back(at->path().filename().string());
  }
  if (error) {
    const auto code = error == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Io;
    return base::fail(code, reason(error, "list", folder));
  }
  std::ranges::sort(names);
  return names;
}

Result<std::uint64_t> Disk::free_bytes(const fs::path& folder) const {
  std::error_code error;
  const auto space = fs::space(folder, error);
  if (error) return base::fail(ErrorCode::Io, reason(error, "free space of", folder));
  return space.available;
}

}  // namespace wv::edge
