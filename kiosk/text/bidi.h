// Which way each letter runs: Unicode's bidirectional algorithm (UAX 9) by FriBidi.
#pragma once

#include <cstdint>
#include <span>

#include "kiosk/text/paragraph.h"
#include "kiosk/text/unicode.h"

namespace wv::text {

using Level = std::uint8_t;  // odd runs from right to left

// The level of each code point of one paragraph (without its line end); returns whether the paragraph itself
// runs from right to left: as told, else by its first letter, else as `otherwise`.
bool find_levels(std::span<const char32_t> points, Direction direction, bool otherwise, Wiped<Level>& out);

// Text of these languages starts at the right.
bool is_right_to_left(std::string_view lang);

}  // namespace wv::text
