// The picture: 32-bit pixels that the rasteriser writes and a window, a test or a PNG reads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "kiosk/paint/geometry.h"

namespace wv::paint {

// A view on pixels that someone else owns (a window surface, a Pixels). Cheap to copy.
// A pixel is 0xFFRRGGBB in the machine's byte order, which is what X11 windows want.
class Canvas {
 public:
  Canvas() = default;
  Canvas(std::uint32_t* pixels, Size size, int stride) : pixels_(pixels), size_(size), stride_(stride) {}

  Size size() const { return size_; }
  int width() const { return size_.width; }
  int height() const { return size_.height; }
  Rect bounds() const { return {0, 0, size_.width, size_.height}; }
  std::uint32_t* row(int y) const { return pixels_ + static_cast<std::ptrdiff_t>(y) * stride_; }
  std::span<const std::uint32_t> line(int y) const { return {row(y), static_cast<std::size_t>(size_.width)}; }
  std::uint32_t at(int x, int y) const { return row(y)[x]; }

 private:
  std::uint32_t* pixels_ = nullptr;
  Size size_;
  int stride_ = 0;  // pixels from one row to the next
};

// Pixels in ordinary memory.
class Pixels {
 public:
  explicit Pixels(Size size)
      : size_(size),
        data_(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height), kBlack) {}
  Canvas canvas() { return {data_.data(), size_, size_.width}; }
  bool operator==(const Pixels&) const = default;

 private:
  static constexpr std::uint32_t kBlack = 0xFF000000;
  Size size_;
  std::vector<std::uint32_t> data_;
};

// Rounded away from nothing: exact (s*a + d*(255-a)) / 255 to the nearest. The one place where two colours
// meet.
constexpr std::uint32_t blend_channel(std::uint32_t source, std::uint32_t alpha, std::uint32_t under) {
  const std::uint32_t sum = source * alpha + under * (255 - alpha) + 128;
  return (sum + (sum >> 8)) >> 8;
}

constexpr std::uint32_t pixel_of(Colour colour) {
  return 0xFF000000u | std::uint32_t{colour.r} << 16 | std::uint32_t{colour.g} << 8 | std::uint32_t{colour.b};
}

}  // namespace wv::paint
