// What counts as one letter, as one word and as a capital, in every script: Unicode's rules.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wv::visit {

// Bytes [begin, end) of a text.
struct Stretch {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin == end; }
  std::size_t size() const { return end - begin; }
  bool operator==(const Stretch&) const = default;
};

// A letter is a grapheme: with its accents, vowel signs and joiners. All texts have to be valid UTF-8.
std::size_t letter_start(std::string_view text, std::size_t byte);  // of the letter in which `byte` lies
std::size_t letter_before(std::string_view text,
                          std::size_t byte);  // start of the one that ends there; 0 at 0
std::size_t letter_after(std::string_view text, std::size_t byte);  // end of the one that begins there
std::vector<std::string> letters_of(std::string_view text);

// The word that holds `byte` or ends there; empty where there is none.
Stretch word_at(std::string_view text, std::size_t byte);

// Turkish has an i with a dot and one without, also as capitals.
enum class Capitals { Common, Turkish };
std::string capital_of(std::string_view letter, Capitals how);

// Does Unicode know this code point?
bool is_assigned(char32_t point);

// By its first letter that has a direction; `otherwise` when there is none.
bool reads_from_right(std::string_view text, bool otherwise);

}  // namespace wv::visit
