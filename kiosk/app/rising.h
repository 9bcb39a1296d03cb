// A menu comes from below in an eighth of a second, so that the eye sees where it came from. Nothing else
// moves by itself.
#pragma once

#include "sync/base/time.h"

namespace wv::app {

class Rising {
 public:
  static constexpr base::Millis whole_way{120};  // below the 200 ms from which people wait for a screen

  // Before each frame: is a menu open?
  void note(bool open, base::Millis now) {
    if (open && !open_) since_ = now;
    open_ = open;
  }
  // Of its way, 0 to 1: fast at first, slow at the end.
  float share(base::Millis now) const {
    if (!moves(now)) return 1;
    const float rest = 1 - static_cast<float>((now - since_).count()) / static_cast<float>(whole_way.count());
    return 1 - rest * rest;
  }
  bool moves(base::Millis now) const { return open_ && now < since_ + whole_way; }

 private:
  bool open_ = false;
  base::Millis since_{};
};

}  // namespace wv::app
