// The lock on the staff door. Outlives visits, so that walking away does not give five new tries.
#pragma once

#include <string>

#include "kiosk/visit/action.h"

namespace wv::staff {

class PinGate {
 public:
  // `pin_hash` as base::hash_password makes it; empty: nobody gets in.
  explicit PinGate(std::string pin_hash) : pin_hash_(std::move(pin_hash)) {}

  // PinAccepted or PinRefused. Five wrong tries lock for 15 s, each further five twice as long, at most an
  // hour.
  visit::Action check(const visit::TypedText& pin, base::Millis monotonic);

 private:
  std::string pin_hash_;
  int wrong_ = 0;  // since the last right one
  base::Millis locked_until_{};
};

}  // namespace wv::staff
