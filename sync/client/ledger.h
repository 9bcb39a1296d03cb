// How far each idea, and each support for one, has come: klaar → bevestigd → wissen, or afgewezen.
#pragma once

#include <vector>

#include "sync/db/database.h"
#include "sync/model/idea.h"
#include "sync/wire/receipt.h"

namespace wv::client {

enum class Cargo { Idea, Support };  // idee, steun

struct Waiting {
  model::IdeaId idea;  // or of the support
  std::int64_t sequence = 0;
  int attempts = 0;
  Cargo cargo = Cargo::Idea;
};
struct Counts {
  std::int64_t waiting = 0, confirmed = 0, refused = 0;  // ideas
  std::int64_t supports_waiting = 0;
};
struct Known {
  model::IdeaId idea;
  std::int64_t sequence = 0;
  Cargo cargo = Cargo::Idea;
};

class Ledger {
 public:
  explicit Ledger(db::Database& database) : database_(database) {}

  // Ideas that ideeen.db holds now: new ones become `klaar`; rows whose idea is gone there (the screen erased
  // it) go too.
  base::Result<> take_in(const std::vector<Known>& ideas);
  // The oldest idea that may be offered, after `past` (0 to begin): postponed ones are passed over.
  base::Result<std::optional<Waiting>> next(base::Instant now, std::int64_t past);
  base::Result<std::optional<base::Instant>> next_try();  // earliest moment at which something may be offered

  base::Result<> confirm(const wire::Receipt& receipt);  // an idea that was confirmed before stays as it is
  base::Result<> refuse(const model::IdeaId& idea, std::string_view reason);
  // Support that the central will not have (its idea is gone) is nobody's to look at: it may be erased.
  base::Result<> drop(const model::IdeaId& support, std::string_view reason);
  base::Result<> postpone(const model::IdeaId& idea, base::Instant until, std::string_view reason);
  // Confirmed in this epoch and received no later than `until` → `wissen`: the screen may erase it. Answers
  // how many.
  base::Result<std::int64_t> mark_durable(std::string_view epoch, base::Instant until);
  // The central was restored: everything confirmed in another epoch is offered again. Answers how many.
  base::Result<std::int64_t> offer_again(std::string_view epoch);
  base::Result<Counts> counts();

 private:
  db::Database& database_;
};

}  // namespace wv::client
