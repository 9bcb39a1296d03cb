// Tells pictures apart, holds them to the limits, and multiplies colours by alpha.
#include "kiosk/paint/image_decode.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "kiosk/paint/blend.h"
#include "kiosk/paint/decoders.h"

namespace wv::paint {
namespace {

using base::ByteView;
using base::ErrorCode;
using base::fail;
using base::Result;

bool starts_with(ByteView bytes, std::string_view magic, std::size_t at = 0) {
  return bytes.size() >= at + magic.size() &&
         std::ranges::equal(bytes.subspan(at, magic.size()), base::as_bytes(magic));
}

std::optional<Format> format_of(ByteView bytes) {
  using namespace std::string_view_literals;
  if (starts_with(bytes, "\x89PNG\r\n\x1a\n"sv)) return Format::Png;
  if (starts_with(bytes, "\xff\xd8\xff"sv)) return Format::Jpeg;
  if (starts_with(bytes, "RIFF"sv) && starts_with(bytes, "WEBP"sv, 8)) return Format::Webp;
  return std::nullopt;
}

struct Known {
  Format format;
  Size size;
};

Result<Size> size_of(Format format, ByteView bytes) {
  switch (format) {
    case Format::Png:
      return png_size(bytes);
    case Format::Jpeg:
      return jpeg_size(bytes);
    case Format::Webp:
      return webp_size(bytes);
  }
  return fail(ErrorCode::Invalid, "unknown kind of picture");
}

Result<Known> known(ByteView bytes) {
  if (bytes.size() > kMaxImageBytes) {
    return fail(ErrorCode::Invalid, "the picture file is larger than 16 MiB; save it smaller");
  }
  const auto format = format_of(bytes);
  if (!format) return fail(ErrorCode::Invalid, "not a PNG, JPEG or WebP picture");
  WV_TRY(const Size size, size_of(*format, bytes));
  if (size.width < 1 || size.height < 1 || size.width > kMaxImageSide || size.height > kMaxImageSide) {
    return fail(ErrorCode::Invalid, "the picture is " + std::to_string(size.width) + " x " +
                                        std::to_string(size.height) +
                                        " pixels; at most 4096 x 4096 is shown");
  }
  return Known{*format, size};
}

Result<Image> straight_pixels(const Known& picture, ByteView bytes, Size room) {
  switch (picture.format) {
    case Format::Png:
      return png_pixels(bytes, picture.size);
    case Format::Jpeg:
      return jpeg_pixels(bytes, room);
    case Format::Webp:
      return webp_pixels(bytes, picture.size);
  }
  return fail(ErrorCode::Invalid, "unknown kind of picture");
}

void multiply(Image& image) {
  image.opaque = std::ranges::all_of(image.pixels, [](std::uint32_t p) { return p >> 24 == 255; });
  if (image.opaque) return;
  for (std::uint32_t& p : image.pixels) {
    const std::uint32_t a = p >> 24;
    p = a << 24 | scale(p >> 16 & 255, a) << 16 | scale(p >> 8 & 255, a) << 8 | scale(p & 255, a);
  }
}

}  // namespace

Image blank_image(Size size) {
  return {size,
          std::vector<std::uint32_t>(static_cast<std::size_t>(size.width) *
                                     static_cast<std::size_t>(size.height)),
          true};
}

Result<Size> image_size(ByteView bytes) {
  WV_TRY(const Known picture, known(bytes));
  return picture.size;
}

Result<Image> decode_image(ByteView bytes) {
  WV_TRY(const Known picture, known(bytes));
  WV_TRY(Image image, straight_pixels(picture, bytes, picture.size));
  multiply(image);
  return image;
}

Result<Image> decode_image_to_fit(ByteView bytes, Size room) {
  WV_TRY(const Known picture, known(bytes));
  const Size target = fit_inside(picture.size, room);
  WV_TRY(Image image, straight_pixels(picture, bytes, target));
  multiply(image);
  return image.size == target ? std::move(image) : scale_down(image, target);
}

}  // namespace wv::paint
