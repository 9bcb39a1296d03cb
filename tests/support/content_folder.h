// A folder of content that a test may write in: a copy of the small municipality.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "sync/content/content_source.h"
#include "sync/edge/disk.h"
#include "tests/support/catch.h"

namespace wv::test {

class ContentFolder {
 public:
  ContentFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "wv-inhoud-XXXXXX").string();
    path = ::mkdtemp(name.data());
    std::filesystem::copy(std::string(WV_SOURCE_DIR) + "/tests/support/content-mini", path,
                          std::filesystem::copy_options::recursive);
  }
  ~ContentFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path, ignored);
  }
  ContentFolder(const ContentFolder&) = delete;
  ContentFolder& operator=(const ContentFolder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }
  std::string text(const std::string& name) const {
    std::ifstream in(path / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  auto read() const { return content::read_content(files, path); }
  std::vector<std::string> mistakes() const {
    std::vector<std::string> all;
    if (const auto content = read(); !content)
      for (const auto& finding : content.error()) all.push_back(finding.text());
    return all;
  }

  mutable edge::Disk files;
  std::filesystem::path path;
};

}  // namespace wv::test
