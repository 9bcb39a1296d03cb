// Words of others made fit for content: cleaned, shortened, compared, and turned into ids.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wv::intake {

// A text over several lines: no controls, no tabs, blank ends gone. Longer than `most` code points: cut with
// "…".
std::string fit_text(std::string_view text, std::size_t most);
// The same on one line.
std::string fit_line(std::string_view text, std::size_t most);
bool was_cut(std::string_view text, std::size_t most);

// ASCII letters in lower case and blank ends gone, to compare names.
std::string folded(std::string_view text);
// "Buurthuis De Ypelaar.ics" → "buurthuis-de-ypelaar-ics"; never empty.
std::string slug(std::string_view text);
// The same for the same `seed`, whatever else changes: "ics-" and 16 hexadecimal digits.
std::string stable_id(std::string_view prefix, std::string_view seed);

}  // namespace wv::intake
