// The kernel resolves every path itself: what is checked first and opened later could be swapped in between.
#include "sync/edge/stick.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/syscall.h>

#include <algorithm>
#include <memory>

namespace wv::edge {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::fail;
using base::Result;

std::unexpected<base::Error> failure(std::string_view what, const fs::path& path) {
  switch (errno) {
    case ELOOP:
    case EXDEV:
      return fail(ErrorCode::Denied, path.string() + " on the stick is a link, or leads out of it");
    case EROFS:
    case EACCES:
    case EPERM:
      return fail(ErrorCode::Unavailable, system_failure(what, path.string()).error().message);
    case EISDIR:
    case ENOTDIR:
      return fail(ErrorCode::Invalid, path.string() + " on the stick is not what should be there");
    default:
      return system_failure(what, path.string());
  }
}

std::string name_or_dot(const fs::path& path) {
  return path.empty() ? "." : path.string();
}

}  // namespace

Result<Stick> Stick::open(const fs::path& folder, std::uint64_t most_bytes) {
  Descriptor root(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!root && (errno == EACCES || errno == ENOTDIR))
    return fail(ErrorCode::NotFound, "open " + folder.string() + ": no stick is mounted there");
  if (!root) return failure("open", folder);
  return Stick(std::move(root), most_bytes);
}

Result<Descriptor> Stick::open_beneath(const fs::path& path, int flags, unsigned mode) const {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC | O_NONBLOCK);
  how.mode = mode;
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS | RESOLVE_NO_XDEV;
  Descriptor opened(
      static_cast<int>(::syscall(SYS_openat2, root_.get(), name_or_dot(path).c_str(), &how, sizeof how)));
  if (!opened) return failure("open", path);
  return opened;
}

Result<Descriptor> Stick::folder_of(const fs::path& file) const {
  return open_beneath(file.parent_path(), O_RDONLY | O_DIRECTORY);
}

Result<base::Bytes> Stick::read(const fs::path& file) const {
  WV_TRY(const auto opened, open_beneath(file, O_RDONLY));
  struct stat about{};
  if (::fstat(opened.get(), &about) != 0) return failure("stat", file);
  if (!S_ISREG(about.st_mode))
    return fail(ErrorCode::Invalid, file.string() + " on the stick is no ordinary file");
  const auto size = static_cast<std::uint64_t>(about.st_size);
  if (size > most_bytes_)
    return fail(ErrorCode::Invalid,
                file.string() + " on the stick is larger than " + std::to_string(most_bytes_ >> 20) + " MiB");
  return read_all(opened.get(), size, file);
}

Result<> Stick::write(const fs::path& file, base::ByteView bytes) {
  fs::path aside = file;
  aside += ".nieuw";
  // What a stick that was pulled out left is begun anew, whatever it is: it is not opened, but taken away.
  WV_CHECK(remove(aside));
  const auto written = [&]() -> Result<> {
    WV_TRY(auto opened, open_beneath(aside, O_WRONLY | O_CREAT | O_EXCL, 0644));
    WV_CHECK(write_all(opened.get(), bytes, file));
    if (::fsync(opened.get()) != 0) return failure("fsync", file);
    if (::close(opened.release()) != 0) return failure("close", file);
    return rename(aside, file);
  }();
  if (!written) (void)remove(aside);
  return written;
}

Result<> Stick::remove(const fs::path& file) {
  const auto folder = folder_of(file);
  if (!folder && folder.error().code == ErrorCode::NotFound) return {};
  if (!folder) return std::unexpected(folder.error());
  if (::unlinkat(folder->get(), file.filename().c_str(), 0) != 0)
    return errno == ENOENT ? Result<>{} : failure("remove", file);
  if (::fsync(folder->get()) != 0) return failure("fsync", file);
  return {};
}

Result<> Stick::rename(const fs::path& from, const fs::path& to) {
  WV_TRY(const auto source, folder_of(from));
  WV_TRY(const auto target, folder_of(to));
  struct stat about{};
  if (::fstatat(target.get(), to.filename().c_str(), &about, AT_SYMLINK_NOFOLLOW) == 0 &&
      !S_ISREG(about.st_mode))
    return fail(S_ISLNK(about.st_mode) ? ErrorCode::Denied : ErrorCode::Invalid,
                to.string() + " on the stick is no ordinary file, so it is left alone");
  if (::renameat(source.get(), from.filename().c_str(), target.get(), to.filename().c_str()) != 0)
    return failure("rename to", to);
  if (::fsync(target.get()) != 0) return failure("fsync", to);
  return {};
}

Result<> Stick::make_folder(const fs::path& folder) {
  fs::path made;
  for (const auto& part : folder) {
    made /= part;
    if (const auto there = open_beneath(made, O_RDONLY | O_DIRECTORY)) continue;
    WV_TRY(const auto parent, folder_of(made));
    if (::mkdirat(parent.get(), part.c_str(), 0755) != 0 && errno != EEXIST)
      return failure("make folder", made);
    if (::fsync(parent.get()) != 0) return failure("fsync", made);
    WV_CHECK(open_beneath(made, O_RDONLY | O_DIRECTORY));  // EEXIST may be a file or a link
  }
  return {};
}

Result<std::vector<std::string>> Stick::list(const fs::path& folder) const {
  WV_TRY(auto opened, open_beneath(folder, O_RDONLY | O_DIRECTORY));
  const std::unique_ptr<DIR, int (*)(DIR*)> walk(::fdopendir(opened.get()), ::closedir);
  if (!walk) return failure("list", folder);
  opened.release();  // closedir closes it
  std::vector<std::string> names;
  errno = 0;
  while (const dirent* entry = ::readdir(walk.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") names.emplace_back(name);
  }
  if (errno != 0) return failure("list", folder);
  std::ranges::sort(names);
  return names;
}

Result<std::uint64_t> Stick::free_bytes(const fs::path& folder) const {
  WV_TRY(const auto opened, open_beneath(folder, O_RDONLY | O_DIRECTORY));
  struct statvfs about{};
  if (::fstatvfs(opened.get(), &about) != 0) return failure("free space of", folder);
  return std::uint64_t{about.f_bavail} * about.f_frsize;
}

}  // namespace wv::edge
