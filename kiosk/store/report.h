// The facts behind the readiness report: what sync.db, ideeen.db and the disk say now.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/json.h"
#include "sync/base/time.h"
#include "sync/model/self_test.h"

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
  bool operator==(const Round&) const = default;
};
struct StickExchange {  // the last one with a USB stick
  Round round;
  std::int64_t carried = 0;    // messages that are on the stick and wait for a receipt
  std::int64_t confirmed = 0;  // receipts that came back
  std::int64_t refused = 0;
  bool enrolled = false, content = false;  // this exchange brought it
  bool operator==(const StickExchange&) const = default;
};
struct Enrolment {  // the last one with a code that was typed on the screen
  Round round;
  bool enrolled = false, content = false;  // it brought it
  bool operator==(const Enrolment&) const = default;
};
struct Identity {  // who this kiosk is for its central
  std::string kiosk, channel, central;
};
struct Slips {  // paper slips that staff typed over in the last year
  std::int64_t count = 0;
  std::int64_t last = 0;  // number of the one that was typed over last
};
struct Refused {     // an idea that the central refused
  std::string idea;  // id
  std::string reason;
  std::optional<base::Instant> kept_at;  // when it was handed in here
};
struct RemoteOrder {  // a command of the municipality
  base::Instant received{};
  std::string word;     // of sync/wire/command.h; empty: one that this kiosk does not know
  std::string outcome;  // likewise; empty: it waits for its occasion
};
struct Release {
  std::int64_t version = 0;
  std::optional<base::Instant> made_at, valid_until;
};

struct LogLine {  // what the screen program did
  enum class What {
    Started,
    Content,  // taken into use; detail: its version
    SyncAsked,
    SyncGood,
    SyncFailed,  // detail: the courier's code
    SyncUnheard,
    IdeaKept,
    IdeaNotKept,
    IdeaSupported,
    StaffIn,
    PinWrong,
    PinLocked,
    TakenBack,
    NewestShown,
    SettingsChanged,  // on the screen; detail: the keys
    Ending,
    Ordered,  // by the municipality; detail: the word of the command
    EnrolAsked,
    EnrolGood,
    EnrolFailed,  // detail: the courier's code
    Trouble       // detail: the message of an error
  };
  base::Instant at{};
  What what = What::Started;
  std::string detail;  // never what somebody typed
};
struct SettingLine {  // what only the files can change
  enum class What { Phone, Helpdesk, HelpCall, Central };
  What what = What::Phone;
  std::string value;  // empty: not set
};
struct Link {        // a network card of the machine
  std::string name;  // "eth0"
  bool is_up = false;
};

struct Lamp {              // what the machine can do about the light of its panel
  bool backlight = false;  // else the picture is drawn darker
  bool power = false;      // else a dark screen is a black picture
};

struct SettingState {  // a key that staff may change on the screen
  std::string key;
  base::Json value;                  // what counts, or will after a restart
  std::int64_t least = 0, most = 0;  // of a whole number
  std::vector<std::string> words;    // to choose from
  bool is_chosen = false;            // on the screen, instead of what the files say
};

struct SettingsReport {
  std::vector<std::string> mistakes;          // why the files are not believed, each with file, line and key
  std::vector<std::string> wait_for_restart;  // keys that were changed and count after a restart
  bool last_good_counts = false;              // with mistakes: earlier settings count; else the standard ones
  std::vector<SettingLine> lines;             // what counts of those
  std::vector<SettingState> states;           // all that can be written
};

struct Report {
  bool enrolled = false;
  std::int64_t content_version = 0;
  std::optional<base::Instant> content_made_at, content_valid_until;
  std::optional<Release> other_release;  // the one before it, or with is_taken_back the newer one
  bool is_taken_back = false;            // staff put the one before on the screen
  std::vector<Message> messages;
  std::optional<Round> round;
  std::optional<StickExchange> stick;
  std::optional<Enrolment> enrolment;
  Identity identity;                 // empty when not enrolled
  std::int64_t ideas_waiting = 0;    // kept here, not yet acknowledged
  std::int64_t ideas_confirmed = 0;  // acknowledged, not yet erased here
  Slips slips;
  std::vector<Refused> quarantine;
  std::vector<RemoteOrder> orders;  // newest first
  std::optional<std::uint64_t> free_bytes;
  std::optional<bool> has_sound;             // empty: not asked
  std::optional<Lamp> lamp;                  // empty: not asked
  std::optional<model::SelfTest> self_test;  // the last; empty: there was none yet
  bool out_of_reach = false;                 // the panel hangs too high, also for reach mode
  std::string screen;                        // "1080 × 1920, 268 × 476 mm"
  SettingsReport settings;
  std::vector<LogLine> log;  // newest first
  std::vector<Link> links;
  std::string central;                        // address
  bool knows_root = false;                    // the settings say what to trust there
  std::string helpdesk_name, helpdesk_phone;  // whom staff call
  std::vector<std::string>
      trouble;  // what this process itself met: a theme refused, a damaged file put aside
};

}  // namespace wv::store
