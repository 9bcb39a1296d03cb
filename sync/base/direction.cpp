// Only marks are put in and taken out here; FriBidi (kiosk/text) knows what they do.
#include "sync/base/direction.h"

#include <algorithm>
#include <array>

namespace wv::base {

bool is_right_to_left(std::string_view lang) {
  constexpr std::array<std::string_view, 6> languages = {"ar", "fa", "he", "ps", "ur", "ckb"};
  return std::ranges::find(languages, lang.substr(0, lang.find('-'))) != languages.end();
}

std::string isolated(std::string_view text) {
  constexpr std::string_view first_strong = "\u2068", pop = "\u2069";
  std::string out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (begin > 0) out += '\n';
    if (end > begin) out.append(first_strong).append(text.substr(begin, end - begin)).append(pop);
    begin = end + 1;
  }
  return out;
}

std::string unbroken(std::string_view text) {
  std::string out;
  for (const char c : text) c == ' ' ? out += "\u00A0" : out += c;
  return out;
}

std::string spoken_form(std::string_view text) {
  constexpr std::string_view isolates = "\u2066\u2067\u2068\u2069", no_break = "\u00A0", may_break = "\u200B";
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const bool marks = text.starts_with("\xE2\x81") && isolates.contains(text.substr(0, 3));
    if ((marks && text.size() >= 3) || text.starts_with(may_break)) {
      text.remove_prefix(3);
    } else if (text.starts_with(no_break)) {
      out += ' ';
      text.remove_prefix(no_break.size());
    } else {
      out += text.front();
      text.remove_prefix(1);
    }
  }
  return out;
}

}  // namespace wv::base
