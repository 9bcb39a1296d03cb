// One file of a release over a bad line: resumed where it broke off, believed only when its hash is right.
#pragma once

#include <set>

#include "sync/client/central.h"
#include "sync/wire/tuf.h"

namespace wv::client {

class Downloads {
 public:
  Downloads(World& world, const Place& place, Central& central, std::string channel);

  // From the download folder when it is there already (an earlier round got it), else over the line. After
  // success the bytes are verified and survive a crash. `changed` when twice in a row something else came.
  Attempt<base::Bytes> get(std::string_view target, const wire::tuf::TargetFile& expected);
  // Forgets what was got for releases that are no longer wanted; with nothing in `wanted`, everything.
  base::Result<> keep_only(const std::set<base::Digest>& wanted);

 private:
  // What came before the line broke, and the validator it belongs to.
  struct Part {
    std::string etag;
    base::Bytes bytes;
  };
  enum class Progress { Whole, Some, Wrong };
  Attempt<Progress> continue_with(Part& part, std::string_view target, const wire::tuf::TargetFile& expected);
  Part read_part(const std::filesystem::path& file) const;
  base::Result<> write_part(const std::filesystem::path& file, const Part& part);

  World& world_;
  const Place& place_;
  Central& central_;
  std::string channel_;
};

}  // namespace wv::client
