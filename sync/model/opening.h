// Which hours count on a day: those that a place publishes, and those that the settings of one kiosk put over
// them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/content.h"

namespace wv::model {

// Days on which a kiosk stays closed, the first and the last included.
struct Closure {
  Day from, until;
  std::string reason;  // may be empty
  bool operator==(const Closure&) const = default;
};

// The hours of one kiosk, as far as they differ from those of its place.
struct Schedule {
  std::optional<std::vector<OpeningSpan>> week[7];  // index 0 is Monday; not set: as the place says
  std::vector<Closure> closures;
};

// The first closure that holds on that day, or null pointer.
const Closure* closure_on(const std::vector<Closure>& closures, Day day);

// The spans of a day as a place publishes them: an exception of that day stands over the week.
const std::vector<OpeningSpan>& spans_on(const OpeningHours& hours, Day day);
// The spans of a day for one kiosk, in order. A closure stands over an exception of its place, that over the
// kiosk's own week, and that over the week of its place. When neither says a word about that day it is open
// all day: a screen that is lit for nobody is better than one that is dark for somebody. `place` may be null.
std::vector<OpeningSpan> spans_on(const Schedule& schedule, const OpeningHours* place, Day day);

// "09:00-12:30"; an end may be "24:00". Nothing for what is written otherwise, also for 24:30; whether it
// ends after it begins is for the caller to say.
std::optional<OpeningSpan> read_span(std::string_view text);
std::string to_text(const OpeningSpan& span);

}  // namespace wv::model
