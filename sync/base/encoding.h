// Bytes as text and back: hex and base64url, strict in what they accept.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/world.h"

namespace wv::base {

std::string to_hex(ByteView bytes);                   // lower case
Result<Bytes> from_hex(std::string_view text);        // either case, even length, nothing else
std::string to_base64url(ByteView bytes);             // RFC 4648 section 5, without padding
Result<Bytes> from_base64url(std::string_view text);  // no padding, no white space, canonical last character
std::string to_base64(ByteView bytes);                // RFC 4648 section 4, with padding
Result<Bytes> from_base64(std::string_view text);     // the same back, as strict as the others

}  // namespace wv::base
