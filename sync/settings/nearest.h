// What somebody probably meant to type.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace wv::settings {

// The word among `known` that begins with what was typed, or that needs the fewest slips of the finger (a
// letter too many, too few, another one, or two that changed places) to become `typed`; empty when that would
// take more than one slip for every three letters.
std::string nearest(std::string_view typed, std::span<const std::string> known);

}  // namespace wv::settings
