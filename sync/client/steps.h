// The moments of a sync at which the process may be killed without harm, by name, so that tests can do it.
#pragma once

#include <string_view>

namespace wv::client {

namespace step {
inline constexpr std::string_view key_written = "key-written";  // device key on disk, nobody knows it yet
inline constexpr std::string_view enrolled = "enrolled";  // the code is spent, the answer not yet stored
inline constexpr std::string_view enrolment_stored = "enrolment-stored";
inline constexpr std::string_view after_trust = "after-trust";          // metadata trusted and stored
inline constexpr std::string_view blob_written = "blob-written";        // after each verified file
inline constexpr std::string_view release_written = "release-written";  // whole, under a temporary name
inline constexpr std::string_view release_renamed = "release-renamed";
inline constexpr std::string_view before_activate = "before-activate";  // inside the transaction
inline constexpr std::string_view after_activate = "after-activate";    // old files not yet removed
inline constexpr std::string_view before_put = "before-put";
inline constexpr std::string_view after_put =
    "after-put";  // the central has it, the kiosk not yet the receipt
inline constexpr std::string_view before_ack_commit = "before-ack-commit";
inline constexpr std::string_view after_ack_commit = "after-ack-commit";
inline constexpr std::string_view before_heartbeat = "before-heartbeat";
inline constexpr std::string_view after_heartbeat = "after-heartbeat";  // the new bon is not yet stored
inline constexpr std::string_view heartbeat_stored = "heartbeat-stored";

inline constexpr std::string_view all[] = {
    key_written,      enrolled,         enrolment_stored, after_trust,      blob_written, release_written,
    release_renamed,  before_activate,  after_activate,   before_put,       after_put,    before_ack_commit,
    after_ack_commit, before_heartbeat, after_heartbeat,  heartbeat_stored,
};
}  // namespace step

class Steps {
 public:
  virtual ~Steps() = default;
  virtual void reached(std::string_view) {}
};

}  // namespace wv::client
