// From a visit to what the screen says. Pure: the same values give the same view.
#pragma once

#include <memory>
#include <vector>

#include "kiosk/screens/strings.h"
#include "kiosk/screens/views.h"
#include "kiosk/store/calendar.h"
#include "kiosk/store/content.h"
#include "kiosk/store/report.h"
#include "kiosk/visit/visit.h"
#include "sync/base/time.h"

namespace wv::screens {

// What the views know of the world around the visit.
struct Surroundings {
  base::LocalTime now;
  base::Millis monotonic{};
  base::Instant instant{};
  std::string place_name;              // settings: plek.naam
  model::PlaceId place;                // settings: plek.plek; empty: the first place of the own area
  std::string help_phone;              // settings: telefoon_hulp; empty: the municipality's
  std::vector<model::Lang> languages;  // offered, first is the default
  std::string notice;                  // of the municipality, in Dutch, for Attract and Home; may be empty
  bool can_read_aloud = false;         // there is sound; the bar dims what does nothing
  visit::Rules rules;
  std::shared_ptr<const store::Almanac> almanac;  // of the own area, for today; null: no activities
  std::shared_ptr<const City> city;               // the map, cut for drawing; only shown there
  std::optional<store::Report> report;            // facts for the readiness screen; only read there
};

// What a picture says that stands in for the program while it cannot run: nothing that could grow old.
View make_safe_view(const Strings& strings, const Surroundings& around);

// As on the next day at the same time by the clock on the wall.
void turn_to_tomorrow(Surroundings& around);

View make_view(const visit::Visit& visit, const store::Content& content, const Strings& strings,
               const Surroundings& around);

}  // namespace wv::screens
