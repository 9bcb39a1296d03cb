// Activities in words: when, how often, where, for how much; shared by the list, the detail and Attract.
#pragma once

#include "kiosk/screens/content_words.h"
#include "kiosk/store/calendar.h"

namespace wv::screens {

// "elke dinsdag en donderdag", "elke eerste zondag van de maand"; empty when the activity does not repeat.
std::string repetition_words(const store::Almanac& almanac, const model::Event& event, const Wording& say);
std::string where_words(const model::Event& event, const model::AreaContent& area, const Wording& say);
// A day near by has a name: "Vandaag, maandag 23 november".
Words day_title(base::Day day, base::Day today, const Wording& say);
// Whole words, with an ellipsis when something is left out: for places that have room for one line.
std::string shortened(const std::string& text, std::size_t most_characters);

// Said to cost nothing: the price begins with that word. "€ 5, kinderen gratis" does not.
bool is_free(const model::Event& event);
bool is_over(const store::Occurrence& one, const base::LocalTime& now);
bool is_going_on(const store::Occurrence& one, const base::LocalTime& now);

// Pictogram and colour of an activity: its theme's, or that of a cancelled one.
struct EventLook {
  std::string icon;
  Tint tint;
};
EventLook look_of(const model::Event& event, const store::Content& content);

}  // namespace wv::screens
