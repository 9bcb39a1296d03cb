// Plays a journey on the real wheel and is killed, without any goodbye, where the script says `sync`.
#include <csignal>
#include <cstdio>
#include <iostream>
#include <iterator>

#include "kiosk/app/journey.h"
#include "kiosk/app/player.h"
#include "kiosk/app/run.h"
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"
#include "sync/edge/random.h"

using namespace wv;

int main(int count, char** arguments) {
  const auto options = app::read_options(count, arguments);
  if (!options) return options.error();
  const auto zone = edge::system_clock();
  edge::Disk disk(edge::Disk::Access::OwnerOnly);
  edge::SystemRandom random;
  app::VirtualClock clock((*zone)->now(), **zone);
  const std::string script{std::istreambuf_iterator<char>(std::cin), {}};
  const auto steps = app::read_journey(script, "standard input");
  if (!steps) return app::report(steps.error());
  speech::Recorder voice(clock);
  speech::PaperOutlet outlet;
  auto backstage = app::Backstage::open(*options, disk, clock, random, {voice, outlet});
  if (!backstage) return app::report(backstage.error());
  const auto presenter = paint::open_memory(options->size);
  auto wheel = (*backstage)->wheel_for(*presenter);
  const auto die = []() -> base::Result<> {
    std::raise(SIGKILL);
    return {};
  };
  app::Player player({wheel, *presenter, clock, disk, voice, outlet, {}, die});
  const auto played = player.play(*steps);
  return played ? 0 : app::report(played.error());
}
