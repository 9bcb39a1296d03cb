// A kiosk as the test programs turn it: real files and content, virtual time, no screen and no sound.
#pragma once

#include <memory>

#include "kiosk/app/backstage.h"
#include "kiosk/app/run.h"
#include "kiosk/app/virtual_clock.h"
#include "kiosk/speech/recorder.h"
#include "sync/edge/clock.h"
#include "sync/edge/disk.h"
#include "sync/edge/random.h"

namespace wv::test {

struct Kiosk {
  const app::Options& options;
  base::Files& files;
  app::VirtualClock& clock;
  speech::Recorder& voice;
  speech::PaperOutlet& outlet;
  app::Backstage& backstage;
};

// Reads the options of wijkvenster, opens all of it and answers what `run(kiosk)` does: the exit status.
template <class Run>
int on_a_kiosk(int count, char** arguments, Run run) {
  const auto options = app::read_options(count, arguments);
  if (!options) return options.error();
  const auto zone = edge::system_clock();
  if (!zone) return app::report(zone.error());
  edge::Disk disk(edge::Disk::Access::OwnerOnly);
  edge::SystemRandom random;
  app::VirtualClock clock(options->clock.value_or((*zone)->now()), **zone);
  speech::Recorder voice(clock);
  speech::PaperOutlet outlet;
  const auto backstage = app::Backstage::open(*options, disk, clock, random, {voice, outlet});
  if (!backstage) return app::report(backstage.error());
  return run(Kiosk{*options, disk, clock, voice, outlet, **backstage});
}

// Its wheel, with the first picture drawn in memory.
struct Turning {
  explicit Turning(const Kiosk& kiosk)
      : memory(paint::open_memory(kiosk.options.size)), wheel(kiosk.backstage.wheel_for(*memory)) {
    wheel.turn({});
  }
  std::unique_ptr<paint::Presenter> memory;
  app::Wheel wheel;
};

}  // namespace wv::test
