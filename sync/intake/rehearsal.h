// A folder of content as it would be with one file more or changed, so that it can be read before it is
// written.
#pragma once

#include <filesystem>
#include <string>

#include "sync/content/content_source.h"

namespace wv::intake {

class Rehearsal final : public base::Files {
 public:
  Rehearsal(const base::Files& real, std::filesystem::path file, std::string text)
      : real_(real), file_(std::move(file)), text_(std::move(text)) {}

  base::Result<base::Bytes> read(const std::filesystem::path& file) const override;
  base::Result<std::vector<std::string>> list(const std::filesystem::path& folder) const override;
  base::Result<std::uint64_t> free_bytes(const std::filesystem::path& folder) const override;
  // All refused: nothing is written in a rehearsal.
  base::Result<> write(const std::filesystem::path&, base::ByteView) override { return refuse(); }
  base::Result<> remove(const std::filesystem::path&) override { return refuse(); }
  base::Result<> rename(const std::filesystem::path&, const std::filesystem::path&) override {
    return refuse();
  }
  base::Result<> make_folder(const std::filesystem::path&) override { return refuse(); }

 private:
  static base::Result<> refuse();
  const base::Files& real_;
  std::filesystem::path file_;
  std::string text_;
};

// What publishing would say of this folder; empty: nothing.
content::Findings findings_of(const base::Files& files, const std::filesystem::path& folder);
// The first of them, each on a line of its own.
std::string told(const content::Findings& findings);

}  // namespace wv::intake
