// WebP from memory; still pictures only.
#include <webp/decode.h>

#include <bit>

#include "kiosk/paint/decoders.h"

namespace wv::paint {

using base::ErrorCode;
using base::fail;
using base::Result;

Result<Size> webp_size(base::ByteView bytes) {
  WebPBitstreamFeatures features{};
  if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK) {
    return fail(ErrorCode::Corrupt, "damaged WebP");
  }
  if (features.has_animation != 0)
    return fail(ErrorCode::Invalid, "an animated WebP; save one picture of it");
  return Size{features.width, features.height};
}

Result<Image> webp_pixels(base::ByteView bytes, Size size) {
  Image image = blank_image(size);
  auto* const to = reinterpret_cast<std::uint8_t*>(image.pixels.data());
  const std::size_t room = image.pixels.size() * sizeof(std::uint32_t);
  const int stride = size.width * static_cast<int>(sizeof(std::uint32_t));
  const auto decode = std::endian::native == std::endian::little ? WebPDecodeBGRAInto : WebPDecodeARGBInto;
  if (decode(bytes.data(), bytes.size(), to, room, stride) == nullptr) {
    return fail(ErrorCode::Corrupt, "damaged WebP");
  }
  return image;
}

}  // namespace wv::paint
