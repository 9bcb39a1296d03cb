// Which releases of content this kiosk has, and which one is shown.
#pragma once

#include "sync/client/world.h"
#include "sync/db/database.h"

namespace wv::client {

struct Active {
  std::int64_t version = 0;
  std::optional<std::int64_t> previous;
};

class Shelf {
 public:
  Shelf(db::Database& database, const Place& place) : database_(database), place_(place) {}

  base::Result<std::optional<Active>> active();
  // The version was tried and cannot be shown; it is not tried again.
  base::Result<bool> is_rejected(std::int64_t version);
  base::Result<> reject(std::int64_t version, base::Instant now);
  // One transaction: the release exists, is shown, and `etag` of its timestamp may be sent from now on
  // (empty: none). The release that was shown stays as `vorige`.
  base::Result<> activate(std::int64_t version, std::string_view etag, base::Instant now, Steps& steps);
  // Removes rows and files of releases that are neither shown nor previous, and what a crash left behind.
  base::Result<> tidy(base::Files& files);

 private:
  db::Database& database_;
  const Place& place_;
};

}  // namespace wv::client
