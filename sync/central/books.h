// The writing connection of the central: every change to its tables, one after the other, without threads.
#pragma once

#include <memory>

#include "sync/central/sql.h"
#include "sync/central/store.h"

namespace wv::central {

// Makes the tables where there are none, and brings older ones up to date.
Result<> make_tables(Sql& sql);
// The same, and says in new ones which epoch begins.
Result<> prepare_tables(Sql& sql, const std::string& fresh_epoch);

// Not thread-safe. Each change must run inside a group, or in a task of its own within one (see Writer).
class Books {
 public:
  // The tables are there already.
  static Result<Books> open(std::unique_ptr<Sql> sql);

  Result<> begin();
  Result<> commit();
  void roll_back();
  // One task inside the group: what it changed is undone when it fails, the others stay.
  Result<> begin_task();
  Result<> end_task(bool keep);
  // After a commit: what was erased leaves the files of the database too, not only its tables.
  void wipe_if_erased();

  // Many at once, as they come in at night. The outcomes stand in the order of the ideas.
  Result<std::vector<KeptIdea>> keep_ideas(std::span<const NewIdea* const> ideas);
  Result<KeptSupport> keep_support(const NewSupport& support);
  Result<std::int64_t> review_supports(const model::KioskId& kiosk, Review review, Instant now);
  Result<BeatOutcome> beat(const Beat& beat);
  Result<Enrolled> enrol(const Enrolment& enrolment);
  Result<> add_kiosk(const Kiosk& kiosk, const OneTimeCode& code, Instant now);
  Result<> set_state(const model::KioskId& id, KioskState state, const std::string& reason, Instant now);
  Result<model::IdeaId> answer(const NewAnswer& answer);
  Result<> erase(const model::IdeaId& idea, const std::string& reason, Instant now);
  // The sealed contact data leaves the idea; the hash by which its kiosk knows it stays. False: there was
  // none.
  Result<bool> strip_contact(const model::IdeaId& idea, Instant now);  // NotFound
  // For ideas that were erased before a copy was put back, or that a kiosk may still hold: now when they are
  // here (true), else as soon as they are offered.
  Result<bool> erase_for_good(const model::IdeaId& idea, base::ByteView sha256, Instant erased_at,
                              Instant now);
  Result<bool> strip_for_good(const model::IdeaId& idea, Instant now);
  // From the next idea on, receipts are stamped later than what this writes down as complete.
  Result<> begin_copy(Instant now);
  Result<> move_durable_mark(Instant until);
  const System& system() const { return memory_.system; }

  // For the tables of other rooms (accounts, outboxes): inside a task, as everything else.
  Sql& sql() { return *sql_; }
  // One more row of the chained log.
  Result<> log(std::string_view who, std::string_view what, Instant at);

 private:
  // What one look at the tables costs too much for every idea. Right from begin() to commit().
  struct Memory {
    System system;
    std::int64_t stamp_floor = 0;
    std::int64_t next_number = 1;    // of an idea
    std::int64_t public_change = 0;  // see Store::public_change
    std::int64_t log_rows = 0;
    base::Bytes chain;         // of the last row of the log
    bool strips_wait = false;  // contact_wissen has rows
    bool changed = false;
  };
  explicit Books(std::unique_ptr<Sql> sql) : sql_(std::move(sql)) {}
  Result<> remember();
  Result<> log_many(std::span<const std::pair<std::string, std::string>> who_and_what, std::int64_t when);
  Result<> block(const model::KioskId& kiosk, std::string_view reason, Instant now);
  Result<KeptIdea> why_not_kept(const NewIdea& idea);
  Result<> strip_what_came_back(const model::IdeaId& idea, Instant now);
  Result<> hold_burst(const NewSupport& support);
  Result<std::string> find_idea(const IdeaName& name);
  Result<> note_merge(const std::string& idea, const std::optional<IdeaName>& with);
  Result<Enrolled> accept(const Enrolment& enrolment, const std::string& kiosk);
  std::int64_t stamp(Instant now);

  void note_public_change() {
    ++memory_.public_change;
    memory_.changed = true;
  }

  std::unique_ptr<Sql> sql_;
  Memory memory_, before_task_;
  bool remembers_ = false;
  bool erased_ = false;
};

// Goes along the log from its first row. Corrupt names the first row that does not follow from the one before
// it.
Result<> verify_log(Sql& sql);

}  // namespace wv::central
