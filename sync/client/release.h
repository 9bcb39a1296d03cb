// A release of content: one file with everything a kiosk shows, written once and checked before anybody sees
// it.
#pragma once

#include <map>

#include "sync/client/world.h"
#include "sync/db/database.h"
#include "sync/wire/content.h"
#include "sync/wire/tuf.h"

namespace wv::client {

struct ReleaseFile {
  base::Digest sha256{};
  base::Bytes bytes;
};
struct Release {
  std::int64_t version = 0;          // of the snapshot
  std::int64_t targets_version = 0;  // of the publisher
  base::Instant valid_until, made_at;
  std::map<std::string, ReleaseFile> documents, pictures;  // by target name
};

// The targets a kiosk takes: known documents and beeld/*.png. Others are for newer programs and are left
// alone.
bool is_document(std::string_view target);
bool is_picture(std::string_view target);

// Nothing missing, every document readable, every area of the municipality there, pictures that are pictures.
// Invalid with the first few findings.
base::Result<> check_usable(const Release& release);

// Writes the whole release to `file` and closes it; on disk when it returns.
base::Result<> write_release(const Release& release, const std::filesystem::path& file);

// A release that is shown.
class ReleaseReader {
 public:
  static base::Result<ReleaseReader> open(const std::filesystem::path& file);
  base::Result<std::string> meta(std::string_view key);  // NotFound
  // The bytes, if the release has the target with this hash and they still are what the hash says.
  base::Result<std::optional<base::Bytes>> find(std::string_view target, const base::Digest& sha256);
  base::Result<wire::Keys> keys();
  // Every row against its hash, and SQLite's own integrity check. Corrupt with the first finding.
  base::Result<> verify();

 private:
  explicit ReleaseReader(db::Database database) : database_(std::move(database)) {}
  db::Database database_;
};

}  // namespace wv::client
