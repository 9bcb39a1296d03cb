// Whole files that survive a power cut. Only ordinary files are replaced: never a device, a pipe or a link.
#pragma once

#include "sync/base/world.h"

namespace wv::edge {

class Disk final : public base::Files {
 public:
  enum class Access { Everyone, OwnerOnly };  // 0644 or 0600 (folders 0755 or 0700), less the umask

  explicit Disk(Access access = Access::Everyone) : access_(access) {}

  base::Result<base::Bytes> read(const std::filesystem::path& file) const override;
  base::Result<> write(const std::filesystem::path& file, base::ByteView bytes) override;
  base::Result<> remove(const std::filesystem::path& file) override;
  base::Result<> rename(const std::filesystem::path& from, const std::filesystem::path& to) override;
  base::Result<> make_folder(
      const std::filesystem::path& folder) override;  // parents too; existing is success
  base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) const override;
  base::Result<std::uint64_t> free_bytes(const std::filesystem::path& folder) const override;

 private:
  Access access_;
};

}  // namespace wv::edge
