// A client that finds a timestamp must find all that it leads to.
#include "sync/central/stick_content.h"

#include <set>

#include "sync/base/files.h"
#include "sync/edge/lock.h"
#include "sync/wire/tuf.h"

namespace wv::central {
namespace {

namespace fs = std::filesystem;
namespace tuf = wire::tuf;

constexpr std::size_t most_bytes = 512u << 20;  // of all channels together; a kiosk takes no more of one

// Walks from a channel's timestamp to everything that it names, and no further: what was replaced stays at
// home.
class Walk {
 public:
  Walk(base::Files& files, fs::path published, PublishedFiles& found)
      : files_(files), published_(std::move(published)), found_(found) {}

  Result<> run(const std::string& channel) {
    const fs::path folder = channel;
    WV_TRY(const auto timestamp, files_.read(published_ / folder / "timestamp.json"));
    WV_TRY(const auto stamp, tuf::parse_timestamp(timestamp));
    const auto snapshot_name =
        folder / tuf::consistent_metadata_name(tuf::snapshot_role, stamp.body.snapshot.version);
    WV_TRY(const auto snapshot, files_.read(published_ / snapshot_name));
    WV_TRY(const auto names, tuf::parse_snapshot(snapshot));
    WV_CHECK(roots(folder));
    for (const auto& [file, about] : names.body.files) {
      const auto role = file.substr(0, file.size() - std::string_view(".json").size());
      WV_CHECK(targets(folder, tuf::consistent_metadata_name(role, about.version)));
    }
    WV_CHECK(keep(snapshot_name, snapshot));
    return keep(folder / "timestamp.json", timestamp);
  }

 private:
  // Clients walk along them from the one that they trust.
  Result<> roots(const fs::path& folder) {
    for (std::int64_t version = 1;; ++version) {
      const auto name = folder / tuf::consistent_metadata_name(tuf::root_role, version);
      auto bytes = files_.read(published_ / name);
      if (!bytes && bytes.error().code == base::ErrorCode::NotFound) return {};
      if (!bytes) return std::unexpected(std::move(bytes).error());
      WV_CHECK(keep(name, *std::move(bytes)));
    }
  }

  Result<> targets(const fs::path& folder, const std::string& name) {
    WV_TRY(auto bytes, files_.read(published_ / folder / name));
    WV_TRY(const auto metadata, tuf::parse_targets(bytes));
    for (const auto& [target, about] : metadata.body.files) {
      const auto blob = folder / tuf::consistent_target_path(target, about.sha256);
      WV_TRY(auto content, files_.read(published_ / blob));
      WV_CHECK(keep(blob, std::move(content)));
    }
    return keep(folder / name, std::move(bytes));
  }

  Result<> keep(fs::path name, base::Bytes bytes) {
    total_ += bytes.size();
    if (total_ > most_bytes)
      return base::fail(base::ErrorCode::Corrupt,
                        "what is published is larger than " + std::to_string(most_bytes >> 20) + " MiB");
    found_.emplace_back(std::move(name), std::move(bytes));
    return {};
  }

  base::Files& files_;
  const fs::path published_;
  PublishedFiles& found_;
  std::size_t total_ = 0;
};

}  // namespace

Result<PublishedFiles> published_content(base::Files& files, const Repository& repository) {
  PublishedFiles content;
  WV_TRY(const auto channels, repository.channels());
  if (channels.empty()) return content;
  WV_TRY(const auto lock, edge::FileLock::wait(repository.lock_file()));
  Walk walk(files, repository.published(), content);
  for (const auto& channel : channels) WV_CHECK(walk.run(channel));
  return content;
}

Result<> put_content_on(base::Files& stick, const fs::path& root, const PublishedFiles& content) {
  std::set<fs::path> folders, kept;
  for (const auto& [name, bytes] : content) {
    if (folders.insert(name.parent_path()).second) WV_CHECK(stick.make_folder(root / name.parent_path()));
    WV_CHECK(base::write_if_different(stick, root / name, bytes));
    for (auto part = name; !part.empty(); part = part.parent_path()) kept.insert(part);
  }
  for (const auto& folder : folders) {
    WV_TRY(const auto names, stick.list(root / folder));
    for (const auto& name : names)
      if (!kept.contains(folder / name)) (void)stick.remove(root / folder / name);
  }
  return {};
}

}  // namespace wv::central
