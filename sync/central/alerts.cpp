// One rule a function; each looks at one number of one kiosk.
#include "sync/central/alerts.h"

#include <string.h>

#include <algorithm>

namespace wv::central {
namespace {

using std::chrono::duration_cast;

Instant signed_at(std::int64_t version) {
  return Instant(std::chrono::seconds(version));
}

// The C library knows how versions are compared: 0.10 comes after 0.9.
bool is_older(const std::string& version, const std::string& than) {
  return !version.empty() && ::strverscmp(version.c_str(), than.c_str()) < 0;
}

std::string newest_software(std::span<const Kiosk> kiosks) {
  std::string newest;
  for (const auto& kiosk : kiosks)
    if (kiosk.state == KioskState::Active && is_older(newest.empty() ? "0" : newest, kiosk.software_version))
      newest = kiosk.software_version;
  return newest;
}

// Looks at one kiosk and writes down what is wrong with it.
class Visit {
 public:
  Visit(const Kiosk& kiosk, const AlertLimits& limits, Instant now, std::vector<Alert>& found)
      : kiosk_(kiosk), limits_(limits), now_(now), found_(found) {}

  // True: nothing else about it is known to be true today.
  bool is_out_of_sight() {
    if (kiosk_.state == KioskState::Blocked) return say(AlertKind::Blocked, 0, kiosk_.reason), true;
    if (!kiosk_.last_seen) return say(AlertKind::NeverSeen), true;
    const auto silence = now_ - *kiosk_.last_seen;
    if (silence <= limits_.silent) return false;
    return say(AlertKind::Silent, duration_cast<std::chrono::hours>(silence).count()), true;
  }

  void content(std::span<const Standing> published) {
    const auto channel = std::ranges::find(published, kiosk_.channel, &Standing::channel);
    if (channel == published.end() || !kiosk_.content_version) return;
    const auto age = now_ - signed_at(channel->version);
    if (*kiosk_.content_version < channel->version && age > limits_.old_content)
      say(AlertKind::OldContent, duration_cast<std::chrono::hours>(age).count());
  }
  void queue() {
    const auto waiting = kiosk_.waiting_ideas.value_or(0);
    if (waiting >= limits_.waiting_ideas) return say(AlertKind::ManyWaiting, waiting);
    if (kiosk_.queue_growth >= limits_.growing_beats) say(AlertKind::GrowingQueue, kiosk_.queue_growth);
  }
  void machine() {
    const auto offset = kiosk_.clock_offset_ms.value_or(0);
    if (offset > limits_.clock_ms || offset < -limits_.clock_ms) say(AlertKind::ClockOff, offset / 1000);
    if (kiosk_.free_mb && *kiosk_.free_mb < limits_.free_mb) say(AlertKind::DiskNearlyFull, *kiosk_.free_mb);
  }
  void fault() {
    if (kiosk_.last_error.empty()) return;
    const bool refused = kiosk_.last_error == "geweigerd";  // the courier's word for ideas in quarantine
    say(refused ? AlertKind::Quarantine : AlertKind::LastError, 0, refused ? "" : kiosk_.last_error);
  }
  void self_test() {
    if (!kiosk_.self_test_faults.empty()) say(AlertKind::SelfTest, 0, kiosk_.self_test_faults);
  }
  void software(const std::string& newest) {
    if (is_older(kiosk_.software_version, newest))
      say(AlertKind::OldSoftware, 0, kiosk_.software_version + " < " + newest);
  }

 private:
  void say(AlertKind kind, std::int64_t count = 0, std::string detail = {}) {
    found_.push_back({kind, kiosk_.id, kiosk_.name, count, std::move(detail)});
  }

  const Kiosk& kiosk_;
  const AlertLimits& limits_;
  const Instant now_;
  std::vector<Alert>& found_;
};

// Which member of a request sets which limit; durations travel as whole hours and days.
template <class Limits, class Each>
void each_limit(Limits& limits, const Each& each) {
  const auto duration = [&](std::string_view key, auto& value) {
    std::int64_t count = value.count();
    each(key, count);
    if constexpr (!std::is_const_v<Limits>) value = std::remove_reference_t<decltype(value)>(count);
  };
  duration("stilUren", limits.silent);
  duration("oudeInhoudUren", limits.old_content);
  duration("eindigtDagen", limits.ends_soon);
  each("wachtendeIdeeen", limits.waiting_ideas);
  each("groeiendeHartslagen", limits.growing_beats);
  each("klokMs", limits.clock_ms);
  each("vrijeRuimteMb", limits.free_mb);
}

}  // namespace

std::vector<Alert> alerts_of(std::span<const Kiosk> kiosks, std::span<const Standing> published,
                             const AlertLimits& limits, Instant now) {
  std::vector<Alert> found;
  const auto newest = newest_software(kiosks);
  for (const auto& kiosk : kiosks) {
    if (kiosk.state == KioskState::Waiting || kiosk.state == KioskState::Revoked) continue;
    Visit visit(kiosk, limits, now, found);
    if (visit.is_out_of_sight()) continue;
    visit.content(published);
    visit.queue();
    visit.machine();
    visit.software(newest);
    visit.fault();
    visit.self_test();
  }
  for (const auto& channel : published) {
    if (channel.ends - now >= limits.ends_soon) continue;
    const auto left = duration_cast<std::chrono::days>(channel.ends - now).count();
    found.push_back({AlertKind::ContentEnds, {}, channel.channel, std::max<std::int64_t>(0, left), {}});
  }
  return found;
}

AlertLimits limits_from(const base::Json& request) {
  AlertLimits limits;
  each_limit(limits, [&](std::string_view key, std::int64_t& value) {
    const auto asked = request.integer_or(key, value);
    if (asked > 0) value = asked;
  });
  return limits;
}

base::Json to_json(const AlertLimits& limits) {
  auto json = base::Json::object();
  each_limit(limits,
             [&](std::string_view key, const std::int64_t& value) { json.set(std::string(key), value); });
  return json;
}

}  // namespace wv::central
