// The facts behind the readiness report: what sync.db, ideeen.db and the disk say now.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/time.h"

namespace wv::store {

enum class Gravity { Ok, Attention, Fault };

struct Message {    // a row of sync.db `melding`
  std::string key;  // verbinding, inhoud, aflevering, klok, aanmelding
  Gravity gravity = Gravity::Ok;
  std::string code;  // stable word, translated by the view where it knows it
  base::Instant since{};
  std::string detail;  // plain Dutch for staff
};
struct Round {  // the last sync
  base::Instant began{};
  std::optional<base::Instant> ended;
  std::string outcome;
};
struct Refused {     // an idea that the central refused
  std::string idea;  // id
  std::string reason;
};

struct SettingsReport {
  std::vector<std::string> mistakes;          // why the files are not believed, each with file, line and key
  std::vector<std::string> wait_for_restart;  // keys that were changed and count after a restart
  bool last_good_counts = false;              // with mistakes: earlier settings count; else the standard ones
};

struct Report {
  bool enrolled = false;
  std::int64_t content_version = 0;
  std::optional<base::Instant> content_made_at, content_valid_until;
  std::vector<Message> messages;
  std::optional<Round> round;
  std::int64_t ideas_waiting = 0;    // kept here, not yet acknowledged
  std::int64_t ideas_confirmed = 0;  // acknowledged, not yet erased here
  std::vector<Refused> quarantine;
  std::optional<std::uint64_t> free_bytes;
  std::optional<bool> has_sound;  // empty: not asked
  bool out_of_reach = false;      // the panel hangs too high, also for reach mode
  std::string screen;             // "1080 × 1920, 268 × 476 mm"
  SettingsReport settings;
  std::vector<std::string>
      trouble;  // what this process itself met: a theme refused, a damaged file put aside
};

}  // namespace wv::store
