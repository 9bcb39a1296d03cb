// Step 3 of 3: lines as glyphs and caret stops in their places.
#pragma once

#include "kiosk/text/paragraph.h"
#include "kiosk/text/wrap.h"

namespace wv::text {

struct LineMetrics {
  Fixed height = 0;    // whole px
  Fixed baseline = 0;  // below the top of the line; whole px
};

struct Layout {
  const Shaped& shaped;
  const Wrapped& wrapped;
  std::span<const Fixed> widths;
  Fixed size = 0;
  Fixed max_width = no_limit;
  Align align = Align::Start;
  LineMetrics metrics;
};

// Fills all of `out` but its style.
void compose(const Layout& layout, Paragraph& out);

}  // namespace wv::text
