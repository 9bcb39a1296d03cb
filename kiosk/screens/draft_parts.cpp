// Cuts that a reader hardly notices.
#include "kiosk/screens/draft_parts.h"

#include <algorithm>

namespace wv::screens {
namespace {

constexpr std::size_t longest_code_point = 4;  // bytes of UTF-8

bool begins_character(std::string_view text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

// The last place at or before `at` after a blank; else the last between two characters.
std::size_t cut_before(std::string_view text, std::size_t at) {
  const std::size_t blank = text.substr(0, at).find_last_of(" \n");
  if (blank != std::string_view::npos && at - blank < at / 4) return blank + 1;
  while (at > 1 && !begins_character(text, at)) --at;
  return at;
}

}  // namespace

std::vector<std::string_view> parts_for_codes(std::string_view text, std::size_t most) {
  std::vector<std::string_view> parts;
  most = std::max(most, longest_code_point);
  while (!text.empty()) {
    // As many as it takes from here on, all of one size: two halves are easier to scan than a whole and a
    // crumb.
    const std::size_t left = (text.size() + most - 1) / most;
    const std::size_t even = std::min(most, (text.size() + left - 1) / left + most / 16);
    const std::size_t end = left == 1 ? text.size() : cut_before(text, even);
    parts.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return parts;
}

}  // namespace wv::screens
