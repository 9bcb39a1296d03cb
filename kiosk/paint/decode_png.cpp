// PNG from memory, and to it.
#include <png.h>

#include <bit>
#include <string>

#include "kiosk/paint/decoders.h"
#include "kiosk/paint/png_write.h"

namespace wv::paint {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr png_uint_32 kPixelFormat =
    std::endian::native == std::endian::little ? PNG_FORMAT_BGRA : PNG_FORMAT_ARGB;

// libpng's own error handling (setjmp) stays inside its simplified interface.
struct Reader {
  png_image image{};
  Reader() { image.version = PNG_IMAGE_VERSION; }
  ~Reader() { png_image_free(&image); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
  bool begin(base::ByteView bytes) {
    return png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) != 0;
  }
  std::string trouble() const { return std::string("damaged PNG: ") + image.message; }
};

}  // namespace

Result<Size> png_size(base::ByteView bytes) {
  Reader reader;
  if (!reader.begin(bytes)) return fail(ErrorCode::Corrupt, reader.trouble());
  const auto side = [](png_uint_32 v) { return static_cast<int>(v > 1000000 ? 1000000 : v); };
  return Size{side(reader.image.width), side(reader.image.height)};
}

Result<Image> png_pixels(base::ByteView bytes, Size size) {
  Reader reader;
  if (!reader.begin(bytes)) return fail(ErrorCode::Corrupt, reader.trouble());
  Image image = blank_image(size);
  reader.image.format = kPixelFormat;
  if (png_image_finish_read(&reader.image, nullptr, image.pixels.data(), 0, nullptr) == 0) {
    return fail(ErrorCode::Corrupt, reader.trouble());
  }
  return image;
}

Result<base::Bytes> encode_png(const Canvas& canvas) {
  base::Bytes rgb;
  rgb.reserve(static_cast<std::size_t>(canvas.width()) * static_cast<std::size_t>(canvas.height()) * 3);
  for (int y = 0; y < canvas.height(); ++y) {
    for (const std::uint32_t p : canvas.line(y)) {
      for (const int shift : {16, 8, 0}) rgb.push_back(static_cast<std::uint8_t>(p >> shift));
    }
  }
  Reader writer;
  writer.image.width = static_cast<png_uint_32>(canvas.width());
  writer.image.height = static_cast<png_uint_32>(canvas.height());
  writer.image.format = PNG_FORMAT_RGB;
  png_alloc_size_t length = PNG_IMAGE_PNG_SIZE_MAX(writer.image);
  base::Bytes png(length);
  if (png_image_write_to_memory(&writer.image, png.data(), &length, 0, rgb.data(), 0, nullptr) == 0) {
    return fail(ErrorCode::Invalid, std::string("write PNG: ") + writer.image.message);
  }
  png.resize(length);
  return png;
}

}  // namespace wv::paint
