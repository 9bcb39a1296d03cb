// The names of the documents over which many ideas and answers are spread.
#include <algorithm>
#include <array>

#include "sync/base/encoding.h"
#include "sync/wire/content.h"

namespace wv::wire {
namespace {

constexpr std::string_view ideas_stem = "ideeen/ideeen";
constexpr std::string_view answers_stem = "terugkoppeling/antwoorden";
constexpr std::string_view ending = ".json";
constexpr std::size_t part_digits = 5;

// A thousand histories with long answers stay far below what a reader takes.
constexpr std::size_t histories_in_one = 1000;

bool is_part_of(std::string_view target, std::string_view stem, std::string_view digits, std::size_t least,
                std::size_t most) {
  if (!target.starts_with(stem) || !target.ends_with(ending)) return false;
  target.remove_prefix(stem.size());
  if (target.size() < ending.size()) return false;
  target.remove_suffix(ending.size());
  if (target.empty()) return true;
  if (target.front() != '-') return false;
  target.remove_prefix(1);
  return target.size() >= least && target.size() <= most &&
         target.find_first_not_of(digits) == std::string_view::npos;
}

std::string answers_name(std::string_view hexadecimal) {
  return std::string(answers_stem) + "-" + std::string(hexadecimal) + std::string(ending);
}

std::string hexadecimal(std::size_t part, std::size_t parts) {
  const std::array<std::uint8_t, 1> byte{static_cast<std::uint8_t>(parts == 16 ? part << 4 : part)};
  return base::to_hex(byte).substr(0, parts == 16 ? 1 : 2);
}

}  // namespace

std::string public_ideas_part(std::size_t part) {
  if (part == 0) return std::string(public_ideas_target);
  const auto number = std::to_string(part);
  return std::string(ideas_stem) + "-" +
         std::string(part_digits - std::min(part_digits, number.size()), '0') + number + std::string(ending);
}

bool is_public_ideas(std::string_view target) {
  return is_part_of(target, ideas_stem, "0123456789", part_digits, part_digits);
}

std::size_t answer_parts(std::size_t histories) {
  if (histories <= histories_in_one) return 1;
  return histories <= 16 * histories_in_one ? 16 : 256;
}

std::string answers_part(std::string_view reference_hash, std::size_t parts) {
  if (parts == 1) return std::string(answers_target);
  const auto bytes = base::from_base64url(reference_hash);
  const std::size_t first = bytes && !bytes->empty() ? bytes->front() : 0;
  return answers_name(hexadecimal(parts == 16 ? first >> 4 : first, parts));
}

std::vector<std::string> all_answers_parts(std::size_t parts) {
  if (parts == 1) return {std::string(answers_target)};
  std::vector<std::string> names;
  for (std::size_t part = 0; part < parts; ++part) names.push_back(answers_name(hexadecimal(part, parts)));
  return names;
}

bool is_answers(std::string_view target) {
  return is_part_of(target, answers_stem, "0123456789abcdef", 1, 2);
}

}  // namespace wv::wire
