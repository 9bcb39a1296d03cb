// When a VEVENT takes place, on the Dutch wall clock. To be included where libical already is.
#pragma once

#include <libical/ical.h>

#include <string>
#include <vector>

#include "sync/intake/calendar_file.h"

namespace wv::intake {

// Fills starts, duration, replaces, rrule, exdates, dates, over and refused. What had to be taken in another
// way than it was written is noted.
void read_times(icalcomponent* event, base::Day today, CalendarEntry& entry, std::vector<Note>& warnings);

// Whether the rules of a VTIMEZONE are of the kind that time zones have: a few changes a year. Others could
// keep libical busy for hours.
bool is_sensible_zone(icalcomponent* zone);

}  // namespace wv::intake
