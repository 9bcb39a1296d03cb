// A code is looked up where it can be: first what the municipality signed, then what this kiosk still holds.
#include "kiosk/store/lookup.h"

#include "kiosk/store/courier.h"
#include "kiosk/store/public_ideas.h"

namespace wv::store {

using visit::CodeAnswer;
using Kind = CodeAnswer::Kind;

namespace {

// The idea with which this one goes on, if everybody may read it here.
std::string other_idea(const std::vector<model::PublicAnswer>& steps, Shelf& shelf) {
  std::string other;
  for (const auto& step : steps) other = step.merged_with.empty() ? other : step.merged_with;
  if (other.empty() || !shelf.release()) return {};
  const auto found = public_idea(*shelf.release(), other);
  return found && *found ? other : std::string();
}

}  // namespace

visit::CodeAnswer look_up(const visit::LookUpCode& wanted, Shelf& shelf, IdeaBook& book, base::WordList words,
                          const std::filesystem::path& state_folder) {
  auto code = wanted.mode == visit::CodeMode::Words ? base::parse_words(wanted.code.text(), words)
                                                    : base::parse_code(wanted.code.text());
  if (!code) return {Kind::Mistyped, {}};
  if (!shelf.keys()) return {Kind::Unavailable, {}};
  const auto hash = wire::reference_hash(*code, *shelf.keys());
  base::wipe(*code);
  if (!hash) return {Kind::Unavailable, {}};
  auto history = shelf.history(*hash);
  if (history && *history && !(*history)->steps.empty()) {
    auto other = other_idea((*history)->steps, shelf);
    return {Kind::Found, std::move((*history)->steps), std::move(other)};
  }
  const auto here = book.find_by_reference(*hash);
  if (!here || !*here) return {history ? Kind::Unknown : Kind::Unavailable, {}};
  const auto state = delivery_state(state_folder, **here);
  const bool received = state && *state && (**state == "bevestigd" || **state == "wissen");
  return {received ? Kind::Sent : Kind::Waiting, {}};
}

}  // namespace wv::store
