// When activities take place: repeating ones expanded by libical, which is met nowhere else.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/time.h"
#include "sync/model/content.h"

namespace wv::store {

struct Occurrence {
  const model::Event* event = nullptr;  // of the area that the almanac keeps
  base::Day day;
  std::chrono::minutes starts{};  // since local midnight
};

// How an activity comes back, as far as words can say it.
struct Repetition {
  enum class Every { Day, Week, Month, Year, Other };  // Other: too particular for a sentence
  struct Weekday {
    std::chrono::weekday day;
    int nth = 0;  // in a month: 1 the first, -1 the last; 0: every one
  };
  Every every = Every::Other;
  int interval = 1;
  std::vector<Weekday> days;  // Week and Month; never empty with Week
  int month_day = 0;          // Month without days
  std::optional<base::Day> until;
};

// The activities of one area from a day on. Expanded once when the content or the day changes, read by every
// view.
struct Almanac {
  static constexpr int days_ahead = 366;
  static constexpr std::size_t most_dates =
      60;  // of each activity: a rule that never ends stays within bounds

  base::Day today{};
  std::shared_ptr<const model::AreaContent> area;
  // By day and time: all that are not over before `today` begins, for a year. Starts named in `exdates` do
  // not take place; an activity that is cancelled as a whole is in the list, so that people who come for it
  // are told.
  std::vector<Occurrence> coming;
  std::map<model::EventId, Repetition> repetitions;
  // Activities whose rule gives no dates at all, for the staff screen.
  std::vector<model::EventId> unusable;
};
Almanac almanac_of(std::shared_ptr<const model::AreaContent> area, base::Day today);

// One date of an activity as other calendars read it (RFC 5545), in UTC and small enough for a QR code: long
// texts are cut.
struct CalendarEntry {
  std::string uid;
  std::string summary, location;  // location may be empty
  base::Day day;
  std::chrono::minutes starts{}, duration{};  // wall clock of the Netherlands
  base::Instant made_at;
};
std::string as_icalendar(const CalendarEntry& entry);

}  // namespace wv::store
