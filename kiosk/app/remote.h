// Commands of the municipality that are for the screen: out of sync.db, each carried out once, while nobody
// visits.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/world.h"
#include "sync/wire/command.h"

namespace wv::app {

class Remote {
 public:
  // Reads what this screen kept of earlier ones. What cannot be read was never there.
  Remote(base::Files& files, const base::Clock& clock, std::filesystem::path state);

  struct Due {
    std::string id;
    wire::Deed deed{};
  };
  struct News {
    bool shows = false;              // darkness or the notice differs from before
    std::vector<std::string> words;  // of what was taken up and is done, for the diary
    std::vector<Due> due;            // for the caller: Restart or Picture, to be finished by it
  };
  // Not during a visit. Looks into sync.db each time.
  base::Result<News> look();
  // On disk when it succeeds: only then may a restart follow, or it would be asked for again.
  base::Result<> finish(const std::string& id, wire::CommandOutcome outcome);
  // For the courier, who takes it to the central.
  base::Result<> keep_picture(base::ByteView png);

  std::optional<base::Instant> dark_until() const { return kept_.dark_until; }
  // What is to stand on Attract and Home on this day; empty: nothing.
  std::string notice(base::Day today) const;

 private:
  bool take_up(const wire::Command& command);
  bool is_finished(const std::string& id) const;
  base::Result<> save() const;

  base::Files& files_;
  const base::Clock& clock_;
  std::filesystem::path state_;
  wire::ScreenCommands kept_;
};

}  // namespace wv::app
