// Screenshots and golden files.
#pragma once

#include "kiosk/paint/canvas.h"
#include "sync/base/result.h"
#include "sync/base/world.h"

namespace wv::paint {

// 8-bit RGB without alpha. About 100 ms for a full screen: not for every frame.
base::Result<base::Bytes> encode_png(const Canvas& canvas);

}  // namespace wv::paint
