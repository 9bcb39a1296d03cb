// What the municipality may ask of a kiosk from afar: a closed list, each signed for one kiosk and for a
// while.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/base/crypto.h"
#include "sync/base/time.h"
#include "sync/model/idea.h"
#include "sync/wire/content.h"

namespace wv::wire {

enum class Deed {
  Synchronise,  // synchroniseer: look for content once more in this round
  Restart,      // herstart: the screen program, when nobody visits
  Dark,         // donker: the panel, until a moment; a touch lights it for a visit
  Light,        // licht: no longer dark
  Notice,       // boodschap: words on Attract and Home until a day; without words it goes
  Picture,      // beeld: of Attract as it is drawn now, never of what is on the display
  Diagnose      // diagnose: what `wijkvenster-sync status --json` says, and the machine
};
std::string_view deed_word(Deed deed);
std::optional<Deed> deed_from_word(std::string_view word);

inline constexpr std::size_t most_notice_characters = 200;  // code points
inline constexpr std::size_t most_open_commands = 8;        // a kiosk: their signatures fit in one heartbeat
inline constexpr std::chrono::hours longest_darkness{31 * 24};
inline constexpr std::chrono::hours longest_command_life{31 * 24};

struct Command {
  std::string id;  // UUID
  model::KioskId kiosk;
  std::optional<Deed> deed;             // nothing: a word of a later central
  std::string notice;                   // with Notice: one line, may be empty
  std::optional<base::Day> last_day;    // with a Notice that says something: shown up to and including it
  std::optional<base::Instant> until;   // with Dark
  base::Instant issued_at, expires_at;  // whole seconds; not taken up after the second
  bool operator==(const Command&) const = default;
};

// Invalid with the reason, in words for who gave the command: a member that this deed needs and lacks, or has
// and does not know; words that cannot be shown; a life that is over before it began.
base::Result<> check(const Command& command);

// Compact JWS; the command passes `check`.
std::string sign_command(const Command& command, const base::KeyPair& key, std::string_view kid);

// How far the clocks may be apart.
inline constexpr std::chrono::minutes command_skew{5};
// Denied: not signed by this key as a command, or for another kiosk. Unavailable: expired, or of the future.
// Invalid: signed, but it does not pass `check`.
base::Result<Command> open_command(std::string_view compact, const model::KioskId& kiosk,
                                   const ReceiptKey& key, base::Instant now);

enum class CommandOutcome {
  Done,     // gedaan
  Unknown,  // onbekend: a word of a later central
  Failed,   // mislukt
  Late      // te-laat: it expired before there was an occasion
};
std::string_view outcome_word(CommandOutcome outcome);
std::optional<CommandOutcome> outcome_from_word(std::string_view word);

// Small enough for one request of 64 KiB with the picture as base64.
inline constexpr std::size_t most_picture_bytes = 44 * 1024, most_diagnosis_bytes = 32 * 1024;

// PUT /kiosken/{kioskId}/opdrachten/{opdrachtId}: what came of it, as often as it takes to get through.
struct CommandResult {
  CommandOutcome outcome = CommandOutcome::Done;
  std::optional<base::Json> diagnosis;
  base::Bytes picture;  // PNG; empty: none
};
base::Bytes to_bytes(const CommandResult& result);
base::Result<CommandResult> read_command_result(base::ByteView bytes);  // ignores what it does not know

// What the screen keeps of commands, in a file of its own that the courier reads: what is to be seen, and
// what came of each. `finished` outlives a restart, so that a command to restart is carried out once.
struct ScreenCommands {
  struct Finished {
    std::string id;
    CommandOutcome outcome = CommandOutcome::Done;
    bool operator==(const Finished&) const = default;
  };
  std::vector<Finished> finished;  // oldest first
  std::optional<base::Instant> dark_until;
  std::string notice;
  std::optional<base::Day> last_day;  // of the notice
  bool operator==(const ScreenCommands&) const = default;
};
base::Bytes to_bytes(const ScreenCommands& commands);
base::Result<ScreenCommands> read_screen_commands(base::ByteView bytes);

}  // namespace wv::wire
