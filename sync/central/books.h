// The writing connection of the central: every change to its tables, one after the other, without threads.
#pragma once

#include <memory>

#include "sync/central/store.h"
#include "sync/db/database.h"

namespace wv::central {

// Not thread-safe. Each change must run inside a group or a task of its own (see Writer); after anything was
// rolled back `reload` brings what is remembered in memory back to what the file says.
class Books {
 public:
  // Makes the tables when the file is new, with `fresh_epoch`.
  static Result<Books> open(const std::filesystem::path& file, const std::string& fresh_epoch);

  Result<> begin();
  Result<> commit();
  void roll_back();
  // One task inside the group: what it changed is undone when it fails, the others stay.
  Result<> begin_task();
  Result<> end_task(bool keep);
  Result<> reload();
  // After a commit: what was erased leaves the write-ahead log too, not only the tables.
  void wipe_if_erased();

  Result<KeptIdea> keep_idea(const NewIdea& idea);
  Result<KeptSupport> keep_support(const NewSupport& support);
  Result<std::int64_t> review_supports(const model::KioskId& kiosk, Review review, Instant now);
  Result<BeatOutcome> beat(const Beat& beat);
  Result<Enrolled> enrol(const Enrolment& enrolment);
  Result<> add_kiosk(const Kiosk& kiosk, const OneTimeCode& code, Instant now);
  Result<> set_state(const model::KioskId& id, KioskState state, const std::string& reason, Instant now);
  Result<model::IdeaId> answer(const NewAnswer& answer);
  Result<> erase(const model::IdeaId& idea, const std::string& reason, Instant now);
  // From the next idea on, receipts are stamped later than what this writes down as complete.
  Result<> begin_copy(Instant now);
  Result<> move_durable_mark(Instant until);
  Result<System> system();

 private:
  struct Statements;
  explicit Books(db::Database database);
  Result<> log(std::string_view who, std::string_view what, Instant at);
  Result<> block(const model::KioskId& kiosk, std::string_view reason, Instant now);
  Result<KeptIdea> why_not_kept(const NewIdea& idea);
  Result<> hold_burst(const NewSupport& support);
  Result<std::string> find_idea(const IdeaName& name);
  Result<> note_merge(const std::string& idea, const std::optional<IdeaName>& with);
  Result<Enrolled> accept(const Enrolment& enrolment, const std::string& kiosk);
  std::int64_t stamp(Instant now);

  db::Database database_;
  std::shared_ptr<Statements> statements_;
  std::int64_t stamp_floor_ = 0;
  std::int64_t next_number_ = 1;
  base::Bytes chain_;
  bool erased_ = false;
};

// Goes along the log from its first row. Corrupt names the first row that does not follow from the one before
// it.
Result<> verify_log(db::Database& database);

}  // namespace wv::central
