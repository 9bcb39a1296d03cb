// What the central remembers, as questions and tasks without a word about which database answers them.
// Tasks of kiosks finish later (Done is called once, from the store's own thread, after the commit is on
// disk); what the desk asks is rare and waits for its answer.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/crypto.h"
#include "sync/base/time.h"
#include "sync/model/idea.h"

namespace wv::central {

using base::Instant;
using base::Result;

template <class T>
using Done = std::function<void(Result<T>)>;

enum class KioskState { Waiting, Active, Blocked, Revoked };  // wacht, actief, geblokkeerd, ingetrokken
std::string_view state_word(KioskState state);

struct Kiosk {
  model::KioskId id;
  std::string name;
  std::string channel;
  KioskState state = KioskState::Waiting;
  std::string reason;                         // of a block or revocation
  std::optional<base::PublicKey> public_key;  // absent while Waiting
  std::optional<Instant> last_seen;
  std::optional<std::int64_t> content_version, waiting_ideas, free_mb, clock_offset_ms;
  std::string software_version, last_error;
};

// What changes for everybody at once. Both are read with every receipt and heartbeat.
struct System {
  std::string epoch;
  Instant durable_until;  // ideas received up to here are in a verified copy elsewhere
};

struct OneTimeCode {
  std::string selector;  // the first four characters: which code, not whether it is right
  base::Bytes hash, salt;
  Instant valid_until;
};

inline constexpr int max_code_tries = 5;

struct Enrolment {
  std::string selector;
  base::Bytes hash;
  base::PublicKey public_key{};
  std::string software_version;
  Instant now;
};
// Denied (no such code, wrong, expired, used by another key) and Unavailable (five wrong tries: the code is
// dead) are outcomes and not errors, since a wrong try is written down.
struct Enrolled {
  enum class Outcome { Accepted, Refused, TooManyTries } outcome = Outcome::Refused;
  model::KioskId kiosk;
  std::string channel;
};

struct NewIdea {
  model::IdeaId id;
  model::KioskId kiosk;
  std::int64_t sequence = 0;
  std::string reference_hash;
  base::Digest sha256{};
  base::Bytes bytes;
  Instant now;
};
struct KeptIdea {
  enum class Outcome {
    New,
    Same,       // these bytes were here already (or were erased on request: acknowledged, and not kept again)
    Different,  // this id stands for other bytes
    SequenceTwice  // this kiosk used the number for another idea: two machines with one identity, now blocked
  } outcome = Outcome::New;
  Instant received_at;
};

struct Beat {
  model::KioskId kiosk;
  std::int64_t sequence = 0;
  std::string ticket;       // bon
  std::string next_ticket;  // what the kiosk is to present next
  std::int64_t content_version = 0;
  std::string software_version;
  std::optional<std::int64_t> waiting_ideas, free_mb, clock_offset_ms;
  std::string last_error;
  Instant now;
};
enum class BeatOutcome { Accepted, Stale };  // Stale: a clone lives; the kiosk is blocked now

struct IdeaRow {
  model::IdeaId id;
  std::int64_t number = 0;  // order of arrival
  model::KioskId kiosk;
  std::string kiosk_name;
  std::string reference_hash;
  base::Bytes bytes;
  Instant received_at;
  std::vector<model::PublicAnswer> history;  // oldest first, begins with Received
};

struct NewAnswer {
  std::string idea_id;  // one of these two is empty
  std::string reference_hash;
  model::IdeaStatus status = model::IdeaStatus::InModeration;
  model::Text text;
  std::string who;  // a role
  Instant now;
};

// Thread-safe. Every call may fail with Io or Corrupt; with Unavailable when the queue is full or the disk
// is.
class Store {
 public:
  virtual ~Store() = default;

  virtual void keep_idea(NewIdea idea, Done<KeptIdea> done) = 0;
  virtual void beat(Beat beat, Done<BeatOutcome> done) = 0;
  virtual void enrol(Enrolment enrolment, Done<Enrolled> done) = 0;

  virtual Result<Kiosk> kiosk(const model::KioskId& id) = 0;               // NotFound
  virtual Result<OneTimeCode> open_code(const std::string& selector) = 0;  // NotFound
  virtual System system() = 0;

  virtual Result<> add_kiosk(const Kiosk& kiosk, const OneTimeCode& code,
                             Instant now) = 0;  // Invalid: name taken
  virtual Result<std::vector<Kiosk>> kiosks() = 0;
  virtual Result<> set_state(const model::KioskId& id, KioskState state, const std::string& reason,
                             Instant now) = 0;
  // Calls `each` in order of arrival; false ends the walk.
  virtual Result<> ideas(const std::function<bool(const IdeaRow&)>& each) = 0;
  virtual Result<model::IdeaId> answer(const NewAnswer& answer) = 0;  // NotFound
  virtual Result<> erase(const model::IdeaId& idea, const std::string& reason, Instant now) = 0;
  // Grows with every change that is to be seen in public: new ideas and new answers.
  virtual std::int64_t public_change() = 0;

  // A consistent copy, from which the moment up to which it is complete can be read.
  virtual Result<> copy_to(const std::filesystem::path& file, Instant now) = 0;
  virtual Result<> move_durable_mark(Instant until) = 0;  // never back
};

}  // namespace wv::central
