// libunibreak stays in this file.
#include "kiosk/text/breaks.h"

#include <linebreak.h>

#include <algorithm>
#include <array>

namespace wv::text {

namespace {

Break meaning(char kind) {
  if (kind == LINEBREAK_MUSTBREAK) return Break::Forced;
  return kind == LINEBREAK_ALLOWBREAK ? Break::Allowed : Break::None;
}

}  // namespace

void prepare_breaks() {
  init_linebreak();
}

void find_breaks(std::span<const char32_t> points, std::string_view lang, Wiped<char>& scratch,
                 Wiped<Break>& out) {
  static_assert(sizeof(utf32_t) == sizeof(char32_t));
  scratch.assign(points.size(), LINEBREAK_NOBREAK);
  out.assign(points.size(), Break::None);
  if (points.empty()) return;
  std::array<char, 16> language{};  // ends in a zero
  std::copy_n(lang.begin(), std::min(lang.size(), language.size() - 1), language.begin());
  // char32_t and utf32_t are one and the same in memory.
  set_linebreaks_utf32(reinterpret_cast<const utf32_t*>(points.data()), points.size(), language.data(),
                       scratch.data());
  std::ranges::transform(scratch, out.begin(), meaning);
  out.back() = Break::Forced;
}

}  // namespace wv::text
