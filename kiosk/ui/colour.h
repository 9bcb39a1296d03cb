// A colour and how well two of them can be told apart (WCAG 2.2, "contrast ratio").
#pragma once

#include <string>
#include <string_view>

#include "kiosk/paint/geometry.h"
#include "sync/base/result.h"

namespace wv::ui {

using paint::Colour;

// An opaque colour as CSS Color 4 writes it: #RGB, #RRGGBB, #RRGGBBFF, rgb(), hsl(), black or white. Anything
// else, and whatever one could look through, is Invalid.
base::Result<Colour> parse_colour(std::string_view css);
std::string to_hex(Colour colour);

// What the eye gets when `above` with its alpha lies on an opaque `below`.
Colour blend(Colour above, Colour below);

// From 0 (black) to 1 (white), of an opaque colour.
double relative_luminance(Colour colour);

// From 1 (the same) to 21 (black on white); symmetric.
double contrast(Colour one, Colour other);

}  // namespace wv::ui
