// Bytes of any origin as code points with their places, and the few questions that layout asks of a code
// point.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sync/base/secret.h"

namespace wv::text {

// What a visitor typed passes through these, so their memory is wiped when it goes.
template <class T>
using Wiped = std::vector<T, base::WipingAllocator<T>>;

// With clusters of at most 512 px this keeps every sum of widths within 32 bits.
constexpr std::size_t most_bytes = 32'767;

struct Decoded {
  Wiped<char32_t> points;
  Wiped<std::uint32_t> bytes;  // where each point begins, and one more: where the text ends
  bool truncated = false;      // the text was longer than most_bytes
};

// Invalid bytes and controls that are no line end or tab become U+FFFD, one each.
void decode(std::string_view text, Decoded& out);

bool is_line_end(char32_t point);  // LF, VT, FF, CR, NEL, LS, PS
bool is_space(char32_t point);     // may vanish at the end of a line; not the no-break spaces
bool is_invisible(
    char32_t point);  // default ignorable: joiners, direction marks, variation selectors, soft hyphen
constexpr char32_t soft_hyphen = 0xAD;
constexpr char32_t zero_width_joiner = 0x200D;
constexpr char32_t replacement = 0xFFFD;

}  // namespace wv::text
