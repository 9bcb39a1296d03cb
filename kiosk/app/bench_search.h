// How long a search takes when a city publishes ten thousand items.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "sync/base/result.h"

namespace wv::app {

struct SearchTime {
  std::string typed;
  std::size_t hits = 0;
  bool more = false;
  double median_ms = 0, worst_ms = 0;
};
struct SearchBench {
  std::size_t items = 0;
  double megabytes = 0;  // of the release with its index
  std::vector<SearchTime> times;
};

// Makes a release in a file of its own in `folder`, asks it what visitors would, and removes it.
base::Result<SearchBench> bench_search(const std::filesystem::path& folder,
                                       const std::function<std::int64_t()>& nanoseconds);

}  // namespace wv::app
