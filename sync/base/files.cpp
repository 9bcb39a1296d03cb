// Reading is cheap beside a write that has to survive a power cut.
#include "sync/base/files.h"

#include <algorithm>

namespace wv::base {

Result<> write_if_different(Files& files, const std::filesystem::path& file, ByteView bytes) {
  const auto kept = files.read(file);
  if (kept && std::ranges::equal(*kept, bytes)) return {};
  return files.write(file, bytes);
}

}  // namespace wv::base
