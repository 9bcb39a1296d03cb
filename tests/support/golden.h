// Compares a picture with the one that was looked at and kept, pixel for pixel.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "kiosk/paint/image_decode.h"
#include "kiosk/paint/png_write.h"

namespace wv::test {

inline base::Bytes file_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline void write_file(const std::filesystem::path& file, const base::Bytes& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary)
      .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

// Empty when equal; else what differs and where the new picture was put. UPDATE_GOLDENS=1 keeps the new one.
inline std::string difference_from_golden(const paint::Canvas& canvas, const std::string& name) {
  const std::filesystem::path golden =
      std::filesystem::path(WV_SOURCE_DIR) / "tests/golden" / (name + ".png");
  const auto png = paint::encode_png(canvas);
  if (!png) return png.error().message;
  if (std::getenv("UPDATE_GOLDENS") != nullptr) {
    write_file(golden, *png);
    return {};
  }
  const auto kept = paint::decode_image(file_bytes(golden));
  int differing = 0;
  if (kept && kept->size == canvas.size()) {
    for (int y = 0; y < canvas.height(); ++y) {
      for (int x = 0; x < canvas.width(); ++x) {
        const auto at = static_cast<std::size_t>(y * canvas.width() + x);
        differing += kept->pixels[at] != canvas.at(x, y) ? 1 : 0;
      }
    }
    if (differing == 0) return {};
  }
  const std::filesystem::path seen = std::filesystem::path(WV_BINARY_DIR) / "goldens-seen" / (name + ".png");
  write_file(seen, *png);
  return (kept ? std::to_string(differing) + " pixels differ or the size does" : kept.error().message) +
         "; see " + seen.string();
}

}  // namespace wv::test
