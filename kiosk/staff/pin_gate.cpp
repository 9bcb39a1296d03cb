// Counting wrong PINs: every fifth one closes the door, twice as long each time.
#include "kiosk/staff/pin_gate.h"

#include <algorithm>

#include "sync/base/crypto.h"

namespace wv::staff {
namespace {

constexpr int tries = 5;
constexpr base::Millis first_lock = std::chrono::seconds(15), longest_lock = std::chrono::hours(1);

base::Millis lock_after(int wrong) {
  const int doublings = std::min(wrong / tries - 1, 8);
  return std::min(first_lock * (1 << doublings), longest_lock);
}

}  // namespace

visit::Action PinGate::check(const visit::TypedText& pin, base::Millis monotonic) {
  if (pin_hash_.empty()) return visit::PinRefused{.no_pin_set = true};
  if (monotonic < locked_until_) return visit::PinRefused{.locked_until = locked_until_};
  if (base::verify_password(pin_hash_, base::Secret(pin.text()))) {
    wrong_ = 0;
    locked_until_ = {};
    return visit::PinAccepted{};
  }
  ++wrong_;
  if (wrong_ % tries != 0) return visit::PinRefused{.tries_left = tries - wrong_ % tries};
  locked_until_ = monotonic + lock_after(wrong_);
  return visit::PinRefused{.locked_until = locked_until_};
}

}  // namespace wv::staff
