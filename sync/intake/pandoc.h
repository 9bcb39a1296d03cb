// Documents of word processors as a tree of blocks, by the program pandoc if this machine has it.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/json.h"

namespace wv::intake {

inline constexpr std::size_t largest_document = 16 << 20;

// `format` as pandoc calls it: "docx", "odt", "commonmark_x". Unavailable: there is no pandoc. Invalid: it
// cannot read the document, or not within its memory and time.
base::Result<base::Json> read_with_pandoc(std::string_view document, const std::string& format);

}  // namespace wv::intake
