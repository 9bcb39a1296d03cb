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
#include "sync/model/self_test.h"

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
  std::optional<Instant> self_tested;  // when it last tried itself at night
  std::string self_test_faults;        // its words for what was wrong, with commas
  std::int64_t queue_growth = 0;  // heartbeats in a row, each with more ideas waiting than the one before
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

// How the public knows an idea: made of its number, never of the id that its kiosk gave it.
std::string public_id(std::int64_t number);  // 41 → "i41"
std::optional<std::int64_t> number_of_public_id(std::string_view id);

struct NewSupport {
  model::Support support;
  model::KioskId kiosk;
  base::Digest sha256{};
  Instant now;
};
struct KeptSupport {
  enum class Outcome { New, Same, Different, NoSuchIdea } outcome = Outcome::New;
  Instant received_at;
};
// More than this from one kiosk within an hour is no queue of neighbours: all of it waits for a moderator.
inline constexpr std::int64_t most_supports_an_hour = 30;
struct Burst {  // support of one kiosk that waits for review
  model::KioskId kiosk;
  std::string kiosk_name;
  std::int64_t supports = 0, ideas = 0;
  Instant from, until;
};
enum class Review { Count, Reject };

struct Beat {
  model::KioskId kiosk;
  std::int64_t sequence = 0;
  std::string ticket;       // bon
  std::string next_ticket;  // what the kiosk is to present next
  std::int64_t content_version = 0;
  std::string software_version;
  std::optional<std::int64_t> waiting_ideas, free_mb, clock_offset_ms;
  std::string last_error;
  std::optional<model::SelfTest> self_test;
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
  struct FromKiosk {
    std::string kiosk_name;
    std::int64_t counted = 0, waiting = 0;
  };
  std::vector<FromKiosk> supports;
  std::int64_t merged_with = 0;  // number of the idea with which it goes on; 0: none

  std::int64_t supports_counted() const;
};

// One of these says which idea is meant.
struct IdeaName {
  std::string id, reference_hash, public_id;
};

struct NewAnswer {
  IdeaName idea;
  model::IdeaStatus status = model::IdeaStatus::InModeration;
  model::Text text;
  std::string who;  // a role
  Instant now;
  std::optional<IdeaName> merge_with;  // with status Merged
};

class Books;
class Sql;

// Thread-safe. Every call may fail with Io or Corrupt; with Unavailable when the queue is full or the disk
// is.
class Store {
 public:
  virtual ~Store() = default;

  virtual void keep_idea(NewIdea idea, Done<KeptIdea> done) = 0;
  virtual void keep_support(NewSupport support, Done<KeptSupport> done) = 0;
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
  virtual Result<bool> has_merges() = 0;
  virtual Result<std::vector<Burst>> bursts() = 0;
  // How many it was about. NotFound: nothing of this kiosk waits.
  virtual Result<std::int64_t> review_supports(const model::KioskId& kiosk, Review review, Instant now) = 0;
  virtual Result<> erase(const model::IdeaId& idea, const std::string& reason, Instant now) = 0;
  // For rooms that keep tables of their own in the same database (migrations: books.cpp). `work` is one task
  // of a group: success means that it is on disk, failure that it never happened.
  virtual Result<> change(const std::function<Result<>(Books&)>& work) = 0;
  virtual Result<> look(
      const std::function<Result<>(Sql&)>& work) = 0;  // reads only; may be asked to run twice
  // Grows with every change that is to be seen in public: new ideas, answers and support that counts.
  virtual std::int64_t public_change() = 0;

  // A consistent copy, from which the moment up to which it is complete can be read.
  virtual Result<> copy_to(const std::filesystem::path& file, Instant now) = 0;
  virtual Result<> move_durable_mark(Instant until) = 0;  // never back
};

}  // namespace wv::central
