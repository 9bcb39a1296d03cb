// What is wrong with content, all of it at once and with the place, so that its author mends it in one round.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/model/content.h"

namespace wv::model {

// `pointer` is a JSON pointer into the document as sync/wire/keys.md spells it: "/agendas/0/acties/3/opgave".
struct Problem {
  std::string pointer;
  std::string message;  // English, for the author of the content: what is wrong and what would be right
  bool operator==(const Problem&) const = default;
};
using Problems = std::vector<Problem>;

// Each looks at one document by itself: identifiers, references, limits, periods, Dutch present.
Problems check(const Municipality& municipality);
Problems check(const AreaContent& area);
Problems check(const CityMap& map);

// The document beside the municipality's: its area exists, wijken agree, themes exist, languages are
// declared.
Problems check_within(const AreaContent& area, const Municipality& municipality);
Problems check_within(const CityMap& map, const Municipality& municipality);

// [a-z0-9-]{1,64}
bool is_id(std::string_view text);
bool is_wijk_code(std::string_view text);   // "WK085542"
bool is_local_time(std::string_view text);  // "2026-03-02T10:00" with a day that exists
// The words of RFC 5545 in their places; whether the dates make sense is for the calendar.
bool is_rrule(std::string_view text);

}  // namespace wv::model
