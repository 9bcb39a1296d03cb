// JPEG from memory. libjpeg leaves by longjmp when something is wrong, so the functions that call it hold
// nothing that needs to be destroyed.
#include <csetjmp>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

#include <bit>
#include <memory>

#include "kiosk/paint/decoders.h"

namespace wv::paint {
namespace {

using base::ErrorCode;
using base::fail;
using base::Result;

constexpr int kMostScans = 200;  // a small progressive file can ask for hours of work

struct Reader {
  jpeg_error_mgr errors{};  // first: libjpeg hands its address back
  jpeg_decompress_struct jpeg{};
  jpeg_progress_mgr progress{};
  std::jmp_buf out{};
  bool broken = false;

  Reader() = default;
  ~Reader() { jpeg_destroy_decompress(&jpeg); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;
};

Reader& reader_of(j_common_ptr jpeg) {
  return *static_cast<Reader*>(jpeg->client_data);
}

[[noreturn]] void leave(j_common_ptr jpeg) {
  std::longjmp(reader_of(jpeg).out, 1);
}

// Warnings that say the picture is not what was saved; others are habits of old cameras.
void note(j_common_ptr jpeg, int level) {
  const int code = jpeg->err->msg_code;
  const bool harmless = code == JWRN_EXTRANEOUS_DATA || code == JWRN_ADOBE_XFORM || code == JWRN_JFIF_MAJOR;
  if (level < 0 && !harmless) reader_of(jpeg).broken = true;
}

void say_nothing(j_common_ptr) {}

void watch(j_common_ptr jpeg) {
  Reader& reader = reader_of(jpeg);
  if (reader.jpeg.input_scan_number > kMostScans) leave(jpeg);
}

bool open(Reader& reader, const unsigned char* bytes, unsigned long length) {
  reader.jpeg.err = jpeg_std_error(&reader.errors);
  reader.errors.error_exit = leave;
  reader.errors.emit_message = note;
  reader.errors.output_message = say_nothing;
  reader.jpeg.client_data = &reader;
  if (setjmp(reader.out) != 0) return false;
  jpeg_create_decompress(&reader.jpeg);
  reader.jpeg.client_data = &reader;  // create clears it
  reader.progress.progress_monitor = watch;
  reader.jpeg.progress = &reader.progress;
  jpeg_mem_src(&reader.jpeg, bytes, length);
  return jpeg_read_header(&reader.jpeg, TRUE) == JPEG_HEADER_OK;
}

bool start(Reader& reader, unsigned eighth) {
  if (setjmp(reader.out) != 0) return false;
  reader.jpeg.out_color_space = std::endian::native == std::endian::little ? JCS_EXT_BGRA : JCS_EXT_ARGB;
  reader.jpeg.scale_num = 1;
  reader.jpeg.scale_denom = eighth;
  return jpeg_start_decompress(&reader.jpeg) != FALSE;
}

bool read_rows(Reader& reader, std::uint32_t* pixels) {
  if (setjmp(reader.out) != 0) return false;
  while (reader.jpeg.output_scanline < reader.jpeg.output_height) {
    const std::size_t done = std::size_t{reader.jpeg.output_scanline} * reader.jpeg.output_width;
    JSAMPROW row = reinterpret_cast<JSAMPROW>(pixels + done);
    if (jpeg_read_scanlines(&reader.jpeg, &row, 1) != 1) return false;
  }
  return jpeg_finish_decompress(&reader.jpeg) != FALSE;
}

std::unexpected<base::Error> damaged() {
  return fail(ErrorCode::Corrupt, "damaged JPEG");
}

Result<std::unique_ptr<Reader>> opened(base::ByteView bytes) {
  auto reader = std::make_unique<Reader>();
  if (!open(*reader, bytes.data(), bytes.size())) return damaged();
  const J_COLOR_SPACE colours = reader->jpeg.jpeg_color_space;
  if (colours == JCS_CMYK || colours == JCS_YCCK) {
    return fail(ErrorCode::Invalid, "a JPEG for print (CMYK); save it as RGB");
  }
  return reader;
}

// libjpeg rounds sizes up.
unsigned smallest_scale(const jpeg_decompress_struct& jpeg, Size room) {
  unsigned by = 8;
  const auto covers = [&](unsigned n) {
    return (jpeg.image_width + n - 1) / n >= static_cast<unsigned>(room.width) &&
           (jpeg.image_height + n - 1) / n >= static_cast<unsigned>(room.height);
  };
  while (by > 1 && !covers(by)) by /= 2;
  return by;
}

}  // namespace

Result<Size> jpeg_size(base::ByteView bytes) {
  WV_TRY(const auto reader, opened(bytes));
  return Size{static_cast<int>(reader->jpeg.image_width), static_cast<int>(reader->jpeg.image_height)};
}

Result<Image> jpeg_pixels(base::ByteView bytes, Size room) {
  WV_TRY(const auto reader, opened(bytes));
  if (!start(*reader, smallest_scale(reader->jpeg, room))) return damaged();
  Image image = blank_image(
      {static_cast<int>(reader->jpeg.output_width), static_cast<int>(reader->jpeg.output_height)});
  if (!read_rows(*reader, image.pixels.data()) || reader->broken) return damaged();
  return image;
}

}  // namespace wv::paint
