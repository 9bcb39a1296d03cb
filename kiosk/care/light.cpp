// Whoever stands before it goes first, then the municipality, then the hours.
#include "kiosk/care/light.h"

namespace wv::care {

Plan plan_of(const Occasion& occasion, const LightRules& rules, const Hours& hours, const WallClock& wall) {
  using AfterHours = LightRules::AfterHours;
  const Plan lit{Light::Lit, rules.open, {}};
  if (occasion.visiting || occasion.clock_wrong) return lit;
  if (occasion.dark_until && occasion.now < *occasion.dark_until) return {Light::Off, 0, occasion.dark_until};
  if (rules.after_hours == AfterHours::On) return lit;
  const auto [open, until] = opening_time(occasion.now, hours, wall);
  if (open) return {Light::Lit, rules.open, until};
  if (rules.after_hours == AfterHours::Off) return {Light::Off, 0, until};
  return {Light::Dimmed, rules.closed, until};
}

}  // namespace wv::care
