// The moments at which the central may be killed without harm, by name, so that tests can do it.
#pragma once

#include <string_view>

namespace wv::central {

namespace step {
inline constexpr std::string_view idea_received = "idea-received";  // whole, and nothing is written yet
inline constexpr std::string_view before_commit = "before-commit";  // of a group with ideas in it
inline constexpr std::string_view after_commit = "after-commit";    // and nobody has heard of it yet
inline constexpr std::string_view blob_written = "blob-written";  // after each new document of a publication
inline constexpr std::string_view targets_written =
    "targets-written";  // all that the snapshot names is there
inline constexpr std::string_view snapshot_written = "snapshot-written";  // nobody looks at it yet
inline constexpr std::string_view timestamp_written =
    "timestamp-written";                                    // published; old files still there
inline constexpr std::string_view copy_made = "copy-made";  // under a temporary name, not yet read
inline constexpr std::string_view copy_verified = "copy-verified";
inline constexpr std::string_view copy_named = "copy-named";  // the durable mark has not moved yet
inline constexpr std::string_view restore_prepared = "restore-prepared";  // aside, under its new epoch
inline constexpr std::string_view store_kept_aside = "store-kept-aside";  // under a second name
inline constexpr std::string_view restored = "restored";
inline constexpr std::string_view erasure_noted = "erasure-noted";  // in the ledger, not yet in the store
inline constexpr std::string_view erased = "erased";                // and not yet out of what is published

inline constexpr std::string_view all[] = {
    idea_received,    before_commit,     after_commit, blob_written,  targets_written,
    snapshot_written, timestamp_written, copy_made,    copy_verified, copy_named,
    restore_prepared, store_kept_aside,  restored,     erasure_noted, erased,
};
}  // namespace step

// Called from any thread.
class Steps {
 public:
  virtual ~Steps() = default;
  virtual void reached(std::string_view) const {}
};
inline const Steps no_steps;  // where nothing is to happen

}  // namespace wv::central
