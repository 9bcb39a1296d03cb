// Text in which the words that were searched for stand out.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/words.h"

namespace wv::ui {

// Bytes [begin, end) of a text.
struct ByteSpan {
  std::size_t begin = 0, end = 0;
};
// As words(), with a pale ground and a line under each span: never by colour alone. Spans outside the text
// mark nothing.
Part marked(std::string name, const Copy& copy, std::vector<ByteSpan> spans, const Lines& lines);

}  // namespace wv::ui
