// Commands from afar on the kiosk: taken up once, carried out by courier or screen, and told back.
#pragma once

#include <span>
#include <vector>

#include "sync/client/central.h"
#include "sync/client/store.h"
#include "sync/wire/command.h"

namespace wv::client {

class Commands {
 public:
  Commands(World& world, const Place& place, Store& store) : world_(world), place_(place), store_(store) {}

  // What a heartbeat brought. What is not signed for this kiosk, not of this time or known already is left
  // alone; the log says which. A word that nobody here knows is finished at once.
  base::Result<> take_up(std::span<const std::string> signed_commands, const model::KioskId& kiosk,
                         const wire::ReceiptKey& key, base::Instant now);
  // What the screen finished since, and what nobody had an occasion for in time; forgets what can never come
  // again.
  base::Result<> look_around(base::Instant now);

  struct Open {
    std::string id;
    wire::Deed deed{};
  };
  // Those that the courier carries out itself, oldest first.
  base::Result<std::vector<Open>> own_work();
  base::Result<> finish(const std::string& id, wire::CommandOutcome outcome);

  // Tells the central what it does not know yet. One that it will not hear (400, 404) is not told again.
  Attempt<> report(Central& central, const Identity& identity, std::string_view software_version,
                   base::Instant now);
  // Is there anything to tell? Also what stands in the screen's file alone.
  base::Result<bool> has_news();

 private:
  struct Finished {
    std::string id, word;
    wire::CommandOutcome outcome{};
  };
  base::Result<bool> remember(const wire::Command& command, base::Instant now);
  base::Result<std::vector<Finished>> untold();
  std::optional<wire::ScreenCommands> screen_file() const;
  wire::CommandResult result_of(const Finished& finished, std::string_view software_version,
                                base::Instant now);

  World& world_;
  const Place& place_;
  Store& store_;
};

}  // namespace wv::client
