// How unknown bytes become code points that nothing later needs to doubt.
#include "kiosk/text/unicode.h"

#include "sync/base/utf8.h"

namespace wv::text {

namespace {

char32_t shown_as(char32_t point) {
  const bool control = point < 0x20 || (point >= 0x7F && point < 0xA0);
  return control && point != '\t' && !is_line_end(point) ? replacement : point;
}

}  // namespace

void decode(std::string_view text, Decoded& out) {
  out.points.clear();
  out.bytes.clear();
  out.truncated = text.size() > most_bytes;
  const auto whole = text.size();
  while (!text.empty()) {
    const auto at = whole - text.size();
    const auto left = text.size();
    const auto point = base::next_code_point(text);
    if (!point) text.remove_prefix(1);
    const auto end = at + (left - text.size());
    if (end > most_bytes) break;
    out.points.push_back(point ? shown_as(*point) : replacement);
    out.bytes.push_back(static_cast<std::uint32_t>(at));
    if (end == whole) break;
  }
  const auto end = out.truncated && !out.bytes.empty() ? whole - text.size() : whole;
  out.bytes.push_back(static_cast<std::uint32_t>(end < most_bytes ? end : most_bytes));
}

bool is_line_end(char32_t point) {
  return (point >= 0x0A && point <= 0x0D) || point == 0x85 || point == 0x2028 || point == 0x2029;
}

bool is_space(char32_t point) {
  if (point == ' ' || point == '\t') return true;
  if (point < 0x1680) return false;
  return point == 0x1680 || (point >= 0x2000 && point <= 0x200A && point != 0x2007) || point == 0x205F ||
         point == 0x3000;
}

bool is_invisible(char32_t point) {
  if (point < 0x300) return point == soft_hyphen;
  return point == 0x34F || point == 0x61C || (point >= 0x180B && point <= 0x180E) ||
         (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
         (point >= 0x2060 && point <= 0x206F) || (point >= 0xFE00 && point <= 0xFE0F) || point == 0xFEFF ||
         (point >= 0xE0000 && point <= 0xE0FFF);
}

}  // namespace wv::text
