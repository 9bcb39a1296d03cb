// A round of deliveries: what fails waits longer and longer, and never in the way of what does not.
#include "sync/relay/outbox.h"

namespace wv::relay {
namespace {

using base::ErrorCode;
using base::Millis;

constexpr Millis first_pause = std::chrono::seconds{30};
constexpr Millis longest_pause = std::chrono::hours{1};
constexpr Millis longest_wish = std::chrono::hours{6};    // of a Retry-After
constexpr Millis refused_pause = std::chrono::hours{24};  // somebody may have mended it by then
constexpr Millis turn = std::chrono::minutes{2};  // how long a process that died keeps the others waiting
constexpr std::size_t most_in_a_round = 200;
constexpr int down_after = 3;  // failures in a row: not the matter, the system

bool is_finished(const Due& due, const Mark& mark) {
  const auto* idea = std::get_if<IdeaMatter>(&due.matter);
  return !idea || mark.step + 1 >= static_cast<std::int64_t>(idea->history.size());
}

Millis pause_for(const Trouble& trouble, std::int64_t attempts, base::Random& random) {
  if (trouble.error.code == ErrorCode::Invalid) return refused_pause;
  const auto pause = pause_after(attempts, random);
  return trouble.wait ? std::max(pause, std::min(*trouble.wait, longest_wish)) : pause;
}

}  // namespace

Millis pause_after(std::int64_t attempts, base::Random& random) {
  const auto doublings = std::clamp<std::int64_t>(attempts, 0, 10);
  const auto whole = std::min(first_pause * (std::int64_t{1} << doublings), longest_pause).count();
  std::array<std::uint8_t, 4> dice{};
  random.fill(dice);
  const auto chance = (std::int64_t{dice[0]} << 16) | (std::int64_t{dice[1]} << 8) | std::int64_t{dice[2]};
  return Millis{whole / 2 + whole / 2 * chance / 0xffffff};
}

// Step by step, until they know all of it or do not take the next one. False: the round is over.
Result<bool> Delivery::tell_all(Target& target, Due& due, Delivered& delivered, int& failures_in_a_row) {
  for (bool finished = false; !finished;) {
    const auto known = target.tell(due);
    if (!known) {
      const auto& trouble = known.error();
      const auto until = clock_.now() + pause_for(trouble, due.attempts, random_);
      WV_CHECK(outbox_.put_off(target.name(), due, until, trouble.error.message));
      ++delivered.put_off;
      delivered.last_trouble = trouble.error.message;
      if (trouble.error.code == ErrorCode::Invalid) return true;
      return trouble.error.code != ErrorCode::Denied && ++failures_in_a_row < down_after;
    }
    WV_CHECK(outbox_.told(target.name(), due, *known));
    ++delivered.told;
    failures_in_a_row = 0;
    due.attempts = 0;
    due.mark = *known;
    finished = is_finished(due, *known);
  }
  return true;
}

Result<Delivered> Delivery::run(Target& target) {
  Delivered delivered;
  const auto begun = clock_.now();
  WV_TRY(const bool ours, outbox_.claim(target.name(), begun, begun + turn));
  if (!ours) return delivered;
  WV_TRY(auto waiting, outbox_.due(target.name(), target.interest(), begun, most_in_a_round));
  int failures_in_a_row = 0;
  for (Due& due : waiting) {
    if (clock_.now() - begun > turn / 2) break;  // the turn may not run out under a request
    WV_TRY(const bool goes_on, tell_all(target, due, delivered, failures_in_a_row));
    if (!goes_on) break;
  }
  return delivered;
}

}  // namespace wv::relay
