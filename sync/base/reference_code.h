// The code by which somebody finds their own idea again: 48 random bits, as ten characters or as four Dutch
// words.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "sync/base/world.h"

namespace wv::base {

using CodeBytes = std::array<std::uint8_t, 6>;  // secret for as long as the visitor's screen lasts: wipe it

CodeBytes make_code(Random& random);
// Crockford base 32: 48 bits and 2 check bits = ten characters. "7K3MZ-90QTC" with hyphen, "7K3MZ90QTC"
// without.
std::string code_text(const CodeBytes& code);
std::string code_for_screen(const CodeBytes& code);
// Forgives lower case, spaces and hyphens, I and L for 1, O for 0. Invalid: wrong length, character or check
// bits.
Result<CodeBytes> parse_code(std::string_view typed);

inline constexpr std::size_t word_list_size = 4096;
// Word i of the list stands for the 12-bit value i; words are lower case, sorted or not, all different.
using WordList = std::span<const std::string_view>;
// Splits assets/words/nl.txt into its lines; Invalid unless there are 4,096 different ones.
Result<std::vector<std::string_view>> read_word_list(std::string_view text);
std::array<std::string_view, 4> code_words(const CodeBytes& code, WordList words);
// Four words between spaces, hyphens, commas or dots, in either case. Invalid: other count or unknown word.
Result<CodeBytes> parse_words(std::string_view typed, WordList words);

// A one-time code of 50 random bits in the same alphabet (enrolment), ten characters.
std::string make_enrolment_code(Random& random);
// Upper case, look-alikes replaced, hyphens and spaces gone; Invalid unless ten characters of the alphabet
// remain.
Result<std::string> normal_enrolment_code(std::string_view typed);

}  // namespace wv::base
