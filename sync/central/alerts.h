// What a beheerder should look at today: made of what the kiosks last said about themselves, without a clock
// and without a store.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sync/base/json.h"
#include "sync/central/repository.h"
#include "sync/central/store.h"

namespace wv::central {

// From where on a value is worth a telephone call. A kiosk speaks every night and soon after each idea.
struct AlertLimits {
  std::chrono::hours silent{36};       // one missed night is a switched-off socket; more is not
  std::chrono::hours old_content{36};  // counted from the publication that the kiosk does not have
  std::chrono::days ends_soon{7};      // before the signature of the publisher ends
  std::int64_t waiting_ideas = 25;
  std::int64_t growing_beats = 3;  // heartbeats in a row, each with more ideas waiting than the one before
  std::int64_t clock_ms = 120'000;
  std::int64_t free_mb = 500;
};

enum class AlertKind {
  Blocked,
  NeverSeen,
  Silent,
  OldContent,
  ManyWaiting,
  GrowingQueue,
  ClockOff,
  DiskNearlyFull,
  OldSoftware,
  Quarantine,
  LastError,
  SelfTest,
  ContentEnds
};

struct Alert {
  AlertKind kind = AlertKind::Silent;
  model::KioskId kiosk;    // empty: about a channel
  std::string name;        // of the kiosk, or of the channel
  std::int64_t count = 0;  // hours, ideas, heartbeats, seconds, megabytes or days, by kind
  std::string detail;      // the kiosk's own word, a version or a reason
};

// Kiosk by kiosk in the order given, the gravest first; then channels. Of a kiosk that is silent, blocked or
// was never seen only that is said: its other numbers are as old as its last word. Revoked kiosks and those
// that still wait for their first enrolment are nobody's worry.
std::vector<Alert> alerts_of(std::span<const Kiosk> kiosks, std::span<const Standing> published,
                             const AlertLimits& limits, Instant now);

// {"stilUren": …} → limits; what is missing or no positive number keeps its default. And back.
AlertLimits limits_from(const base::Json& request);
base::Json to_json(const AlertLimits& limits);

std::string_view kind_word(AlertKind kind);  // "stil", "oude-inhoud", …
// {"soort", "kioskId", "naam", "aantal", "bijzonderheid", "melding", "advies"}: the last two in plain Dutch,
// for the pages of the desk.
base::Json to_json(const Alert& alert);
// The same two sentences in English, for the command line, from a row made by to_json.
std::string alert_lines(const base::Json& row);

}  // namespace wv::central
