// A picture of a screen, small enough to travel: words can still be read.
#pragma once

#include "kiosk/paint/canvas.h"
#include "sync/base/result.h"
#include "sync/base/world.h"

namespace wv::app {

// PNG of at most `most_bytes`, a third of the canvas in each direction or less. Invalid: none is that small.
base::Result<base::Bytes> small_picture(const paint::Canvas& canvas, std::size_t most_bytes);

}  // namespace wv::app
