// Identifiers that two machines never make twice (RFC 9562).
#pragma once

#include <string>
#include <string_view>

#include "sync/base/world.h"

namespace wv::base {

// Version 7: 48 bits of time and 74 random bits, lower case with hyphens. Not monotonic within a millisecond.
std::string make_uuid7(Instant at, Random& random);
std::string make_uuid4(Random& random);
// Lower case, hyphens in place, any version. The wire accepts no other spelling.
bool is_uuid(std::string_view text);
bool is_uuid7(std::string_view text);

}  // namespace wv::base
