// Looks after the screen: asks what it should be, has the panel do it, and says how dark the picture is to
// be.
#pragma once

#include <optional>

#include "kiosk/app/house.h"
#include "kiosk/care/display.h"
#include "kiosk/care/light.h"
#include "kiosk/care/self_test.h"

namespace wv::app {

class Caretaker {
 public:
  enum class Company { Nobody, Visitor };

  // All must outlive it. Until the first attend() the picture is as it is.
  Caretaker(House& house, const base::Clock& clock, care::Display& display);

  // Call in each turn; reckons only when something could differ. True: the picture is to be drawn anew.
  bool attend(Company company);
  // What the settings, the content or the municipality say may differ from before.
  void ask_again() { asked_.reset(); }

  bool is_dark() const { return plan_.light == care::Light::Off; }
  // A test of the night is due and nobody is there to see it.
  bool wants_test(Company company) const;
  // What the tap of the test did; the rest is asked here. The outcome is kept, and the next night waited for.
  enum class Tap { Seen, Unseen };
  void finish_test(Tap tap);

  // How much black lies over the picture, 0 to 255.
  std::uint8_t shade() const;
  // When attend() has something to do by itself; monotonic.
  std::optional<base::Millis> next() const;

 private:
  // What the plan was made from.
  struct Asked {
    base::Instant at;
    Company company;
    bool clock_wrong;
    std::int64_t content;
  };
  bool still_holds(const Asked& now) const;
  bool clock_is_wrong(base::Instant now) const;
  bool plan_is_for_nobody() const { return asked_ && asked_->company == Company::Nobody; }
  care::WallClock wall() const;
  void plan_test(base::Instant now, const care::Hours& hours);

  House& house_;
  const base::Clock& clock_;
  care::Display& display_;
  std::optional<Asked> asked_;
  care::Plan plan_;
  std::optional<int> shone_;  // what the display was last asked for
  int picture_percent_ = 100;
  std::optional<base::Instant> test_due_;
};

}  // namespace wv::app
