// From typed words to what the release on show has about them. Reads the index that sync made (zoek in
// sync/client/release.sql); a release from before there was one cannot be searched and is shown all the same.
#pragma once

#include "kiosk/visit/effect.h"
#include "sync/db/database.h"

namespace wv::store {

inline constexpr std::size_t most_hits = 30;

// Every word has to be there, as a word or its beginning; capitals and accents make no difference, words of
// one letter are passed over. First the area that was asked for, titles before texts; each item once, in the
// visitor's language when that is where the words stand. Costs a few milliseconds with ten thousand items,
// whatever is asked. Unavailable: no index, or one that cannot be read.
visit::SearchAnswer search(db::Database& release, const visit::Search& wanted);

}  // namespace wv::store
