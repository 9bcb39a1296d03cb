// Reading the project's own files from a test.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/catch.h"

namespace wv::test {

inline std::string read_source(const std::filesystem::path& from_root) {
  std::ifstream in(std::filesystem::path(WV_SOURCE_DIR) / from_root, std::ios::binary);
  INFO(from_root);
  REQUIRE(in.good());
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace wv::test
