// A voice that writes down what it would say and takes as long as saying it: for journeys and tests.
#pragma once

#include <string>
#include <vector>

#include "kiosk/speech/speaker.h"
#include "sync/base/world.h"

namespace wv::speech {

class Recorder final : public Speaker {
 public:
  explicit Recorder(const base::Clock& clock) : clock_(clock) {}  // has to outlive it

  base::Result<> say(const Speech& speech, const Delivery& delivery) override;
  void hush() override;
  bool speaking() override { return clock_.monotonic() < until_; }

  const std::string& last() const { return last_; }  // all of the last speech, a line an utterance
  const Delivery& delivery() const { return delivery_; }
  // Every speech so far, a blank line between them; "—" where a word of somebody else's comes: what was
  // pressed.
  const std::string& transcript() const { return transcript_; }
  void note(std::string_view what);

 private:
  const base::Clock& clock_;
  base::Millis until_{};
  std::string last_, transcript_;
  Delivery delivery_;
};

// Headphones that a test plugs in.
class PaperOutlet final : public Outlet {
 public:
  bool present() override { return is_present; }
  bool headphones() override { return plugged_in; }
  bool is_present = true, plugged_in = false;
};

}  // namespace wv::speech
