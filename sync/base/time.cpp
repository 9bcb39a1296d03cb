// RFC 3339 and ISO 8601 days, written and read by hand: the library of GCC 12 cannot do it yet.
#include "sync/base/time.h"

#include <cstdio>
#include <optional>

namespace wv::base {
namespace {

using namespace std::chrono;

// Takes exactly `digits` digits off the front.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
  if (text.size() < digits) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(0, digits)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take(std::string_view& text, std::string_view any_of) {
  if (text.empty() || any_of.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

std::optional<Day> take_day(std::string_view& text) {
  const auto y = take_number(text, 4);
  if (!y || !take(text, "-")) return std::nullopt;
  const auto m = take_number(text, 2);
  if (!m || !take(text, "-")) return std::nullopt;
  const auto d = take_number(text, 2);
  if (!d) return std::nullopt;
  const Day day{year{*y}, month{static_cast<unsigned>(*m)}, std::chrono::day{static_cast<unsigned>(*d)}};
  if (!day.ok()) return std::nullopt;
  return day;
}

// "10:00:00"
std::optional<seconds> take_time(std::string_view& text) {
  const auto h = take_number(text, 2);
  if (!h || *h > 23 || !take(text, ":")) return std::nullopt;
  const auto m = take_number(text, 2);
  if (!m || *m > 59 || !take(text, ":")) return std::nullopt;
  const auto s = take_number(text, 2);
  if (!s || *s > 59) return std::nullopt;
  return hours{*h} + minutes{*m} + seconds{*s};
}

// ".123456": everything after the milliseconds is read and left.
std::optional<Millis> take_fraction(std::string_view& text) {
  if (!take(text, ".")) return Millis{0};
  int value = 0, digits = 0;
  for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), ++digits)
    if (digits < 3) value = value * 10 + (text.front() - '0');
  if (digits == 0) return std::nullopt;
  for (int i = digits; i < 3; ++i) value *= 10;
  return Millis{value};
}

std::optional<minutes> take_offset(std::string_view& text) {
  if (take(text, "Zz")) return minutes{0};
  if (text.empty()) return std::nullopt;
  const int sign = text.front() == '-' ? -1 : 1;
  if (!take(text, "+-")) return std::nullopt;
  const auto h = take_number(text, 2);
  if (!h || *h > 23 || !take(text, ":")) return std::nullopt;
  const auto m = take_number(text, 2);
  if (!m || *m > 59) return std::nullopt;
  return sign * (hours{*h} + minutes{*m});
}

std::optional<Instant> read_instant(std::string_view text) {
  const auto day = take_day(text);
  if (!day || !take(text, "Tt")) return std::nullopt;
  const auto time = take_time(text);
  if (!time) return std::nullopt;
  const auto fraction = take_fraction(text);
  if (!fraction) return std::nullopt;
  const auto offset = take_offset(text);
  if (!offset || !text.empty()) return std::nullopt;
  const Instant at = sys_days{*day} + *time + *fraction - *offset;
  // In UTC it may fall in a year that cannot be written any more.
  if (at < sys_days{year{0} / 1 / 1} || at >= sys_days{year{9999} / 12 / 31} + days{1}) return std::nullopt;
  return at;
}

}  // namespace

std::string to_rfc3339(Instant at) {
  const auto whole = floor<seconds>(at);
  const auto midnight = floor<days>(whole);
  const hh_mm_ss time{whole - midnight};
  char text[48];
  std::snprintf(text, sizeof text, "T%02d:%02d:%02dZ", static_cast<int>(time.hours().count()),
                static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
  return to_iso_day(Day{midnight}) + text;
}

Result<Instant> parse_rfc3339(std::string_view text) {
  const auto instant = read_instant(text);
  if (!instant) return fail(ErrorCode::Invalid, "not a moment like 2026-03-01T10:00:00Z");
  return *instant;
}

std::string to_iso_day(Day day) {
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()),
                static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
  return text;
}

Result<Day> parse_iso_day(std::string_view text) {
  const auto day = take_day(text);
  if (!day || !text.empty()) return fail(ErrorCode::Invalid, "not a day like 2026-03-01");
  return *day;
}

}  // namespace wv::base
