// News of a website (RSS 2.0 or Atom) as news of an area, by libxml2.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/result.h"
#include "sync/intake/reading.h"

namespace wv::intake {

inline constexpr std::size_t largest_feed = 8 << 20;

// The newest items, newest first. Invalid: no XML, no feed, or with a DTD (which could make much out of
// little).
base::Result<Reading> read_feed(std::string_view bytes, const std::string& area);

}  // namespace wv::intake
