// A QR code as a drawing inside a page.
#pragma once

#include <string>
#include <string_view>

#include "sync/desk/html.h"

namespace wv::desk {

// Nothing when the text does not fit into one: it stands beside the picture in words.
Html code_picture(std::string_view text, std::string label);

}  // namespace wv::desk
