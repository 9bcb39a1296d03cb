// The release that is on show: which one sync.db calls active, and what is in it.
// Reads only; the files belong to wijkvenster-sync. A release that cannot be read leaves the old one on the
// shelf.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/store/content.h"
#include "kiosk/store/report.h"
#include "kiosk/visit/effect.h"
#include "sync/base/world.h"
#include "sync/db/database.h"
#include "sync/model/idea.h"
#include "sync/wire/content.h"

namespace wv::store {

// What staff decided: as long as sync.db calls `while_active` active, `shown` is on the screen in its place.
// The screen keeps it in a file of its own; a newer release ends it.
struct ReleaseChoice {
  std::int64_t shown = 0, while_active = 0;
  bool operator==(const ReleaseChoice&) const = default;
};
std::string to_text(const ReleaseChoice& choice);
base::Result<ReleaseChoice> read_release_choice(base::ByteView bytes);  // Invalid

class Shelf {
 public:
  Shelf(std::filesystem::path state_folder, model::AreaId own_area);

  // From the next refresh() on. Does nothing when those are not the releases that sync.db names.
  void prefer(std::optional<ReleaseChoice> choice) { choice_ = choice; }
  // The choice that would put the previous release on the screen; NotFound: there is none.
  base::Result<ReleaseChoice> previous() const;
  // The one of the active and the previous release that is not on the screen, if it can be read.
  std::optional<Release> other() const;
  bool is_taken_back() const;  // what is on the screen is the previous one, because staff chose it

  // Takes the active release into use when it is another than the one on show: true then. Call when a visit
  // has ended. On an error what is on show stays. NotFound: there is no release yet. Costs one small read
  // when nothing changed.
  base::Result<bool> refresh();

  const Content& content() const { return content_; }
  // Keys for sealing and for hashing codes; nullptr as long as there is no release.
  const wire::Keys* keys() const { return keys_ ? &*keys_ : nullptr; }

  base::Result<> load_area(const model::AreaId& id);
  base::Result<base::Bytes> picture(std::string_view name);  // "beeld/noord.png"; NotFound
  // Unavailable without a release, or with one that has no index (search.h).
  visit::SearchAnswer search(const visit::Search& wanted);
  // The public history under a hash, or nothing.
  base::Result<std::optional<model::PublicHistory>> history(std::string_view reference_hash);
  // Keeps nothing in memory of what was searched for. A release whose file has gone since stays as it is.
  void forget();
  // For questions to its tables (public_ideas.h, similar.h); nullptr as long as there is no release.
  db::Database* release() { return release_ ? &*release_ : nullptr; }

 private:
  base::Result<bool> take(std::int64_t version, const std::string& file);

  std::filesystem::path folder_;
  std::optional<ReleaseChoice> choice_;
  std::optional<db::Database> release_;
  Content content_;
  std::optional<wire::Keys> keys_;
};

}  // namespace wv::store
