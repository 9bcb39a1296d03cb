// Only reading the one file and its folder differs from the real thing.
#include "sync/intake/rehearsal.h"

#include <algorithm>

namespace wv::intake {
namespace {

constexpr std::size_t most_told = 10;

}  // namespace

base::Result<> Rehearsal::refuse() {
  return base::fail(base::ErrorCode::Io, "nothing is written in a rehearsal");
}

base::Result<base::Bytes> Rehearsal::read(const std::filesystem::path& file) const {
  return file == file_ ? base::Bytes(text_.begin(), text_.end()) : real_.read(file);
}

base::Result<std::vector<std::string>> Rehearsal::list(const std::filesystem::path& folder) const {
  auto names = real_.list(folder);
  if (folder != file_.parent_path()) return names;
  if (!names) names.emplace();
  const auto name = file_.filename().string();
  if (std::ranges::find(*names, name) == names->end()) names->push_back(name);
  std::ranges::sort(*names);
  return names;
}

base::Result<std::uint64_t> Rehearsal::free_bytes(const std::filesystem::path& folder) const {
  return real_.free_bytes(folder);
}

content::Findings findings_of(const base::Files& files, const std::filesystem::path& folder) {
  auto read = content::read_content(files, folder);
  return read ? content::Findings{} : std::move(read.error());
}

std::string told(const content::Findings& findings) {
  std::string all;
  for (std::size_t i = 0; i < findings.size() && i < most_told; ++i) all += "\n  " + findings[i].text();
  if (findings.size() > most_told) all += "\n  and " + std::to_string(findings.size() - most_told) + " more";
  return all;
}

}  // namespace wv::intake
