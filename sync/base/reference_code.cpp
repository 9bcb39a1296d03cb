// Crockford's alphabet has no I, L, O and U, so that a code read aloud or from paper survives.
#include "sync/base/reference_code.h"

#include <algorithm>
#include <unordered_set>

#include "sync/base/secret.h"

namespace wv::base {
namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_length = 10;

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The remainder of division by x²+x+1: finds every wrong bit and most swapped neighbours.
std::uint64_t check_bits(std::uint64_t value48) {
  std::uint64_t rest = value48 << 2;
  for (int bit = 49; bit >= 2; --bit)
    if (rest >> bit & 1) rest ^= std::uint64_t{0b111} << (bit - 2);
  return rest;
}

std::uint64_t number(const CodeBytes& code) {
  std::uint64_t value = 0;
  for (const std::uint8_t byte : code) value = value << 8 | byte;
  return value;
}

CodeBytes bytes_of(std::uint64_t value) {
  CodeBytes code{};
  for (std::size_t i = code.size(); i-- > 0; value >>= 8) code[i] = static_cast<std::uint8_t>(value & 0xff);
  return code;
}

std::string in_alphabet(std::uint64_t value50) {
  std::string text(code_length, '0');
  for (std::size_t i = code_length; i-- > 0; value50 >>= 5) text[i] = alphabet[value50 & 31];
  return text;
}

Result<std::string> normal_form(std::string_view typed) {
  std::string text;
  for (const char c : typed) {
    if (c == ' ' || c == '-' || c == '\t') continue;
    const char u = upper(c);
    const char meant = u == 'I' || u == 'L' ? '1' : u == 'O' ? '0' : u;
    if (alphabet.find(meant) == std::string_view::npos || text.size() == code_length)
      return fail(ErrorCode::Invalid, "not a code of ten characters");
    text += meant;
  }
  if (text.size() != code_length) return fail(ErrorCode::Invalid, "not a code of ten characters");
  return text;
}

bool between_words(char c) {
  return c == ' ' || c == '-' || c == ',' || c == '.' || c == '\t' || c == '\n';
}

std::vector<std::string> words_of(std::string_view typed) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : typed) {
    if (between_words(c)) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    inside = true;
    words.back() += lower(c);
  }
  return words;
}

}  // namespace

CodeBytes make_code(Random& random) {
  CodeBytes code{};
  random.fill(code);
  return code;
}

std::string code_text(const CodeBytes& code) {
  const std::uint64_t value = number(code);
  return in_alphabet(value << 2 | check_bits(value));
}

std::string code_for_screen(const CodeBytes& code) {
  std::string text = code_text(code);
  text.insert(5, "-");
  return text;
}

Result<CodeBytes> parse_code(std::string_view typed) {
  WV_TRY(const std::string text, normal_form(typed));
  std::uint64_t value = 0;
  for (const char c : text) value = value << 5 | alphabet.find(c);
  if (check_bits(value >> 2) != (value & 3))
    return fail(ErrorCode::Invalid, "the check bits of the code are wrong");
  return bytes_of(value >> 2);
}

Result<std::vector<std::string_view>> read_word_list(std::string_view text) {
  std::vector<std::string_view> words;
  std::unordered_set<std::string_view> seen;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool lower_case =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (word.empty() || !lower_case || !seen.insert(word).second)
      return fail(ErrorCode::Invalid, "word list, line " + std::to_string(words.size() + 1) +
                                          ": not a word of a-z that is there once");
    words.push_back(word);
  }
  if (words.size() != word_list_size)
    return fail(ErrorCode::Invalid, "the word list has " + std::to_string(words.size()) + " words, not 4096");
  return words;
}

std::array<std::string_view, 4> code_words(const CodeBytes& code, WordList words) {
  const std::uint64_t value = number(code);
  std::array<std::string_view, 4> four;
  for (std::size_t i = 0; i < 4; ++i) four[i] = words[value >> (12 * (3 - i)) & 0xfff];
  return four;
}

Result<CodeBytes> parse_words(std::string_view typed, WordList words) {
  std::vector<std::string> four = words_of(typed);
  std::uint64_t value = 0;
  std::size_t known = 0;
  for (const std::string& word : four) {
    const auto found = std::find(words.begin(), words.end(), word);
    known += found != words.end();
    value = value << 12 | (static_cast<std::uint64_t>(found - words.begin()) & 0xfff);
  }
  const bool right = four.size() == 4 && known == 4;
  for (std::string& word : four) wipe(word);
  if (!right) return fail(ErrorCode::Invalid, "not four words of the list");
  return bytes_of(value);
}

std::string make_enrolment_code(Random& random) {
  std::array<std::uint8_t, 8> bytes{};
  random.fill(bytes);
  std::uint64_t value = 0;
  for (const std::uint8_t byte : bytes) value = value << 8 | byte;
  return in_alphabet(value >> 14);
}

Result<std::string> normal_enrolment_code(std::string_view typed) {
  return normal_form(typed);
}

}  // namespace wv::base
