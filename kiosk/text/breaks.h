// Where a line may end: Unicode's rules (UAX 14) by libunibreak.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "kiosk/text/unicode.h"

namespace wv::text {

enum class Break : std::uint8_t { Forced, Allowed, None };

// Once before find_breaks; again does no harm.
void prepare_breaks();

// One answer for each code point: what is allowed behind it. The last one is Forced.
void find_breaks(std::span<const char32_t> points, std::string_view lang, Wiped<char>& scratch,
                 Wiped<Break>& out);

}  // namespace wv::text
