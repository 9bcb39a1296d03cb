// A QR code as a drawing inside a page, and as blocks on a terminal.
#pragma once

#include <string>
#include <string_view>

#include "sync/desk/html.h"

namespace wv::desk {

Html code_picture(std::string_view text, std::string label);

}  // namespace wv::desk
