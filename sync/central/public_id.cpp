// The name under which everybody knows an idea.
#include <charconv>
#include <numeric>

#include "sync/central/store.h"

namespace wv::central {

std::string public_id(std::int64_t number) {
  return "i" + std::to_string(number);
}

std::optional<std::int64_t> number_of_public_id(std::string_view id) {
  if (id.size() < 2 || id.front() != 'i') return std::nullopt;
  std::int64_t number = 0;
  const auto* end = id.data() + id.size();
  const auto [read_to, error] = std::from_chars(id.data() + 1, end, number);
  if (error != std::errc() || read_to != end || number < 1) return std::nullopt;
  return number;
}

std::int64_t IdeaRow::supports_counted() const {
  return std::accumulate(supports.begin(), supports.end(), std::int64_t{0},
                         [](std::int64_t sum, const FromKiosk& one) { return sum + one.counted; });
}

}  // namespace wv::central
