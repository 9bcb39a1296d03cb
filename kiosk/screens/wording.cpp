// Dates, times, figures and lists in words: the patterns come from the catalogue, the arithmetic from here.
#include "kiosk/screens/wording.h"

#include <locale.h>
#include <wctype.h>

#include <array>

#include "sync/base/direction.h"
#include "sync/base/utf8.h"

namespace wv::screens {
namespace {

using std::chrono::sys_days;

constexpr std::array weekday_keys = {"day.monday", "day.tuesday",  "day.wednesday", "day.thursday",
                                     "day.friday", "day.saturday", "day.sunday"};
constexpr std::array month_keys = {"month.january",   "month.february", "month.march",    "month.april",
                                   "month.may",       "month.june",     "month.july",     "month.august",
                                   "month.september", "month.october",  "month.november", "month.december"};
// Without a day before it: Polish and Ukrainian say "listopada" in a date and "listopad" alone.
constexpr std::array month_alone_keys = {
    "month.alone.january",   "month.alone.february", "month.alone.march",    "month.alone.april",
    "month.alone.may",       "month.alone.june",     "month.alone.july",     "month.alone.august",
    "month.alone.september", "month.alone.october",  "month.alone.november", "month.alone.december"};
constexpr std::array quarter_keys = {"quarter.first", "quarter.second", "quarter.third", "quarter.fourth"};

unsigned month_of(base::Day day) {
  return static_cast<unsigned>(day.month());
}
std::string year_of(base::Day day) {
  return std::to_string(static_cast<int>(day.year()));
}
std::string hour_of(std::chrono::minutes at) {
  return std::to_string(at.count() / 60 % 24);
}
std::string minute_of(std::chrono::minutes at) {
  const std::string low = std::to_string(at.count() % 60);
  return low.size() < 2 ? "0" + low : low;
}
std::string day_of(base::Day day) {
  return std::to_string(static_cast<unsigned>(day.day()));
}

}  // namespace

Words Wording::content(const model::Text& text) const {
  const auto found = text.find(lang_);
  return {std::string(found.text), found.is_fallback ? model::Lang("nl") : lang_, found.is_fallback};
}

std::string Wording::isolated(std::string text) const {
  return base::is_right_to_left(lang_) ? base::isolated(text) : std::move(text);
}

std::string Wording::weekday(base::Day day) const {
  const unsigned iso = std::chrono::weekday(sys_days(day)).iso_encoding();
  return (*this)(weekday_keys[iso - 1]).text;
}

std::string Wording::date(base::Day day) const {
  return (*this)("date.weekday", {{"weekday", weekday(day)},
                                  {"day", day_of(day)},
                                  {"month", (*this)(month_keys[month_of(day) - 1]).text}})
      .text;
}

std::string Wording::full_date(base::Day day) const {
  return (*this)("date.full", {{"day", day_of(day)},
                               {"month", (*this)(month_keys[month_of(day) - 1]).text},
                               {"year", year_of(day)}})
      .text;
}

std::string Wording::month(base::Day day) const {
  return (*this)("date.month",
                 {{"month", (*this)(month_alone_keys[month_of(day) - 1]).text}, {"year", year_of(day)}})
      .text;
}

std::string Wording::clock(std::chrono::minutes since_midnight) const {
  return (*this)("time.clock", {{"hour", hour_of(since_midnight)}, {"minute", minute_of(since_midnight)}})
      .text;
}

std::string Wording::span(std::chrono::minutes from, std::chrono::minutes to) const {
  return (*this)("time.span", {{"hour", hour_of(from)},
                               {"minute", minute_of(from)},
                               {"to-hour", hour_of(to)},
                               {"to-minute", minute_of(to)}})
      .text;
}

std::string Wording::moment(const base::LocalTime& at) const {
  return (*this)("time.moment", {{"date", full_date(at.day)}, {"clock", clock(at.since_midnight)}}).text;
}

std::string Wording::number(std::int64_t value) const {
  std::string digits = std::to_string(value < 0 ? -value : value);
  const std::string mark = (*this)("number.thousands").text;
  for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, mark);
  return value < 0 ? "-" + digits : digits;
}

std::string Wording::list(const std::vector<std::string>& items) const {
  std::string out;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) out += (*this)(i + 1 == items.size() ? "list.and" : "list.comma").text;
    out += isolated(items[i]);
  }
  return out;
}

Words Wording::period(const model::Period& period) const {
  using Precision = model::Period::Precision;
  const auto say = [&](base::Day day) {
    switch (period.precision) {
      case Precision::ToDay:
        return full_date(day);
      case Precision::ToMonth:
        return month(day);
      case Precision::ToQuarter: {
        const std::string quarter = (*this)(quarter_keys[(month_of(day) - 1) / 3]).text;
        return (*this)("date.quarter", {{"quarter", quarter}, {"year", year_of(day)}}).text;
      }
      case Precision::ToYear:
        return year_of(day);
    }
    return year_of(day);
  };
  const std::string from = say(period.from), to = say(period.to);
  return from == to ? name(from) : (*this)("date.from-to", {{"from", from}, {"to", to}});
}

Words Wording::ago(base::Day day, base::Day today) const {
  const auto days = (sys_days(today) - sys_days(day)).count();
  if (days <= 0) return (*this)("date.today");
  if (days == 1) return (*this)("date.yesterday");
  return count("date.days-ago", days);
}

std::string capital(std::string text) {
  // Part of the C library itself: the machine's language has no say in it.
  static const locale_t unicode = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
  std::string_view rest = text;
  const auto first = base::next_code_point(rest);
  if (!first || unicode == nullptr) return text;
  std::string out;
  base::append_code_point(out, static_cast<char32_t>(towupper_l(static_cast<wint_t>(*first), unicode)));
  return out.append(rest);
}

base::LocalTime local_at(base::Instant at, const base::LocalTime& now) {
  const auto wall = at + now.utc_offset;
  const auto day = std::chrono::floor<std::chrono::days>(wall);
  return {base::Day(day), std::chrono::floor<std::chrono::minutes>(wall - day), now.utc_offset};
}

}  // namespace wv::screens
