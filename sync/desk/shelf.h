// All ideas in short, in memory, so that a page of the list is there at once however many ideas there are.
#pragma once

#include <array>
#include <mutex>

#include "sync/base/world.h"
#include "sync/central/store.h"

namespace wv::desk {

using base::Instant;
using base::Result;

struct ShortIdea {
  std::int64_t number = 0;
  model::IdeaStatus status = model::IdeaStatus::Received;
  Instant received_at{};
  std::string area, theme;           // ids; empty: not said
  std::string text, plain;           // as it was written, and as words are looked for
  std::vector<std::uint32_t> words;  // hashes of its longer words, sorted: what it has in common with others
};

struct IdeaFilter {
  enum class Which { ToDo, All, OneStatus } which = Which::ToDo;
  model::IdeaStatus status = model::IdeaStatus::Received;  // with OneStatus
  std::string area, theme, words;                          // empty: any
  std::optional<Instant> received_before;
};

struct IdeaPage {
  std::vector<ShortIdea> ideas;
  std::size_t found = 0;  // on all pages together
};

struct IdeaNumbers {
  std::size_t all = 0, to_do = 0, too_long = 0, this_week = 0;
  std::array<std::size_t, 12> by_week{};  // the last one is the running week
  std::map<std::string, std::size_t> by_area, by_theme;
};

// Longer than this without a word is too long.
inline constexpr std::chrono::days too_long{14};

// Thread-safe. Every question first takes in what came and changed since the last one.
class Shelf {
 public:
  explicit Shelf(central::Store& store) : store_(store) {}

  // Who waits longest comes first; among what is done, the newest.
  Result<IdeaPage> page(const IdeaFilter& filter, std::size_t first, std::size_t most);
  Result<IdeaNumbers> numbers(Instant now);
  // Those that share the most words with it, at least a third of them.
  Result<std::vector<ShortIdea>> similar(std::int64_t number, std::size_t most);

 private:
  Result<> catch_up();
  Result<> take_new();
  Result<> take_changes();

  central::Store& store_;
  std::mutex mutex_;
  std::vector<ShortIdea> ideas_;    // by number
  std::int64_t change_taken_ = -1;  // Store::public_change() when they were last right
  std::int64_t taken_up_to_ = 0;
};

bool waits(model::IdeaStatus status);  // for a moderator

}  // namespace wv::desk
