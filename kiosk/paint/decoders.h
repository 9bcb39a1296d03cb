// One decoder a file format, each the only user of its library. Callers come through image_decode.h.
#pragma once

#include "kiosk/paint/image.h"
#include "sync/base/result.h"
#include "sync/base/world.h"

namespace wv::paint {

enum class Format { Png, Jpeg, Webp };

// `pixels` come straight (0xAARRGGBB, not multiplied); sizes were not checked yet by size functions and are
// by decode.
base::Result<Size> png_size(base::ByteView bytes);
base::Result<Image> png_pixels(base::ByteView bytes, Size size);
base::Result<Size> jpeg_size(base::ByteView bytes);
// May come out smaller, by a half, quarter or eighth, when that still covers `room`.
base::Result<Image> jpeg_pixels(base::ByteView bytes, Size room);
base::Result<Size> webp_size(base::ByteView bytes);
base::Result<Image> webp_pixels(base::ByteView bytes, Size size);

Image blank_image(Size size);

}  // namespace wv::paint
