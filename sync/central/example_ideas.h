// Invented ideas for a demonstration, so that the screen of ideas is not empty on the first day.
#pragma once

#include "sync/base/json.h"
#include "sync/base/world.h"
#include "sync/central/store.h"

namespace wv::central {

// The kiosk they seem to come from: whoever looks at the archive sees at once what they are.
inline constexpr std::string_view example_kiosk = "voorbeeld";

// {"ideeen": [{"tekst"*, "dagenGeleden"*, "gebied", "thema", "opgave", "steun",
//              "stappen": [{"status"*, "dagenGeleden"*, "tekst": {"nl": …}}]}]}, oldest idea first.
// Goes through the same doors as real ones. None are taken, and 0 returned, when there are examples already.
// Invalid with the place of the first mistake.
Result<std::size_t> take_example_ideas(Store& store, const base::Json& file, base::Random& random,
                                       Instant now);

}  // namespace wv::central
