// Longer texts of the content in blocks, so that a rule of the house or a piece of news is read in steps and
// not as one grey slab. Authors write plain lines or a little Markdown.
#pragma once

#include "kiosk/screens/views.h"

namespace wv::screens {

// Headings, paragraphs, bullets and numbered items. A line that is typed on its own stays on its own; a line
// that is bold as a whole is a heading; other marks of Markdown lose their form and keep their words. The
// fallback mark stands behind the last block only.
std::vector<ProseBlock> prose_blocks(const Words& text);

}  // namespace wv::screens
