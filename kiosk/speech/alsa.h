// The sound of this machine: whether there is any, and whether headphones are plugged in.
#pragma once

#include "kiosk/speech/speaker.h"

namespace wv::speech {

// Asks the kernel anew each time (ALSA controls named "… Headphone … Jack"); watches nothing in between.
class AlsaOutlet final : public Outlet {
 public:
  bool present() override;
  bool headphones() override;
};

}  // namespace wv::speech
