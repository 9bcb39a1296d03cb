// Texts of two directions in one line: names, phone numbers and codes inside Arabic.
#pragma once

#include <string>
#include <string_view>

namespace wv::base {

// Languages whose lines begin at the right, by their BCP 47 tag.
bool is_right_to_left(std::string_view lang);

// Puts each line between a first-strong isolate and its end (UAX 9): it keeps its own direction inside a text
// of the other one, and moves nothing around it. Empty lines stay empty.
std::string isolated(std::string_view text);
// No line ends inside it: its spaces become no-break spaces.
std::string unbroken(std::string_view text);
// The same text as it is spoken, searched and sent: isolates left out, no-break spaces as plain ones.
std::string spoken_form(std::string_view text);

}  // namespace wv::base
