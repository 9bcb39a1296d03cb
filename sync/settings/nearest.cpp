// Counts slips of the finger: the distance of Damerau and Levenshtein, in which no letter moves twice.
#include "sync/settings/nearest.h"

#include <algorithm>
#include <vector>

namespace wv::settings {
namespace {

constexpr std::size_t longest = 64;     // nobody means a key that is longer
constexpr std::size_t least_front = 3;  // letters that are enough to know a word by

std::size_t slips(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      auto& here = cost[i][j];
      if (i == 0 || j == 0) {
        here = i + j;
        continue;
      }
      const std::size_t other = a[i - 1] == b[j - 1] ? 0 : 1;
      here = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + other});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        here = std::min(here, cost[i - 2][j - 2] + 1);
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::string nearest(std::string_view typed, std::span<const std::string> known) {
  if (typed.size() > longest) return {};
  for (const auto& word : known)
    if (typed.size() >= least_front && word.starts_with(typed)) return word;
  std::string best;
  std::size_t least = std::max<std::size_t>(typed.size() / 3, 1) + 1;
  for (const auto& word : known) {
    if (const auto count = slips(typed, word); count < least) {
      least = count;
      best = word;
    }
  }
  return best;
}

}  // namespace wv::settings
