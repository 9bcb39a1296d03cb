// What wijkvenster-sync says in sync.db, read by the screen: deliveries, messages, the last round.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/store/content.h"
#include "kiosk/store/idea_book.h"
#include "kiosk/store/report.h"
#include "sync/wire/command.h"

namespace wv::store {

// All of these answer with nothing rather than an error when there is no sync.db yet.

// Ideas that are durable at the central: the screen may erase its copies.
base::Result<std::vector<std::string>> erasable_ideas(const std::filesystem::path& state_folder);
// Erases them. Call at the end of a visit and after a sync. The number of ideas that went.
base::Result<std::int64_t> erase_delivered(const std::filesystem::path& state_folder, IdeaBook& book);
// Highest sequence number ever seen by sync: the floor for a new book.
base::Result<std::int64_t> highest_sequence(const std::filesystem::path& state_folder);
// "klaar", "bevestigd", "afgewezen", "wissen", or nothing when sync does not know the idea.
base::Result<std::optional<std::string>> delivery_state(const std::filesystem::path& state_folder,
                                                        std::string_view idea);

// Commands of the municipality that the courier took up, that are for the screen and that it knows no outcome
// of, oldest first; none that expired. Of the command only what says what to do.
base::Result<std::vector<wire::Command>> screen_commands(const std::filesystem::path& state_folder,
                                                         base::Instant now);

// How far the courier is; cheap to ask.
struct Progress {
  std::optional<Round> round;          // the last
  std::optional<StickExchange> stick;  // likewise
  std::optional<Enrolment> enrolment;  // likewise, by a typed code
  std::int64_t waiting = 0;            // ideas it knows of and has not delivered
  std::int64_t version = 0;            // of the active content
  bool operator==(const Progress&) const = default;
};
base::Result<Progress> progress(const std::filesystem::path& state_folder);
// Everything for the readiness screen that stands in files; `shown` is what is on the screen. What cannot be
// read becomes a line of `trouble`. Disk and panel are for the caller to fill in.
Report read_report(const std::filesystem::path& state_folder, IdeaBook& book, const Content& shown);

}  // namespace wv::store
