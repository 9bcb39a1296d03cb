// Reading text as Unicode without trusting it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wv::base {

// No overlong forms, no surrogates, nothing above U+10FFFF.
bool is_utf8(std::string_view text);
// Code points, as limits are counted. Invalid bytes count as one each.
std::size_t count_code_points(std::string_view text);
// The first `count` code points of valid UTF-8.
std::string_view first_code_points(std::string_view text, std::size_t count);
// One after the other, with the separator between them.
std::string joined(std::span<const std::string> texts, std::string_view separator = ", ");
// A column of a table for a terminal: `width` code points wide, and at least `gap` spaces before the next.
std::string padded(std::string_view text, std::size_t width, std::size_t gap = 1);
// Takes the next code point off the front; nothing at the end or at an invalid byte (which is then left
// there).
std::optional<char32_t> next_code_point(std::string_view& text);
void append_code_point(std::string& text, char32_t code_point);

// C0 and C1 controls, DEL and non-characters. Tab and line feed are controls too: callers decide about them.
bool is_control(char32_t code_point);
// Spaces of all kinds, tab, line ends and zero-width characters: what looks like nothing.
bool is_blank(char32_t code_point);
// Without blank code points at either end.
std::string_view strip(std::string_view text);
// Replaces invalid bytes by U+FFFD and leaves out controls except tab and line feed; "\r\n" becomes "\n".
std::string clean_text(std::string_view text);

}  // namespace wv::base
