// Counting wrong PINs: every fifth one closes the door, twice as long each time.
#include "kiosk/staff/pin_gate.h"

#include <algorithm>

#include "sync/base/crypto.h"
#include "sync/base/json.h"

namespace wv::staff {
namespace {

constexpr int tries = 5;
constexpr std::int64_t latest_moment =
    253'402'300'799'000;                 // the year 9999; computing with it cannot overflow
constexpr int most_counted = 1'000'000;  // the lock has long stopped growing
constexpr base::Millis first_lock = std::chrono::seconds(15), longest_lock = std::chrono::hours(1);
constexpr base::JsonLimits memory_limits{.max_bytes = 4096, .max_depth = 4};

base::Millis lock_after(int wrong) {
  const int doublings = std::min(wrong / tries - 1, 8);
  return std::min(first_lock * (1 << doublings), longest_lock);
}

bool locks(int wrong) {
  return wrong > 0 && wrong % tries == 0;
}

base::Millis left_of(const GateMemory& memory, base::Instant now) {
  if (!locks(memory.wrong) || !memory.locked_at) return {};
  const auto whole = lock_after(memory.wrong);
  const auto passed = now - *memory.locked_at;
  if (passed < base::Millis{0}) return whole;  // the clock was set back: nobody knows how long ago it was
  return std::max(whole - passed, base::Millis{0});
}

}  // namespace

std::string to_text(const GateMemory& memory) {
  auto json = base::Json::object({{"fout", memory.wrong}});
  if (memory.locked_at) json.set("opSlotSinds", memory.locked_at->time_since_epoch().count());
  return base::to_text(json) + "\n";
}

base::Result<GateMemory> read_gate_memory(base::ByteView bytes) {
  WV_TRY(const auto json, base::parse_json(bytes, memory_limits));
  const auto* wrong = json.find("fout");
  if (wrong == nullptr || wrong->integer() == nullptr || *wrong->integer() < 0)
    return base::fail(base::ErrorCode::Invalid, "fout: has to be a number from 0");
  GateMemory memory;
  memory.wrong = static_cast<int>(std::min<std::int64_t>(*wrong->integer(), most_counted));
  if (const auto* since = json.find("opSlotSinds")) {
    if (since->integer() == nullptr || *since->integer() < 0 || *since->integer() > latest_moment)
      return base::fail(base::ErrorCode::Invalid, "opSlotSinds: has to be milliseconds since 1970");
    memory.locked_at = base::Instant(base::Millis(*since->integer()));
  }
  return memory;
}

GateMemory damaged_gate_memory(base::Instant now) {
  return {.wrong = tries, .locked_at = now};
}

PinGate::PinGate(std::string pin_hash, const GateMemory& memory, Moment start)
    : pin_hash_(std::move(pin_hash)), memory_(memory) {
  if (const auto left = left_of(memory_, start.wall); left.count() > 0)
    locked_until_ = start.monotonic + left;
}

visit::Action PinGate::check(const visit::TypedText& pin, Moment now, const Keep& keep) {
  if (pin_hash_.empty()) return visit::PinRefused{.no_pin_set = true};
  if (now.monotonic < locked_until_) return visit::PinRefused{.locked_until = locked_until_};
  // Who pulls the plug while it is compared has lost this try already.
  memory_.wrong = std::min(memory_.wrong + 1, most_counted);
  if (locks(memory_.wrong)) memory_.locked_at = now.wall;
  keep(memory_);
  if (base::verify_password(pin_hash_, base::Secret(pin.text()))) {
    memory_ = {};
    locked_until_ = {};
    keep(memory_);
    return visit::PinAccepted{};
  }
  if (!locks(memory_.wrong)) return visit::PinRefused{.tries_left = tries - memory_.wrong % tries};
  locked_until_ = now.monotonic + lock_after(memory_.wrong);
  return visit::PinRefused{.locked_until = locked_until_};
}

}  // namespace wv::staff
