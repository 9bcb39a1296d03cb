// What stands between brackets after an action, and other small Dutch phrases of agendas, as values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/json.h"
#include "sync/base/time.h"

namespace wv::intake {

struct ActionWords {
  std::string title;
  std::string status;          // a word of keys.md; empty: not said
  std::string status_written;  // "in uitvoering, haalbaarheidsfase loopt"
  std::vector<std::string> leads, partners;
  std::optional<base::Json> period;  // periode of keys.md
};

// "Bomen (in uitvoering, trekker: wijkraad en school, voor einde 2026)". Brackets that say none of this
// belong to the title.
ActionWords read_action_words(std::string_view written);

// "18 maart 2025", "18-03-2025" or "2025-03-18"
std::optional<base::Day> read_dutch_day(std::string_view written);
// The four-digit years in a text, in order.
std::vector<int> years_in(std::string_view text);
// Parts between commas and semicolons, and " en " when `also_and`; blank ends gone.
enum class Parting { Commas, CommasAndAnd };
std::vector<std::string> parts_of(std::string_view text, Parting parting);

}  // namespace wv::intake
