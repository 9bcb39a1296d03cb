// A decoder that accepts exactly what Unicode calls well-formed.
#include "sync/base/utf8.h"

namespace wv::base {
namespace {

unsigned at(std::string_view text, std::size_t i) {
  return static_cast<unsigned char>(text[i]);
}

// Length of the well-formed sequence of several bytes at the front, 0 when there is none. Table 3-7 of the
// Unicode standard.
std::size_t sequence_length(std::string_view text) {
  if (text.empty()) return 0;
  const unsigned lead = at(text, 0);
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : (lead & 0xF0) == 0xE0        ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 0;
  if (length == 0 || text.size() < length) return 0;
  const unsigned least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  const unsigned most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (at(text, 1) < least || at(text, 1) > most) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if ((at(text, i) & 0xC0) != 0x80) return 0;
  return length;
}

}  // namespace

std::optional<char32_t> next_code_point(std::string_view& text) {
  if (!text.empty() && at(text, 0) < 0x80) {  // most text is ASCII
    const char32_t value = at(text, 0);
    text.remove_prefix(1);
    return value;
  }
  const std::size_t length = sequence_length(text);
  if (length == 0) return std::nullopt;
  char32_t value = at(text, 0) & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) value = value << 6 | (at(text, i) & 0x3F);
  text.remove_prefix(length);
  return value;
}

bool is_utf8(std::string_view text) {
  const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  do {  // most text is ASCII, and a compiler makes short work of finding its end
    text.remove_prefix(static_cast<std::size_t>(std::ranges::find_if_not(text, is_ascii) - text.begin()));
  } while (next_code_point(text));
  return text.empty();
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (; !text.empty(); ++count)
    if (!next_code_point(text)) text.remove_prefix(1);
  return count;
}

std::string_view first_code_points(std::string_view text, std::size_t count) {
  std::string_view rest = text;
  while (count-- > 0 && next_code_point(rest)) {
  }
  return text.substr(0, text.size() - rest.size());
}

std::string joined(std::span<const std::string> texts, std::string_view separator) {
  std::string all;
  for (const auto& text : texts) all.append(all.empty() ? "" : separator).append(text);
  return all;
}

std::string padded(std::string_view text, std::size_t width, std::size_t gap) {
  const auto length = count_code_points(text);
  return std::string(text) + std::string(length < width ? width - length : gap, ' ');
}

void append_code_point(std::string& text, char32_t c) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6);
    tail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | c >> 12);
    tail(6);
    tail(0);
  } else {
    text += static_cast<char>(0xF0 | c >> 18);
    tail(12);
    tail(6);
    tail(0);
  }
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

bool is_blank(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) ||
         c == 0x3000 || c == 0xFEFF;
}

std::string_view strip(std::string_view text) {
  std::string_view rest = text;
  while (const auto c = next_code_point(rest)) {
    if (!is_blank(*c)) break;
    text = rest;
  }
  std::size_t end = 0;
  rest = text;
  while (!rest.empty()) {
    const auto c = next_code_point(rest);
    if (!c) rest.remove_prefix(1);
    if (!c || !is_blank(*c)) end = text.size() - rest.size();
  }
  return text.substr(0, end);
}

std::string clean_text(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    if (text.starts_with("\r\n")) text.remove_prefix(1);
    const auto c = next_code_point(text);
    if (!c) {
      out += "\xEF\xBF\xBD";
      text.remove_prefix(1);
    } else if (!is_control(*c) || *c == '\n' || *c == '\t') {
      append_code_point(out, *c);
    }
  }
  return out;
}

}  // namespace wv::base
