// HTML as the text that a reader would see, by libxml2.
#pragma once

#include <string>
#include <string_view>

namespace wv::intake {

// Paragraphs are parted by a blank line, headings begin with "## ", items of a list with "- ". Scripts,
// styles and whatever else is not shown is gone. Never fails: what is no HTML is text.
std::string plain_text(std::string_view html);

}  // namespace wv::intake
