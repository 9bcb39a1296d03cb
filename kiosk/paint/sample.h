// What a texture shows at a spot: bilinear, in whole numbers, clamped to its edge.
#pragma once

#include <algorithm>
#include <cstdint>

#include "kiosk/paint/blend.h"
#include "kiosk/paint/image.h"
#include "kiosk/paint/textures.h"

namespace wv::paint {

// Coordinates are texels with 16 bits of fraction; the centre of the first texel is 0.5.
struct Spot {
  int x0, y0, x1, y1;
  std::uint32_t across, down;  // how far towards x1, y1: 0..256
};

inline Spot spot_at(std::int64_t u, std::int64_t v, int width, int height) {
  const auto split = [](std::int64_t at, int size, int& first, int& second) {
    const std::int64_t limit = std::int64_t{size} << 16;
    const std::int64_t shifted = (std::clamp<std::int64_t>(at, 0, limit) - 32768 + 128) >> 8;
    const int texel = static_cast<int>(shifted >> 8);
    first = std::clamp(texel, 0, size - 1);
    second = std::clamp(texel + 1, 0, size - 1);
    return static_cast<std::uint32_t>(shifted & 255);
  };
  Spot spot{};
  spot.across = split(u, width, spot.x0, spot.x1);
  spot.down = split(v, height, spot.y0, spot.y1);
  return spot;
}

constexpr std::uint32_t mix_four(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d,
                                 const Spot& s) {
  const std::uint32_t top = a * (256 - s.across) + b * s.across;
  const std::uint32_t bottom = c * (256 - s.across) + d * s.across;
  return (top * (256 - s.down) + bottom * s.down + 32768) >> 16;
}

inline std::uint32_t sample(const AlphaView& atlas, std::int64_t u, std::int64_t v) {
  const Spot s = spot_at(u, v, atlas.width, atlas.height);
  const std::uint8_t* top = atlas.pixels + static_cast<std::ptrdiff_t>(s.y0) * atlas.stride;
  const std::uint8_t* bottom = atlas.pixels + static_cast<std::ptrdiff_t>(s.y1) * atlas.stride;
  return mix_four(top[s.x0], top[s.x1], bottom[s.x0], bottom[s.x1], s);
}

inline std::uint32_t sample(const Image& image, std::int64_t u, std::int64_t v) {
  const Spot s = spot_at(u, v, image.size.width, image.size.height);
  const std::uint32_t* top = image.pixels.data() + static_cast<std::ptrdiff_t>(s.y0) * image.size.width;
  const std::uint32_t* bottom = image.pixels.data() + static_cast<std::ptrdiff_t>(s.y1) * image.size.width;
  const std::uint32_t a = top[s.x0], b = top[s.x1], c = bottom[s.x0], d = bottom[s.x1];
  std::uint32_t mixed = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    mixed |= mix_four(a >> shift & 255, b >> shift & 255, c >> shift & 255, d >> shift & 255, s) << shift;
  }
  return mixed;
}

constexpr bool untinted(const Ink& tint) {
  return tint.r + tint.g + tint.b + tint.a == 4 * 255;
}

// A pixel multiplied by its alpha, under a straight colour.
inline std::uint32_t tinted(std::uint32_t pixel, const Ink& tint) {
  if (untinted(tint)) return pixel;
  const auto part = [&](int shift, std::uint32_t by) { return scale(pixel >> shift & 255, by) << shift; };
  return part(24, tint.a) | part(16, scale(tint.r, tint.a)) | part(8, scale(tint.g, tint.a)) |
         part(0, scale(tint.b, tint.a));
}

}  // namespace wv::paint
