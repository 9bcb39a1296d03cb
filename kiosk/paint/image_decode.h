// Pictures from the content: PNG, JPEG and WebP bytes, from whoever wrote them, become an Image or an error.
#pragma once

#include "kiosk/paint/image.h"
#include "sync/base/result.h"
#include "sync/base/world.h"

namespace wv::paint {

inline constexpr std::size_t kMaxImageBytes = 16u << 20;
inline constexpr int kMaxImageSide = 4096;

// Width and height from the header alone; the same limits and errors as decode_image.
base::Result<Size> image_size(base::ByteView bytes);

// The kind is told from the bytes, not from a name. Invalid: not a picture, unknown kind (animated WebP, CMYK
// JPEG), too large. Corrupt: a picture that breaks off or contradicts itself. Never throws, never aborts,
// never prints.
base::Result<Image> decode_image(base::ByteView bytes);

// decode_image, then scaled down to fit inside `room` (a JPEG is decoded small in the first place).
base::Result<Image> decode_image_to_fit(base::ByteView bytes, Size room);

}  // namespace wv::paint
