// How light the screen is at a moment, and when that may change: so long the kiosk sleeps.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/care/opening_time.h"

namespace wv::care {

enum class Light : std::uint8_t { Off, Dimmed, Lit };

// What staff chose; the settings' `[scherm]`.
struct LightRules {
  int open = 100, closed = 20;  // helderheid, helderheid_gedimd: percent of what the panel can
  enum class AfterHours { Off, Dimmed, On } after_hours = AfterHours::Dimmed;  // buiten_openingstijd
  bool operator==(const LightRules&) const = default;
};

struct Occasion {
  Instant now{};
  bool visiting = false;                   // somebody is at the screen: it is lit whatever the hour
  std::optional<Instant> dark_until = {};  // from afar: off up to then, whatever the hours say
  bool clock_wrong = false;                // the machine does not know the time: a lit screen wrongs nobody
};

struct Plan {
  Light light = Light::Lit;
  int percent = 100;             // 0: off
  std::optional<Instant> until;  // may change by itself then; nothing: not by time alone
  bool operator==(const Plan&) const = default;
};

Plan plan_of(const Occasion& occasion, const LightRules& rules, const Hours& hours, const WallClock& wall);

}  // namespace wv::care
