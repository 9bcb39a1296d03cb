// The voice, and the socket for headphones: what the house needs of them, and what a test can play.
#pragma once

#include "kiosk/speech/utterance.h"
#include "kiosk/visit/action.h"
#include "sync/base/result.h"

namespace wv::speech {

// How it is said.
struct Delivery {
  int volume = 3;  // 1 to 5
  visit::Pace pace = visit::Pace::Normal;
};

// Speaks one speech at a time. Never blocks; never keeps or logs what it says.
class Speaker {
 public:
  virtual ~Speaker() = default;
  // Begins at once, in the place of what was being said. Unavailable: there is nothing to speak with.
  virtual base::Result<> say(const Speech& speech, const Delivery& delivery) = 0;
  virtual void hush() = 0;
  virtual bool speaking() = 0;
};

// Where the sound goes.
class Outlet {
 public:
  virtual ~Outlet() = default;
  virtual bool present() = 0;  // is there a sound device at all?
  virtual bool headphones() = 0;
};

}  // namespace wv::speech
