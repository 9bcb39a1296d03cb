// Canonical JSON as TUF signs it (OLPC): members sorted by code point, no white space, only \" and
// \\ escaped.
#pragma once

#include "sync/base/json.h"

namespace wv::base {

// Invalid for numbers with a fraction and for control characters in texts: two readers of this form disagree
// on those, so they are never signed.
Result<std::string> to_canonical(const Json& value);

}  // namespace wv::base
