// The lock on the staff door. Outlives visits and restarts, so that neither walking away nor pulling the plug
// gives new tries.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/visit/action.h"
#include "sync/base/world.h"

namespace wv::staff {

// What the gate remembers in the state folder. The screen process alone writes it.
struct GateMemory {
  int wrong = 0;                           // since the last right one; counted before the PIN is looked at
  std::optional<base::Instant> locked_at;  // by the wall clock, of the last lock
  bool operator==(const GateMemory&) const = default;
};
std::string to_text(const GateMemory& memory);
// Invalid: it is not what to_text() wrote.
base::Result<GateMemory> read_gate_memory(base::ByteView bytes);
// For when the file cannot be read: as after the first five wrong tries, just now.
GateMemory damaged_gate_memory(base::Instant now);

// Both clocks at one moment: the monotonic one rules while the program runs, the other only at its start.
struct Moment {
  base::Millis monotonic{};
  base::Instant wall{};
};

class PinGate {
 public:
  using Keep = std::function<void(const GateMemory&)>;  // has to be durable when it returns

  // `pin_hash` as base::hash_password makes it; empty: nobody gets in. What is left of a lock in `memory`
  // goes on; a wall clock that was set back begins it anew, so that it never lasts longer than once its
  // length.
  PinGate(std::string pin_hash, const GateMemory& memory, Moment start);

  // PinAccepted or PinRefused. Five wrong tries lock for 15 s, each further five twice as long, at most an
  // hour. `keep` is called before the PIN is compared, and again when it was right.
  visit::Action check(const visit::TypedText& pin, Moment now, const Keep& keep);
  // Tries and locks stay: a new PIN is no way out of a lock.
  void change_pin(std::string pin_hash) { pin_hash_ = std::move(pin_hash); }

 private:
  std::string pin_hash_;
  GateMemory memory_;
  base::Millis locked_until_{};
};

}  // namespace wv::staff
