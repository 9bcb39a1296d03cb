// A code for a phone or a hand scanner: on a terminal, in a page, or as a picture to send along.
#pragma once

#include <string>
#include <string_view>

#include "sync/base/world.h"

namespace wv::central {

// All of them with the quiet zone around it, dark on white. Invalid: the text does not fit into one code.

// Its dark modules as the path of an SVG of `side` units; the rest is white.
struct QrPath {
  int side = 0;
  std::string path;
};
base::Result<QrPath> qr_path(std::string_view text);
// Half blocks in black on white by ANSI colours, so that it reads on a dark and on a light terminal.
base::Result<std::string> qr_for_terminal(std::string_view text);
// One element <svg> without script, style sheet or size of its own; `label` is what a screen reader says.
// Both may hold any text.
base::Result<std::string> qr_svg(std::string_view text, std::string_view label);
base::Result<base::Bytes> qr_png(std::string_view text);

}  // namespace wv::central
