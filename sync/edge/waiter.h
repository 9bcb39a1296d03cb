// Sleeping without missing anything: wakes at a time, when a file changes, or when the process is asked to
// stop.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sync/base/result.h"
#include "sync/base/time.h"

namespace wv::edge {

class Waiter {
 public:
  enum class Woke { Time, Change, Stop };

  // Blocks SIGTERM and SIGINT for the process and hears them here: make it before any thread starts.
  // Watches the files of these names (they need not exist yet) in a folder that must exist.
  static base::Result<std::unique_ptr<Waiter>> make(const std::filesystem::path& folder,
                                                    std::vector<std::string> names);
  virtual ~Waiter() = default;
  virtual Woke wait(base::Millis at_most) = 0;
  virtual bool stop_asked() = 0;  // without waiting
};

}  // namespace wv::edge
