// An iCalendar file (RFC 5545) as plain values on the Dutch wall clock, by libical.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sync/base/time.h"
#include "sync/intake/reading.h"

namespace wv::intake {

inline constexpr std::size_t largest_calendar = 8 << 20;

// One VEVENT. Moments are as content writes them, "2026-03-02T10:00": what a clock in the Netherlands shows.
struct CalendarEntry {
  std::string uid;  // may be empty
  int line = 0;     // where it begins
  std::string title, description, location, organiser;
  std::vector<std::string> categories;
  std::optional<std::pair<double, double>> position;  // latitude and longitude
  bool cancelled = false, is_private = false;
  std::string starts;
  std::optional<std::chrono::minutes> duration;
  std::string replaces;                 // the date of a repetition in whose place this one comes
  std::string rrule;                    // when the clock of the rule is the Dutch clock
  std::vector<std::string> exdates;     // dates of the rule that do not take place
  std::vector<std::string> dates;       // on which it takes place beside `starts` and the rule
  bool over = false;                    // lies before today, with all its repetitions
  std::string refused;                  // why it cannot be shown; else empty
  std::pair<int, std::string> version;  // SEQUENCE and last change: the highest counts
};

// How a report names it: by line, title and UID.
std::string where(const CalendarEntry& entry);

struct Calendar {
  std::vector<CalendarEntry> entries;
  std::vector<Note> warnings;
};

// Invalid: no iCalendar, cut off, or nested deeper than calendars are.
base::Result<Calendar> read_calendar(std::string_view text, base::Day today);

}  // namespace wv::intake
