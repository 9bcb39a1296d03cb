// A folder that somebody brought: on a USB stick anything may lie, may point anywhere, and may be gone a
// moment later.
#pragma once

#include "sync/base/world.h"
#include "sync/edge/descriptor.h"

namespace wv::edge {

// Files beneath one folder. Paths are relative to it; the kernel follows no link on the way and leaves
// neither the folder nor its file system (openat2). Denied: a link or a way out. Invalid: no ordinary file,
// or larger than `most_bytes`. Unavailable: it may not be written. Io: full, broken or pulled out.
class Stick final : public base::Files {
 public:
  // NotFound: no such folder, or one that may not be opened, as a mount point without a mount.
  static base::Result<Stick> open(const std::filesystem::path& folder, std::uint64_t most_bytes);

  base::Result<base::Bytes> read(const std::filesystem::path& file) const override;
  base::Result<> write(const std::filesystem::path& file, base::ByteView bytes) override;
  base::Result<> remove(const std::filesystem::path& file) override;
  base::Result<> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
  base::Result<> make_folder(const std::filesystem::path& folder) override;
  base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) const override;
  base::Result<std::uint64_t> free_bytes(const std::filesystem::path& folder) const override;

 private:
  Stick(Descriptor root, std::uint64_t most_bytes) : root_(std::move(root)), most_bytes_(most_bytes) {}
  base::Result<Descriptor> open_beneath(const std::filesystem::path& path, int flags,
                                        unsigned mode = 0) const;
  base::Result<Descriptor> folder_of(const std::filesystem::path& file) const;

  Descriptor root_;
  std::uint64_t most_bytes_;
};

}  // namespace wv::edge
