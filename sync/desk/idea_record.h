// One idea with everything that staff may see of it.
#pragma once

#include <optional>
#include <vector>

#include "sync/central/store.h"

namespace wv::desk {

struct IdeaRecord {
  std::int64_t number = 0;
  std::string kiosk;  // its name
  model::Idea idea;   // as it came in; its contact data is sealed, and nothing here can open it
  base::Instant received_at{};
  struct Step {
    model::IdeaStatus status = model::IdeaStatus::Received;
    std::string words;  // Dutch
    std::string who;
    base::Instant at{};
  };
  std::vector<Step> steps;       // oldest first; the first one is that it came in
  std::int64_t merged_with = 0;  // number; 0: with none
  std::int64_t supports = 0, waiting_supports = 0;

  model::IdeaStatus status() const { return steps.back().status; }
};

base::Result<IdeaRecord> read_idea(central::Store& store, std::int64_t number);  // NotFound

}  // namespace wv::desk
