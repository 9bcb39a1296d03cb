// Whether a place is open now, and until or from when, in words.
#pragma once

#include "kiosk/screens/views.h"
#include "kiosk/screens/wording.h"

namespace wv::screens {

// "Open tot 17.00 uur", "Dicht. Open vanaf 13.00 uur", "Dicht. Morgen open vanaf 9.00 uur", "Dicht"; looks a
// week ahead.
Opening opening_now(const model::OpeningHours& hours, const base::LocalTime& now, const Wording& say);
// "Vandaag open tot 17.00 uur", and after closing time as opening_now, for Attract.
Words opening_today(const model::OpeningHours& hours, const base::LocalTime& now, const Wording& say);
// A week of lines for the team screen: day – "9.00 uur tot 12.30 uur en 13.30 uur tot 17.00 uur".
std::vector<Fact> opening_week(const model::OpeningHours& hours, const base::LocalTime& now,
                               const Wording& say);

}  // namespace wv::screens
