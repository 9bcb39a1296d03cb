// A half-written text on its way to a phone: whole when one code can hold it, else in parts of about one
// size.
#pragma once

#include <string_view>
#include <vector>

namespace wv::screens {

// A code of version 26 with error correction M holds 1,059 bytes in 121 x 121 modules (ISO/IEC 18004, table
// 7): on the smallest panel that is promised a module is still over half a millimetre. So an idea that may be
// sent fits into one code in every Latin script; other scripts and texts that run over take two or three.
inline constexpr std::size_t most_bytes_in_code = 1050;

// Views into `text` (valid UTF-8), which together are all of it; cut after a blank where there is one near,
// and never inside a character. Empty for an empty text.
std::vector<std::string_view> parts_for_codes(std::string_view text, std::size_t most = most_bytes_in_code);

}  // namespace wv::screens
