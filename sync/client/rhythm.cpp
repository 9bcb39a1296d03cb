// Pure: moments in, a moment out.
#include "sync/client/rhythm.h"

#include <algorithm>
#include <array>

#include "sync/base/crypto.h"

namespace wv::client {

using base::Instant;
using base::Millis;
using namespace std::chrono;

namespace {

std::uint64_t first_eight(std::span<const std::uint8_t> bytes) {
  std::uint64_t value = 0;
  for (int i = 0; i < 8; ++i) value = value << 8 | bytes[i];
  return value;
}

Millis up_to(Millis most, base::Random& random) {
  std::array<std::uint8_t, 8> drawn{};
  random.fill(drawn);
  return Millis{
      static_cast<std::int64_t>(first_eight(drawn) % (static_cast<std::uint64_t>(most.count()) + 1))};
}

constexpr Millis first_backoff = seconds{30};
constexpr Millis a_day = hours{24};
constexpr Millis between_requests = minutes{5};

}  // namespace

Millis nightly_slot(std::string_view kiosk_id) {
  const auto span = static_cast<std::uint64_t>(duration_cast<Millis>(slots_end - slots_begin).count());
  return slots_begin + Millis{static_cast<std::int64_t>(first_eight(base::sha256(kiosk_id)) % span)};
}

Instant next_night(const base::Clock& clock, Instant now, Millis slot) {
  const base::LocalTime local = clock.local(now);
  const Millis since_midnight = local.since_midnight + now.time_since_epoch() % Millis{minutes{1}};
  Instant next = now - since_midnight + slot;
  if (next <= now) next += a_day;
  next -= clock.local(next).utc_offset - local.utc_offset;
  return next > now ? next : next + a_day;
}

Millis backoff(std::int64_t failures, base::Random& random) {
  const auto doublings = std::clamp<std::int64_t>(failures, 0, 10);
  return up_to(std::min(first_backoff * (std::int64_t{1} << doublings), longest_backoff), random);
}

Millis soon(base::Random& random) {
  return seconds{5} + up_to(seconds{40}, random);
}

Instant next_round(const base::Clock& clock, base::Random& random, Millis slot, const Situation& s) {
  Instant next = next_night(clock, s.now, slot);
  const bool slot_missed = !s.last_ended || s.now - *s.last_ended > a_day;
  const bool try_by_day = !s.hopeless;
  if (try_by_day && s.failures > 0 && s.last_ended) {
    next = std::min(next, *s.last_ended + backoff(s.failures, random));
  } else if (slot_missed || (try_by_day && !s.has_content)) {
    next = std::min(next, s.now + soon(random));
  } else if (try_by_day && (s.idea_due || s.has_news)) {
    const Instant due = s.has_news ? s.now : std::max(s.now, *s.idea_due);
    next = std::min(next, due + soon(random));
  }
  if (s.asked) {
    next =
        std::min(next, s.last_asked_round ? std::max(s.now, *s.last_asked_round + between_requests) : s.now);
  }
  return std::max(next, s.not_before);
}

}  // namespace wv::client
