// utf8proc (letters, capitals, directions) and libunibreak (words) stay in this file.
#include "kiosk/visit/letters.h"

#include <utf8proc.h>
#include <wordbreak.h>

#include <algorithm>

#include "sync/base/utf8.h"

namespace wv::visit {
namespace {

// The end of the letter that begins at `begin`; `begin` has to be the start of one.
std::size_t end_of_letter(std::string_view text, std::size_t begin) {
  std::string_view rest = text.substr(begin);
  auto before = base::next_code_point(rest);
  utf8proc_int32_t state = 0;
  while (before && !rest.empty()) {
    const std::size_t at = text.size() - rest.size();
    const auto next = base::next_code_point(rest);
    if (!next || utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(*before),
                                                  static_cast<utf8proc_int32_t>(*next), &state)) {
      return at;
    }
    before = next;
  }
  return text.size();
}

bool is_part_of_word(char32_t point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(point));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;  // letters, marks, numbers
}

bool holds_word(std::string_view text) {
  while (!text.empty()) {
    const auto point = base::next_code_point(text);
    if (!point) return false;
    if (is_part_of_word(*point)) return true;
  }
  return false;
}

// The stretches between two word breaks, one after the other, cover the text.
std::vector<Stretch> stretches(std::string_view text) {
  static const bool prepared = (init_wordbreak(), true);
  std::vector<Stretch> found;
  if (!prepared || text.empty()) return found;
  std::string breaks(text.size(), WORDBREAK_NOBREAK);
  set_wordbreaks_utf8(reinterpret_cast<const utf8_t*>(text.data()), text.size(), "", breaks.data());
  std::size_t begin = 0;
  for (std::size_t i = 0; i < breaks.size(); ++i) {
    if (breaks[i] != WORDBREAK_BREAK && i + 1 != breaks.size()) continue;
    found.push_back({begin, i + 1});
    begin = i + 1;
  }
  return found;
}

}  // namespace

std::size_t letter_start(std::string_view text, std::size_t byte) {
  if (byte >= text.size()) return text.size();
  std::size_t begin = 0;
  for (auto end = end_of_letter(text, begin); end <= byte; end = end_of_letter(text, begin)) begin = end;
  return begin;
}

std::size_t letter_before(std::string_view text, std::size_t byte) {
  return byte == 0 ? 0 : letter_start(text, std::min(byte, text.size()) - 1);
}

std::size_t letter_after(std::string_view text, std::size_t byte) {
  return byte >= text.size() ? text.size() : end_of_letter(text, letter_start(text, byte));
}

std::vector<std::string> letters_of(std::string_view text) {
  std::vector<std::string> found;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = end_of_letter(text, begin);
    found.emplace_back(text.substr(begin, end - begin));
    begin = end;
  }
  return found;
}

Stretch word_at(std::string_view text, std::size_t byte) {
  Stretch before;  // the one that ends where the next begins
  for (const Stretch& one : stretches(text)) {
    const bool is_word = holds_word(text.substr(one.begin, one.size()));
    if (is_word && one.begin <= byte && byte < one.end) return one;
    if (is_word && one.end == byte) before = one;
  }
  return before;
}

std::string capital_of(std::string_view letter, Capitals how) {
  std::string capital;
  while (!letter.empty()) {
    const auto point = base::next_code_point(letter);
    if (!point) break;
    if (how == Capitals::Turkish && *point == U'i') {
      capital += "İ";
    } else {
      base::append_code_point(capital,
                              static_cast<char32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(*point))));
    }
  }
  return capital;
}

bool is_assigned(char32_t point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(point)) != UTF8PROC_CATEGORY_CN;
}

bool reads_from_right(std::string_view text, bool otherwise) {
  while (!text.empty()) {
    const auto point = base::next_code_point(text);
    if (!point) break;
    const auto direction = utf8proc_get_property(static_cast<utf8proc_int32_t>(*point))->bidi_class;
    if (direction == UTF8PROC_BIDI_CLASS_L) return false;
    if (direction == UTF8PROC_BIDI_CLASS_R || direction == UTF8PROC_BIDI_CLASS_AL) return true;
  }
  return otherwise;
}

}  // namespace wv::visit
