// Encoded pictures for tests of the decoders: a slope of colours in every format the kiosk reads.
#pragma once

#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>
#include <webp/encode.h>

#include <vector>

#include "kiosk/paint/canvas.h"
#include "sync/base/world.h"

namespace wv::test {

inline paint::Pixels slope(paint::Size size) {
  paint::Pixels pixels(size);
  const paint::Canvas canvas = pixels.canvas();
  for (int y = 0; y < size.height; ++y) {
    for (int x = 0; x < size.width; ++x) {
      const auto level = [](int at, int of) {
        return static_cast<std::uint8_t>(at * 255 / std::max(1, of - 1));
      };
      canvas.row(y)[x] = paint::pixel_of({level(x, size.width), level(y, size.height), 128, 255});
    }
  }
  return pixels;
}

// One byte for each of `channels`, row by row.
inline std::vector<std::uint8_t> samples(paint::Size size, int channels) {
  paint::Pixels pixels = slope(size);
  std::vector<std::uint8_t> out;
  for (int y = 0; y < size.height; ++y) {
    for (const std::uint32_t p : pixels.canvas().line(y)) {
      for (int k = 0; k < channels; ++k)
        out.push_back(static_cast<std::uint8_t>(k == 3 ? 255 : p >> (16 - 8 * k)));
    }
  }
  return out;
}

struct JpegKind {
  J_COLOR_SPACE colours = JCS_RGB;
  int channels = 3;
  bool progressive = false;
};

inline base::Bytes a_jpeg(paint::Size size, const JpegKind& kind = {}) {
  jpeg_compress_struct jpeg{};
  jpeg_error_mgr errors{};
  jpeg.err = jpeg_std_error(&errors);
  jpeg_create_compress(&jpeg);
  unsigned char* memory = nullptr;
  unsigned long length = 0;
  jpeg_mem_dest(&jpeg, &memory, &length);
  jpeg.image_width = static_cast<JDIMENSION>(size.width);
  jpeg.image_height = static_cast<JDIMENSION>(size.height);
  jpeg.input_components = kind.channels;
  jpeg.in_color_space = kind.colours;
  jpeg_set_defaults(&jpeg);
  jpeg_set_quality(&jpeg, 95, TRUE);
  if (kind.progressive) jpeg_simple_progression(&jpeg);
  jpeg_start_compress(&jpeg, TRUE);
  std::vector<std::uint8_t> rows = samples(size, kind.channels);
  while (jpeg.next_scanline < jpeg.image_height) {
    JSAMPROW row = rows.data() +
                   std::size_t{jpeg.next_scanline} * jpeg.image_width * static_cast<unsigned>(kind.channels);
    jpeg_write_scanlines(&jpeg, &row, 1);
  }
  jpeg_finish_compress(&jpeg);
  jpeg_destroy_compress(&jpeg);
  base::Bytes bytes(memory, memory + length);
  std::free(memory);
  return bytes;
}

inline base::Bytes a_webp(paint::Size size) {
  const std::vector<std::uint8_t> rgb = samples(size, 3);
  std::uint8_t* memory = nullptr;
  const std::size_t length =
      WebPEncodeLosslessRGB(rgb.data(), size.width, size.height, size.width * 3, &memory);
  base::Bytes bytes(memory, memory + length);
  WebPFree(memory);
  return bytes;
}

}  // namespace wv::test
